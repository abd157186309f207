import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { rebuildCommand } from './command.ts'
import { routes } from './routes.tsx'
import { forgetWords } from './word-queries.ts'

/** One search over everything that the program holds and that who asks may see. */
export const search: Domain<Database> = {
  name: 'search',
  open: true,
  routes,
  translated: ['fi'],
  menu: [],
  commands: [rebuildCommand],
  jobs: [{ name: 'forget-search-words', schedule: '50 3 * * *', run: ({ db }) => forgetWords(db) }],
}
