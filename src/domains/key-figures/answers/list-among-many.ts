import {
  countMembers,
  type Directory,
  directoryOf,
  findOrganisations,
  listOrganisations,
  listPageOfCodes,
  type MemberCounts,
  mostFound,
} from '#domains/members/index.ts'
import type { Reader } from '../reader.ts'

/** So many organisations stand on a page of the list. */
const onPage = 200

/** What the list of a large association shows. */
export interface ListedAmongMany {
  /** Those found, or those of the page. */
  directory: Directory
  members: MemberCounts
  /** A search may have found no more than it was let. */
  some: boolean
  /** Null for a search. */
  pages: { page: number; last: number; count: number } | null
}

/** A page of all organisations by name, or those that a search may find. */
export async function listAmongMany(
  { db, remember, today }: Reader,
  { typed, membersOnly, page }: { typed: string | null; membersOnly: boolean; page: number },
): Promise<ListedAmongMany> {
  const members = await remember(`members on ${today}`, () => countMembers(db, today))
  if (typed !== null) {
    const directory = await findOrganisations(db, { typed: [typed] })
    return { directory, members, some: directory.all.length >= mostFound, pages: null }
  }
  const membersOn = membersOnly ? today : null
  const { codes, count } = await listPageOfCodes(db, { skip: (page - 1) * onPage, most: onPage, membersOn })
  return {
    directory: directoryOf(await listOrganisations(db, codes)),
    members,
    some: false,
    pages: { page, last: Math.max(1, Math.ceil(count / onPage)), count },
  }
}
