import type { Database } from '#database/tables.ts'
import type { Job, JobContext } from '#platform/http/context.ts'
import { dropOldFiles } from './file/file-queries.ts'
import { performWaiting } from './perform.ts'
import { insertNightlyRun } from './run-queries.ts'

/** The job that performs what somebody has asked for; woken when somebody does. */
export const performJob = 'perform-imports'

/** Days that a file is kept after it was laid up. */
const fileDays = 30

export const jobs: Job<Database>[] = [
  {
    name: performJob,
    schedule: '*/5 * * * *',
    run: async (context) => {
      for (const adapter of ['file', 'kolada', 'scb'] as const) await performWaiting(context, adapter)
    },
  },
  {
    name: 'import-nightly',
    schedule: '40 2 * * *',
    run: async (context) => {
      await dropOldFiles(context.db, context.now, fileDays)
      // A demonstration does not call others by itself.
      if (context.config.importNightly) await importNightly(context)
    },
  },
]

async function importNightly(context: JobContext<Database>): Promise<void> {
  for (const adapter of ['scb', 'kolada'] as const) {
    await insertNightlyRun(context.db, adapter, context.woken ?? false)
    await performWaiting(context, adapter)
  }
}
