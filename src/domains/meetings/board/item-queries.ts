import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { keepFile } from '#platform/files/store/index.ts'
import type { ItemKind, Standing } from '../tables.ts'

export interface NewItem {
  title: string
  text: string
  kind: ItemKind
  standing?: Standing | null
  business?: { kind: string; id: string } | null
  openToAll?: boolean
  madeUp?: boolean
}

/** Adds items at the end of an agenda. */
export async function insertItems(
  trx: Transaction<Database>,
  meetingId: number,
  items: NewItem[],
): Promise<void> {
  if (items.length === 0) return
  const { last } = await trx
    .selectFrom('meeting_item')
    .where('meeting_id', '=', meetingId)
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('meeting_item')
    .values(
      items.map(
        ({ title, text, kind, standing = null, business = null, openToAll = true, madeUp = false }, at) => ({
          meeting_id: meetingId,
          ordinal: (last ?? 0) + 1 + at,
          title,
          text,
          kind,
          standing,
          business_kind: business?.kind ?? null,
          business_id: business?.id ?? null,
          open_to_all: openToAll,
          made_up: madeUp,
        }),
      ),
    )
    .execute()
}

/** Holds all agendas of the board, so that business is put on one of them only. */
export async function lockAgendas(trx: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('board agendas'))`.execute(trx)
}

/** Changes an item of which nothing is decided. False when somebody else has changed it. */
export async function updateItem(
  trx: Transaction<Database>,
  item: { id: number; version: number; title: string; text: string; kind: ItemKind; openToAll: boolean },
): Promise<boolean> {
  const { id, version, title, text, kind, openToAll } = item
  const { numUpdatedRows } = await trx
    .updateTable('meeting_item')
    .set({ title, text, kind, open_to_all: openToAll, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('paragraph', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes an item off the agenda. False when it is decided. */
export async function deleteItem(trx: Transaction<Database>, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('meeting_item')
    .where('id', '=', id)
    .where('paragraph', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Keeps a document with an item. `file-twice`: the very same is there already. */
export async function insertFile(
  trx: Transaction<Database>,
  file: {
    itemId: number
    name: string
    mediaType: string
    standard: string
    sha256: string
    content: Buffer
    uploadedBy: number
  },
): Promise<'done' | 'file-twice'> {
  const row = await trx
    .insertInto('meeting_item_file')
    .values({
      item_id: file.itemId,
      name: file.name,
      media_type: file.mediaType,
      standard: file.standard,
      size: file.content.length,
      sha256: file.sha256,
      uploaded_by: file.uploadedBy,
    })
    .onConflict((known) => known.columns(['item_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return 'file-twice'
  const { inside, outside } = await keepFile(trx, file.content)
  await trx
    .insertInto('meeting_item_file_content')
    .values({ file_id: row.id, content: inside, content_sha256: outside })
    .execute()
  return 'done'
}

export async function deleteFile(
  trx: Transaction<Database>,
  itemId: number,
  fileId: number,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('meeting_item_file')
    .where('id', '=', fileId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
