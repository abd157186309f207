import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'

/** How many have asked for each example in English that is not there yet, by its id. */
export async function countWishes(db: Kysely<Database>): Promise<Map<number, number>> {
  const { rows } = await sql<{ exampleId: number; count: number }>`
    select example_id as "exampleId", count(*)::int as count from translation_wish group by example_id`.execute(
    db,
  )
  return new Map(rows.map(({ exampleId, count }) => [exampleId, count]))
}

export async function insertWish(
  trx: Transaction<Database>,
  wish: { exampleId: number; askedBy: string; now: Date },
): Promise<void> {
  await trx
    .insertInto('translation_wish')
    .values({ example_id: wish.exampleId, asked_by: wish.askedBy, asked_at: wish.now })
    .execute()
}

/** Somebody whose example is wanted in English, and who has not been told lately. */
export interface Untold {
  exampleId: number
  title: string
  count: number
  from: string[]
  personId: number
  name: string
  email: string
  language: Language
}

/** Whom an example is asked of: who wrote it, else who may be asked about it, else the member's contact official. */
const author = (today: string) => sql`cross join lateral (
  select x.person_id from (
    select e.written_by as person_id, 1 as place union all select e.contact_id, 2 union all
    (select a.person_id, 3 from appointment a where a.organisation_code = e.organisation_code
      and a.role = 'contact-official' and a.since <= ${today} and (a.until is null or a.until > ${today})
      order by a.id limit 1)) as x
  join person p on p.id = x.person_id and p.email is not null and p.erased_at is null
  order by x.place limit 1) as author`

const untranslated = sql`e.state = 'published' and e.hidden_at is null
  and not exists (select from good_example_text t where t.example_id = e.id and t.language = 'en')`

/** Takes wishes that nobody was told of; an author hears of one example once a month at most. Call in the mails' transaction. */
export async function takeUntold(trx: Transaction<Database>, now: Date, today: string): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    with fresh as (
      update translation_wish w set told_at = ${now} where w.told_at is null and not exists (
        select from translation_wish before where before.example_id = w.example_id
          and before.told_at > ${now}::timestamptz - interval '30 days')
      returning w.example_id, w.asked_by)
    select e.id as "exampleId", (select t.title from good_example_text t where t.example_id = e.id
        order by t.language = 'sv' desc limit 1) as title,
      f.count, f.from, p.id as "personId", p.name, p.email, p.language
    from (select example_id, count(*)::int as count,
      coalesce(array_agg(distinct asked_by) filter (where asked_by <> ''), '{}') as from from fresh group by example_id) as f
    join good_example e on e.id = f.example_id and ${untranslated} ${author(today)}
    join person p on p.id = author.person_id`.execute(trx)
  return rows
}

/** Examples of a person that somebody wants in English. */
export async function listWishedOf(
  db: Kysely<Database>,
  personId: number,
  today: string,
): Promise<{ exampleId: number; title: string }[]> {
  const { rows } = await sql<{ exampleId: number; title: string }>`
    select e.id as "exampleId", (select t.title from good_example_text t where t.example_id = e.id
      order by t.language = 'sv' desc limit 1) as title
    from good_example e ${author(today)}
    where author.person_id = ${personId} and ${untranslated}
      and exists (select from translation_wish w where w.example_id = e.id) order by e.id`.execute(db)
  return rows
}

/** Forgets wishes that have come true. */
export async function forgetFulfilled(trx: Transaction<Database>): Promise<void> {
  await sql`
    delete from translation_wish w where exists (
      select from good_example_text t where t.example_id = w.example_id and t.language = 'en')`.execute(trx)
}
