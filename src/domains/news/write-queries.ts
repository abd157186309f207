import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { NewsText } from './queries.ts'

/** What the secretariat writes of a piece of news. */
export interface WrittenNews {
  publishAt: Date | null
  texts: Partial<Record<Language, NewsText>>
}

/** Adds a piece of news under the first free address that begins with `slug`, and gives its id. */
export async function insertNews(
  trx: Transaction<Database>,
  written: WrittenNews,
  by: { slug: string; personId: number; madeUp: boolean },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into news_item (slug, publish_at, written_by, made_up)
    select s.slug, ${written.publishAt}::timestamptz, ${by.personId}::bigint, ${by.madeUp}::boolean
    from (select n, ${by.slug} || case when n = 1 then '' else '-' || n end as slug from generate_series(1, 10000) as n) s
    where not exists (select from news_item where slug = s.slug) order by s.n limit 1
    returning id`.execute(trx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error(`Every address that begins with ${by.slug} is taken.`)
  await saveTexts(trx, id, written.texts)
  return id
}

/** Takes a draft away that nobody has seen. */
export async function deleteNews(trx: Transaction<Database>, id: number): Promise<void> {
  await trx.deleteFrom('news_item').where('id', '=', id).execute()
}

/** Saves over the version that was seen. False when somebody was quicker. */
export async function updateNews(
  trx: Transaction<Database>,
  id: number,
  written: WrittenNews,
  by: { personId: number; seen: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('news_item')
    .set({
      publish_at: written.publishAt,
      version: by.seen + 1,
      written_by: by.personId,
      updated_at: by.now,
    })
    .where('id', '=', id)
    .where('version', '=', by.seen)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await saveTexts(trx, id, written.texts)
  return true
}

/** Lets a piece that is not out yet come out now. */
export async function publishNow(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('news_item')
    .set({ publish_at: now, version: sql`version + 1` })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('publish_at', 'is', null), eb('publish_at', '>', now)]))
    .execute()
}

/** Takes a piece off the site with a reason, or shows it again when the reason is null. */
export async function setHidden(
  trx: Transaction<Database>,
  id: number,
  reason: string | null,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('news_item')
    .set({ hidden_at: reason === null ? null : now, hidden_reason: reason ?? '' })
    .where('id', '=', id)
    .execute()
}

/**
 * Marks the pieces whose hour has come. The database then counts up the version of the public data, so that pages
 * kept since before are made anew. Two processes may do so at once.
 */
export async function announceNews(db: Kysely<Database>, now: Date): Promise<void> {
  await db
    .updateTable('news_item')
    .set({ announced_at: now })
    .where('publish_at', '<=', now)
    .where('announced_at', 'is', null)
    .execute()
}

async function saveTexts(
  trx: Transaction<Database>,
  id: number,
  texts: Partial<Record<Language, NewsText>>,
): Promise<void> {
  for (const language of ['sv', 'en'] as const) {
    const text = texts[language]
    if (text) {
      await trx
        .insertInto('news_text')
        .values({ news_id: id, language, ...text })
        .onConflict((conflict) => conflict.columns(['news_id', 'language']).doUpdateSet(text))
        .execute()
    } else {
      await trx.deleteFrom('news_text').where('news_id', '=', id).where('language', '=', language).execute()
    }
  }
}
