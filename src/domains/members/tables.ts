import type { ColumnType, Generated } from 'kysely'
import type { FileColumns } from '#platform/files/store/index.ts'

/** A day as PostgreSQL's `date`, read and written as `YYYY-MM-DD`. */
type Day = ColumnType<string, string, string>
type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>

export type OrganisationKind = 'municipality' | 'region' | 'partner' | 'association'
export type PopulationBasis = 'published' | 'derived' | 'estimated' | 'perturbed'

export interface MemberTables {
  source: {
    id: string
    title_sv: string
    title_en: string
    publisher: string
    licence_sv: string
    licence_en: string
    address: string | null
    retrieved_on: Day
    covers_sv: string
    covers_en: string
  }
  county: { code: string; name: string }
  municipality_group: { code: string; name_sv: string; name_en: string }
  organisation: {
    code: string
    kind: OrganisationKind
    name: string
    county_code: string | null
    group_code: string | null
    land_area_km2: number | null
    latitude: number | null
    longitude: number | null
  }
  population: {
    organisation_code: string
    year: number
    inhabitants: number
    basis: PopulationBasis
    source_id: string
  }
  cartogram_circle: { organisation_code: string; x: number; y: number; radius: number }
  membership: {
    id: Generated<number>
    organisation_code: string
    since: Day
    until: OptionalDay
    made_up: boolean
    kind: Generated<'full' | 'observer'>
    decision: Generated<string>
    notice_given_on: OptionalDay
    end_reason: Generated<string>
  }
  organisation_profile: FileColumns<'logo'> & {
    organisation_code: string
    organisation_number: string | null
    address: Generated<string>
    postal_code: Generated<string>
    city: Generated<string>
    email: Generated<string>
    phone: Generated<string>
    website: Generated<string>
    einvoice_address: Generated<string>
    social_links: Generated<string[]>
    programme_title: Generated<string>
    programme_address: Generated<string>
    programme_adopted_on: OptionalDay
    presentation_sv: Generated<string>
    presentation_en: Generated<string>
    logo_alt: Generated<string>
    invoice_email: Generated<string>
    invoice_reference: Generated<string>
    made_up: Generated<boolean>
    updated_at: Instant
  }
  import_draft: {
    id: Generated<number>
    made_by: number | null
    made_at: Instant
    file_name: string
    unknown_columns: string[]
    /** `ReadRow[]` of `import-file.ts`, as JSON. */
    rows: ColumnType<unknown, string, string>
    done_at: OptionalInstant
  }
  distinct_people: { person_a: number; person_b: number }
  promise: {
    id: Generated<number>
    seat_id: number
    text: string
    due_on: OptionalDay
    made_on: Day
    made_by: number | null
    kept_on: OptionalDay
  }
  renewal: {
    id: Generated<number>
    reason: string
    started_at: Instant
    started_by: number | null
    due_on: Day
    closed_at: OptionalInstant
  }
  renewal_organisation: {
    renewal_id: number
    organisation_code: string
    answered_at: OptionalInstant
    answered_by: number | null
    reminded_at: OptionalInstant
    reminders: Generated<number>
  }
}
