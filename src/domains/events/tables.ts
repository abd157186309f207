import type { ColumnType, Generated } from 'kysely'
import type { Language } from '#platform/i18n.ts'
import type { EventForm, EventKind, OpenTo } from './rules.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface EventTables {
  event: {
    id: Generated<number>
    uid: Generated<string>
    kind: EventKind
    form: EventForm
    starts_at: ColumnType<Date, Date, Date>
    ends_at: ColumnType<Date, Date, Date>
    place: Generated<string>
    open_to: OpenTo
    price_ore: Generated<number>
    register_at: Generated<string>
    register_by: ColumnType<string | null, string | null | undefined, string | null>
    published_at: OptionalInstant
    cancelled_at: OptionalInstant
    cancel_reason: Generated<string>
    sequence: Generated<number>
    made_up: Generated<boolean>
    written_by: number | null
    created_at: Instant
    updated_at: Instant
  }
  event_text: {
    event_id: number
    language: Language
    title: string
    summary: string
    programme: Generated<string>
  }
}
