/** Addresses of this house, without the language. */
export const mcpPaths = { server: '/mcp' } as const
