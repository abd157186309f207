import type { ColumnType, Generated } from 'kysely'
import type { Language } from '#platform/i18n.ts'
import type { Attends, QuestionKind, RegistrationState, RegistrationWay } from './rules/registration.ts'
import type { EventForm, EventKind, OpenTo } from './rules.ts'

type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>
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
    register_by: OptionalDay
    registration: Generated<RegistrationWay>
    /** Null: no limit. */
    places: number | null
    online_places: number | null
    waiting_list: Generated<boolean>
    cancel_by: OptionalDay
    guests_allowed: Generated<boolean>
    answers_kept_days: Generated<number>
    practical: Generated<string>
    online_address: Generated<string>
    online_practical: Generated<string>
    series_id: ColumnType<string | null, string | null | undefined, string | null>
    published_at: OptionalInstant
    cancelled_at: OptionalInstant
    cancel_reason: Generated<string>
    sequence: Generated<number>
    made_up: Generated<boolean>
    written_by: number | null
    created_at: Instant
    updated_at: Instant
  }
  event_series: {
    id: string
    name_sv: string
    name_en: string
    lead_sv: Generated<string>
    lead_en: Generated<string>
    kept_by: Generated<'reference' | 'association'>
    made_up: Generated<boolean>
  }
  event_series_past: {
    series_id: string
    year: number
    place: string
    text_sv: Generated<string>
    text_en: Generated<string>
    source: string
  }
  event_text: {
    event_id: number
    language: Language
    title: string
    summary: string
    programme: Generated<string>
  }
  event_question: {
    id: Generated<number>
    event_id: number
    ordinal: number
    kind: QuestionKind
    label_sv: string
    label_en: Generated<string>
    choices: Generated<string[]>
    required: Generated<boolean>
    sensitive: Generated<boolean>
  }
  event_booking: {
    id: Generated<number>
    event_id: number
    organisation_code: string | null
    made_by: number | null
    name: string
    email: string
    reference: Generated<string>
    price_ore: Generated<number>
    made_up: Generated<boolean>
    made_at: Instant
  }
  event_registration: {
    id: Generated<number>
    event_id: number
    booking_id: number
    person_id: number | null
    name: string
    email: string
    organisation_code: string | null
    organisation_name: Generated<string>
    attends: Attends
    state: RegistrationState
    queue: Generated<number>
    code: string
    language: Generated<Language>
    shown_to_network: Generated<boolean>
    chargeable: Generated<boolean>
    invoice_id: number | null
    checked_in_at: OptionalInstant
    checked_in_by: number | null
    registered_at: Instant
    moved_up_at: OptionalInstant
    cancelled_at: OptionalInstant
    reminded_week_at: OptionalInstant
    reminded_day_at: OptionalInstant
    made_up: Generated<boolean>
  }
  event_answer: { registration_id: number; question_id: number; answer: string }
  event_feed: { person_id: number; token: string; made_at: Instant }
}
