import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../../src/database/tables.ts'
import type { Ledger } from './ledger.ts'
import type { Prepared } from './prepare.ts'
import type { Site } from './site.ts'

/** What the database holds against what people were told. */
export interface Found {
  /** Acknowledged, but not there. */
  lost: string[]
  /** There more than once. */
  doubled: string[]
  /** Mails that may have arrived, which a person must decide about. */
  uncertain: number
}

/** Holds the ledger against the database, the mail server and the store of the files. */
export async function look(site: Site, ledger: Ledger, { event, organisation }: Prepared): Promise<Found> {
  const db = site.truth()
  // Taken before the database is asked: what is acknowledged meanwhile is for the next look.
  const acknowledged = {
    report: [...ledger.acknowledged.report],
    register: [...ledger.acknowledged.register],
    vote: [...ledger.acknowledged.vote],
    pay: [...ledger.acknowledged.pay],
    upload: [...ledger.acknowledged.upload],
  }
  const counts: Record<keyof Ledger['acknowledged'], Map<string, number>> = {
    // Every saved value leaves one line in the audit log, also when it was changed since.
    report: await count(sql`
      select (a.after ->> 'key_figure_id') || ' ' || (a.after ->> 'value') as name, count(*)::int as n from audit_entry a
      join report p on p.id = (a.after ->> 'report_id')::bigint and p.organisation_code = ${organisation}
      where a.table_name = 'report_answer' and a.after ->> 'comment' = 'Prov' group by 1`),
    register: await count(
      sql`select email as name, count(*)::int as n from event_registration where event_id = ${event} group by 1`,
    ),
    vote: await count(sql`
      select entry_id::text as name, count(*)::int as n from ballot_voter where choice[1] = 1 + entry_id % 2 group by 1`),
    pay: await count(sql`select amount_ore::text as name, count(*)::int as n from payment group by 1`),
    // Each logo is told apart by the words for those who do not see it.
    upload: await count(sql`
      select a.after ->> 'logo_alt' as name, count(*)::int as n from audit_entry a
      where a.table_name = 'organisation_profile' and a.after ->> 'organisation_code' = ${organisation}
        and a.before ->> 'logo_alt' is distinct from a.after ->> 'logo_alt' group by 1`),
  }
  const lost: string[] = []
  const doubled: string[] = []
  for (const kind of ['report', 'register', 'vote', 'pay', 'upload'] as const) {
    for (const name of acknowledged[kind]) {
      const n = counts[kind].get(name) ?? 0
      if (n === 0) lost.push(`${kind} ${name}`)
      if (n > 1) doubled.push(`${kind} ${name}`)
    }
  }
  const unlogged = await count(sql`
    select r.email as name, 0 as n from event_registration r where r.event_id = ${event}
      and r.email like 'gast%@gast.example' and 1 <> (select count(*) from audit_entry a
        where a.table_name = 'event_registration' and a.row_key = r.id::text and a.before is null)`)
  const mailed = await count(
    sql`select recipient as name, count(*)::int as n from mail where kind = 'event-registered' group by 1`,
  )
  for (const email of acknowledged.register) {
    const n = mailed.get(email) ?? 0
    if (n === 0) lost.push(`mail to ${email}`)
    if (n > 1) doubled.push(`mail to ${email}`)
  }
  for (const email of unlogged.keys()) lost.push(`the one line of the audit log about ${email}`)
  for (const [name, n] of site.post.arrived) if (n > 1) doubled.push(`arrival of ${name}`)
  const missing = (await listLogos(db)).filter((sha256) => !isWhole(site.store.pathOf(sha256), sha256))
  // One that was replaced in that moment may be gone.
  const needed = missing.length > 0 ? await listLogos(db) : []
  for (const sha256 of missing) if (needed.includes(sha256)) lost.push(`file ${sha256}`)
  const [waiting] = (
    await sql<{ n: number }>`select count(*)::int as n from mail
      where handed_at is not null and sent_at is null and given_up_at is null`.execute(db)
  ).rows
  return { lost, doubled, uncertain: waiting?.n ?? 0 }

  async function count(query: ReturnType<typeof sql<{ name: string; n: number }>>) {
    const { rows } = await query.execute(db)
    return new Map(rows.map(({ name, n }) => [name, n]))
  }
}

/** The logos that lie outside the database, by their sums. */
async function listLogos(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select logo_sha256 as sha256 from organisation_profile where logo_sha256 is not null`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

/** Whether the file of a row lies in the store with all its bytes. */
function isWhole(path: string, sha256: string): boolean {
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
}

/** How many mails have not left yet. */
export async function countWaitingMail(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from mail where sent_at is null and given_up_at is null and handed_at is null`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
