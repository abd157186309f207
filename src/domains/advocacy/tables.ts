import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'
import type { Weight } from './rules/weight.ts'
import type { Paragraph } from './text/paragraphs.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>
type OptionalId = ColumnType<number | null, number | null | undefined, number | null>

/** An answer to somebody who asks, or something that the association says of itself. */
export type MatterKind = 'consultation' | 'initiative'

/** Where a matter stands: with the secretariat, open to the network, before the board, decided, sent, or left. */
export type MatterState = 'preparing' | 'drafting' | 'proposed' | 'adopted' | 'sent' | 'closed'

/** What became of a demand. */
export type Outcome = 'waiting' | 'law' | 'practice' | 'rejected'

export interface AdvocacyTables {
  advocacy_matter: {
    id: Generated<number>
    kind: MatterKind
    title: string
    counterpart: string
    reference: Generated<string>
    summary: string
    language: Generated<Language>
    deadline: OptionalDay
    state: Generated<MatterState>
    closed_reason: Generated<string>
    created_by: number | null
    created_at: Instant
    proposed_at: OptionalInstant
    adopted_on: OptionalDay
    adopted_at_meeting: Generated<string>
    adopted_paragraph: Generated<string>
    adopted_address: Generated<string>
    adopted_text: Generated<string>
    reservations: Generated<string>
    returned_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
  }
  advocacy_document: {
    id: Generated<number>
    matter_id: number
    title: string
    name: string
    media_type: string
    standard: string
    size: number
    sha256: string
    uploaded_by: number | null
    uploaded_at: Instant
  }
  advocacy_document_content: FileColumns<'content'> & { document_id: number }
  advocacy_section: {
    id: Generated<number>
    matter_id: number
    ordinal: number
    title: string
    body: Generated<string>
    question_id: OptionalId
  }
  advocacy_version: {
    matter_id: number
    number: number
    paragraphs: ColumnType<Paragraph[], string, never>
    in_substance: boolean
    note: Generated<string>
    written_by: number | null
    written_at: Instant
  }
  advocacy_comment: {
    id: Generated<number>
    matter_id: number
    version: number
    paragraph: number
    body: string
    written_by: number | null
    organisation_code: string | null
    written_at: Instant
    dealt_with_at: OptionalInstant
    dealt_with_by: OptionalId
    made_up: Generated<boolean>
  }
  advocacy_endorsement: {
    id: Generated<number>
    matter_id: number
    organisation_code: string
    version: number
    delegation: string
    decided_by: string
    decided_on: string
    endorsed_by: number | null
    endorsed_at: Instant
    confirmed_at: OptionalInstant
    withdrawn_at: OptionalInstant
    withdrawn_by: OptionalId
    made_up: Generated<boolean>
  }
  advocacy_demand: {
    id: Generated<number>
    matter_id: number
    ordinal: number
    text: string
    outcome: Generated<Outcome>
    outcome_on: OptionalDay
    source_title: Generated<string>
    source_address: Generated<string>
    note: Generated<string>
    followed_by: OptionalId
    followed_at: OptionalInstant
  }
  advocacy_sent: {
    matter_id: number
    version: number
    sent_at: Date
    text: string
    weight: ColumnType<Weight, string, never>
    sha256: string
    /** Made by the database. */
    search: ColumnType<string, never, never>
  }
  advocacy_sent_file: FileColumns<'pdf'> & { matter_id: number }
}
