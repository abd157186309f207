import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import type { Answers } from './answers.ts'
import { insertStep } from './step-queries.ts'
import type { FileKind } from './tables.ts'

/** Documents that one application may hold. */
export const mostFiles = 20

/** Opens a draft. Undefined when the organisation has an open application already; nothing is changed then. */
export async function insertDraft(
  trx: Transaction<Database>,
  draft: { code: string; personId: number; answers: Partial<Answers> },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into application (organisation_code, started_by, answers)
    values (${draft.code}, ${draft.personId}, ${JSON.stringify(draft.answers)})
    on conflict do nothing returning id`.execute(trx)
  const id = rows[0]?.id
  if (id === undefined) return undefined
  await insertStep(trx, { id, step: 'start', from: null, to: 'draft', by: draft.personId })
  return id
}

/** Saves some fields. False when the application has been sent in the meantime. */
export async function saveAnswers(
  trx: Transaction<Database>,
  id: number,
  values: Partial<Answers>,
): Promise<boolean> {
  const { rows } = await sql`
    update application set answers = answers || ${JSON.stringify(values)}::jsonb, changed_at = clock_timestamp()
    where id = ${id} and state in ('draft', 'incomplete') returning id`.execute(trx)
  return rows.length > 0
}

export interface FileRow {
  id: number
  kind: FileKind
  name: string
  mediaType: string
  standard: string
  size: number
  sha256: string
  uploadedAt: Date
  uploadedByName: string
}

/** The documents of an application, without their content. */
export async function listFiles(db: Kysely<Database>, applicationId: number): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select f.id, f.kind, f.name, f.media_type as "mediaType", f.standard, f.size, f.sha256,
      f.uploaded_at as "uploadedAt", p.name as "uploadedByName"
    from application_file f join person p on p.id = f.uploaded_by
    where f.application_id = ${applicationId}
    order by array_position(array['decision', 'programme', 'other'], f.kind), f.id`.execute(db)
  return rows
}

export interface NewFile {
  applicationId: number
  kind: FileKind
  name: string
  mediaType: string
  standard: string
  sha256: string
  content: Buffer
  uploadedBy: number
}

/** Keeps a document. Says why not when the application has been sent, is full, or holds the same file already. */
export async function insertFile(
  trx: Transaction<Database>,
  file: NewFile,
): Promise<'done' | 'file-sent' | 'file-many' | 'file-twice'> {
  const application = await trx
    .selectFrom('application')
    .where('id', '=', file.applicationId)
    .where('state', 'in', ['draft', 'incomplete'])
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  if (!application) return 'file-sent'
  const files = await listFiles(trx, file.applicationId)
  if (files.some(({ sha256, kind }) => sha256 === file.sha256 && kind === file.kind)) return 'file-twice'
  if (files.length >= mostFiles) return 'file-many'
  const { id } = await trx
    .insertInto('application_file')
    .values({
      application_id: file.applicationId,
      kind: file.kind,
      name: file.name,
      media_type: file.mediaType,
      standard: file.standard,
      size: file.content.length,
      sha256: file.sha256,
      uploaded_by: file.uploadedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { inside, outside } = await keepFile(trx, file.content)
  await trx
    .insertInto('application_file_content')
    .values({ file_id: id, content: inside, content_sha256: outside })
    .execute()
  return 'done'
}

/** Takes a document away. False when it is gone already, or the application has been sent. */
export async function deleteFile(
  trx: Transaction<Database>,
  applicationId: number,
  fileId: number,
): Promise<boolean> {
  const { rows } = await sql`
    delete from application_file f using application a
    where f.id = ${fileId} and f.application_id = ${applicationId} and a.id = f.application_id
      and a.state in ('draft', 'incomplete') returning f.id`.execute(trx)
  return rows.length > 0
}

/** A document with its content. */
export async function findFile(
  db: Kysely<Database>,
  applicationId: number,
  fileId: number,
): Promise<(KeptFile & { name: string; mediaType: string }) | undefined> {
  return db
    .selectFrom('application_file as f')
    .innerJoin('application_file_content as c', 'c.file_id', 'f.id')
    .where('f.id', '=', fileId)
    .where('f.application_id', '=', applicationId)
    .select(['f.name', 'f.media_type as mediaType', 'c.content as inside', 'c.content_sha256 as outside'])
    .executeTakeFirst()
}
