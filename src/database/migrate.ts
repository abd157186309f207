import type { Kysely } from 'kysely'
import * as organisations from './migrations/0001-organisations.ts'
import * as keyFigures from './migrations/0002-key-figures.ts'
import * as accounts from './migrations/0003-accounts.ts'
import * as people from './migrations/0004-people-of-members.ts'
import * as applications from './migrations/0005-applications.ts'
import * as fees from './migrations/0006-fees.ts'
import * as reporting from './migrations/0007-reporting.ts'
import * as importing from './migrations/0008-importing.ts'
import * as reports from './migrations/0009-reports.ts'
import * as catalogue from './migrations/0010-catalogue.ts'
import * as recalls from './migrations/0011-recalls.ts'
import * as exchange from './migrations/0012-exchange.ts'
import * as reportingRounds from './migrations/0013-reporting-rounds.ts'
import * as examples from './migrations/0014-examples.ts'
import * as questions from './migrations/0016-questions.ts'
import * as post from './migrations/0017-post.ts'
import * as registration from './migrations/0018-registration.ts'
import * as gathering from './migrations/0019-gathering.ts'
import * as search from './migrations/0020-search.ts'
import * as news from './migrations/0021-news.ts'
import * as quickerSearch from './migrations/0022-quicker-search.ts'
import * as governing from './migrations/0025-governing.ts'
import * as board from './migrations/0026-board.ts'
import * as annualMeeting from './migrations/0027-annual-meeting.ts'
import * as voting from './migrations/0028-voting.ts'
import * as advocacy from './migrations/0029-advocacy.ts'
import * as world from './migrations/0030-world.ts'
import * as anotherAssociation from './migrations/0031-another-association.ts'
import * as schemaNeeds from './migrations/0032-schema-needs.ts'
import * as fileStore from './migrations/0033-file-store.ts'
import * as comparingMany from './migrations/0034-comparing-many.ts'
import * as orderOfValues from './migrations/0034-order-of-values.ts'
import * as roles from './migrations/0035-roles.ts'
import * as operations from './migrations/0036-operations.ts'
import * as backups from './migrations/0039-backups.ts'
import * as readingsOfOne from './migrations/0040-readings-of-one.ts'
import * as sentOnce from './migrations/0042-sent-once.ts'
import * as nextReading from './migrations/0043-next-reading.ts'
import { type KnownMigration, listDone, runPending, runPendingWithin } from './run-migrations.ts'
import type { Database } from './tables.ts'

/** One line of migrations, oldest first. A name that has run anywhere is never changed. */
const migrations: Record<string, KnownMigration> = {
  '0001-organisations': organisations,
  '0002-key-figures': keyFigures,
  '0003-accounts': accounts,
  '0004-people-of-members': people,
  '0005-applications': applications,
  '0006-fees': fees,
  '0007-reporting': reporting,
  '0008-importing': importing,
  '0009-reports': reports,
  '0010-catalogue': catalogue,
  '0011-recalls': recalls,
  '0012-exchange': exchange,
  '0013-reporting-rounds': reportingRounds,
  '0014-examples': examples,
  '0016-questions': questions,
  '0017-post': post,
  '0018-registration': registration,
  '0019-gathering': gathering,
  '0020-search': search,
  '0021-news': news,
  '0022-quicker-search': quickerSearch,
  '0025-governing': governing,
  '0026-board': board,
  '0027-annual-meeting': annualMeeting,
  '0028-voting': voting,
  '0029-advocacy': advocacy,
  '0030-world': world,
  '0031-another-association': anotherAssociation,
  '0032-schema-needs': schemaNeeds,
  '0033-file-store': fileStore,
  '0034-comparing-many': comparingMany,
  '0034-order-of-values': orderOfValues,
  '0035-roles': roles,
  '0036-operations': operations,
  '0039-backups': backups,
  '0040-readings-of-one': readingsOfOne,
  '0042-sent-once': sentOnce,
  '0043-next-reading': nextReading,
}

/** The names of all migrations, oldest first. */
export const knownMigrations = Object.keys(migrations)

/**
 * Brings the schema up to date and returns the names of the migrations that ran. Several processes may start at once:
 * one of them migrates and the others wait. Throws `DatabaseFailure` when the schema is newer than this program can use.
 */
export function migrate(db: Kysely<Database>): Promise<string[]> {
  return runPending(db, migrations)
}

/** The same within a transaction that the caller has begun and ends, as for a backup that is brought in. */
export function migrateWithin(trx: Kysely<Database>): Promise<string[]> {
  return runPendingWithin(trx, migrations)
}

/** Whether a newer program has changed the schema since. */
export async function isNewer(db: Kysely<Database>): Promise<boolean> {
  return (await listDone(db)).some((name) => !migrations[name])
}

/** Makes the tables as they were when these migrations were all, within a transaction as {@link migrateWithin}. */
export function makeTablesOf(trx: Kysely<Database>, names: string[]): Promise<string[]> {
  return runPendingWithin(
    trx,
    Object.fromEntries(Object.entries(migrations).filter(([name]) => names.includes(name))),
  )
}
