import { type Kysely, sql, type Transaction, type Updateable } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Application, findApplication, listSteps, type TakenStep } from './queries.ts'
import { next, type Step } from './rules.ts'
import type { ApplicationTables } from './tables.ts'

/** Somebody else took a step first. */
export class Overtaken extends Error {
  readonly last: TakenStep | undefined
  constructor(last: TakenStep | undefined) {
    super('The application has moved on.')
    this.last = last
  }
}

export interface StepToTake {
  id: number
  /** The number of steps that the page showed; -1 takes the step whatever happened before. */
  version: number
  step: Step
  by: number | null
  text?: string | undefined
  data?: Record<string, string> | undefined
  /** What the step sets beside the state. */
  changes?: Updateable<ApplicationTables['application']> | undefined
}

/**
 * Takes a step, alone: whoever else acts on the application waits, and then sees what happened. Gives back how it
 * stands afterwards. Throws {@link Overtaken} when the application is not as the page showed it, or when the step
 * does not lead on from where it stands.
 */
export async function takeStep(trx: Transaction<Database>, taken: StepToTake): Promise<Application> {
  const { id, version, step, by, text = '', data = {}, changes = {} } = taken
  const before = await trx
    .selectFrom('application')
    .where('id', '=', id)
    .select(['state', 'version'])
    .forUpdate()
    .executeTakeFirst()
  const to = before && next(before.state, step)
  if (!before || !to || (version !== -1 && before.version !== version)) {
    throw new Overtaken((await listSteps(trx, id)).at(-1))
  }
  await trx
    .updateTable('application')
    .set({ ...changes, state: to, version: before.version + 1, changed_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
  await insertStep(trx, { id, step, from: before.state, to, by, text, data })
  const after = await findApplication(trx, id)
  if (!after) throw new Error('The application is gone.')
  return after
}

/** Writes down what happened. The table only grows. */
export async function insertStep(
  trx: Transaction<Database>,
  taken: {
    id: number
    step: string
    from: string | null
    to: string
    by: number | null
    text?: string
    data?: Record<string, string>
    at?: Date
  },
): Promise<void> {
  const { id, step, from, to, by, text = '', data = {}, at } = taken
  await trx
    .insertInto('application_step')
    .values({
      application_id: id,
      step,
      from_state: from,
      to_state: to,
      by_person: by,
      text,
      data: JSON.stringify(data),
      ...(at ? { at } : {}),
    })
    .execute()
}

/** Who is partial (jäv) in the matter of an application, and why. */
export interface Conflict {
  personId: number
  name: string
  /** Empty when a role in the applicant's own organisation is the reason. */
  reason: string
}

/** Everyone with a say in the association who is partial in an application, declared or by their own organisation. */
export async function listConflicts(
  db: Kysely<Database>,
  application: { id: number; organisation_code: string },
  today: string,
): Promise<Conflict[]> {
  const { rows } = await sql<Conflict>`
    select p.id as "personId", p.name, c.reason from application_conflict c join person p on p.id = c.person_id
    where c.application_id = ${application.id}
    union all
    select distinct p.id, p.name, '' from appointment a join person p on p.id = a.person_id
    join organisation o on o.code = a.organisation_code
    where a.since <= ${today} and (a.until is null or a.until > ${today})
      and (a.organisation_code = ${application.organisation_code}
        or (o.kind = 'association' and a.home_organisation_code = ${application.organisation_code}))
      and exists (select from appointment s join organisation so on so.code = s.organisation_code
        where s.person_id = p.id and so.kind = 'association' and (s.until is null or s.until > ${today}))
      and not exists (select from application_conflict c
        where c.application_id = ${application.id} and c.person_id = p.id)`.execute(db)
  return rows
}

/** Somebody says to be partial. The own view, if there was one, no longer counts. */
export async function declareConflict(
  trx: Transaction<Database>,
  conflict: { applicationId: number; personId: number; reason: string },
): Promise<void> {
  const { applicationId, personId, reason } = conflict
  await trx
    .insertInto('application_conflict')
    .values({ application_id: applicationId, person_id: personId, reason })
    .onConflict((known) => known.columns(['application_id', 'person_id']).doUpdateSet({ reason }))
    .execute()
  await trx
    .deleteFrom('application_review')
    .where('application_id', '=', applicationId)
    .where('person_id', '=', personId)
    .execute()
}
