import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { NewsPicture } from './pictures/picture-queries.ts'

export interface NewsText {
  title: string
  /** One or two sentences, for lists. */
  lead: string
  /** Markdown. */
  body: string
}

/** A piece of news, written by the secretariat. */
export interface NewsItem {
  id: number
  /** Its address for ever: `/nyheter/{slug}`. */
  slug: string
  /** When it comes out; null while nobody has said. */
  publishAt: Date | null
  hiddenAt: Date | null
  hiddenReason: string
  texts: Partial<Record<Language, NewsText>>
  /** The member that proposed it. */
  proposedBy: string | null
  picture: NewsPicture | null
  madeUp: boolean
  /** To be sent back when saving, so that nobody writes over what they have not seen. */
  version: number
  updatedAt: Date
}

/** What is out at `now`, newest first. `after` is the id of the last piece already read. */
export function listNews(
  db: Kysely<Database>,
  { now, limit = 50, after, offset = 0 }: { now: Date; limit?: number; after?: number; offset?: number },
): Promise<NewsItem[]> {
  const beyond =
    after === undefined
      ? []
      : [sql`(n.publish_at, n.id) < (select l.publish_at, l.id from news_item l where l.id = ${after})`]
  return selectNews(db, [isOut(now), ...beyond], sql`n.publish_at desc, n.id desc`, limit, offset)
}

/** How many pieces are out at `now`. */
export async function countNews(db: Kysely<Database>, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from news_item n where ${isOut(now)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Every piece, for the secretariat: drafts first, then the newest. */
export function listAllNews(db: Kysely<Database>, most: number): Promise<NewsItem[]> {
  return selectNews(db, [sql`true`], sql`n.publish_at desc nulls first, n.id desc`, most)
}

/** Pieces by their ids, whether they are out or not. */
export function listNewsById(db: Kysely<Database>, ids: number[]): Promise<NewsItem[]> {
  return selectNews(db, [sql`n.id = any(${ids})`], sql`n.id`, ids.length)
}

/** One piece by its address, whether it is out or not. */
export async function findNews(db: Kysely<Database>, slug: string): Promise<NewsItem | undefined> {
  return (await selectNews(db, [sql`n.slug = ${slug}`], sql`n.id`, 1))[0]
}

/** One piece by its id, whether it is out or not. */
export async function findNewsById(db: Kysely<Database>, id: number): Promise<NewsItem | undefined> {
  return (await selectNews(db, [sql`n.id = ${id}`], sql`n.id`, 1))[0]
}

const isOut = (now: Date) => sql`n.publish_at <= ${now} and n.hidden_at is null`

async function selectNews(
  db: Kysely<Database>,
  where: RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
  limit: number,
  offset = 0,
): Promise<NewsItem[]> {
  const { rows } = await sql<NewsItem>`
    select n.id, n.slug, n.publish_at as "publishAt", n.hidden_at as "hiddenAt", n.hidden_reason as "hiddenReason",
      (select coalesce(json_object_agg(t.language, json_build_object('title', t.title, 'lead', t.lead, 'body', t.body)),
        '{}') from news_text t where t.news_id = n.id) as texts,
      (select o.name from organisation o where o.code = n.proposed_by_organisation) as "proposedBy",
      (select json_build_object('id', p.id, 'isLead', true, 'alt', p.alt, 'width', p.width, 'height', p.height, 'sha256', p.sha256)
        from news_picture p where p.news_id = n.id and p.is_lead) as picture,
      n.made_up as "madeUp", n.version, n.updated_at as "updatedAt"
    from news_item n where ${sql.join(where, sql` and `)} order by ${order} limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}
