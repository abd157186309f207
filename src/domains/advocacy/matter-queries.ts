import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Weight } from './rules/weight.ts'
import type { MatterKind, MatterState } from './tables.ts'

/** A document that came with a matter. */
export interface MatterDocument {
  id: number
  title: string
  name: string
  standard: string
  size: number
}

/** What was sent, frozen. */
export interface Sent {
  version: number
  at: Date
  /** Markdown, with its key figures drawn. */
  text: string
  weight: Weight
  /** Of the PDF. */
  sha256: string
}

/** A consultation or an own initiative. Days are `YYYY-MM-DD`. */
export interface Matter {
  id: number
  kind: MatterKind
  title: string
  /** Who asks, or whom it is addressed to. */
  counterpart: string
  reference: string
  summary: string
  language: Language
  deadline: string | null
  state: MatterState
  closedReason: string
  createdAt: Date
  /** The decision of the board. */
  adopted: {
    on: string
    meeting: string
    paragraph: string
    address: string
    text: string
  } | null
  reservations: string
  /** Why the board sent it back to be worked on. */
  returnedReason: string
  madeUp: boolean
  /** To be sent back when saving, so that nobody writes over what they have not seen. */
  version: number
  sent: Sent | null
  documents: MatterDocument[]
}

/** One matter, whoever may read it. */
export async function findMatter(db: Kysely<Database>, id: number): Promise<Matter | undefined> {
  return (await selectMatters(db, sql`m.id = ${id}`, sql`m.id`))[0]
}

/** What the network works with now: the nearest deadline first. `drafts` takes along what is only being prepared. */
export function listOngoing(db: Kysely<Database>, { drafts }: { drafts: boolean }): Promise<Matter[]> {
  const states = ['drafting', 'proposed', 'adopted', ...(drafts ? ['preparing'] : [])]
  return selectMatters(db, sql`m.state = any(${states})`, sql`m.deadline nulls last, m.id`)
}

/** Those of the ids that are there, the latest sent first. */
export function listMatters(db: Kysely<Database>, ids: number[]): Promise<Matter[]> {
  return selectMatters(db, sql`m.id = any(${ids})`, sql`s.sent_at desc nulls first, m.id desc`)
}

interface MatterRow extends Omit<Matter, 'sent'> {
  sent: (Omit<Sent, 'at'> & { at: string }) | null
}

async function selectMatters(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<Matter[]> {
  const { rows } = await sql<MatterRow>`
    select m.id, m.kind, m.title, m.counterpart, m.reference, m.summary, m.language, m.deadline, m.state,
      m.closed_reason as "closedReason", m.created_at as "createdAt", m.reservations,
      m.returned_reason as "returnedReason", m.made_up as "madeUp", m.version,
      case when m.adopted_on is not null then json_build_object('on', m.adopted_on, 'meeting', m.adopted_at_meeting,
        'paragraph', m.adopted_paragraph, 'address', m.adopted_address, 'text', m.adopted_text) end as adopted,
      case when s.matter_id is not null then json_build_object('version', s.version, 'at', s.sent_at, 'text', s.text,
        'weight', s.weight, 'sha256', s.sha256) end as sent,
      (select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'name', d.name, 'standard', d.standard,
        'size', d.size) order by d.id), '[]') from advocacy_document d where d.matter_id = m.id) as documents
    from advocacy_matter m left join advocacy_sent s on s.matter_id = m.id
    where ${where} order by ${order}`.execute(db)
  return rows.map(({ sent, ...row }) => ({ ...row, sent: sent && { ...sent, at: new Date(sent.at) } }))
}
