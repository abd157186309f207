import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { importCommand } from './command.ts'
import { jobs } from './jobs.ts'
import { importPaths } from './paths.ts'
import { routes } from './routes.tsx'
import { forgetStarter, listLastEnded, listRunsOf } from './run-queries.ts'
import { textsOf } from './texts.ts'

/** How values of others come in: Kolada, Statistics Sweden, national files. */
export const importing: Domain<Database> = {
  name: 'importing',
  routes,
  menu: [],
  desk: async ({ db, locale: l }) => {
    const t = textsOf(l)
    return (await listLastEnded(db))
      .filter(({ state }) => state === 'failed')
      .map(({ adapter, id }) => ({
        text: t.deskItem(t.adapters[adapter]),
        href: importPaths.run(id),
        count: 1,
      }))
  },
  personalData: async (db, personId) => ({ startedImports: await listRunsOf(db, personId) }),
  erase: forgetStarter,
  jobs,
  commands: [importCommand],
}
