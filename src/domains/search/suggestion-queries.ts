import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { mayBeSeen } from './queries.ts'
import type { Viewer } from './rules.ts'
import type { Kind } from './tables.ts'
import { allOf, queryOf } from './word-queries.ts'

/** A title that holds what is typed so far. */
export interface Suggestion {
  kind: Kind
  address: string
  language: Language
  title: string
}

const most = 5

/** The newest things whose title holds the words, the last of them perhaps half written. */
export async function suggestTitles(
  db: Kysely<Database>,
  words: string[],
  viewer: Viewer,
  now: Date,
  language: Language,
): Promise<Suggestion[]> {
  const query = allOf(words.map((typed) => queryOf({ typed, alike: [] })))
  const { rows } = await sql<Suggestion>`
    select kind, address, told as language, texts #>> array[told, 'title'] as title
    from search_text
    cross join lateral (select case when ${language} = any(languages) then ${language} else languages[1] end as told) as l
    where title_search @@ ${query} and kind not in ('organisation', 'key-figure') and ${mayBeSeen(viewer, now)}
    order by happened_on desc nulls last, id desc limit ${most}`.execute(db)
  return rows
}
