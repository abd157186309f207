import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'

interface Thing {
  id: number
  title: string
  /** Of the title. */
  language: Language
  at: Date
  madeUp: boolean
}

/** What has been sent since a moment, the newest first. */
export async function listSentSince(db: Kysely<Database>, since: Date): Promise<Thing[]> {
  const { rows } = await sql<Thing>`
    select m.id, m.title, m.language, s.sent_at as at, m.made_up as "madeUp"
    from advocacy_sent s join advocacy_matter m on m.id = s.matter_id
    where s.sent_at >= ${since} order by s.sent_at desc limit 10`.execute(db)
  return rows
}

/** Endorsements by some organisations since a moment, the newest first. */
export async function listEndorsedSince(
  db: Kysely<Database>,
  codes: string[],
  since: Date,
): Promise<(Thing & { organisation: string })[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<Thing & { organisation: string }>`
    select m.id, m.title, m.language, o.name as organisation, e.endorsed_at as at, e.made_up as "madeUp"
    from advocacy_endorsement e join advocacy_matter m on m.id = e.matter_id
    join organisation o on o.code = e.organisation_code
    where e.organisation_code = any(${codes}) and e.endorsed_at >= ${since} and e.withdrawn_at is null
    order by e.endorsed_at desc limit 20`.execute(db)
  return rows
}

/** What was sent with an organisation behind it, the newest first. */
export async function listSentOf(db: Kysely<Database>, code: string, most: number): Promise<Thing[]> {
  const { rows } = await sql<Thing>`
    select m.id, m.title, m.language, s.sent_at as at, m.made_up as "madeUp"
    from advocacy_sent s join advocacy_matter m on m.id = s.matter_id
    join advocacy_endorsement e on e.matter_id = m.id and e.organisation_code = ${code} and e.withdrawn_at is null
    where e.version >= (select max(v.number) from advocacy_version v where v.matter_id = m.id and v.in_substance)
    order by s.sent_at desc limit ${most}`.execute(db)
  return rows
}

/** What the secretariat has to do: unsent answers due until a day, and adopted ones to be sent. */
export async function countToDo(
  db: Kysely<Database>,
  until: string,
): Promise<{ due: number; toSend: number }> {
  const { rows } = await sql<{ due: number; toSend: number }>`
    select count(*) filter (where deadline <= ${until} and state in ('preparing', 'drafting', 'proposed'))::int as due,
      count(*) filter (where state = 'adopted')::int as "toSend" from advocacy_matter`.execute(db)
  return rows[0] ?? { due: 0, toSend: 0 }
}
