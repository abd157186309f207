import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'
import type { CommentPart, ExampleState } from './rules.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface GoodExampleTables {
  good_example: {
    id: Generated<number>
    organisation_code: string
    state: Generated<ExampleState>
    year: number | null
    criteria: Generated<number[]>
    sdgs: Generated<number[]>
    contact_id: number | null
    published_at: OptionalInstant
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
    written_by: number | null
    created_at: Instant
    updated_at: Instant
  }
  good_example_text: {
    example_id: number
    language: Language
    title: string
    summary: Generated<string>
    problem: Generated<string>
    action: Generated<string>
    cost: Generated<string>
    duration: Generated<string>
    result: Generated<string>
    differently: Generated<string>
    /** Made by the database, in the language of the text. */
    search: ColumnType<string, never, never>
  }
  good_example_figure: { example_id: number; key_figure_id: string }
  good_example_link: { example_id: number; ordinal: number; label: string; address: string }
  good_example_subject: { example_id: number; subject_id: string }
  good_example_picture: {
    id: Generated<number>
    example_id: number
    ordinal: number
    alt_sv: string
    alt_en: string
    width: number
    height: number
    small_width: number
    small_height: number
    sha256: string
    uploaded_by: number | null
    uploaded_at: Instant
  }
  good_example_picture_content: FileColumns<'large' | 'small'> & { picture_id: number }
  good_example_document: {
    id: Generated<number>
    example_id: number
    title: string
    name: string
    media_type: string
    standard: string
    size: number
    sha256: string
    uploaded_by: number | null
    uploaded_at: Instant
  }
  good_example_document_content: FileColumns<'content'> & { document_id: number }
  good_example_peer: {
    example_id: number
    person_id: number
    asked_by: number | null
    asked_at: Instant
    answered_at: OptionalInstant
  }
  good_example_comment: {
    id: Generated<number>
    example_id: number
    part: CommentPart
    body: string
    written_by: number | null
    written_at: Instant
    dealt_with_at: OptionalInstant
    dealt_with_by: number | null
  }
  good_example_kin: { example_id: number; after_id: number; said_by: number | null; said_at: Instant }
  good_example_report: {
    id: Generated<number>
    example_id: number
    reported_by: number | null
    reason: string
    reported_at: Instant
    closed_at: OptionalInstant
    closed_by: number | null
  }
}
