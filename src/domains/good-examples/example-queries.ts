import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { ExampleState, ExampleText } from './rules.ts'

/** What an example is tied to. */
export interface ExampleFacts {
  /** The year of the measure; null while nobody has said. */
  year: number | null
  figures: string[]
  criteria: number[]
  sdgs: number[]
  /** Whom to ask. */
  contactId: number | null
  links: { label: string; address: string }[]
}

/** An example as those who write it see it. */
export interface Example extends ExampleFacts {
  id: number
  organisation: { code: string; name: string }
  state: ExampleState
  texts: Partial<Record<Language, ExampleText>>
  publishedAt: Date | null
  updatedAt: Date
  hiddenAt: Date | null
  hiddenReason: string
  madeUp: boolean
  /** To be sent back when saving, so that nobody writes over what they have not seen. */
  version: number
}

/** One example, draft or published. */
export async function findExample(db: Kysely<Database>, id: number): Promise<Example | undefined> {
  const [example] = await selectWhole(db, sql`e.id = ${id}`)
  return example
}

/** Every example of some organisations, drafts first. */
export function listExamplesOf(db: Kysely<Database>, codes: string[]): Promise<Example[]> {
  return selectWhole(db, sql`e.organisation_code = any(${codes})`)
}

/** What has come out or been hidden, newest first, for the secretariat. */
export function listForOffice(db: Kysely<Database>, most: number): Promise<Example[]> {
  return selectWhole(db, sql`e.state = 'published'`, most)
}

async function selectWhole(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
  most = 1000,
): Promise<Example[]> {
  const { rows } = await sql<Example>`
    select e.id, json_build_object('code', o.code, 'name', o.name) as organisation, e.state, e.year, e.criteria, e.sdgs,
      e.contact_id as "contactId", e.published_at as "publishedAt", e.updated_at as "updatedAt",
      e.hidden_at as "hiddenAt", e.hidden_reason as "hiddenReason", e.made_up as "madeUp", e.version,
      array(select f.key_figure_id from good_example_figure f join key_figure k on k.id = f.key_figure_id
        where f.example_id = e.id order by k.ordinal, k.id) as figures,
      (select coalesce(json_object_agg(t.language, json_build_object('title', t.title, 'summary', t.summary,
        'problem', t.problem, 'action', t.action, 'cost', t.cost, 'duration', t.duration, 'result', t.result,
        'differently', t.differently)), '{}') from good_example_text t where t.example_id = e.id) as texts,
      (select coalesce(json_agg(json_build_object('label', l.label, 'address', l.address) order by l.ordinal), '[]')
        from good_example_link l where l.example_id = e.id) as links
    from good_example e join organisation o on o.code = e.organisation_code
    where ${where}
    order by e.state, e.published_at desc, e.id desc limit ${most}`.execute(db)
  return rows
}
