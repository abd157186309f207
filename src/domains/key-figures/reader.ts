import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import {
  type Directory,
  findOrganisations,
  isLargeAssociation,
  largeFrom,
  organisationDirectory,
} from '#domains/members/index.ts'
import type { Remember } from '#platform/http/remember.ts'
import { findLatestKnowledge } from './queries.ts'
import { knownAt } from './selection.ts'

/** What reading needs: the database, the memory of this data version and the day of the request. */
export interface Reader {
  db: Kysely<Database>
  remember: Remember
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  /** More organisations than this, and those alone are read that are shown. */
  largeFrom?: number
}

/** How many organisations make an association or a group large for this reader. */
export function limitOf(reader: Reader): number {
  return reader.largeFrom ?? largeFrom
}

/** Whether the association is too large to be held in memory. */
export function isLarge(reader: Reader): Promise<boolean> {
  return isLargeAssociation(reader.db, reader.remember, limitOf(reader))
}

export function loadDirectory({ db, remember }: Reader): Promise<Directory> {
  return organisationDirectory(db, remember)
}

/** The organisations of some codes; everyone, where that is no burden. */
export async function loadOrganisations(reader: Reader, codes: string[]): Promise<Directory> {
  if (!(await isLarge(reader))) return loadDirectory(reader)
  const wanted = [...new Set(codes)].sort()
  return reader.remember(`organisations ${wanted.join()}`, () =>
    findOrganisations(reader.db, { codes: wanted }),
  )
}

/** The instant (ISO 8601) from which on nothing more has become known; null when nothing is. */
export async function loadLatestKnowledge({ db, remember }: Reader): Promise<string | null> {
  const { instant } = await remember('latest knowledge', async () => ({
    instant: await findLatestKnowledge(db),
  }))
  return instant
}

/** Whether a selection asks for figures as they were before something that is known now. */
export async function isOldKnowledge(reader: Reader, per: string | null): Promise<boolean> {
  const [asked, latest] = [knownAt(per), await loadLatestKnowledge(reader)]
  return asked !== null && latest !== null && asked < latest
}
