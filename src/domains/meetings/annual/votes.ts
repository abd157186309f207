import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Statutes } from '#domains/statutes/index.ts'
import { statutesOf } from '../decisions.ts'
import type { Meeting } from '../queries.ts'
import {
  type HeldProxy,
  listChoices,
  listProxies,
  listRegistered,
  listVotingMembers,
  type NamedMember,
  type Registered,
} from './delegate-queries.ts'
import { type RollVote, rollOf, type Vote, votesOf } from './rules/delegates.ts'

/** Who may vote at a meeting, and who has said that they come. */
export interface MeetingVotes {
  statutes: Statutes
  members: NamedMember[]
  votes: Vote[]
  proxies: HeldProxy[]
  registered: Registered[]
  /** The roll as it would be now, of those whose credentials are checked. */
  roll: RollVote[]
}

/** Reads who may vote, as of a day: by the statutes of the meeting, with the delegates named and the proxies given. */
export async function loadVotes(
  db: Kysely<Database>,
  meeting: Meeting,
  today: string,
): Promise<MeetingVotes> {
  const statutes = await statutesOf(db, meeting)
  const { rules } = statutes
  const [members, choices, proxies, registered] = await Promise.all([
    listVotingMembers(db, rules.voting_roles.value, today),
    listChoices(db, meeting.id),
    listProxies(db, meeting.id),
    listRegistered(db, meeting.id),
  ])
  const votes = votesOf(rules, members, choices)
  const checked = new Set(registered.flatMap(({ personId, checkedAt }) => (checkedAt ? [personId] : [])))
  return { statutes, members, votes, proxies, registered, roll: rollOf(rules, votes, proxies, checked) }
}
