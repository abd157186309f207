import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MinutesTables, SignerPart } from './tables.ts'

/** A version of what was said on an item. */
export interface SaidText {
  itemId: number
  /** 0 when nothing has been saved. */
  version: number
  text: string
  writtenBy: string
  writtenAt: Date | null
}

/** The texts that stand, by item. */
export async function listSaid(db: Kysely<Database>, meetingId: number): Promise<Map<number, SaidText>> {
  const { rows } = await sql<SaidText>`
    select distinct on (t.item_id) t.item_id as "itemId", t.version, t.text, coalesce(p.name, '') as "writtenBy",
      t.written_at as "writtenAt"
    from minutes_text t join meeting_item i on i.id = t.item_id left join person p on p.id = t.written_by
    where i.meeting_id = ${meetingId} order by t.item_id, t.version desc`.execute(db)
  return new Map(rows.map((row) => [row.itemId, row]))
}

/** A version of an item's text; version 0 is the empty beginning. */
export async function findSaid(db: Kysely<Database>, itemId: number, version: number): Promise<string> {
  const row = await db
    .selectFrom('minutes_text')
    .where('item_id', '=', itemId)
    .where('version', '=', version)
    .select('text')
    .executeTakeFirst()
  return row?.text ?? ''
}

/** Adds a version after the one that was read. False when somebody else has added one meanwhile. */
export async function insertSaid(
  trx: Transaction<Database>,
  said: { itemId: number; after: number; text: string; personId: number },
): Promise<boolean> {
  const { itemId, after, text, personId } = said
  const { rows } = await sql`
    insert into minutes_text (item_id, version, text, written_by)
    select ${itemId}, ${after} + 1, ${text}, ${personId}
    where ${after} = (select coalesce(max(version), 0) from minutes_text where item_id = ${itemId})
    on conflict do nothing returning version`.execute(trx)
  return rows.length > 0
}

/** Who approves the minutes. */
export interface Signer {
  personId: number
  name: string
  part: SignerPart
}

/** Who approves the minutes of a meeting, the chair first. */
export async function listSigners(db: Kysely<Database>, meetingId: number): Promise<Signer[]> {
  return db
    .selectFrom('minutes_signer as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .where('s.meeting_id', '=', meetingId)
    .select(['s.person_id as personId', 'p.name', 's.part'])
    .orderBy('s.part', 'desc')
    .orderBy('p.name')
    .execute()
    .then((rows) => rows.toSorted((a, b) => order(a.part) - order(b.part)))
}

const order = (part: SignerPart) => (part === 'chair' ? 0 : 1)

/** Sets who approves the minutes, in place of those before. */
export async function replaceSigners(
  trx: Transaction<Database>,
  meetingId: number,
  signers: { personId: number; part: SignerPart }[],
): Promise<void> {
  await trx.deleteFrom('minutes_signer').where('meeting_id', '=', meetingId).execute()
  if (signers.length === 0) return
  await trx
    .insertInto('minutes_signer')
    .values(signers.map(({ personId, part }) => ({ meeting_id: meetingId, person_id: personId, part })))
    .execute()
}

export type FrozenDocument = Selectable<MinutesTables['minutes_document']>

/** The document that was handed over to be approved, unless it was taken back. */
export async function findDocument(
  db: Kysely<Database>,
  meetingId: number,
): Promise<FrozenDocument | undefined> {
  return db
    .selectFrom('minutes_document')
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .selectAll()
    .executeTakeFirst()
}

/** Whether the minutes wait to be approved, or are; then nothing that they say may change. */
export async function isHandedOver(db: Kysely<Database>, meetingId: number): Promise<boolean> {
  return (await findDocument(db, meetingId)) !== undefined
}

export type Signature = Selectable<MinutesTables['minutes_signature']>

export async function listSignatures(db: Kysely<Database>, documentId: number): Promise<Signature[]> {
  return db
    .selectFrom('minutes_signature')
    .where('document_id', '=', documentId)
    .orderBy('signed_at')
    .orderBy('person_id')
    .selectAll()
    .execute()
}

/** A correction beside approved minutes. */
export interface Note {
  id: number
  text: string
  writtenBy: string
  writtenAt: Date
}

export async function listNotes(db: Kysely<Database>, meetingId: number): Promise<Note[]> {
  return db
    .selectFrom('minutes_note as n')
    .leftJoin('person as p', 'p.id', 'n.written_by')
    .where('n.meeting_id', '=', meetingId)
    .select(({ fn, val }) => [
      'n.id',
      'n.text',
      fn.coalesce('p.name', val('')).as('writtenBy'),
      'n.written_at as writtenAt',
    ])
    .orderBy('n.id')
    .execute()
}

/** Meetings whose minutes wait for somebody to approve them. */
export async function listToSign(
  db: Kysely<Database>,
  personId: number,
): Promise<{ meetingId: number; organ: string; heldOn: string }[]> {
  const { rows } = await sql<{ meetingId: number; organ: string; heldOn: string }>`
    select m.id as "meetingId", m.organ, m.held_on as "heldOn"
    from minutes_document d join meeting m on m.id = d.meeting_id
    join minutes_signer s on s.meeting_id = m.id and s.person_id = ${personId}
    where d.withdrawn_at is null and m.state = 'closed' and not exists
      (select from minutes_signature g where g.document_id = d.id and g.person_id = ${personId})
    order by m.held_on`.execute(db)
  return rows
}

/** Where somebody stands in minutes, for everything held about a person. */
export async function readMinutesOf(db: Kysely<Database>, personId: number) {
  const [signed, notes, texts] = await Promise.all([
    db.selectFrom('minutes_signature').where('person_id', '=', personId).selectAll().execute(),
    db.selectFrom('minutes_note').where('written_by', '=', personId).selectAll().execute(),
    db.selectFrom('minutes_text').where('written_by', '=', personId).selectAll().execute(),
  ])
  return { signed, notes, texts }
}
