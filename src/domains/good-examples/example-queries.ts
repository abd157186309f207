import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { ExampleState, ExampleText } from './rules.ts'

/** What an example is tied to. */
export interface ExampleFacts {
  /** The year of the measure; null while nobody has said. */
  year: number | null
  figures: string[]
  /** Words of the shared list. */
  subjects: string[]
  criteria: number[]
  sdgs: number[]
  /** Whom to ask. */
  contactId: number | null
  links: { label: string; address: string }[]
}

/** A picture of an example, drawn by us, in two sizes. */
export interface ExamplePicture {
  id: number
  /** Of the large one. */
  sha256: string
  /** What it shows, in one language at least. */
  alt: Record<Language, string>
  width: number
  height: number
  smallWidth: number
  smallHeight: number
}

/** A document of an example, without its content. */
export interface ExampleDocument {
  id: number
  title: string
  name: string
  standard: string
  /** In bytes. */
  size: number
}

/** An example as those who write it see it. */
export interface Example extends ExampleFacts {
  id: number
  organisation: { code: string; name: string }
  state: ExampleState
  texts: Partial<Record<Language, ExampleText>>
  /** In their order; the first one stands for the example in lists. */
  pictures: ExamplePicture[]
  documents: ExampleDocument[]
  /** Colleagues who are asked to comment on the draft. */
  peers: number
  /** Comments that nobody has dealt with. */
  openComments: number
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
      array(select s.subject_id from good_example_subject s join subject w on w.id = s.subject_id
        where s.example_id = e.id order by w.ordinal, w.id) as subjects,
      (select coalesce(json_agg(json_build_object('id', p.id, 'sha256', p.sha256,
        'alt', json_build_object('sv', p.alt_sv, 'en', p.alt_en), 'width', p.width, 'height', p.height,
        'smallWidth', p.small_width, 'smallHeight', p.small_height) order by p.ordinal), '[]')
        from good_example_picture p where p.example_id = e.id) as pictures,
      (select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'name', d.name,
        'standard', d.standard, 'size', d.size) order by d.id), '[]')
        from good_example_document d where d.example_id = e.id) as documents,
      (select count(*)::int from good_example_peer p where p.example_id = e.id) as peers,
      (select count(*)::int from good_example_comment c where c.example_id = e.id and c.dealt_with_at is null)
        as "openComments",
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
