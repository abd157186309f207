import type { ColumnType, Generated } from 'kysely'

type Day = ColumnType<string, string, string>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** What was learnt at a training, as it was when the certificate was issued. */
export interface TaughtProgramme {
  title: { sv?: string | undefined; en?: string | undefined }
  /** `YYYY-MM-DD` in Stockholm. */
  from: string
  to: string
  sessions: { sv?: string | undefined; en?: string | undefined }[]
}

export interface CertificateTables {
  training_certificate: {
    id: Generated<number>
    code: string
    event_id: number
    registration_id: number | null
    person_id: number | null
    name: string
    organisation: Generated<string>
    hours: ColumnType<string, number, number>
    programme: ColumnType<TaughtProgramme, string, string>
    issued_on: Day
    issued_by: number | null
    withdrawn_at: OptionalInstant
    made_up: Generated<boolean>
  }
}
