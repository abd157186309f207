import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** As what somebody approves the minutes. */
export type SignerPart = 'chair' | 'adjuster'

export interface MinutesTables {
  /** Every version that was saved of what was said on an item; the last one stands. */
  minutes_text: {
    item_id: number
    version: number
    text: string
    written_by: number | null
    written_at: Instant
  }
  minutes_signer: { meeting_id: number; person_id: number; part: SignerPart }
  minutes_document: {
    id: Generated<number>
    meeting_id: number
    /** JSON of `MinutesDocument` of `document.ts`, byte for byte what the hash is of. */
    content: string
    sha256: string
    frozen_by: number | null
    frozen_at: Instant
    withdrawn_at: OptionalInstant
    made_up: Generated<boolean>
  }
  minutes_signature: {
    document_id: number
    person_id: number
    part: SignerPart
    name: string
    sha256: string
    signed_at: Instant
  }
  minutes_note: {
    id: Generated<number>
    meeting_id: number
    text: string
    written_by: number | null
    written_at: Instant
  }
}
