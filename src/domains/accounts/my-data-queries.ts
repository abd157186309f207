import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Everything this house holds about a person, without secrets, by heading. */
export async function readPersonalData(
  db: Kysely<Database>,
  personId: number,
): Promise<Record<string, unknown>> {
  const [person, appointments, sessions, passkeys, mail, log] = await Promise.all([
    sql`select name, email, title, phone, language, created_at, email_failed_at, email_failure, made_up from person where id = ${personId}`.execute(
      db,
    ),
    sql`select o.name as organisation, a.role, a.since, a.until, a.title_sv as title from appointment a
      join organisation o on o.code = a.organisation_code where a.person_id = ${personId} order by a.since`.execute(
      db,
    ),
    sql`select means, device, created_at, last_seen_at, expires_at from session where person_id = ${personId}`.execute(
      db,
    ),
    sql`select name, created_at, last_used_at from passkey where person_id = ${personId}`.execute(db),
    sql`select kind, recipient, subject, plain, created_at, sent_at from mail where person_id = ${personId} order by id`.execute(
      db,
    ),
    sql`select at, actor_name, action, table_name, row_key, before, after from audit_entry
      where actor_id = ${personId} or (table_name in ('person', 'contact_card') and row_key = ${String(personId)})
      order by id`.execute(db),
  ])
  return {
    person: person.rows[0],
    appointments: appointments.rows,
    sessions: sessions.rows,
    passkeys: passkeys.rows,
    mail: mail.rows,
    log: log.rows,
  }
}

/** Roles whose holders are named in minutes and decisions; their names stay. */
const namedInMinutes = [
  'board-chair',
  'board-member',
  'board-substitute',
  'auditor',
  'nomination-committee',
  'expert-group',
]

/** Whether somebody holds an association role now, which must be laid down before one is erased. */
export async function hasAssociationRole(
  db: Kysely<Database>,
  personId: number,
  today: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from appointment a join organisation o on o.code = a.organisation_code and o.kind = 'association'
    where a.person_id = ${personId} and (a.until is null or a.until > ${today})`.execute(db)
  return rows.length > 0
}

/** Forgets a person: account, address, sessions, mails and the log's before and after. */
export async function erasePerson(
  trx: Transaction<Database>,
  personId: number,
  today: string,
): Promise<void> {
  await sql`update appointment set until = greatest(${today}::date, since)
    where person_id = ${personId} and (until is null or until > ${today}::date)`.execute(trx)
  await sql`delete from sent_once where person_id = ${personId}`.execute(trx)
  await trx.deleteFrom('session').where('person_id', '=', personId).execute()
  await trx.deleteFrom('passkey').where('person_id', '=', personId).execute()
  await trx.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  await trx.deleteFrom('second_factor').where('person_id', '=', personId).execute()
  await trx.deleteFrom('one_time_token').where('person_id', '=', personId).execute()
  await trx.deleteFrom('identity').where('person_id', '=', personId).execute()
  await sql`delete from mail_attachment where mail_id in (select id from mail where person_id = ${personId})`.execute(
    trx,
  )
  await sql`
    update mail set recipient = '', plain = '', html = '', subject = '', reply_to = null, unsubscribe = null,
      given_up_at = case when sent_at is null then coalesce(given_up_at, now()) else given_up_at end
    where person_id = ${personId}`.execute(trx)
  await sql`
    update person set email = null, phone = '', title = '', email_failed_at = null, email_failure = null, erased_at = now(),
      name = case when exists (select from appointment a where a.person_id = person.id and a.role = any(${namedInMinutes}))
        then name else 'Raderad person' end
    where id = ${personId}`.execute(trx)
  await sql`select erase_from_audit(${personId})`.execute(trx)
}
