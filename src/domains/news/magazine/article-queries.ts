import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** An article of an issue: written for it, or a piece of news or a good example that was chosen. */
export interface Article {
  id: number
  newsId: number | null
  exampleId: number | null
  title: string
  lead: string
  /** Markdown. */
  body: string
  /** Who wrote it, in words. */
  byline: string
}

/** What is put into an issue. */
export type NewArticle =
  | { newsId: number }
  | { exampleId: number }
  | Pick<Article, 'title' | 'lead' | 'body' | 'byline'>

/** The articles of an issue in their order. */
export async function listArticles(db: Kysely<Database>, issueId: number): Promise<Article[]> {
  return db
    .selectFrom('magazine_article')
    .where('issue_id', '=', issueId)
    .select(['id', 'news_id as newsId', 'example_id as exampleId', 'title', 'lead', 'body', 'byline'])
    .orderBy('ordinal')
    .execute()
}

/** Puts an article last. */
export async function insertArticle(
  trx: Transaction<Database>,
  issueId: number,
  article: NewArticle,
): Promise<void> {
  await sql`select from magazine_issue where id = ${issueId} for update`.execute(trx)
  await trx
    .insertInto('magazine_article')
    .values({
      issue_id: issueId,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from magazine_article where issue_id = ${issueId})`,
      ...('newsId' in article
        ? { news_id: article.newsId }
        : 'exampleId' in article
          ? { example_id: article.exampleId }
          : article),
    })
    .execute()
  await touch(trx, issueId)
}

/** Writes an article of the magazine's own anew. */
export async function updateArticle(
  trx: Transaction<Database>,
  issueId: number,
  id: number,
  written: Pick<Article, 'title' | 'lead' | 'body' | 'byline'>,
): Promise<void> {
  await trx
    .updateTable('magazine_article')
    .set(written)
    .where('id', '=', id)
    .where('issue_id', '=', issueId)
    .where('news_id', 'is', null)
    .where('example_id', 'is', null)
    .execute()
  await touch(trx, issueId)
}

/** Lets an article change places with the one before it. The first one stays. */
export async function moveArticleUp(trx: Transaction<Database>, issueId: number, id: number): Promise<void> {
  await sql`
    with pair as (
      select id, lag(id) over ranked as before_id, ordinal, lag(ordinal) over ranked as before_ordinal
      from magazine_article where issue_id = ${issueId} window ranked as (order by ordinal))
    update magazine_article a set ordinal = case a.id when pair.id then pair.before_ordinal else pair.ordinal end
    from pair where pair.id = ${id} and pair.before_id is not null and a.id in (pair.id, pair.before_id)`.execute(
    trx,
  )
  await touch(trx, issueId)
}

/** Takes an article out of an issue. */
export async function deleteArticle(trx: Transaction<Database>, issueId: number, id: number): Promise<void> {
  await trx.deleteFrom('magazine_article').where('id', '=', id).where('issue_id', '=', issueId).execute()
  await touch(trx, issueId)
}

/** Pages that are kept of an issue are made anew. */
async function touch(trx: Transaction<Database>, issueId: number): Promise<void> {
  await sql`update magazine_issue set version = version + 1 where id = ${issueId}`.execute(trx)
}
