import type { Database } from '#database/tables.ts'
import { apiPaths, countRequest } from '#domains/api/index.ts'
import type { Domain } from '#platform/http/context.ts'
import { mcpCommand } from './command.ts'
import { routes } from './routes.ts'

/** The public data for assistants, by the Model Context Protocol: the same as the API gives, and no more. */
export const mcp: Domain<Database> = {
  name: 'mcp',
  open: true,
  routes,
  menu: [],
  commands: [mcpCommand],
  doors: [{ path: apiPaths.assistants, handler: countRequest }],
}
