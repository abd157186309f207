import type { ColumnType, Generated } from 'kysely'

/** The kinds of letters; each can be declined by itself. */
export type LetterKind = 'news' | 'invitations' | 'key-figures' | 'association'

type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface LetterTables {
  letter: {
    id: Generated<number>
    kind: LetterKind
    subject: Generated<string>
    body: Generated<string>
    /** An `Audience` of this house's rules, as JSON. */
    audience: ColumnType<unknown, string, string>
    state: Generated<'draft' | 'scheduled' | 'queued'>
    send_at: OptionalInstant
    queued_at: OptionalInstant
    made_by: number | null
    made_at: ColumnType<Date, Date | undefined, never>
  }
  unsubscription: {
    person_id: number
    kind: LetterKind
    since: ColumnType<Date, Date | undefined, never>
  }
}
