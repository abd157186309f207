import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { searchWord, someWord, tellingWords } from './rules/words.ts'
import type { Readers } from './tables.ts'

/** A question that is like one being asked. */
export interface SimilarQuestion {
  id: number
  title: string
  language: Language
  askedAt: Date
  answers: number
  accepted: boolean
  madeUp: boolean
}

/** A good example that fits a question being asked. */
export interface FittingExample {
  id: number
  title: string
  language: Language
  organisation: string
  year: number
  madeUp: boolean
}

const mostShown = 5

/** Questions that the reader may see whose words are those of a title, the most alike first. */
export async function listSimilarQuestions(
  db: Kysely<Database>,
  title: string,
  { except = null, reader = 'members' }: { except?: number | null; reader?: Readers } = {},
): Promise<SimilarQuestion[]> {
  const words = someWord(title)
  if (!words) return []
  const query = sql`(to_tsquery('swedish', ${words}) || to_tsquery('english', ${words}))`
  const { rows } = await sql<SimilarQuestion>`
    select q.id, q.title, q.language, q.asked_at as "askedAt", q.made_up as "madeUp",
      q.accepted_answer_id is not null as accepted,
      (select count(*)::int from answer a where a.question_id = q.id and a.hidden_at is null
        and (${reader} = 'members' or a.audience = 'everyone')) as answers
    from question q where q.search @@ ${query} and q.hidden_at is null and q.id is distinct from ${except}::bigint
      and (${reader} = 'members' or q.audience = 'everyone')
    order by ts_rank(q.search, ${query}) desc, q.id desc limit ${mostShown}`.execute(db)
  return rows
}

/**
 * Published examples that fit a question: two of its words, or one and a key figure, or its only word. Those with the
 * most words first.
 */
export async function listFittingExamples(
  db: Kysely<Database>,
  { title, figureIds, limit = mostShown }: { title: string; figureIds: string[]; limit?: number },
): Promise<FittingExample[]> {
  const words = tellingWords(title)
  const needed = Math.min(words.length, 2)
  const { rows } = await sql<FittingExample>`
    with word as (select n, to_tsquery('swedish', w) || to_tsquery('english', w) as query
      from unnest(${words.map(searchWord)}::text[]) with ordinality as t (w, n)),
    fitting as (
      select e.id, count(distinct w.n) as words, bool_or(f.example_id is not null) as tied
      from good_example e join good_example_text t on t.example_id = e.id
      left join word w on t.search @@ w.query
      left join good_example_figure f on f.example_id = e.id and f.key_figure_id = any(${figureIds})
      where e.state = 'published' and e.hidden_at is null group by e.id)
    select e.id, t.title, t.language, o.name as organisation, e.year, e.made_up as "madeUp"
    from fitting f join good_example e using (id) join organisation o on o.code = e.organisation_code
    cross join lateral (select title, language from good_example_text t where t.example_id = e.id
      order by t.language desc limit 1) as t
    where (f.words > 0 and f.words >= ${needed}) or (f.tied and (f.words > 0 or ${words.length} = 0))
    order by f.words desc, f.tied desc, e.id desc limit ${limit}`.execute(db)
  return rows
}

/** Key figures and subjects whose names hold a word of a title: what the question is probably about. */
export async function guessTies(
  db: Kysely<Database>,
  title: string,
  figureIds: string[],
): Promise<{ figureIds: string[]; subjectIds: string[] }> {
  const words = someWord(title)
  if (!words) return { figureIds: [], subjectIds: [] }
  const query = sql`(to_tsquery('swedish', ${words}) || to_tsquery('english', ${words}))`
  const { rows } = await sql<{ id: string; figure: boolean }>`
    select id, true as figure from key_figure where id = any(${figureIds})
      and (to_tsvector('swedish', name_sv) || to_tsvector('english', name_en)) @@ ${query}
    union all
    select id, false from subject where retired_on is null
      and (to_tsvector('swedish', name_sv) || to_tsvector('english', name_en)) @@ ${query}
    order by id`.execute(db)
  return {
    figureIds: rows.filter(({ figure }) => figure).map(({ id }) => id),
    subjectIds: rows.filter(({ figure }) => !figure).map(({ id }) => id),
  }
}
