import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { lockMeeting } from '../queries.ts'
import { hashOf } from './document.ts'
import { findDocument, listSignatures, listSigners } from './queries.ts'

/** Keeps the document as it is to be approved. */
export async function insertDocument(
  trx: Transaction<Database>,
  document: { meetingId: number; content: string; personId: number | null; now: Date; madeUp: boolean },
): Promise<void> {
  const { meetingId, content, personId, now, madeUp } = document
  await trx
    .insertInto('minutes_document')
    .values({
      meeting_id: meetingId,
      content,
      sha256: hashOf(content),
      frozen_by: personId,
      frozen_at: now,
      made_up: madeUp,
    })
    .execute()
}

/** Takes the document back to be changed. False when it is approved, or was never handed over. */
export async function withdrawDocument(
  trx: Transaction<Database>,
  meetingId: number,
  now: Date,
): Promise<boolean> {
  const meeting = await lockMeeting(trx, meetingId)
  if (meeting.state !== 'closed') return false
  const { numUpdatedRows } = await trx
    .updateTable('minutes_document')
    .set({ withdrawn_at: now })
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * Somebody approves the very document that was read. When all have, the meeting is approved and nothing of it can be
 * changed again. `changed`: another document stands there now.
 */
export async function signDocument(
  trx: Transaction<Database>,
  signature: { meetingId: number; personId: number; sha256: string; now: Date },
): Promise<'signed' | 'approved' | 'changed' | 'not-signer'> {
  const { meetingId, personId, sha256, now } = signature
  const meeting = await lockMeeting(trx, meetingId)
  const signers = await listSigners(trx, meetingId)
  const own = signers.find((signer) => signer.personId === personId)
  if (!own) return 'not-signer'
  const document = await findDocument(trx, meetingId)
  if (meeting.state !== 'closed' || !document || document.sha256 !== sha256) return 'changed'
  if (hashOf(document.content) !== sha256) return 'changed'
  await trx
    .insertInto('minutes_signature')
    .values({
      document_id: document.id,
      person_id: personId,
      part: own.part,
      name: own.name,
      sha256,
      signed_at: now,
    })
    .onConflict((known) => known.columns(['document_id', 'person_id']).doNothing())
    .execute()
  const signed = await listSignatures(trx, document.id)
  const all = signers.every((signer) => signed.some((one) => one.person_id === signer.personId))
  if (!all) return 'signed'
  await trx
    .updateTable('meeting')
    .set({ state: 'approved', version: sql`version + 1` })
    .where('id', '=', meetingId)
    .execute()
  return 'approved'
}

/** Puts a dated correction beside approved minutes. False when they are not approved. */
export async function insertNote(
  trx: Transaction<Database>,
  note: { meetingId: number; text: string; personId: number },
): Promise<boolean> {
  const meeting = await lockMeeting(trx, note.meetingId)
  if (meeting.state !== 'approved') return false
  await trx
    .insertInto('minutes_note')
    .values({ meeting_id: note.meetingId, text: note.text, written_by: note.personId })
    .execute()
  return true
}
