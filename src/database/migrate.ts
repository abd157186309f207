import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
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
import * as comparingMany from './migrations/0034-comparing-many.ts'
import type { Database } from './tables.ts'

/** One line of migrations, oldest first. A name that has run anywhere is never changed. */
const migrations: Record<string, Migration> = {
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
  '0034-comparing-many': comparingMany,
}

/**
 * Brings the schema up to date and returns the names of the migrations that ran.
 * Kysely holds a lock meanwhile, so several processes may start at once.
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}
