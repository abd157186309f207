import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type OptionalInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>

export interface MailTables {
  mail: {
    id: Generated<number>
    /** What sort of mail: `login`, `invitation`, `letter:news` … */
    kind: string
    person_id: number | null
    letter_id: number | null
    recipient: string
    reply_to: string | null
    subject: string
    plain: string
    html: string
    /** Address that ends this kind of mail with one click (RFC 8058). */
    unsubscribe: string | null
    /** Mails with the same word here belong together; mail programs show them as one conversation. */
    thread: string | null
    created_at: Instant
    next_try_at: Instant
    tries: Generated<number>
    claimed_at: OptionalInstant
    handed_at: OptionalInstant
    sent_at: OptionalInstant
    given_up_at: OptionalInstant
    failure: string | null
    /** Somebody has seen that it did not arrive, and leaves it at that. */
    let_go_at: OptionalInstant
  }
  received_mail: {
    id: Generated<number>
    received_at: Instant
    /** Which letterbox it came to; empty when the address is none of ours. */
    letterbox: string
    /** Whose address it was sent to. */
    person_id: number | null
    message_id: string
    bytes: number
    /** Why it was not taken. */
    refused: string | null
  }
  mail_attachment: { mail_id: number; name: string; media_type: string; content: Buffer }
}
