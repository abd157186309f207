import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
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
  await trx.insertInto('advocacy_sent_file').values({ matter_id: matterId, pdf }).execute()
}

/** The PDF that was sent. */
export async function findSentPdf(db: Kysely<Database>, matterId: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('advocacy_sent_file')
    .select('pdf')
    .where('matter_id', '=', matterId)
    .executeTakeFirst()
  return row?.pdf
}
