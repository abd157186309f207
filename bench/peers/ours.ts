import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/database/tables.ts'
import { answerCount, answerText, news, question } from './content.ts'

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

/** One reading as others are given it too. */
export interface Value {
  figure: string
  organisation: string
  year: number
  value: number
}

/** The readings of a figure, as many as are asked for, the latest years first. */
export async function readValues(db: Kysely<Database>, figure: string, count: number): Promise<Value[]> {
  const { rows } = await sql<Value>`
    select key_figure_id as figure, organisation_code as organisation, year, value::float8 as value
    from key_figure_value where key_figure_id = ${figure} and known_until is null and value is not null
    order by year desc, organisation_code limit ${count}`.execute(db)
  return rows
}
