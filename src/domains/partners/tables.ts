import type { ColumnType, Generated } from 'kysely'
import type { Language, Tongue } from '#platform/i18n.ts'

type Instant = ColumnType<Date, Date | undefined, Date>
type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>

/** Who keeps a fact: the file of facts until the secretariat changes it. */
export type KeptBy = 'reference' | 'association'

interface Kept {
  source: string
  source_address: Generated<string>
  kept_by: Generated<KeptBy>
  hidden_at: OptionalInstant
  made_up: Generated<boolean>
  version: Generated<number>
}

export interface PartnerTables {
  partner_network: Kept & {
    id: string
    name: string
    country: string
    founded: number | null
    partner_since: number | null
    website: Generated<string>
    contact: Generated<string>
    email: Generated<string>
    lead_sv: string
    lead_en: string
    history_sv: Generated<string>
    history_en: Generated<string>
  }
  partner_municipality: Kept & {
    id: string
    network_id: string | null
    name: string
    country: string
    since_year: number | null
    website: Generated<string>
    text_sv: Generated<string>
    text_en: Generated<string>
  }
  partner_milestone: Kept & {
    id: string
    year: number
    network_id: string | null
    title_sv: string
    title_en: string
    text_sv: Generated<string>
    text_en: Generated<string>
  }
  cooperation_project: {
    id: Generated<number>
    organisation_code: string
    name: string
    begins: number
    ends: number | null
    amount: number | null
    currency: Generated<string>
    funder: Generated<string>
    other_partners: Generated<string>
    lead_sv: Generated<string>
    lead_en: Generated<string>
    results_sv: Generated<string>
    results_en: Generated<string>
    published_at: OptionalInstant
    hidden_at: OptionalInstant
    hidden_reason: Generated<string>
    made_up: Generated<boolean>
    version: Generated<number>
    written_by: number | null
    created_at: Instant
    updated_at: Instant
  }
  cooperation_project_member: { project_id: number; organisation_code: string }
  cooperation_project_partner: { project_id: number; network_id: string }
  cooperation_project_link: { project_id: number; ordinal: number; label: string; address: string }
  visit_request: {
    id: Generated<number>
    name: string
    email: string
    organisation: string
    country: string
    people: number
    earliest: string
    latest: string
    wishes: string
    visit_language: 'sv' | 'en' | 'fi' | 'other'
    tongue: Tongue
    state: Generated<'unconfirmed' | 'waiting' | 'asked' | 'accepted' | 'declined' | 'withdrawn'>
    reply: Generated<string>
    asked_at: Instant
    confirmed_at: OptionalInstant
    answered_at: OptionalInstant
    answered_by: ColumnType<number | null, number | null | undefined, number | null>
    host_code: ColumnType<string | null, string | null | undefined, string | null>
    made_up: Generated<boolean>
  }
  visit_request_subject: { request_id: number; subject_id: string }
  visit_request_figure: { request_id: number; key_figure_id: string }
  visit_host_asked: {
    request_id: number
    person_id: number
    organisation_code: string
    reasons: ColumnType<unknown, string, string>
    asked_at: Instant
    state: Generated<'asked' | 'accepted' | 'declined' | 'not-needed'>
    answered_at: OptionalInstant
    note: Generated<string>
  }
  translation_wish: {
    id: Generated<number>
    example_id: number
    asked_by: Generated<string>
    asked_at: Instant
    told_at: OptionalInstant
    made_up: Generated<boolean>
  }
  exchange_key: {
    id: Generated<number>
    public_key: string
    sealed_private_key: string
    made_at: Instant
    retired_at: OptionalInstant
  }
  exchange_offer: { kind: ExchangeKind; offered: boolean; changed_at: Instant }
  exchange_subscription: {
    id: Generated<number>
    address: string
    name: string
    country: string
    fingerprint: string
    network_id: string | null
    began_at: Instant
    began_by: number | null
    made_up: Generated<boolean>
  }
  exchange_document: {
    subscription_id: number
    kind: ExchangeKind
    tried_at: OptionalInstant
    fault: ColumnType<string | null, string | null | undefined, string | null>
    fault_detail: Generated<string>
    fetched_at: OptionalInstant
    issued_at: OptionalInstant
    content: ColumnType<unknown, string | null | undefined, string | null>
  }
}

/** What networks can give each other. */
export type ExchangeKind = 'good-examples' | 'key-figures'

/** A text in every language that facts are told in. */
export type Told = Record<Language, string>
