import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Audience } from './tables.ts'

export interface CardValues {
  knows: string
  helpsWith: string
  subjects: string[]
  languages: string[]
  mayBeAsked: boolean
  shownTo: Audience
  emailShownTo: Audience
  phoneShownTo: Audience
}

/** One's own card, empty when nothing was written yet. */
export async function findOwnCard(db: Kysely<Database>, personId: number): Promise<CardValues> {
  const card = await db
    .selectFrom('contact_card')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const subjects = await db
    .selectFrom('person_subject')
    .select('subject_id')
    .where('person_id', '=', personId)
    .execute()
  return {
    knows: card?.knows ?? '',
    helpsWith: card?.helps_with ?? '',
    subjects: subjects.map(({ subject_id }) => subject_id),
    languages: card?.languages ?? ['sv'],
    mayBeAsked: card?.may_be_asked ?? true,
    shownTo: card?.shown_to ?? 'members',
    emailShownTo: card?.email_shown_to ?? 'nobody',
    phoneShownTo: card?.phone_shown_to ?? 'nobody',
  }
}

export async function saveCard(
  trx: Transaction<Database>,
  personId: number,
  card: CardValues,
): Promise<void> {
  const values = {
    knows: card.knows,
    helps_with: card.helpsWith,
    languages: card.languages,
    may_be_asked: card.mayBeAsked,
    shown_to: card.shownTo,
    email_shown_to: card.emailShownTo,
    phone_shown_to: card.phoneShownTo,
    made_up: false,
    updated_at: new Date(),
  }
  await trx
    .insertInto('contact_card')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute()
  await trx.deleteFrom('person_subject').where('person_id', '=', personId).execute()
  if (card.subjects.length) {
    await trx
      .insertInto('person_subject')
      .values(card.subjects.map((subject_id) => ({ person_id: personId, subject_id })))
      .execute()
  }
}

/** What this house holds about a person. */
export async function readContactData(
  db: Kysely<Database>,
  personId: number,
): Promise<Record<string, unknown>> {
  const messages = await sql`
    select subject, body, recipients, sent_at from contact_message where sender_id = ${personId} order by id`.execute(
    db,
  )
  return { card: await findOwnCard(db, personId), messages: messages.rows }
}

export async function eraseContact(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('person_subject').where('person_id', '=', personId).execute()
  await trx.deleteFrom('contact_card').where('person_id', '=', personId).execute()
  await trx.deleteFrom('contact_message').where('sender_id', '=', personId).execute()
}

/** Drops words that stand on no card any more, messages older than a year with them. */
export async function forgetOldMessages(db: Kysely<Database>): Promise<void> {
  await sql`
    delete from contact_word where word not in (
      select w from contact_card c, unnest(tsvector_to_array(to_tsvector('simple', contact_text(c.person_id)))) as w)`.execute(
    db,
  )
  await sql`delete from contact_message where sent_at < now() - interval '12 months'`.execute(db)
}

/** Counts what somebody has sent in the last day, keeping others of the same person waiting until it is decided. */
export async function lockSentToday(
  trx: Transaction<Database>,
  senderId: number,
): Promise<{ messages: number; recipients: number }> {
  await sql`select from person where id = ${senderId} for update`.execute(trx)
  const { rows } = await sql<{ messages: number; recipients: number }>`
    select count(*)::int as messages, coalesce(sum(recipients), 0)::int as recipients from contact_message
    where sender_id = ${senderId} and sent_at > now() - interval '1 day'`.execute(trx)
  return rows[0] ?? { messages: 0, recipients: 0 }
}

export async function insertMessage(
  trx: Transaction<Database>,
  message: { sender_id: number; subject: string; body: string; recipients: number },
): Promise<void> {
  await trx.insertInto('contact_message').values(message).execute()
}
