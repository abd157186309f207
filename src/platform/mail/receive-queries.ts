import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A mail that came, as it is noted. */
export interface Received {
  letterbox: string
  personId: number | null
  messageId: string
  bytes: number
}

/** Notes that a mail is taken. False when the same mail to the same person was taken before. */
export async function noteTaken(trx: Transaction<Database>, mail: Received): Promise<boolean> {
  const { rows } = await sql`
    insert into received_mail (letterbox, person_id, message_id, bytes)
    values (${mail.letterbox}, ${mail.personId}, ${mail.messageId}, ${mail.bytes})
    on conflict (person_id, message_id) where refused is null do nothing returning id`.execute(trx)
  return rows.length === 1
}

export async function wasTaken(
  db: Kysely<Database>,
  { personId, messageId }: Pick<Received, 'personId' | 'messageId'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('received_mail')
    .where('person_id', '=', personId)
    .where('message_id', '=', messageId)
    .where('refused', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes why a mail was refused. False when the same mail was refused for the same reason before. */
export async function noteRefused(db: Kysely<Database>, mail: Received, refused: string): Promise<boolean> {
  const { rows } = await sql`
    insert into received_mail (letterbox, person_id, message_id, bytes, refused)
    select ${mail.letterbox}, ${mail.personId}::bigint, ${mail.messageId}, ${mail.bytes}, ${refused}
    where ${mail.personId}::bigint is null or ${mail.messageId} = '' or not exists (select from received_mail r
      where r.person_id = ${mail.personId} and r.message_id = ${mail.messageId} and r.refused = ${refused})
    returning id`.execute(db)
  return rows.length === 1
}

/** How many mails were taken (null) or refused, and why, since a moment. */
export async function countReceived(
  db: Kysely<Database>,
  since: Date,
): Promise<{ refused: string | null; mails: number; latest: Date }[]> {
  const { rows } = await sql<{ refused: string | null; mails: number; latest: Date }>`
    select refused, count(*)::int as mails, max(received_at) as latest from received_mail
    where received_at >= ${since} group by refused order by mails desc`.execute(db)
  return rows
}

/** How long it is kept that a mail came; servers try again for days, never for so long. */
export const receivedDays = 180

export async function forgetReceived(trx: Transaction<Database>): Promise<void> {
  await sql`delete from received_mail where received_at < now() - make_interval(days => ${receivedDays})`.execute(
    trx,
  )
}

/** Mails that came to a person's addresses, for everything held about the person. */
export function readPersonalReceived(db: Kysely<Database>, personId: number): Promise<object[]> {
  return db
    .selectFrom('received_mail')
    .where('person_id', '=', personId)
    .select(['received_at', 'letterbox', 'message_id', 'refused'])
    .orderBy('received_at')
    .execute()
}

export async function eraseReceived(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('received_mail').where('person_id', '=', personId).execute()
}
