import { migrate } from '#database/migrate.ts'
import type { Database } from '#database/tables.ts'
import type { Command } from '#platform/command.ts'

/** Brings the tables up to date before the new version of the program is started anywhere. */
export const migrateCommand: Command<Database> = {
  name: 'migrate',
  summary: 'Brings the tables up to date, while programs of the version before go on serving.',
  usage: ['migrate'],
  asItIs: true,
  run: async ({ asOwner, print }) => {
    const ran = await asOwner(migrate)
    for (const name of ran) print(name)
    print(ran.length === 0 ? 'The tables are up to date.' : `${ran.length} migrations ran.`)
    return 0
  },
}
