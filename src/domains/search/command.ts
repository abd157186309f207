import type { Database } from '#database/tables.ts'
import type { Command } from '#platform/command.ts'
import { rebuildSearch } from './word-queries.ts'

/** `ekokommun rebuild-search`: the way out if somebody has changed the tables behind the triggers' back. */
export const rebuildCommand: Command<Database> = {
  name: 'rebuild-search',
  summary: 'Draws everything that can be searched anew from the tables that it comes from.',
  usage: ['rebuild-search'],
  run: async ({ db, args, print, remark }) => {
    if (args.length > 0) {
      remark('rebuild-search takes nothing after its name.')
      return 2
    }
    print(`${await rebuildSearch(db)} texts can be searched.`)
    return 0
  },
}
