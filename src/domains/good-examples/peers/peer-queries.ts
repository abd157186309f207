import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'

/** A colleague who is asked to comment on a draft. */
export interface Peer {
  personId: number
  name: string
  /** Where the colleague works today. */
  organisation: string
  madeUp: boolean
  askedAt: Date
  answeredAt: Date | null
}

/** Whether somebody is asked to comment on a draft. */
export async function isAsked(db: Kysely<Database>, exampleId: number, personId: number): Promise<boolean> {
  const found = await db
    .selectFrom('good_example_peer')
    .select('person_id')
    .where('example_id', '=', exampleId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

/** Those who are asked to comment on a draft, the first asked first. */
export async function listPeers(db: Kysely<Database>, exampleId: number): Promise<Peer[]> {
  const { rows } = await sql<Peer>`
    select p.id as "personId", p.name, p.made_up as "madeUp", a.asked_at as "askedAt", a.answered_at as "answeredAt",
      coalesce((select o.name from appointment s join organisation o on o.code = s.organisation_code
        where s.person_id = p.id and s.until is null order by s.id limit 1), '') as organisation
    from good_example_peer a join person p on p.id = a.person_id
    where a.example_id = ${exampleId} order by a.asked_at, p.id`.execute(db)
  return rows
}

/** Asks colleagues, and gives those who were not asked before. */
export async function insertPeers(
  trx: Transaction<Database>,
  { exampleId, people, by }: { exampleId: number; people: number[]; by: number },
): Promise<number[]> {
  const { rows } = await sql<{ personId: number }>`
    insert into good_example_peer (example_id, person_id, asked_by)
    select ${exampleId}::bigint, p, ${by}::bigint from unnest(${people}::bigint[]) as p
    on conflict do nothing returning person_id as "personId"`.execute(trx)
  return rows.map(({ personId }) => personId)
}

/** Takes a question to a colleague back; what was said already stays. */
export async function deletePeer(
  trx: Transaction<Database>,
  exampleId: number,
  personId: number,
): Promise<void> {
  await trx
    .deleteFrom('good_example_peer')
    .where('example_id', '=', exampleId)
    .where('person_id', '=', personId)
    .execute()
}

/** Notes that a colleague has answered, and says who asked; undefined when that was noted before. */
export async function markAnswered(
  trx: Transaction<Database>,
  exampleId: number,
  personId: number,
  now: Date,
): Promise<{ askedBy: number | null } | undefined> {
  return trx
    .updateTable('good_example_peer')
    .set({ answered_at: now })
    .where('example_id', '=', exampleId)
    .where('person_id', '=', personId)
    .where('answered_at', 'is', null)
    .returning('asked_by as askedBy')
    .executeTakeFirst()
}

type Titled = { exampleId: number; title: Record<Language, string | null> }

const titleOf = (language: Language) =>
  sql`(select t.title from good_example_text t where t.example_id = e.id and t.language = ${language})`
const titles = sql`json_build_object('sv', ${titleOf('sv')}, 'en', ${titleOf('en')})`

/** Drafts that somebody is asked to comment on and has said nothing of yet. */
export async function listAskedOf(
  db: Kysely<Database>,
  personId: number,
): Promise<(Titled & { organisation: string })[]> {
  const { rows } = await sql<Titled & { organisation: string }>`
    select e.id as "exampleId", ${titles} as title, o.name as organisation
    from good_example_peer a join good_example e on e.id = a.example_id
    join organisation o on o.code = e.organisation_code
    where a.person_id = ${personId} and a.answered_at is null and e.state = 'draft'
    order by a.asked_at`.execute(db)
  return rows
}

/** Drafts of some organisations with comments that nobody has dealt with. */
export async function listCommentedDrafts(
  db: Kysely<Database>,
  organisationCodes: string[],
): Promise<(Titled & { comments: number })[]> {
  const { rows } = await sql<Titled & { comments: number }>`
    select e.id as "exampleId", ${titles} as title, count(*)::int as comments
    from good_example e join good_example_comment c on c.example_id = e.id and c.dealt_with_at is null
    where e.organisation_code = any(${organisationCodes}) and e.state = 'draft'
    group by e.id order by min(c.written_at)`.execute(db)
  return rows
}
