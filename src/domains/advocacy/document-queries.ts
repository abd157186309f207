import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'

/** Documents that one matter may hold. */
export const mostDocuments = 20

export interface NewDocument {
  matterId: number
  title: string
  name: string
  mediaType: string
  standard: string
  sha256: string
  content: Buffer
  by: number
}

/** Keeps a document. Says why not when there are enough, or the same one is there. */
export async function insertDocument(
  trx: Transaction<Database>,
  { matterId, title, name, mediaType, standard, sha256, content, by }: NewDocument,
): Promise<'done' | 'file-many' | 'file-twice'> {
  const kept = await trx
    .selectFrom('advocacy_document')
    .select('sha256')
    .where('matter_id', '=', matterId)
    .execute()
  if (kept.some((one) => one.sha256 === sha256)) return 'file-twice'
  if (kept.length >= mostDocuments) return 'file-many'
  const { id } = await trx
    .insertInto('advocacy_document')
    .values({
      matter_id: matterId,
      title,
      name,
      media_type: mediaType,
      standard,
      size: content.length,
      sha256,
      uploaded_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { inside, outside } = await keepFile(trx, content)
  await trx
    .insertInto('advocacy_document_content')
    .values({ document_id: id, content: inside, content_sha256: outside })
    .execute()
  return 'done'
}

/** Takes a document away. */
export async function deleteDocument(
  trx: Transaction<Database>,
  matterId: number,
  documentId: number,
): Promise<void> {
  await sql`delete from advocacy_document where id = ${documentId} and matter_id = ${matterId}`.execute(trx)
}

/** A document with its content, and which matter it belongs to. */
export async function findDocument(
  db: Kysely<Database>,
  id: number,
): Promise<(KeptFile & { matterId: number; name: string; mediaType: string }) | undefined> {
  return db
    .selectFrom('advocacy_document as d')
    .innerJoin('advocacy_document_content as c', 'c.document_id', 'd.id')
    .where('d.id', '=', id)
    .select([
      'd.matter_id as matterId',
      'd.name',
      'd.media_type as mediaType',
      'c.content as inside',
      'c.content_sha256 as outside',
    ])
    .executeTakeFirst()
}
