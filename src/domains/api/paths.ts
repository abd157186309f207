/** Addresses of this house, without the language. */
export const apiPaths = {
  /** The page that explains it. */
  reference: '/api',
  /** The OpenAPI document. */
  document: '/api/openapi.json',
  /** Where the addresses of the API begin. */
  root: '/api/v1',
  /** Where assistants ask, by the Model Context Protocol. */
  assistants: '/mcp',
} as const
