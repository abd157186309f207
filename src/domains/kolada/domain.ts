import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { routes } from './routes.ts'

/** The key figures for programs that read Kolada. */
export const kolada: Domain<Database> = { name: 'kolada', open: true, routes, menu: [] }
