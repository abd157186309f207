import type { ColumnType, Generated } from 'kysely'

/** A day as PostgreSQL's `date`, read and written as `YYYY-MM-DD`. */
type Day = ColumnType<string, string, string>
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>

export type OrganisationKind = 'municipality' | 'region' | 'association'
export type PopulationBasis = 'published' | 'derived' | 'estimated' | 'perturbed'
export type Role = 'board-chair' | 'board-member' | 'board-substitute' | 'expert-group' | 'secretariat'

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
  }
  person: { id: Generated<number>; name: string; made_up: boolean }
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
}
