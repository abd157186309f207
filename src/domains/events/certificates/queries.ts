import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { TaughtProgramme } from './tables.ts'

/** Proof that somebody was at a training, as it was when it was issued. */
export interface Certificate {
  id: number
  code: string
  eventId: number
  name: string
  organisation: string
  hours: number
  programme: TaughtProgramme
  /** `YYYY-MM-DD`. */
  issuedOn: string
  withdrawnAt: Date | null
  madeUp: boolean
}

/** A participant who was checked in, and the certificate if there is one. */
export interface Trained {
  registrationId: number
  personId: number | null
  name: string
  organisation: string
  email: string
  language: Language
  madeUp: boolean
  certificate: { id: number; code: string; withdrawn: boolean } | null
}

const columns = sql`t.id, t.code, t.event_id as "eventId", t.name, t.organisation, t.hours::float8 as hours, t.programme,
  t.issued_on as "issuedOn", t.withdrawn_at as "withdrawnAt", t.made_up as "madeUp"`

export async function findCertificate(db: Kysely<Database>, code: string): Promise<Certificate | undefined> {
  const { rows } =
    await sql<Certificate>`select ${columns} from training_certificate t where t.code = ${code}`.execute(db)
  return rows[0]
}

/** The certificates of a person, the newest training first. */
export async function listCertificatesOf(db: Kysely<Database>, personId: number): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select ${columns} from training_certificate t where t.person_id = ${personId}
    order by t.programme ->> 'from' desc, t.id desc`.execute(db)
  return rows
}

/** Everybody who was checked in at an event, by name. */
export async function listTrained(db: Kysely<Database>, eventId: number): Promise<Trained[]> {
  const { rows } = await sql<Trained>`
    select r.id as "registrationId", coalesce(r.person_id, p.id) as "personId", r.name,
      coalesce(o.name, r.organisation_name) as organisation, r.email, r.language, r.made_up as "madeUp",
      case when t.id is not null then
        json_build_object('id', t.id, 'code', t.code, 'withdrawn', t.withdrawn_at is not null) end as certificate
    from event_registration r
    left join organisation o on o.code = r.organisation_code
    left join person p on r.person_id is null and lower(p.email) = lower(r.email) and p.erased_at is null
    left join training_certificate t on t.registration_id = r.id
    where r.event_id = ${eventId} and r.state = 'placed' and r.checked_in_at is not null
    order by r.name collate "sv-SE-x-icu", r.id`.execute(db)
  return rows
}

/** What a new certificate says. */
export interface NewCertificate {
  code: string
  eventId: number
  registrationId: number
  personId: number | null
  name: string
  organisation: string
  hours: number
  programme: TaughtProgramme
  issuedOn: string
  issuedBy: number | null
  madeUp: boolean
}

/** Issues a certificate. False when the registration has one already: it is never issued twice. */
export async function insertCertificate(
  trx: Transaction<Database>,
  issued: NewCertificate,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('training_certificate')
    .values({
      code: issued.code,
      event_id: issued.eventId,
      registration_id: issued.registrationId,
      person_id: issued.personId,
      name: issued.name,
      organisation: issued.organisation,
      hours: issued.hours,
      programme: JSON.stringify(issued.programme),
      issued_on: issued.issuedOn,
      issued_by: issued.issuedBy,
      made_up: issued.madeUp,
    })
    .onConflict((conflict) => conflict.column('registration_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a certificate back, or lets it hold again with null. It stays, so that its address can say so. */
export async function withdrawCertificate(
  trx: Transaction<Database>,
  { eventId, id }: { eventId: number; id: number },
  at: Date | null,
): Promise<void> {
  await trx
    .updateTable('training_certificate')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('event_id', '=', eventId)
    .execute()
}

/** Deletes a certificate of one's own, and what the log says of it. */
export async function deleteOwnCertificate(
  trx: Transaction<Database>,
  personId: number,
  id: number,
): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('training_certificate')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (numDeletedRows === 1n) await sql`select forget_certificates_in_audit(${[id]}::bigint[])`.execute(trx)
}

/** Certificates so old that nobody needs to verify them any more are deleted. */
export async function forgetOldCertificates(
  db: Kysely<Database>,
  today: string,
  years: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: number }>`
      delete from training_certificate where issued_on < ${today}::date - make_interval(years => ${years})
      returning id`.execute(trx)
    await sql`select forget_certificates_in_audit(${rows.map(({ id }) => id)}::bigint[])`.execute(trx)
  })
}

/** Lets go of who a certificate belongs to; its address still verifies it, unless its owner deleted it. */
export async function forgetOwner(trx: Transaction<Database>, personId: number): Promise<void> {
  for (const column of ['person_id', 'issued_by'] as const) {
    await trx
      .updateTable('training_certificate')
      .set({ [column]: null })
      .where(column, '=', personId)
      .execute()
  }
}

/** Trainings that have ended with somebody checked in who has no certificate yet. */
export async function countTrainingsToCertify(db: Kysely<Database>, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from event e
    where e.kind = 'training' and e.cancelled_at is null and e.ends_at < ${now}
      and e.ends_at > ${now}::timestamptz - interval '1 year'
      and exists (select from event_registration r where r.event_id = e.id and r.state = 'placed'
        and r.checked_in_at is not null
        and not exists (select from training_certificate t where t.registration_id = r.id))`.execute(db)
  return rows[0]?.count ?? 0
}
