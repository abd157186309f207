import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { deleteEndedSessions } from './session-queries.ts'
import { deleteExpiredTokens } from './token-queries.ts'

/** How long things are kept. The register of processing shows these very numbers. */
export const retention = {
  /** The text of a mail and the files beside it, after it was sent. */
  mailTextDays: 90,
  /** That a mail was sent at all. */
  mailYears: 2,
  auditYears: 10,
  /** An account without any role. */
  unusedAccountMonths: 24,
} as const

/** Removes what nobody needs any longer. Gives the ids of accounts that have been without a role for too long. */
export async function forgetOld(db: Kysely<Database>): Promise<void> {
  await deleteEndedSessions(db)
  await deleteExpiredTokens(db)
  await sql`update mail set plain = '', html = '' where plain <> ''
    and coalesce(sent_at, given_up_at) < now() - make_interval(days => ${retention.mailTextDays})`.execute(db)
  await sql`delete from mail_attachment a using mail m where m.id = a.mail_id
    and coalesce(m.sent_at, m.given_up_at) < now() - make_interval(days => ${retention.mailTextDays})`.execute(
    db,
  )
  await sql`delete from mail
    where coalesce(sent_at, given_up_at) < now() - make_interval(years => ${retention.mailYears})`.execute(db)
  await sql`select forget_old_audit(now() - make_interval(years => ${retention.auditYears}))`.execute(db)
}

/** People who have had no role for so long that their accounts are to be erased. */
export async function listUnusedAccounts(db: Kysely<Database>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from person p
    where p.erased_at is null and p.created_at < now() - make_interval(months => ${retention.unusedAccountMonths})
      and not exists (select from appointment a where a.person_id = p.id
        and (a.until is null or a.until > now() - make_interval(months => ${retention.unusedAccountMonths})))
    limit 500`.execute(db)
  return rows.map(({ id }) => id)
}
