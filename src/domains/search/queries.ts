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
  /** At most {@link mostWeighed}. */
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
  const { rows } = await sql<{ hits: Hit[]; total: number; more: boolean; facets: Facets }>`
    with weighed as materialized (${weighed(exact, query, viewer, now)}),
    facets as materialized (${facetsOf(narrowing)}),
    narrowed as materialized (
      ${narrows(narrowing) ? weighed(exact, query, viewer, now, narrowing) : sql`select * from weighed`}),
    ordered as (select id, row_number() over (order by titled desc, happened_on desc nulls last, id) as place from narrowed),
    compared as (
      select id, place, case when place <= ${mostCompared}
        then (select ts_rank(t.search, ${query}, 1) from search_text t where t.id = ordered.id) else -1 end as rank
      from ordered),
    best as (
      select t.*, page.place from (
        select id, row_number() over (order by rank desc, place) as place from compared
        order by place limit ${hitsPerPage} offset ${(page - 1) * hitsPerPage}) as page
      join search_text t using (id))
    select (select count(*)::int from narrowed) as total,
      (select coalesce(bool_or(more), false) from narrowed) as more,
      (select facets from facets) as facets,
      (select coalesce(json_agg(json_build_object('kind', b.kind, 'address', b.address, 'language', b.told,
          'title', b.title, 'text', b.text, 'organisation', b.organisation, 'happenedOn', b.happened_on,
          'madeUp', b.made_up, 'audience', b.audience) order by b.place), '[]')
        from (${shown(query, language)}) as b) as hits`.execute(db)
  const [found] = rows
  if (!found) throw new Error('The search gave no row.')
  return found
}

/** The newest texts that fit, and the newest that fit in their title; sorted by nothing. */
function weighed(
  exact: RawBuilder<unknown>,
  query: RawBuilder<unknown>,
  { audiences, organisationCodes }: Viewer,
  now: Date,
  { kind, year, organisation, language }: Narrowing = everything,
): RawBuilder<unknown> {
  const codes = organisationCodes === 'all' ? null : organisationCodes
  return sql`
    select *, count(*) over () >= ${mostWeighed} as more from (
      select distinct on (id) * from search_candidates(${exact}, ${query}, ${audiences}, ${codes}::text[], ${now}::timestamptz, ${mostWeighed},
        ${kind || null}, ${year}, ${organisation || null}, ${language || null})) as candidates`
}

const everything: Narrowing = { kind: '', year: null, organisation: '', language: '' }

/** The condition that somebody may find a row now. */
export function mayBeSeen({ audiences, organisationCodes }: Viewer, now: Date): RawBuilder<unknown> {
  const own =
    organisationCodes === 'all'
      ? sql`true`
      : sql`(audience <> 'organisation' or organisation_code = any(${organisationCodes}))`
  return sql`audience = any(${audiences}) and ${own} and (shown_during is null or shown_during @> ${now}::timestamptz)`
}

function narrows({ kind, year, organisation, language }: Narrowing): boolean {
  return kind !== '' || year !== null || organisation !== '' || language !== ''
}

function conditions({ kind, year, organisation, language }: Narrowing): RawBuilder<unknown>[] {
  return [
    ...(kind ? [sql`kind = ${kind}`] : []),
    ...(year === null ? [] : [sql`year = ${year}`]),
    ...(organisation ? [sql`organisation_code = ${organisation}`] : []),
    ...(language ? [sql`${language} = any(languages)`] : []),
  ]
}

/** Each facet counted under the others, so that every choice shown leads somewhere. */
function facetsOf(narrowing: Narrowing): RawBuilder<unknown> {
  const under = (left: Partial<Narrowing>) =>
    sql.join([sql`true`, ...conditions({ ...narrowing, ...left })], sql` and `)
  return sql`select json_build_object(
    'kinds', (select coalesce(json_object_agg(kind, n), '{}') from
      (select kind, count(*) as n from weighed where ${under({ kind: '' })} group by kind) as k),
    'years', (select coalesce(json_agg(json_build_object('year', year, 'count', n) order by year desc), '[]') from
      (select year, count(*) as n from weighed where year is not null and ${under({ year: null })} group by year) as y),
    'organisations', (select coalesce(json_agg(json_build_object('code', o.code, 'name', o.name, 'count', n)
        order by o.name collate "sv-SE-x-icu"), '[]') from
      (select organisation_code, count(*) as n from weighed where ${under({ organisation: '' })} group by 1) as w
      join organisation o on o.code = w.organisation_code),
    'languages', (select coalesce(json_object_agg(language, n), '{}') from
      (select language, count(*) as n from weighed, unnest(languages) as language where ${under({ language: '' })}
        group by language) as l)) as facets`
}

/** The hits of the page in one language each, with what fits marked. */
function shown(query: RawBuilder<unknown>, language: Language): RawBuilder<unknown> {
  const options = (more: string) => `StartSel=${marks.start},StopSel=${marks.end},${more}`
  const config = sql`(case told when 'en' then 'english' else 'swedish' end)::regconfig`
  return sql`
    select b.*, o.name as organisation,
      ts_headline(${config}, said ->> 'title', ${query}, ${options('HighlightAll=true')}) as title,
      ts_headline(${config}, concat_ws(' ', nullif(said ->> 'lead', ''), said ->> 'body'), ${query},
        ${options('MaxFragments=1,MaxWords=32,MinWords=20')}) as text
    from (select best.*, told, texts -> told as said from best
      cross join lateral (select case when ${language} = any(languages) then ${language} else languages[1] end as told) as l
      offset 0) as b
    left join organisation o on o.code = b.organisation_code and b.kind <> 'organisation'`
}
