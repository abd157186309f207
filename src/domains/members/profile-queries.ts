import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import type { MembershipKind } from './rules.ts'
import type { OrganisationKind } from './tables.ts'

/** A membership period with everything that the register knows of it. */
export interface MembershipRow {
  id: number
  since: string
  until: string | null
  kind: MembershipKind
  decision: string
  noticeGivenOn: string | null
  endReason: string
  madeUp: boolean
}

/** What an organisation tells of itself. */
export interface Profile {
  code: string
  name: string
  kind: OrganisationKind
  organisationNumber: string | null
  address: string
  postalCode: string
  city: string
  email: string
  phone: string
  website: string
  einvoiceAddress: string
  /** Where invoices are mailed. */
  invoiceEmail: string
  /** The reference that the organisation wants on its invoices. */
  invoiceReference: string
  socialLinks: string[]
  programmeTitle: string
  programmeAddress: string
  programmeAdoptedOn: string | null
  presentationSv: string
  presentationEn: string
  hasLogo: boolean
  logoAlt: string
  madeUp: boolean
  /** When it was last changed; empty when nobody has written anything. */
  version: string
  memberships: MembershipRow[]
}

/** The profile and memberships of an organisation of any kind; empty fields when nobody has written anything. */
export async function findProfile(db: Kysely<Database>, code: string): Promise<Profile | undefined> {
  const { rows } = await sql<Profile>`
    select o.code, o.name, o.kind, p.organisation_number as "organisationNumber",
      coalesce(p.address, '') as address, coalesce(p.postal_code, '') as "postalCode", coalesce(p.city, '') as city,
      coalesce(p.email, '') as email, coalesce(p.phone, '') as phone, coalesce(p.website, '') as website,
      coalesce(p.invoice_email, '') as "invoiceEmail", coalesce(p.invoice_reference, '') as "invoiceReference",
      coalesce(p.einvoice_address, '') as "einvoiceAddress", coalesce(p.social_links, '{}') as "socialLinks",
      coalesce(p.programme_title, '') as "programmeTitle", coalesce(p.programme_address, '') as "programmeAddress",
      p.programme_adopted_on as "programmeAdoptedOn", coalesce(p.presentation_sv, '') as "presentationSv",
      coalesce(p.presentation_en, '') as "presentationEn", (p.logo is not null or p.logo_sha256 is not null) as "hasLogo",
      coalesce(p.logo_alt, '') as "logoAlt", coalesce(p.made_up, false) as "madeUp",
      coalesce(p.updated_at::text, '') as version,
      (select coalesce(json_agg(json_build_object('id', m.id, 'since', m.since, 'until', m.until, 'kind', m.kind,
        'decision', m.decision, 'noticeGivenOn', m.notice_given_on, 'endReason', m.end_reason, 'madeUp', m.made_up)
        order by m.since), '[]') from membership m where m.organisation_code = o.code) as memberships
    from organisation o left join organisation_profile p on p.organisation_code = o.code
    where o.code = ${code}`.execute(db)
  return rows[0]
}

/** What the form of a profile holds; the logo is undefined when it stays as it is and null when it goes. */
export interface ProfileValues {
  organisationNumber: string | null
  address: string
  postalCode: string
  city: string
  email: string
  phone: string
  website: string
  einvoiceAddress: string
  invoiceEmail: string
  invoiceReference: string
  socialLinks: string[]
  programmeTitle: string
  programmeAddress: string
  programmeAdoptedOn: string | null
  presentationSv: string
  presentationEn: string
  logo: Buffer | null | undefined
  logoAlt: string
}

/**
 * Saves a profile that was read at `version`. False when somebody else has saved it in the meantime; then nothing
 * is changed.
 */
export async function saveProfile(
  trx: Transaction<Database>,
  code: string,
  version: string,
  values: ProfileValues,
): Promise<boolean> {
  await sql`select from organisation where code = ${code} for update`.execute(trx)
  const before = await findProfile(trx, code)
  if (!before || before.version !== version) return false
  const row = {
    organisation_number: values.organisationNumber,
    address: values.address,
    postal_code: values.postalCode,
    city: values.city,
    email: values.email,
    phone: values.phone,
    website: values.website,
    einvoice_address: values.einvoiceAddress,
    invoice_email: values.invoiceEmail,
    invoice_reference: values.invoiceReference,
    social_links: values.socialLinks,
    programme_title: values.programmeTitle,
    programme_address: values.programmeAddress,
    programme_adopted_on: values.programmeAdoptedOn,
    presentation_sv: values.presentationSv,
    presentation_en: values.presentationEn,
    logo_alt: values.logoAlt,
    ...(await logoColumns(trx, values.logo)),
    made_up: false,
    updated_at: sql<Date>`clock_timestamp()`,
  }
  await trx
    .insertInto('organisation_profile')
    .values({ organisation_code: code, ...row })
    .onConflict((conflict) => conflict.column('organisation_code').doUpdateSet(row))
    .execute()
  return true
}

async function logoColumns(trx: Transaction<Database>, logo: Buffer | null | undefined) {
  if (logo === undefined) return {}
  const { inside, outside } = logo ? await keepFile(trx, logo) : { inside: null, outside: null }
  return { logo: inside, logo_sha256: outside }
}

/** Whose organisation number it is, other than one's own. */
export async function ownerOfNumber(
  db: Kysely<Database>,
  number: string,
  code: string,
): Promise<string | undefined> {
  const owner = await db
    .selectFrom('organisation_profile as p')
    .innerJoin('organisation as o', 'o.code', 'p.organisation_code')
    .where('p.organisation_number', '=', number)
    .where('o.code', '!=', code)
    .select('o.name')
    .executeTakeFirst()
  return owner?.name
}

/** The logo of an organisation as WebP. */
export async function findLogo(db: Kysely<Database>, code: string): Promise<KeptFile | undefined> {
  const row = await db
    .selectFrom('organisation_profile')
    .where('organisation_code', '=', code)
    .select(['logo as inside', 'logo_sha256 as outside'])
    .executeTakeFirst()
  return row?.inside || row?.outside ? row : undefined
}
