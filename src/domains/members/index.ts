import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Remember } from '#platform/http/remember.ts'
import { largeFrom } from './large.ts'
import { hasMoreOrganisations, listCodesLike, listKnownCodes, listOrganisations } from './queries.ts'
import { type Directory, directoryOf, type Organisation, spellingsOf } from './rules.ts'

export { groupLabel } from './group-label.ts'
export { largeFrom } from './large.ts'
export { makeFull, openMembership } from './membership-queries.ts'
export { OrganisationProfile } from './pages/organisation-profile.tsx'
export { PublicContacts } from './pages/public-contacts.tsx'
export { organisationPaths, registerPaths } from './paths.ts'
export { type PopulationChange, savePopulations } from './population-queries.ts'
export { understood } from './profile-form.ts'
export { findProfile, ownerOfNumber, type Profile, saveProfile } from './profile-queries.ts'
export { listPublicContacts, type PublicContact } from './public-contact-queries.ts'
export {
  type Appointed,
  countMembers,
  hasMoreOrganisations,
  listAppointed,
  listOrganisations,
  listPageOfCodes,
  listSources,
  type MemberCounts,
  type Source,
} from './queries.ts'
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
  spellingsOf,
} from './rules.ts'

/** Whether there are more organisations than fit into every page's memory. */
export async function isLargeAssociation(
  db: Kysely<Database>,
  remember: Remember,
  from = largeFrom,
): Promise<boolean> {
  const { large } = await remember(`more organisations than ${from}`, async () => ({
    large: await hasMoreOrganisations(db, from),
  }))
  return large
}

/** At most so many organisations are found by a name that was typed. */
export const mostFound = 40

/**
 * The organisations of some codes, and those that words which were typed may name. Finds in it what a search of all
 * organisations would.
 */
export async function findOrganisations(
  db: Kysely<Database>,
  { codes = [], typed = [] }: { codes?: string[]; typed?: string[] },
): Promise<Directory> {
  if (typed.length === 0) return directoryOf(await listOrganisations(db, codes))
  const known = await listKnownCodes(db, [...new Set([...codes, ...typed])])
  const words = typed.filter((one) => !known.includes(one)).flatMap(spellingsOf)
  const alike = words.length === 0 ? [] : await listCodesLike(db, words, mostFound)
  return directoryOf(await listOrganisations(db, [...new Set([...known, ...alike])]))
}

/**
 * The organisations that codes and typed words may name; everyone, where that is no burden. What is chosen by a name
 * or a code goes this way, so that its cost is the same however many there are.
 */
export async function organisationsNamed(
  { db, remember }: { db: Kysely<Database>; remember: Remember },
  asked: { codes?: string[]; typed?: string[] },
): Promise<Directory> {
  return (await isLargeAssociation(db, remember))
    ? findOrganisations(db, asked)
    : organisationDirectory(db, remember)
}

/** The names that a field for an organisation suggests; none in a large association, where names are typed. */
export async function suggestedOrganisations(reader: {
  db: Kysely<Database>
  remember: Remember
}): Promise<Organisation[]> {
  return (await organisationsNamed(reader, {})).all
}

/** All organisations, read once for each version of the data. */
export function organisationDirectory(db: Kysely<Database>, remember: Remember): Promise<Directory> {
  return remember('organisations', async () => directoryOf(await listOrganisations(db)))
}
