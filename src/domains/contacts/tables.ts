import type { ColumnType, Generated } from 'kysely'

/** Who may see something: nobody, those who have logged in as members, everyone on the web. */
export type Audience = 'nobody' | 'members' | 'everyone'

export interface ContactTables {
  subject: {
    id: string
    name_sv: string
    name_en: string
    ordinal: Generated<number>
    retired_on: ColumnType<string | null, string | null | undefined, string | null>
  }
  subject_key_figure: { subject_id: string; figure_id: string }
  subject_criterion: { subject_id: string; criterion: number }
  contact_card: {
    person_id: number
    knows: Generated<string>
    helps_with: Generated<string>
    languages: Generated<string[]>
    may_be_asked: Generated<boolean>
    shown_to: Generated<Audience>
    email_shown_to: Generated<Audience>
    phone_shown_to: Generated<Audience>
    made_up: Generated<boolean>
    updated_at: ColumnType<Date, Date | undefined, Date>
    /** Kept by the database whenever the person, the roles, the subjects or the card change. */
    search: ColumnType<string, never, never>
  }
  contact_word: { word: string; folded: string }
  person_subject: { person_id: number; subject_id: string }
  contact_message: {
    id: Generated<number>
    sender_id: number
    subject: string
    body: string
    recipients: number
    sent_at: ColumnType<Date, Date | undefined, never>
  }
}
