import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What a person has written, was asked and has begun here. */
export async function readPersonal(db: Kysely<Database>, personId: number): Promise<Record<string, unknown>> {
  const projects = await sql`
    select name, updated_at as "updatedAt" from cooperation_project where written_by = ${personId} order by id`.execute(
    db,
  )
  const visits = await sql`
    select v.organisation, h.asked_at as "askedAt", h.state, h.note, h.answered_at as "answeredAt"
    from visit_host_asked h join visit_request v on v.id = h.request_id
    where h.person_id = ${personId} order by h.asked_at`.execute(db)
  const answers = await sql`
    select organisation, reply, answered_at as "answeredAt" from visit_request
    where answered_by = ${personId} order by id`.execute(db)
  const subscriptions = await sql`
    select name, address, began_at as "beganAt" from exchange_subscription where began_by = ${personId} order by id`.execute(
    db,
  )
  return {
    cooperationProjects: projects.rows,
    visitsAsked: visits.rows,
    visitsAnswered: answers.rows,
    exchangeSubscriptions: subscriptions.rows,
  }
}

/** Forgets a person; what they wrote for their organisation stays without them. */
export async function forgetPerson(trx: Transaction<Database>, personId: number): Promise<void> {
  await sql`update cooperation_project set written_by = null where written_by = ${personId}`.execute(trx)
  await sql`update visit_request set answered_by = null where answered_by = ${personId}`.execute(trx)
  await sql`update exchange_subscription set began_by = null where began_by = ${personId}`.execute(trx)
  await sql`delete from visit_host_asked where person_id = ${personId}`.execute(trx)
  // Whom nobody is left to receive goes back to the secretariat.
  await sql`
    update visit_request v set state = 'waiting' where state = 'asked'
      and not exists (select from visit_host_asked h where h.request_id = v.id and h.state = 'asked')`.execute(
    trx,
  )
}
