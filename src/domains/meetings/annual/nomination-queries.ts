import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Post } from './tables.ts'

/** Somebody who is nominated for a post. */
export interface Candidate {
  id: number
  meetingId: number
  post: Post
  name: string
  email: string | null
  party: string
  partOfCountry: string
  organisationCode: string | null
  organisationName: string | null
  presentation: string
  personId: number | null
  /** The nomination committee proposes them. */
  proposed: boolean
  nominatedBy: number | null
  electedAt: Date | null
  madeUp: boolean
}

const columns = sql`
  n.id, n.meeting_id as "meetingId", n.post, n.name, n.email, n.party, n.part_of_country as "partOfCountry",
  n.organisation_code as "organisationCode", o.name as "organisationName", n.presentation, n.person_id as "personId",
  n.proposed, n.nominated_by as "nominatedBy", n.elected_at as "electedAt", n.made_up as "madeUp"`

/** The candidates of a meeting: those whom the committee proposes first, then by name. */
export async function listCandidates(db: Kysely<Database>, meetingId: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select ${columns} from nomination n left join organisation o on o.code = n.organisation_code
    where n.meeting_id = ${meetingId} and n.withdrawn_at is null
    order by n.proposed desc, n.name, n.id`.execute(db)
  return rows
}

export async function findCandidate(db: Kysely<Database>, id: number): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`
    select ${columns} from nomination n left join organisation o on o.code = n.organisation_code
    where n.id = ${id} and n.withdrawn_at is null`.execute(db)
  return rows[0]
}

export type NewCandidate = Omit<Candidate, 'id' | 'organisationName' | 'personId' | 'electedAt'>

export async function insertCandidate(trx: Transaction<Database>, candidate: NewCandidate): Promise<number> {
  const { id } = await trx
    .insertInto('nomination')
    .values({
      meeting_id: candidate.meetingId,
      post: candidate.post,
      name: candidate.name,
      email: candidate.email,
      party: candidate.party,
      part_of_country: candidate.partOfCountry,
      organisation_code: candidate.organisationCode,
      presentation: candidate.presentation,
      proposed: candidate.proposed,
      nominated_by: candidate.nominatedBy,
      made_up: candidate.madeUp,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setProposed(trx: Transaction<Database>, id: number, proposed: boolean): Promise<void> {
  await trx
    .updateTable('nomination')
    .set({ proposed })
    .where('id', '=', id)
    .where('elected_at', 'is', null)
    .execute()
}

export async function withdrawCandidate(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('nomination')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('elected_at', 'is', null)
    .execute()
}

/** Notes that somebody was elected, and who they are. */
export async function markElected(
  trx: Transaction<Database>,
  id: number,
  { personId, now }: { personId: number | null; now: Date },
): Promise<void> {
  await trx
    .updateTable('nomination')
    .set({ elected_at: now, ...(personId === null ? {} : { person_id: personId }) })
    .where('id', '=', id)
    .execute()
}

/** Somebody who sits on a post. */
export interface Sitting {
  appointmentId: number
  personId: number
  name: string
  since: string
}

/** Who holds a role of the association on a day, those who have sat longest first. */
export async function listSitting(db: Kysely<Database>, role: string, day: string): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`
    select a.id as "appointmentId", a.person_id as "personId", p.name, a.since
    from appointment a join person p on p.id = a.person_id join organisation o on o.code = a.organisation_code
    where o.kind = 'association' and a.role = ${role} and a.since <= ${day} and (a.until is null or a.until > ${day})
    order by a.since, a.id`.execute(db)
  return rows
}

/** The code of the association itself. */
export async function findAssociation(db: Kysely<Database>): Promise<string> {
  const row = await db
    .selectFrom('organisation')
    .where('kind', '=', 'association')
    .select('code')
    .executeTakeFirstOrThrow()
  return row.code
}

/** Words about an appointment that the register shows. */
export async function describeAppointment(
  trx: Transaction<Database>,
  personId: number,
  role: string,
  { sv, en, home }: { sv: string; en: string; home: string | null },
): Promise<void> {
  await sql`
    update appointment a set title_sv = ${sv}, title_en = ${en}, home_organisation_code = coalesce(${home}, home_organisation_code)
    from organisation o where o.code = a.organisation_code and o.kind = 'association'
      and a.person_id = ${personId} and a.role = ${role} and a.until is null`.execute(trx)
}
