import type { Kysely } from 'kysely'
import { isNewer, migrate } from '#database/migrate.ts'
import type { Database } from '#database/tables.ts'
import { saveOwnPages } from '#domains/search/index.ts'
import type { Config } from '#platform/config.ts'
import { type Progress, step } from '#platform/progress.ts'
import { loadDemonstration, loadReference, refuseAnotherAssociation, refuseDemonstration } from './load.ts'
import { gatherOwnPages } from './own-pages.ts'

/** Brings a database up to date: tables, reference facts, and the demonstration where there is to be one. */
export async function prepare(db: Kysely<Database>, config: Config, progress: Progress): Promise<void> {
  await step(progress, 'Preparing the tables', () => migrate(db))
  await refuseAnotherAssociation(db)
  if (config.mode === 'production') await refuseDemonstration(db)
  // While a newer version takes over, a program of the one before must not bring its older facts back.
  if (await isNewer(db)) {
    progress('A newer Ekokommun has prepared this database, so its facts stay as they are.')
    return
  }
  await step(progress, 'Loading the reference facts', () => loadReference(db, progress))
  if (config.mode === 'demo') {
    await step(progress, 'Loading the demonstration association', () => loadDemonstration(db, progress))
  }
  await saveOwnPages(db, gatherOwnPages())
}
