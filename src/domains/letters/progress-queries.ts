import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { claimSeconds } from '#platform/mail/queries.ts'

/**
 * Handed over whole, but never answered: perhaps it arrived. A sender that was killed leaves its claim behind, which
 * means nothing once it has run out.
 */
const inDoubt = sql`sent_at is null and given_up_at is null and handed_at is not null
  and (claimed_at is null or claimed_at < now() - make_interval(secs => ${sql.lit(claimSeconds)}))`

export interface Progress {
  all: number
  sent: number
  waiting: number
  refused: number
  doubt: number
}

export async function countProgress(db: Kysely<Database>, letterId: number): Promise<Progress> {
  const { rows } = await sql<Progress>`
    select count(*)::int as all,
      count(*) filter (where sent_at is not null)::int as sent,
      count(*) filter (where given_up_at is not null)::int as refused,
      count(*) filter (where ${inDoubt})::int as doubt,
      count(*) filter (where sent_at is null and given_up_at is null and not (${inDoubt}))::int as waiting
    from mail where letter_id = ${letterId}`.execute(db)
  return rows[0] ?? { all: 0, sent: 0, waiting: 0, refused: 0, doubt: 0 }
}

export interface Trouble {
  id: number
  recipient: string
  name: string | null
  failure: string | null
  kind: 'refused' | 'doubt'
}

/** The mails of a letter that did not arrive, or perhaps did not. */
export async function listTroubles(db: Kysely<Database>, letterId: number): Promise<Trouble[]> {
  const { rows } = await sql<Trouble>`
    select m.id, m.recipient, p.name, m.failure,
      case when m.given_up_at is not null then 'refused' else 'doubt' end as kind
    from mail m left join person p on p.id = m.person_id
    where m.letter_id = ${letterId} and m.sent_at is null
      and (m.given_up_at is not null or (${inDoubt}))
    order by kind, m.recipient`.execute(db)
  return rows
}

/** Lets those in doubt be sent once more, or one of them when `mail` is not 0. It is a person who decides that a copy is better than none. */
export async function resendDoubtful(
  trx: Transaction<Database>,
  letterId: number,
  mail: number,
): Promise<void> {
  await sql`
    update mail set handed_at = null, claimed_at = null, failure = null, next_try_at = now()
    where letter_id = ${letterId} and (${mail} = 0 or id = ${mail}) and ${inDoubt}`.execute(trx)
  await sql`select pg_notify('mail', '')`.execute(trx)
}

/** What the desk should know: letters on their way out, mails in doubt, addresses that were refused. */
export async function countForDesk(
  db: Kysely<Database>,
): Promise<{ scheduled: number; doubt: number; refused: number }> {
  const { rows } = await sql<{ scheduled: number; doubt: number; refused: number }>`
    select (select count(*) from letter where state = 'scheduled')::int as scheduled,
      (select count(distinct letter_id) from mail where letter_id is not null and ${inDoubt})::int as doubt,
      (select count(*) from person where email_failed_at is not null and erased_at is null)::int as refused`.execute(
    db,
  )
  return rows[0] ?? { scheduled: 0, doubt: 0, refused: 0 }
}
