import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Remember } from '#platform/http/remember.ts'
import { listOrganisations } from './queries.ts'
import { type Directory, directoryOf } from './rules.ts'

export { groupLabel } from './group-label.ts'
export { makeFull, openMembership } from './membership-queries.ts'
export { OrganisationProfile } from './pages/organisation-profile.tsx'
export { PublicContacts } from './pages/public-contacts.tsx'
export { organisationPaths, registerPaths } from './paths.ts'
export { type PopulationChange, savePopulations } from './population-queries.ts'
export { understood } from './profile-form.ts'
export { findProfile, ownerOfNumber, type Profile, saveProfile } from './profile-queries.ts'
export { listPublicContacts, type PublicContact } from './public-contact-queries.ts'
export { type Appointed, listAppointed, listSources, type Source } from './queries.ts'
export { organisationNumber, postalCode, secureLink } from './rules/identifiers.ts'
export {
  type Directory,
  directoryOf,
  isMember,
  isObserver,
  latestPopulation,
  type MembershipPeriod,
  type Organisation,
  periodOn,
  populationIn,
  searchOrganisations,
} from './rules.ts'

/** All organisations, read once for each version of the data. */
export function organisationDirectory(db: Kysely<Database>, remember: Remember): Promise<Directory> {
  return remember('organisations', async () => directoryOf(await listOrganisations(db)))
}
