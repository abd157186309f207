import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'
import type { MaterialAudience, MaterialKind } from './rules.ts'

/** A document or the recording of an event. */
export interface Material {
  id: number
  kind: MaterialKind
  title: string
  openTo: MaterialAudience
  /** Where a recording is; empty for a document. */
  address: string
  /** Whether a recording has captions; null for a document. */
  captioned: boolean | null
  name: string
  /** `PDF`, `DOCX` …; empty for a recording. */
  standard: string
  /** In bytes. */
  size: number
  /** The session that it belongs to; empty when it belongs to all of the event. */
  session: Partial<Record<Language, string>>
  madeUp: boolean
}

/** What is shared after an event: in the order of its sessions, what belongs to all of it last. */
export async function listMaterials(db: Kysely<Database>, eventId: number): Promise<Material[]> {
  const { rows } = await sql<Material>`
    select m.id, m.kind, m.title, m.open_to as "openTo", m.address, m.captioned, m.file_name as name, m.standard, m.size,
      (select coalesce(json_object_agg(t.language, t.title), '{}') from event_session_text t
        where t.session_id = m.session_id) as session, m.made_up as "madeUp"
    from event_material m left join event_session s on s.id = m.session_id
    where m.event_id = ${eventId} order by s.starts_at nulls last, m.kind, m.id`.execute(db)
  return rows
}

/** A document with its content. */
export async function findDocument(
  db: Kysely<Database>,
  eventId: number,
  id: number,
): Promise<(KeptFile & { name: string; mediaType: string; openTo: MaterialAudience }) | undefined> {
  return db
    .selectFrom('event_material as m')
    .innerJoin('event_material_content as t', 't.material_id', 'm.id')
    .where('m.event_id', '=', eventId)
    .where('m.id', '=', id)
    .select([
      'm.file_name as name',
      'm.media_type as mediaType',
      't.content as inside',
      't.content_sha256 as outside',
      'm.open_to as openTo',
    ])
    .executeTakeFirst()
}

/** What both kinds have in common. */
export interface Shared {
  eventId: number
  sessionId: number | null
  title: string
  openTo: MaterialAudience
  addedBy: number | null
  madeUp: boolean
}

/** Shares a document. */
export async function insertDocument(
  trx: Transaction<Database>,
  shared: Shared,
  file: { name: string; mediaType: string; standard: string; content: Buffer },
): Promise<void> {
  const { id } = await trx
    .insertInto('event_material')
    .values({
      ...rowOf(shared),
      kind: 'document',
      captioned: null,
      file_name: file.name,
      media_type: file.mediaType,
      standard: file.standard,
      size: file.content.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { inside, outside } = await keepFile(trx, file.content)
  await trx
    .insertInto('event_material_content')
    .values({ material_id: id, content: inside, content_sha256: outside })
    .execute()
}

/** Shares where a recording is. */
export async function insertRecording(
  trx: Transaction<Database>,
  shared: Shared,
  recording: { address: string; captioned: boolean },
): Promise<void> {
  await trx
    .insertInto('event_material')
    .values({ ...rowOf(shared), kind: 'recording', ...recording })
    .execute()
}

/** Takes something away again. False when it was not there. */
export async function deleteMaterial(
  trx: Transaction<Database>,
  eventId: number,
  id: number,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('event_material')
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Forgets who shared something. */
export async function forgetSharer(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.updateTable('event_material').set({ added_by: null }).where('added_by', '=', personId).execute()
}

function rowOf({ eventId, sessionId, title, openTo, addedBy, madeUp }: Shared) {
  return {
    event_id: eventId,
    session_id: sessionId,
    title,
    open_to: openTo,
    added_by: addedBy,
    made_up: madeUp,
  }
}
