import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { type Answers, answersSchema } from './answers.ts'
import { finals, type State } from './rules.ts'
import type { ApplicationTables } from './tables.ts'

/** An application with its organisation's name. */
export interface Application extends Omit<Selectable<ApplicationTables['application']>, 'answers'> {
  answers: Answers
  organisationName: string
  organisationKind: string
  startedByName: string
  /** The day of its board meeting. */
  meetingOn: string | null
}

const columns = sql`a.*, o.name as "organisationName", o.kind as "organisationKind", p.name as "startedByName",
  m.held_on as "meetingOn"`
const tables = sql`application a join organisation o on o.code = a.organisation_code
  join person p on p.id = a.started_by left join meeting m on m.id = a.meeting_id`

/** An application by its number. */
export async function findApplication(db: Kysely<Database>, id: number): Promise<Application | undefined> {
  const { rows } = await sql<Application>`select ${columns} from ${tables} where a.id = ${id}`.execute(db)
  return rows.map(withAnswers)[0]
}

/** Applications in some states, the oldest sent first. */
export async function listApplications(
  db: Kysely<Database>,
  states: readonly State[],
): Promise<Application[]> {
  const { rows } = await sql<Application>`
    select ${columns} from ${tables} where a.state = any(${[...states]})
    order by a.submitted_at nulls last, a.id`.execute(db)
  return rows.map(withAnswers)
}

/** The applications of some organisations, the newest first. */
export async function listApplicationsOf(db: Kysely<Database>, codes: string[]): Promise<Application[]> {
  const { rows } = await sql<Application>`
    select ${columns} from ${tables} where a.organisation_code = any(${codes}) order by a.id desc`.execute(db)
  return rows.map(withAnswers)
}

/** The application of an organisation that is not finished yet. */
export async function findOpenApplication(
  db: Kysely<Database>,
  code: string,
): Promise<Application | undefined> {
  const { rows } = await sql<Application>`
    select ${columns} from ${tables} where a.organisation_code = ${code} and a.state <> all(${[...finals]})`.execute(
    db,
  )
  return rows.map(withAnswers)[0]
}

/** The code of the organisation that an application is about. */
export async function organisationOf(db: Kysely<Database>, id: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('application')
    .where('id', '=', id)
    .select('organisation_code')
    .executeTakeFirst()
  return row?.organisation_code
}

function withAnswers(row: Application): Application {
  return { ...row, answers: answersSchema.parse(row.answers) }
}

/** A step that was taken. */
export interface TakenStep {
  id: number
  step: string
  from: string | null
  to: string
  byName: string | null
  at: Date
  text: string
  data: Record<string, string>
}

/** Everything that has happened with an application, the oldest first. */
export async function listSteps(db: Kysely<Database>, applicationId: number): Promise<TakenStep[]> {
  const { rows } = await sql<TakenStep>`
    select s.id, s.step, s.from_state as "from", s.to_state as "to", p.name as "byName", s.at, s.text, s.data
    from application_step s left join person p on p.id = s.by_person
    where s.application_id = ${applicationId} order by s.id`.execute(db)
  return rows
}

export interface Receiver {
  personId: number
  name: string
  email: string
  language: 'sv' | 'en'
}

/** Who holds one of some roles on a day, in one organisation or in the association, and has an address. */
export async function listReceivers(
  db: Kysely<Database>,
  roles: readonly Role[],
  today: string,
  code?: string,
): Promise<Receiver[]> {
  const place = code ? sql`o.code = ${code}` : sql`o.kind = 'association'`
  const { rows } = await sql<Receiver>`
    select distinct on (p.id) p.id as "personId", p.name, p.email, p.language
    from appointment a join person p on p.id = a.person_id join organisation o on o.code = a.organisation_code
    where ${place} and a.role = any(${[...roles]}) and a.since <= ${today} and (a.until is null or a.until > ${today})
      and p.email is not null and p.email_failed_at is null and p.erased_at is null
    order by p.id`.execute(db)
  return rows
}

/** Whether an organisation is a full member on a day, or is to become one. */
export async function isOrWillBeMember(db: Kysely<Database>, code: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select from membership where organisation_code = ${code} and kind = 'full' and (until is null or until > ${day})`.execute(
    db,
  )
  return rows.length > 0
}
