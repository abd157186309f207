import type { ColumnType, Generated } from 'kysely'
import type { Extent, Use } from '#domains/key-figures/index.ts'
import type { Language } from '#platform/i18n.ts'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type OptionalInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface RecallTables {
  /** Somebody with an account, or an address alone. */
  follower: {
    id: Generated<number>
    person_id: number | null
    email: string | null
    language: Language
    since: Instant
  }
  follow: {
    id: Generated<number>
    follower_id: number
    kind: Use
    extent: Extent
    /** The page as it was seen, without language and host. */
    address: string
    place: string
    /** What was known at this moment has been seen or told of. */
    seen_at: Instant
    asked_at: Instant
    confirmed_at: OptionalInstant
  }
  /** Which values a follow is about; what is null does not narrow. */
  follow_scope: {
    follow_id: number
    key_figure_id: string | null
    organisation_code: string | null
    year: number | null
  }
  recall_notice: {
    id: Generated<number>
    follower_id: number | null
    until: Instant
    queued_at: Instant
  }
  recall_notice_part: { notice_id: number; day: string; kind: Use; corrections: number }
  recall_setting: {
    only_row: ColumnType<boolean, never, never>
    leave_after_days: number
    leave_at_hour: number
    released_until: OptionalInstant
  }
}
