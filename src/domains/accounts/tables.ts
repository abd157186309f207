import type { ColumnType, Generated } from 'kysely'
import type { Role } from './permissions.ts'

type Day = ColumnType<string, string, string>
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>
type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** How somebody logged in. */
export type LoginMeans = 'mail-link' | 'passkey' | 'organisation' | 'demo'

export interface AccountTables {
  person: {
    id: Generated<number>
    name: string
    made_up: boolean
    email: string | null
    language: Generated<'sv' | 'en'>
    /** What the person works as. */
    title: Generated<string>
    phone: Generated<string>
    email_failed_at: OptionalInstant
    email_failure: string | null
    erased_at: OptionalInstant
    created_at: Instant
  }
  /** What stays when the person goes. */
  seat: { id: Generated<number>; organisation_code: string; role: Role }
  appointment: {
    id: Generated<number>
    person_id: number
    organisation_code: string
    role: Role
    title_sv: Generated<string>
    title_en: Generated<string>
    home_organisation_code: string | null
    since: Day
    until: OptionalDay
    ordinal: Generated<number>
  }
  session: {
    id: Generated<number>
    token_hash: string
    person_id: number
    means: LoginMeans
    device: string
    needs_code: Generated<boolean>
    created_at: Instant
    last_seen_at: Instant
    expires_at: ColumnType<Date, Date, Date>
  }
  one_time_token: {
    hash: string
    purpose: string
    person_id: number | null
    data: ColumnType<unknown, string, string>
    expires_at: ColumnType<Date, Date, Date>
  }
  passkey: {
    id: string
    person_id: number
    public_key: Uint8Array
    counter: number
    transports: string[]
    name: string
    created_at: Instant
    last_used_at: OptionalInstant
  }
  second_factor: {
    person_id: number
    sealed_secret: string
    confirmed_at: OptionalInstant
    last_step: Generated<number>
  }
  recovery_code: { hash: string; person_id: number }
  identity_provider: {
    organisation_code: string
    email_domain: string
    issuer: string
    client_id: string
    sealed_client_secret: string
    admits_all: Generated<boolean>
  }
  identity: { issuer: string; subject: string; person_id: number }
  rate_limit: { key: string; points: number; expire: number | null }
  audit_entry: {
    id: Generated<number>
    at: ColumnType<Date, never, never>
    actor_id: number | null
    actor_name: string
    action: string
    table_name: string
    row_key: string
    before: ColumnType<Record<string, unknown> | null, never, never>
    after: ColumnType<Record<string, unknown> | null, never, never>
  }
}
