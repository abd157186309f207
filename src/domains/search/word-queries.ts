import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A word that was typed, and the nearest words that stand somewhere when nothing begins with it. */
export interface Word {
  typed: string
  alike: string[]
}

/** How alike two words must be, of 1; see the bench. Two letters that changed places in a word of nine are 0.43. */
const alikeEnough = 0.4
/** Words that are this much less alike than the nearest one are not meant. */
const alikeAsBest = 0.15
const mostAlike = 4

/** Finds the nearest words that the reader may read for those that are misspelt or lack their rings and dots. */
export async function correctWords(
  db: Kysely<Database>,
  typed: string[],
  forEveryone: boolean,
): Promise<Word[]> {
  if (typed.length === 0) return []
  const readable = forEveryone ? sql`w.for_everyone` : sql`true`
  const { rows } = await sql<Word>`
    select t.typed, case
      when exists (select from search_word w where w.word ^@ t.typed and ${readable})
        or exists (select from search_text s where s.search @@ to_tsquery('swedish', t.typed)) then '{}'
      else array(
        select word from (select word, alike, max(alike) over () as best from nearest_words(t.typed, ${forEveryone})) as near
        where alike >= ${alikeEnough} and alike > best - ${alikeAsBest} order by alike desc, word limit ${mostAlike}) end as alike
    from unnest(${typed}::text[]) with ordinality as t (typed, place) order by t.place`.execute(db)
  return rows
}

/**
 * A word's stem in both languages, all that begins with it unless it must be exact, and those that are alike. Words hold
 * letters and digits only.
 */
export function queryOf({ typed, alike }: Word, exact?: 'exact'): RawBuilder<unknown> {
  // Two letters begin too many words to be of help.
  const beginning = !exact && typed.length > 2 ? `${typed}:*` : typed
  const queries = [
    sql`to_tsquery('swedish', ${typed})`,
    sql`to_tsquery('english', ${typed})`,
    sql`to_tsquery('simple', ${beginning})`,
    ...alike.map((word) => sql`plainto_tsquery('swedish', ${word})`),
  ]
  return sql`(${sql.join(queries, sql` || `)})`
}

/** What fits every one of several queries. */
export function allOf(queries: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(${sql.join(queries, sql` && `)})`
}

const batch = 500

/** Draws everything anew that views draw, some at a time so that nobody waits for it, and gives how many texts there are. */
export async function rebuildSearch(db: Kysely<Database>): Promise<number> {
  const sources = await db.selectFrom('search_source').selectAll().orderBy('name').execute()
  for (const { name, held_in, key_column } of sources) {
    const { rows } = await sql<{ key: string }>`
      select ${sql.ref(key_column)}::text as key from ${sql.table(held_in)}
      union select key from search_text where source = ${name} order by 1`.execute(db)
    for (let done = 0; done < rows.length; done += batch) {
      const keys = rows.slice(done, done + batch).map(({ key }) => key)
      // What is drawn anew at the end of each of these transactions is seen by all the others at once.
      await sql`select refresh_search(${name}, key) from unnest(${keys}::text[]) as key`.execute(db)
    }
  }
  await forgetWords(db)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from search_text`.execute(db)
  return rows[0]?.count ?? 0
}

/** Drops words that stand in no text any more. */
export async function forgetWords(db: Kysely<Database>): Promise<void> {
  await sql`
    delete from search_word w where not exists (
      select from search_text t where t.search @@ to_tsquery('simple', w.word) or t.search @@ to_tsquery('swedish', w.word)
        or t.search @@ to_tsquery('english', w.word))`.execute(db)
}
