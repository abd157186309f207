import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { electionsOf } from '../annual/agenda.ts'
import { postOf } from '../annual/elections.ts'
import { type Candidate, listCandidates } from '../annual/nomination-queries.ts'
import type { Meeting, MeetingItem } from '../queries.ts'

/** Whom an item elects, and to how many seats. */
export interface Standing {
  candidates: Candidate[]
  seats: number | null
}

/** The candidates of an election on the agenda; nobody when the item elects to no post. */
export async function standingFor(
  db: Kysely<Database>,
  meeting: Meeting,
  { business }: Pick<MeetingItem, 'business'>,
): Promise<Standing> {
  const post = business?.kind === 'election' ? postOf(business.id) : undefined
  if (!post) return { candidates: [], seats: null }
  const elections = await electionsOf(db, meeting)
  return {
    candidates: (await listCandidates(db, meeting.id)).filter((one) => one.post === post),
    seats: elections.find((one) => one.post === post)?.seats ?? null,
  }
}

/** A candidate as they stand on the paper: no two of a post may read the same. */
export function nameOnPaper({ name, organisationName }: Candidate): string {
  return organisationName ? `${name}, ${organisationName}` : name
}

/** The candidates behind the names that a ballot elected; undefined when one of them is nobody of the nominated. */
export function candidatesNamed(candidates: Candidate[], names: string[]): number[] | undefined {
  const ids = names.flatMap((name) => {
    const found = candidates.find((one) => nameOnPaper(one) === name || one.name === name)
    return found ? [found.id] : []
  })
  return ids.length === names.length && ids.length > 0 ? ids : undefined
}
