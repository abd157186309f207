import type { Kysely } from 'kysely'
import { migrate } from '#database/migrate.ts'
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
  await step(progress, 'Loading the reference facts', () => loadReference(db, progress))
  if (config.mode === 'demo') {
    await step(progress, 'Loading the demonstration association', () => loadDemonstration(db, progress))
  } else {
    await refuseDemonstration(db)
  }
  await saveOwnPages(db, gatherOwnPages())
}
