import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import type { Weight } from './rules/weight.ts'

export interface NewSent {
  matterId: number
  version: number
  at: Date
  text: string
  weight: Weight
  sha256: string
  pdf: Buffer
}

/** Keeps what was sent, for ever. */
export async function insertSent(trx: Transaction<Database>, sent: NewSent): Promise<void> {
  const { matterId, version, at, text, weight, sha256, pdf } = sent
  await trx
    .insertInto('advocacy_sent')
    .values({ matter_id: matterId, version, sent_at: at, text, weight: JSON.stringify(weight), sha256 })
    .execute()
  const { inside, outside } = await keepFile(trx, pdf)
  await trx
    .insertInto('advocacy_sent_file')
    .values({ matter_id: matterId, pdf: inside, pdf_sha256: outside })
    .execute()
}

/** The PDF that was sent. */
export async function findSentPdf(db: Kysely<Database>, matterId: number): Promise<KeptFile | undefined> {
  return db
    .selectFrom('advocacy_sent_file')
    .select(['pdf as inside', 'pdf_sha256 as outside'])
    .where('matter_id', '=', matterId)
    .executeTakeFirst()
}
