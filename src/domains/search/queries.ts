import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { hitsPerPage, marks, mostCompared, mostWeighed, type Viewer } from './rules.ts'
import type { Kind } from './tables.ts'
import { allOf, queryOf, type Word } from './word-queries.ts'

/** What is looked for. An empty field does not narrow. */
export interface Narrowing {
  kind: Kind | ''
  year: number | null
  organisation: string
  language: Language | ''
}

/** Something that was found. Title and text are marked round what fits. */
export interface Hit {
  kind: Kind
  address: string
  /** That of the reader where it is told in it. */
  language: Language
  title: string
  text: string
  /** Whose it is; null for the association's own. */
  organisation: string | null
  happenedOn: string | null
  madeUp: boolean
  /** Found only by some: `members`, `organisation`, `office`. */
  audience: string
}

/** How many there are of each, counted among those weighed. */
export interface Facets {
  kinds: Partial<Record<Kind, number>>
  years: { year: number; count: number }[]
  organisations: { code: string; name: string; count: number }[]
  languages: Partial<Record<Language, number>>
}

export interface Found {
  hits: Hit[]
  /** Of those weighed: the newest, and those that fit in their title. */
  total: number
  /** Whether there are more than were weighed. */
  more: boolean
  facets: Facets
}

/** The best fitting texts that somebody may see, and what there is to narrow by. */
export async function searchTexts(
  db: Kysely<Database>,
  asked: { words: Word[]; narrowing: Narrowing; page: number; language: Language },
  viewer: Viewer,
  now: Date,
): Promise<Found> {
  const { words, narrowing, page, language } = asked
  const query = allOf(words.map((word) => queryOf(word)))
  const exact = allOf(words.map((word) => queryOf(word, 'exact')))
  const candidates = (under: Narrowing) => candidatesOf(exact, query, viewer, now, under)
  const { rows } = await sql<Found>`
    with weighed as materialized (select ${candidates(everything)} as weighed),
    narrowed as materialized (
      select case
        when not ${narrows(narrowing)}::boolean then weighed
        when cardinality(weighed) < ${mostWeighed} then array(
          select c from unnest(weighed) as c where fits_narrowing(c, ${narrowingOf(narrowing)}))
        else ${candidates(narrowing)} end as narrowed from weighed)
    select cardinality(narrowed) as total, cardinality(narrowed) >= ${mostWeighed} as more,
      search_facets(weighed, ${narrowingOf(narrowing)}) as facets,
      search_hits(narrowed, ${query}, ${language}, ${mostCompared}, ${(page - 1) * hitsPerPage}, ${hitsPerPage},
        ${`StartSel=${marks.start},StopSel=${marks.end}`}) as hits
    from weighed, narrowed`.execute(db)
  const [found] = rows
  if (!found) throw new Error('The search gave no row.')
  return found
}

/** The newest texts that fit, and the newest that fit in their title; sorted by nothing. */
function candidatesOf(
  exact: RawBuilder<unknown>,
  query: RawBuilder<unknown>,
  { audiences, organisationCodes }: Viewer,
  now: Date,
  narrowing: Narrowing,
): RawBuilder<unknown> {
  const codes = organisationCodes === 'all' ? null : organisationCodes
  return sql`search_candidates(${exact}, ${query}, ${audiences}, ${codes}, ${now}, ${narrowingOf(narrowing)}, ${mostWeighed})`
}

const everything: Narrowing = { kind: '', year: null, organisation: '', language: '' }

function narrows({ kind, year, organisation, language }: Narrowing): boolean {
  return kind !== '' || year !== null || organisation !== '' || language !== ''
}

function narrowingOf({ kind, year, organisation, language }: Narrowing): RawBuilder<unknown> {
  return sql`row(${kind || null}, ${year}, ${organisation || null}, ${language || null})::search_narrowing`
}

/** The condition that somebody may find a row now. */
export function mayBeSeen({ audiences, organisationCodes }: Viewer, now: Date): RawBuilder<unknown> {
  const own =
    organisationCodes === 'all'
      ? sql`true`
      : sql`(audience <> 'organisation' or organisation_code = any(${organisationCodes}))`
  return sql`audience = any(${audiences}) and ${own} and (shown_during is null or shown_during @> ${now}::timestamptz)`
}
