import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { AccountTables } from './tables.ts'

export type Provider = Selectable<AccountTables['identity_provider']> & { organisationName: string }

function providers(db: Kysely<Database>) {
  return db
    .selectFrom('identity_provider as i')
    .innerJoin('organisation as o', 'o.code', 'i.organisation_code')
    .selectAll('i')
    .select('o.name as organisationName')
}

export function listProviders(db: Kysely<Database>): Promise<Provider[]> {
  return providers(db).orderBy(sql`o.name collate "sv-SE-x-icu"`).execute()
}

export function findProvider(db: Kysely<Database>, code: string): Promise<Provider | undefined> {
  return providers(db).where('i.organisation_code', '=', code).executeTakeFirst()
}

/** The provider that logs in addresses of a domain. */
export function findProviderOfDomain(db: Kysely<Database>, domain: string): Promise<Provider | undefined> {
  return providers(db).where('i.email_domain', '=', domain.toLowerCase()).executeTakeFirst()
}

export async function saveProvider(
  db: Kysely<Database>,
  provider: Selectable<AccountTables['identity_provider']>,
): Promise<void> {
  await db
    .insertInto('identity_provider')
    .values(provider)
    .onConflict((conflict) => conflict.column('organisation_code').doUpdateSet(provider))
    .execute()
}

export async function deleteProvider(db: Kysely<Database>, code: string): Promise<void> {
  await db.deleteFrom('identity_provider').where('organisation_code', '=', code).execute()
}

/** Who is known by a provider's own identifier. */
export async function findIdentity(
  db: Kysely<Database>,
  issuer: string,
  subject: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.person_id
}

export async function insertIdentity(
  db: Kysely<Database>,
  issuer: string,
  subject: string,
  personId: number,
): Promise<void> {
  await db
    .insertInto('identity')
    .values({ issuer, subject, person_id: personId })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .execute()
}

export async function findOrganisationName(db: Kysely<Database>, code: string): Promise<string | undefined> {
  const row = await db.selectFrom('organisation').select('name').where('code', '=', code).executeTakeFirst()
  return row?.name
}
