import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Remember } from '#platform/http/remember.ts'
import { listOrganisations } from './queries.ts'
import { type Directory, directoryOf } from './rules.ts'

export { organisationPaths } from './paths.ts'
export { type Appointed, listAppointed, listSources, type Source } from './queries.ts'
export {
  type Directory,
  directoryOf,
  isMember,
  latestPopulation,
  type Organisation,
  populationIn,
  searchOrganisations,
} from './rules.ts'

/** All organisations, read once for each version of the data. */
export function organisationDirectory(db: Kysely<Database>, remember: Remember): Promise<Directory> {
  return remember('organisations', async () => directoryOf(await listOrganisations(db)))
}
