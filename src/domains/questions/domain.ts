import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { routes } from './routes.tsx'

/** Questions to those who know, and their answers. */
export const questions: Domain<Database> = { name: 'questions', routes, menu: [] }
