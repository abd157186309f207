import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { ExchangeKind } from '../tables.ts'

/** A network whose documents we fetch. */
export interface Subscription {
  id: number
  /** Where its site begins, without a slash at the end. */
  address: string
  name: string
  country: string
  /** The only key that is believed. */
  fingerprint: string
  networkId: string | null
  beganAt: Date
  madeUp: boolean
  documents: KeptDocument[]
}

/** How it stands with one kind of a subscription. */
export interface KeptDocument {
  kind: ExchangeKind
  triedAt: Date | null
  /** What went wrong at the last try; null when nothing did. */
  fault: string | null
  faultDetail: string
  fetchedAt: Date | null
  issuedAt: Date | null
}

/** What we offer others today. */
export async function listOffers(db: Kysely<Database>): Promise<ExchangeKind[]> {
  const rows = await db
    .selectFrom('exchange_offer')
    .select('kind')
    .where('offered', '=', true)
    .orderBy('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** Offers these kinds and no others. */
export async function setOffers(
  trx: Transaction<Database>,
  offered: readonly ExchangeKind[],
  now: Date,
): Promise<void> {
  await sql`
    update exchange_offer set offered = kind = any(${[...offered]}), changed_at = ${now}
    where offered <> (kind = any(${[...offered]}))`.execute(trx)
}

/** Our key; the private part is sealed. */
export interface OwnKey {
  publicKey: string
  sealed: string
  madeAt: Date
}

export async function findKey(db: Kysely<Database>): Promise<OwnKey | undefined> {
  return db
    .selectFrom('exchange_key')
    .select(['public_key as publicKey', 'sealed_private_key as sealed', 'made_at as madeAt'])
    .where('retired_at', 'is', null)
    .executeTakeFirst()
}

/** Keeps a first key, unless somebody else was quicker. */
export async function insertKey(
  trx: Transaction<Database>,
  key: { publicKey: string; sealed: string },
): Promise<void> {
  await trx
    .insertInto('exchange_key')
    .values({ public_key: key.publicKey, sealed_private_key: key.sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Lets the key of today sign nothing more; its private part is forgotten. */
export async function retireKey(trx: Transaction<Database>, now: Date): Promise<void> {
  await trx
    .updateTable('exchange_key')
    .set({ retired_at: now, sealed_private_key: '' })
    .where('retired_at', 'is', null)
    .execute()
}

export async function listSubscriptions(db: Kysely<Database>): Promise<Subscription[]> {
  const [rows, documents] = await Promise.all([
    db.selectFrom('exchange_subscription').selectAll().orderBy('name').orderBy('id').execute(),
    db
      .selectFrom('exchange_document')
      .select([
        'subscription_id',
        'kind',
        'tried_at as triedAt',
        'fault',
        'fault_detail as faultDetail',
        'fetched_at as fetchedAt',
        'issued_at as issuedAt',
      ])
      .orderBy('kind')
      .execute(),
  ])
  return rows.map(({ network_id, began_at, made_up, began_by: _, ...row }) => ({
    ...row,
    networkId: network_id,
    beganAt: began_at,
    madeUp: made_up,
    documents: documents.filter((one) => one.subscription_id === row.id),
  }))
}

export async function findSubscription(db: Kysely<Database>, id: number): Promise<Subscription | undefined> {
  return (await listSubscriptions(db)).find((one) => one.id === id)
}

/** Begins a subscription. Undefined when there is one of that address. */
export async function insertSubscription(
  trx: Transaction<Database>,
  begun: Pick<Subscription, 'address' | 'name' | 'country' | 'fingerprint' | 'networkId'> & {
    kinds: readonly ExchangeKind[]
    personId: number
  },
): Promise<number | undefined> {
  const { address, name, country, fingerprint, networkId, kinds, personId } = begun
  const row = await trx
    .insertInto('exchange_subscription')
    .values({ address, name, country, fingerprint, network_id: networkId, began_by: personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  await trx
    .insertInto('exchange_document')
    .values(kinds.map((kind) => ({ subscription_id: row.id, kind })))
    .execute()
  return row.id
}

/** Ends a subscription; everything that it brought goes with it. */
export async function deleteSubscription(trx: Transaction<Database>, id: number): Promise<void> {
  await trx.deleteFrom('exchange_subscription').where('id', '=', id).execute()
}

/** Believes another key from now on. */
export async function setFingerprint(
  trx: Transaction<Database>,
  id: number,
  fingerprint: string,
): Promise<void> {
  await trx.updateTable('exchange_subscription').set({ fingerprint }).where('id', '=', id).execute()
}

/** Takes a document in place of the one before, unless a newer one has come meanwhile. */
export async function saveDocument(
  db: Kysely<Database>,
  of: { id: number; kind: ExchangeKind },
  document: { issuedAt: Date; content: object; name: string; country: string },
  now: Date,
): Promise<void> {
  const { issuedAt, content, name, country } = document
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('exchange_document')
      .set({
        content: JSON.stringify(content),
        issued_at: issuedAt,
        fetched_at: now,
        tried_at: now,
        fault: null,
        fault_detail: '',
      })
      .where('subscription_id', '=', of.id)
      .where('kind', '=', of.kind)
      .where((eb) => eb.or([eb('issued_at', 'is', null), eb('issued_at', '<=', issuedAt)]))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await trx
      .updateTable('exchange_subscription')
      .set({ name, country })
      .where('id', '=', of.id)
      .where((eb) => eb.or([eb('name', '<>', name), eb('country', '<>', country)]))
      .execute()
  })
}

/** Notes what went wrong; what was fetched before stays. */
export async function saveFault(
  db: Kysely<Database>,
  of: { id: number; kind: ExchangeKind },
  { fault, detail }: { fault: string; detail: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('exchange_document')
    .set({ tried_at: now, fault, fault_detail: detail.slice(0, 300) })
    .where('subscription_id', '=', of.id)
    .where('kind', '=', of.kind)
    .execute()
}

/** What was fetched, as it was signed; undefined while there is nothing. */
export async function findContent(
  db: Kysely<Database>,
  { id, kind }: { id: number; kind: ExchangeKind },
): Promise<unknown> {
  const row = await db
    .selectFrom('exchange_document')
    .select('content')
    .where('subscription_id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.content ?? undefined
}
