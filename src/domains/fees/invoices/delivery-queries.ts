import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import type { InvoiceDocument } from './document.ts'

export interface Waiting {
  invoiceId: number
  number: string
  way: 'mail' | 'peppol'
  receiver: string
  staged: boolean
  /** Whether the same invoice also leaves as an e-invoice. */
  alsoPeppol: boolean
  organisationCode: string
  document: InvoiceDocument
}

/** Deliveries that have not left, in the order of their numbers. */
export async function listWaiting(db: Kysely<Database>, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select d.invoice_id as "invoiceId", i.number, d.way, d.receiver, d.staged_at is not null as staged, i.document,
      i.organisation_code as "organisationCode",
      exists (select from invoice_delivery e where e.invoice_id = i.id and e.way = 'peppol') as "alsoPeppol"
    from invoice_delivery d join invoice i on i.id = d.invoice_id
    where d.sent_at is null and d.failure = ''
    order by d.invoice_id, d.way limit ${limit}`.execute(db)
  return rows
}

/** Takes a delivery for this transaction; false when it has left already or another one is at it. */
export async function claimDelivery(
  trx: Transaction<Database>,
  { invoiceId, way }: Pick<Waiting, 'invoiceId' | 'way'>,
): Promise<boolean> {
  const claimed = await trx
    .selectFrom('invoice_delivery')
    .where('invoice_id', '=', invoiceId)
    .where('way', '=', way)
    .where('sent_at', 'is', null)
    .select('invoice_id')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return claimed !== undefined
}

export async function markDelivery(
  db: Kysely<Database>,
  { invoiceId, way }: Pick<Waiting, 'invoiceId' | 'way'>,
  mark: { staged_at: Date } | { sent_at: Date } | { failure: string },
): Promise<void> {
  await db
    .updateTable('invoice_delivery')
    .set('sent_at' in mark ? { ...mark, failure: '' } : mark)
    .where('invoice_id', '=', invoiceId)
    .where('way', '=', way)
    .execute()
}

/** Lets what failed be tried again. Returns how many. */
export async function retryFailed(trx: Transaction<Database>, invoiceId: number | null): Promise<number> {
  const retried = await trx
    .updateTable('invoice_delivery')
    .set({ failure: '' })
    .where('sent_at', 'is', null)
    .where('failure', '<>', '')
    .$if(invoiceId !== null, (query) => query.where('invoice_id', '=', invoiceId ?? 0))
    .executeTakeFirst()
  return Number(retried.numUpdatedRows)
}

export type FileFormat = 'pdf' | 'peppol'

export async function findFile(
  db: Kysely<Database>,
  invoiceId: number,
  format: FileFormat,
): Promise<KeptFile | undefined> {
  return db
    .selectFrom('invoice_file')
    .where('invoice_id', '=', invoiceId)
    .where('format', '=', format)
    .select(['content as inside', 'content_sha256 as outside'])
    .executeTakeFirst()
}

/** Keeps a file for good; of two that are made at once the first stays. */
export async function insertFile(
  trx: Transaction<Database>,
  invoiceId: number,
  format: FileFormat,
  bytes: Buffer,
): Promise<void> {
  const { inside, outside } = await keepFile(trx, bytes)
  await trx
    .insertInto('invoice_file')
    .values({ invoice_id: invoiceId, format, content: inside, content_sha256: outside })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
