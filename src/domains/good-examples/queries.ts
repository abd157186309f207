import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import { examplePaths } from './paths.ts'
import { searchQuery } from './rules.ts'

/** The languages that something is told in; null where it is not. */
export type Told = Record<Language, string | null>

/** A published example as lists, feeds and programs need it. */
export interface PublishedExample {
  id: number
  /** Path on this site without the language: `/exempel/12-farre-resor`. */
  address: string
  title: Told
  summary: Told
  organisation: { code: string; name: string }
  /** The year of the measure. */
  year: number
  /** Ids of the key figures that it is tied to. */
  figures: string[]
  /** Ids of the words of the shared list. */
  subjects: string[]
  /** The sustainability criteria, 1–4. */
  criteria: number[]
  /** The global goals, 1–17. */
  sdgs: number[]
  /** ISO 8601. */
  publishedAt: string
  updatedAt: string
  madeUp: boolean
  /** The picture that stands for it in lists, in its small size: path on this site, and what it shows. */
  picture: { address: string; alt: Told; width: number; height: number } | null
}

/** Which examples are wanted; what is left out does not narrow. */
export interface ExampleFilter {
  ids?: number[]
  figureIds?: string[]
  organisationCodes?: string[]
  subjects?: string[]
  criteria?: number[]
  sdgs?: number[]
  countyCode?: string
  /** SKR group of municipalities, `A1` … `C9`. */
  groupCode?: string
  /** Words to find, in any bending. */
  text?: string
}

/** Published examples that fit, newest first. `after` is the id of the last one already read. */
export async function listPublishedExamples(
  db: Kysely<Database>,
  { limit = 100, after, ...filter }: ExampleFilter & { limit?: number; after?: number } = {},
): Promise<PublishedExample[]> {
  const beyond =
    after === undefined
      ? []
      : [
          sql`(e.published_at, e.id) < (select l.published_at, l.id from good_example l where l.id = ${after})`,
        ]
  return selectExamples(db, [...narrowings(filter), ...beyond], sql`e.published_at desc, e.id desc`, limit)
}

/** The ids of all published examples that hold the words. */
export async function findIdsByText(db: Kysely<Database>, text: string): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select e.id from good_example e where ${sql.join(narrowings({ text }), sql` and `)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Published examples by how well they fit the words, else newest first; and how many there are of them. */
export async function searchExamples(
  db: Kysely<Database>,
  filter: ExampleFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ examples: PublishedExample[]; total: number }> {
  const where = narrowings(filter)
  const best = filter.text
    ? sql`(select max(ts_rank(t.search, ${wordsOf(filter.text)})) from good_example_text t where t.example_id = e.id) desc, `
    : sql``
  const [examples, count] = await Promise.all([
    selectExamples(db, where, sql`${best}e.published_at desc, e.id desc`, limit, offset),
    sql<{ total: number }>`
      select count(*)::int as total from good_example e join organisation o on o.code = e.organisation_code
      where ${sql.join(where, sql` and `)}`.execute(db),
  ])
  return { examples, total: count.rows[0]?.total ?? 0 }
}

const visible = sql`e.state = 'published' and e.hidden_at is null`

function narrowings(filter: ExampleFilter): RawBuilder<unknown>[] {
  const { ids, figureIds, subjects, organisationCodes, criteria, sdgs, countyCode, groupCode, text } = filter
  const where = [visible]
  if (ids) where.push(sql`e.id = any(${ids})`)
  if (figureIds) {
    where.push(sql`exists (select from good_example_figure f
      where f.example_id = e.id and f.key_figure_id = any(${figureIds}))`)
  }
  if (subjects) {
    where.push(sql`exists (select from good_example_subject s
      where s.example_id = e.id and s.subject_id = any(${subjects}))`)
  }
  if (organisationCodes) where.push(sql`e.organisation_code = any(${organisationCodes})`)
  if (criteria) where.push(sql`e.criteria && ${criteria}::int[]`)
  if (sdgs) where.push(sql`e.sdgs && ${sdgs}::int[]`)
  if (countyCode) where.push(sql`o.county_code = ${countyCode}`)
  if (groupCode) where.push(sql`o.group_code = ${groupCode}`)
  if (text) {
    where.push(
      sql`exists (select from good_example_text t where t.example_id = e.id and t.search @@ ${wordsOf(text)})`,
    )
  }
  return where
}

/** What somebody typed, as a search in both languages: every word, in any bending and any compound it begins. */
function wordsOf(text: string): RawBuilder<unknown> {
  const query = searchQuery(text)
  return sql`(to_tsquery('swedish', ${query}) || to_tsquery('english', ${query}))`
}

async function selectExamples(
  db: Kysely<Database>,
  where: RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
  limit: number,
  offset = 0,
): Promise<PublishedExample[]> {
  const told = (column: string) => sql`(select json_build_object(
    'sv', max(t.${sql.ref(column)}) filter (where t.language = 'sv'),
    'en', max(t.${sql.ref(column)}) filter (where t.language = 'en'))
    from good_example_text t where t.example_id = e.id)`
  const { rows } = await sql<
    Omit<PublishedExample, 'address' | 'publishedAt' | 'updatedAt' | 'picture'> & {
      publishedAt: Date
      updatedAt: Date
      picture: { id: number; sha256: string; alt: Told; width: number; height: number } | null
    }
  >`
    select e.id, ${told('title')} as title, ${told('summary')} as summary,
      json_build_object('code', o.code, 'name', o.name) as organisation, e.year,
      array(select f.key_figure_id from good_example_figure f join key_figure k on k.id = f.key_figure_id
        where f.example_id = e.id order by k.ordinal, k.id) as figures,
      array(select s.subject_id from good_example_subject s where s.example_id = e.id order by 1) as subjects,
      e.criteria, e.sdgs, e.published_at as "publishedAt", e.updated_at as "updatedAt", e.made_up as "madeUp",
      (select json_build_object('id', p.id, 'sha256', p.sha256, 'width', p.small_width, 'height', p.small_height,
        'alt', json_build_object('sv', nullif(p.alt_sv, ''), 'en', nullif(p.alt_en, '')))
        from good_example_picture p where p.example_id = e.id order by p.ordinal limit 1) as picture
    from good_example e join organisation o on o.code = e.organisation_code
    where ${sql.join(where, sql` and `)}
    order by ${order} limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ picture, ...row }) => ({
    ...row,
    picture: picture && {
      address: examplePaths.picture(picture, 'small'),
      alt: picture.alt,
      width: picture.width,
      height: picture.height,
    },
    address: examplePaths.example(row.id, row.title.sv ?? row.title.en ?? ''),
    publishedAt: row.publishedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }))
}
