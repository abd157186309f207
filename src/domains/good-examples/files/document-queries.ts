import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import { mostDocuments } from './limits.ts'

export interface NewDocument {
  exampleId: number
  /** What it is called for readers. */
  title: string
  /** The name of the file. */
  name: string
  mediaType: string
  standard: string
  sha256: string
  content: Buffer
  by: number
}

/** Keeps a document of an example. Says why not when there are enough, or the same one is there. */
export async function insertDocument(
  trx: Transaction<Database>,
  { exampleId, title, name, mediaType, standard, sha256, content, by }: NewDocument,
): Promise<'done' | 'file-many' | 'file-twice'> {
  await sql`select from good_example where id = ${exampleId} for update`.execute(trx)
  const kept = await trx
    .selectFrom('good_example_document')
    .select('sha256')
    .where('example_id', '=', exampleId)
    .execute()
  if (kept.some((one) => one.sha256 === sha256)) return 'file-twice'
  if (kept.length >= mostDocuments) return 'file-many'
  const { id } = await trx
    .insertInto('good_example_document')
    .values({
      example_id: exampleId,
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
    .insertInto('good_example_document_content')
    .values({ document_id: id, content: inside, content_sha256: outside })
    .execute()
  return 'done'
}

/** Takes a document away. */
export async function deleteDocument(
  trx: Transaction<Database>,
  exampleId: number,
  documentId: number,
): Promise<void> {
  await trx
    .deleteFrom('good_example_document')
    .where('id', '=', documentId)
    .where('example_id', '=', exampleId)
    .execute()
}

/** A document with its content, and which example it belongs to. */
export async function findDocument(
  db: Kysely<Database>,
  id: number,
): Promise<(KeptFile & { exampleId: number; name: string; mediaType: string }) | undefined> {
  return db
    .selectFrom('good_example_document as d')
    .innerJoin('good_example_document_content as c', 'c.document_id', 'd.id')
    .where('d.id', '=', id)
    .select([
      'd.example_id as exampleId',
      'd.name',
      'd.media_type as mediaType',
      'c.content as inside',
      'c.content_sha256 as outside',
    ])
    .executeTakeFirst()
}
