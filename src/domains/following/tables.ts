import type { ColumnType } from 'kysely'

type Instant = ColumnType<Date, Date | undefined, Date>

export interface FollowingTables {
  following: {
    person_id: number
    organisation_code: string | null
    key_figure_id: string | null
    since: Instant
    /** One's own organisation is followed from the start; such a row says that it no longer is. */
    stopped: ColumnType<boolean, boolean | undefined, boolean>
  }
  following_digest: {
    person_id: number
    rhythm: 'daily' | 'weekly'
    /** Everything that happened before this moment has been told of. */
    told_until: Instant
  }
}
