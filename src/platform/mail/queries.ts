import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Attachment, Mail } from './mail.ts'
import type { MailTables } from './tables.ts'

export type MailRow = Selectable<MailTables['mail']>

/** Puts a mail in the outbox; it leaves when the transaction commits. */
export async function enqueueMail(
  trx: Transaction<Database> | Kysely<Database>,
  mail: Mail,
): Promise<number> {
  const { id } = await trx
    .insertInto('mail')
    .values({
      kind: mail.kind,
      person_id: mail.personId ?? null,
      recipient: mail.to,
      reply_to: mail.replyTo ?? null,
      subject: mail.subject,
      plain: mail.plain,
      html: mail.html,
      unsubscribe: mail.unsubscribe ?? null,
      thread: mail.thread ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { name, mediaType, content } of mail.attachments ?? []) {
    await trx
      .insertInto('mail_attachment')
      .values({ mail_id: id, name, media_type: mediaType, content })
      .execute()
  }
  return id
}

/** The files that go with a mail. */
export async function listAttachments(db: Kysely<Database>, mailId: number): Promise<Attachment[]> {
  return db
    .selectFrom('mail_attachment')
    .where('mail_id', '=', mailId)
    .select(['name', 'media_type as mediaType', 'content'])
    .orderBy('name')
    .execute()
}

/** How long a sender may work on a mail before another one takes it for lost. */
export const claimSeconds = 120

/** Takes the next mail that is due, so that no other sender takes it too. */
export async function claimMail(db: Kysely<Database>): Promise<MailRow | undefined> {
  const { rows } = await sql<MailRow>`
    update mail set claimed_at = now(), tries = tries + 1
    where id = (
      select id from mail
      where sent_at is null and given_up_at is null and handed_at is null and next_try_at <= now()
        and (claimed_at is null or claimed_at < now() - make_interval(secs => ${claimSeconds}))
      order by next_try_at, id limit 1
      for update skip locked)
    returning *`.execute(db)
  return rows[0]
}

/** Notes that the last byte is about to leave. From here on a mail is never sent again by itself. */
export async function markHanded(db: Kysely<Database>, id: number): Promise<void> {
  await db.updateTable('mail').set({ handed_at: new Date() }).where('id', '=', id).execute()
}

export async function markSent(db: Kysely<Database>, id: number): Promise<void> {
  await db
    .updateTable('mail')
    .set({ sent_at: new Date(), claimed_at: null, failure: null })
    .where('id', '=', id)
    .execute()
}

/** The connection broke after the last byte: it may have arrived, so it is left for a person to decide. */
export async function markUncertain(db: Kysely<Database>, id: number, failure: string): Promise<void> {
  await db.updateTable('mail').set({ claimed_at: null, failure }).where('id', '=', id).execute()
}

/** The server answered that it did not take the mail; it is tried again after `seconds`. */
export async function postponeMail(
  db: Kysely<Database>,
  id: number,
  failure: string,
  seconds: number,
): Promise<void> {
  await sql`
    update mail set claimed_at = null, handed_at = null, failure = ${failure},
      next_try_at = now() + make_interval(secs => ${seconds})
    where id = ${id}`.execute(db)
}

/** Gives up; an address that the server refuses for good is flagged at its person. */
export async function giveUpMail(
  db: Kysely<Database>,
  mail: MailRow,
  failure: string,
  addressRefused: boolean,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('mail')
      .set({ given_up_at: new Date(), claimed_at: null, failure })
      .where('id', '=', mail.id)
      .execute()
    if (!addressRefused) return
    await trx
      .updateTable('person')
      .set({ email_failed_at: new Date(), email_failure: failure })
      .where(sql`lower(email)`, '=', mail.recipient.toLowerCase())
      .execute()
  })
}

/** Whether anything waits, and in how many milliseconds the next is due. */
export async function nextMailIn(db: Kysely<Database>): Promise<number | undefined> {
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from min(greatest(next_try_at, claimed_at + make_interval(secs => ${claimSeconds})) - now()))::float8 * 1000 as ms
    from mail where sent_at is null and given_up_at is null and handed_at is null`.execute(db)
  return rows[0]?.ms ?? undefined
}

/** The newest mails, for the demonstration's post room. */
export function listNewestMail(db: Kysely<Database>, limit: number): Promise<MailRow[]> {
  return db.selectFrom('mail').selectAll().orderBy('id', 'desc').limit(limit).execute()
}

export function findMail(db: Kysely<Database>, id: number): Promise<MailRow | undefined> {
  return db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
}
