import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** Where a member's proposal stands. */
export type ProposalState = 'waiting' | 'accepted' | 'declined'

export interface NewsTables {
  news_item: {
    id: Generated<number>
    slug: string
    publish_at: OptionalInstant
    announced_at: OptionalInstant
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
    written_by: number | null
    /** Who proposed it, when a member did. */
    proposed_by_organisation: ColumnType<string | null, string | null | undefined, string | null>
    created_at: Instant
    updated_at: Instant
  }
  news_proposal: {
    id: Generated<number>
    organisation_code: string
    proposed_by: number | null
    language: Language
    title: string
    body: string
    proposed_at: Instant
    state: Generated<ProposalState>
    reason: Generated<string>
    decided_at: OptionalInstant
    news_id: ColumnType<number | null, number | null | undefined, number | null>
    told_at: OptionalInstant
    made_up: Generated<boolean>
  }
  news_picture: {
    id: Generated<number>
    news_id: number | null
    proposal_id: number | null
    issue_id: number | null
    is_lead: Generated<boolean>
    alt: string
    width: number
    height: number
    sha256: string
    uploaded_by: number | null
    uploaded_at: Instant
  }
  news_picture_content: FileColumns<'webp'> & { picture_id: number }
  magazine_issue: {
    id: Generated<number>
    year: number
    number: number
    title: string
    lead: string
    language: Language
    publish_at: OptionalInstant
    announced_at: OptionalInstant
    made_up: Generated<boolean>
    version: Generated<number>
    written_by: number | null
    created_at: Instant
    updated_at: Instant
  }
  magazine_article: {
    id: Generated<number>
    issue_id: number
    ordinal: number
    news_id: ColumnType<number | null, number | null | undefined, number | null>
    example_id: ColumnType<number | null, number | null | undefined, number | null>
    title: Generated<string>
    lead: Generated<string>
    body: Generated<string>
    byline: Generated<string>
  }
  news_text: { news_id: number; language: Language; title: string; lead: string; body: string }
}
