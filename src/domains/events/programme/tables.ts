import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'

type Instant = ColumnType<Date, Date, Date>

export interface ProgrammeTables {
  event_session: {
    id: Generated<number>
    event_id: number
    starts_at: Instant
    ends_at: Instant
    room: Generated<string>
    online_address: Generated<string>
    made_up: Generated<boolean>
  }
  event_session_text: {
    session_id: number
    language: Language
    title: string
    description: Generated<string>
  }
  event_speaker: {
    id: Generated<number>
    event_id: number
    name: string
    title: Generated<string>
    organisation: Generated<string>
    about_sv: Generated<string>
    about_en: Generated<string>
    person_id: ColumnType<number | null, number | null | undefined, number | null>
    made_up: Generated<boolean>
  }
  event_portrait: FileColumns<'webp'> & {
    speaker_id: number
    consented_on: ColumnType<string, string, string>
  }
  event_session_speaker: { session_id: number; speaker_id: number }
}
