import type { Kysely } from 'kysely'
import type { Invariant } from '#platform/http/invariant.ts'
import { knownMigrations } from '../migrate.ts'
import type { Database } from '../tables.ts'
import {
  listBehindSequences,
  listBrokenConditions,
  listBrokenKeys,
  listRunMigrations,
  listSleepingTriggers,
  listSpoiltIndexes,
  listUnfinished,
} from './queries.ts'

/** What must hold in every database of ours, whatever it is about. */
export const databaseInvariants: Invariant<Database>[] = [
  { says: 'every key leads to a row', broken: listBrokenKeys },
  { says: 'no trigger is switched off', broken: listSleepingTriggers },
  { says: 'every row fits the conditions of its table', broken: listBrokenConditions },
  { says: 'every index is finished', broken: listUnfinished },
  { says: 'no sequence gives a number twice', broken: listBehindSequences },
]

/** Which migrations wait, and which have run that this program does not know. */
export async function compareMigrations(
  db: Kysely<Database>,
): Promise<{ waiting: string[]; unknown: string[]; none: boolean }> {
  const run = await listRunMigrations(db)
  return {
    waiting: knownMigrations.filter((name) => !run.includes(name)),
    unknown: run.filter((name) => !knownMigrations.includes(name)),
    none: run.length === 0,
  }
}

export { listSpoiltIndexes }
