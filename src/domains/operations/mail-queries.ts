import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MailTables } from '#platform/mail/tables.ts'

/** How the outbox is doing. */
export interface MailState {
  waiting: number
  /** Of those, mails that have been tried in vain. */
  delayed: number
  /** When the oldest was written. */
  oldestAt: Date | null
  /** What the server said of the last one that was delayed. */
  failure: string
  failed: number
  lastSentAt: Date | null
}

/** A mail that did not arrive, or perhaps did. Its text is nobody's business here. */
export type StrandedMail = Pick<
  Selectable<MailTables['mail']>,
  'id' | 'kind' | 'recipient' | 'subject' | 'created_at' | 'failure'
> & { uncertain: boolean }

/** Seconds after which a mail whose last byte has left, and of which nothing is heard, is in doubt. */
const doubtSeconds = 300
/** Only the latest mails are looked through, however many have been sent over the years. */
const latest = 20_000

const stranded = sql<boolean>`let_go_at is null and sent_at is null and (given_up_at is not null
  or (handed_at is not null and claimed_at is null)
  or handed_at < now() - make_interval(secs => ${doubtSeconds}))
  and id > (select coalesce(max(id), 0) from mail) - ${latest}`

export async function readMailState(db: Kysely<Database>): Promise<MailState> {
  const { rows } = await sql<MailState>`
    select count(*)::int as waiting, count(*) filter (where tries > 1)::int as delayed,
      min(created_at) as "oldestAt",
      coalesce((array_agg(failure order by next_try_at desc) filter (where failure is not null))[1], '') as failure,
      (select count(*)::int from mail where ${stranded}) as failed,
      (select max(sent_at) from mail where id > (select coalesce(max(id), 0) from mail) - 1000) as "lastSentAt"
    from mail where sent_at is null and given_up_at is null and handed_at is null`.execute(db)
  const [state] = rows
  if (!state) throw new Error('the outbox tells nothing of itself')
  return state
}

/** Mails that did not arrive and wait for somebody to decide, the newest first. */
export async function listStranded(db: Kysely<Database>, limit: number): Promise<StrandedMail[]> {
  return db
    .selectFrom('mail')
    .select(['id', 'kind', 'recipient', 'subject', 'created_at', 'failure'])
    .select(sql<boolean>`given_up_at is null`.as('uncertain'))
    .where(stranded)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Sends a stranded mail once more, as if it had never been tried. False when it is not stranded any longer. */
export async function sendAgain(trx: Transaction<Database>, id: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update mail set given_up_at = null, handed_at = null, claimed_at = null, failure = null, tries = 0,
      next_try_at = now()
    where id = ${id} and ${stranded} returning id`.execute(trx)
  if (rows.length > 0) await sql`select pg_notify('mail', '')`.execute(trx)
  return rows.length > 0
}

/** Notes that a stranded mail is taken care of. False when it is not stranded any longer. */
export async function letGo(trx: Transaction<Database>, id: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update mail set let_go_at = now() where id = ${id} and ${stranded} returning id`.execute(trx)
  return rows.length > 0
}
