import type { Database } from '#database/tables.ts'
import { releaseJob, removeReleased } from '#platform/files/store/index.ts'
import type { Domain } from '#platform/http/context.ts'
import { readDatabaseState, saveDiskMeasure } from './database-queries.ts'
import { readDisk } from './disk.ts'
import { operationsPaths } from './paths.ts'
import { partsInNeed } from './report.ts'
import { routes } from './routes.tsx'
import { textsOf } from './texts.ts'

/** How the program itself is doing: queues, mail, imports, backups, disk, database, processes. */
export const operations: Domain<Database> = {
  name: 'operations',
  routes,
  menu: [],
  desk: async ({ db, locale: l, now }) => {
    const t = textsOf(l)
    const needy = await partsInNeed(db, now)
    if (needy.length === 0) return []
    const names = l.list(needy.map((part) => t.parts[part].toLowerCase()))
    return [{ count: needy.length, text: t.deskItem(names), href: operationsPaths.front }]
  },
  jobs: [
    {
      name: 'measure-disk',
      schedule: '5 5 * * *',
      run: async ({ db, config, today }) => {
        const [{ bytes }, disk] = await Promise.all([readDatabaseState(db), readDisk(config.dataDir)])
        await saveDiskMeasure(db, {
          day: today,
          databaseBytes: bytes,
          freeBytes: disk?.freeBytes ?? null,
          totalBytes: disk?.totalBytes ?? null,
        })
      },
    },
    // Woken when something is taken away, and by the clock for what lay in a place that was away.
    { name: releaseJob, schedule: '*/10 * * * *', run: ({ db }) => removeReleased(db) },
  ],
}
