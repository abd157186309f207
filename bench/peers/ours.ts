import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../src/database/tables.ts'
import {
  answerCount,
  answerText,
  givesValues,
  news,
  question,
  showsNews,
  showsQuestion,
  type Value,
  type ValueQuery,
  value,
} from './content.ts'
import type { Ask } from './process.ts'

const answer = z.object({ items: z.array(value) }).transform(({ items }) => items)

/** Puts the question with its answers and the news into our database; gives their addresses. */
export async function fillOurs(db: Kysely<Database>): Promise<{ question: string; news: string }> {
  const { id } = await db
    .insertInto('question')
    .values({ ...question, language: 'sv', asked_by: 1, organisation_code: '1382', audience: 'everyone' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('answer')
    .values(
      Array.from({ length: answerCount }, (_, n) => ({
        question_id: id,
        body: answerText(n + 1),
        written_by: n + 2,
        organisation_code: '1283',
        audience: 'everyone' as const,
      })),
    )
    .execute()
  const item = await db
    .insertInto('news_item')
    .values({
      slug: news.slug,
      publish_at: sql<Date>`now() - interval '1 day'`,
      announced_at: sql<Date>`now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('news_text')
    .values({
      news_id: item.id,
      language: 'sv',
      title: news.title,
      lead: news.lead,
      body: news.paragraphs.join('\n\n'),
    })
    .execute()
  await sql`analyze`.execute(db)
  return { question: `/fragor/${id}-provfraga`, news: `/nyheter/${news.slug}` }
}

/** What the values are asked for: each of one shape, answered by the database itself. */
export async function readQueries(db: Kysely<Database>): Promise<ValueQuery[]> {
  const query = async (asked: Omit<ValueQuery, 'expected'>): Promise<ValueQuery> => {
    const { figure = null, organisation = null, year = null, limit } = asked
    const { rows } = await sql<Value>`
      select key_figure_id as figure, organisation_code as organisation, year::int, value::float8 as value
      from key_figure_value
      where known_until is null and value is not null
        and (${figure}::text is null or key_figure_id = ${figure})
        and (${organisation}::text is null or organisation_code = ${organisation})
        and (${year}::int is null or year = ${year})
      order by key_figure_id, organisation_code, year limit ${limit}`.execute(db)
    if (rows.length < 100) throw new Error(`${asked.what}: only ${rows.length} values`)
    return { ...asked, expected: rows }
  }
  return [
    await query({
      what: 'values, one figure, one year, all municipalities',
      figure: '1b',
      year: 2023,
      limit: 1000,
    }),
    await query({ what: 'values, one municipality, all figures', organisation: '1382', limit: 1000 }),
  ]
}

/** The pages and answers that our program is asked for. */
export function ownAsks(paths: { question: string; news: string }, queries: ValueQuery[]): Ask[] {
  const gzip = { 'accept-encoding': 'gzip' }
  return [
    { what: 'a question', path: paths.question, headers: gzip, isRight: showsQuestion },
    { what: 'a piece of news', path: paths.news, headers: gzip, isRight: showsNews },
    ...queries.map(({ what, figure, organisation, year, limit, expected }) => {
      const words = Object.entries({ figure, organisation, year, limit, missing: false })
        .filter(([, wanted]) => wanted !== undefined)
        .map(([name, wanted]) => `${name}=${wanted}`)
      return {
        what,
        path: `/api/v1/values?${words.join('&')}&fields=figure,organisation,year,value`,
        headers: { 'accept-encoding': 'identity' },
        isRight: givesValues(answer, expected),
      }
    }),
  ]
}
