import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Refusal } from './tables.ts'

/** A line of the roll call of an open ballot. */
export interface RollCall {
  organisationCode: string
  organisationName: string
  place: number
  /** Null when the person has been erased. */
  person: string | null
  byProxy: boolean
  choice: number[]
}

/** Who voted what in an open ballot's round. */
export async function listRollCall(db: Kysely<Database>, roundId: number): Promise<RollCall[]> {
  const { rows } = await sql<RollCall>`
    select v.organisation_code as "organisationCode", o.name as "organisationName", v.place, v.choice,
      case when p.erased_at is null then p.name end as person, e.by_proxy as "byProxy"
    from ballot_voter v join organisation o on o.code = v.organisation_code
    join voting_roll_entry e on e.id = v.entry_id join person p on p.id = e.person_id
    where v.round_id = ${roundId} and v.choice is not null order by o.name, v.place`.execute(db)
  return rows
}

/** The published papers of a secret ballot's round. */
export async function listPapers(
  db: Kysely<Database>,
  roundId: number,
): Promise<{ code: string; choice: number[] }[]> {
  return db
    .selectFrom('ballot_paper')
    .where('round_id', '=', roundId)
    .orderBy('code')
    .select(['code', 'choice'])
    .execute()
}

/** Votes that were not taken, the latest first. */
export async function listRefusals(
  db: Kysely<Database>,
  meetingId: number,
): Promise<{ reason: Refusal; person: string | null; at: Date }[]> {
  return db
    .selectFrom('ballot_refusal')
    .leftJoin('person', 'person.id', 'ballot_refusal.person_id')
    .where('meeting_id', '=', meetingId)
    .orderBy('ballot_refusal.id', 'desc')
    .limit(50)
    .select(['reason', 'person.name as person', 'at'])
    .execute()
}
