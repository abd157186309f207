import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { MatterKind, MatterState } from './tables.ts'

/** What a form says of a matter. */
export interface MatterFacts {
  kind: MatterKind
  title: string
  counterpart: string
  reference: string
  summary: string
  language: Language
  /** `YYYY-MM-DD`. */
  deadline: string | null
}

/** Opens a new matter, for the drafters alone, and gives its id. */
export async function insertMatter(
  trx: Transaction<Database>,
  facts: MatterFacts,
  { by, now, madeUp }: { by: number; now: Date; madeUp: boolean },
): Promise<number> {
  const { id } = await trx
    .insertInto('advocacy_matter')
    .values({ ...facts, created_by: by, created_at: now, made_up: madeUp })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Saves what a form says over the version that was seen. False when somebody was quicker. */
export async function updateMatter(
  trx: Transaction<Database>,
  id: number,
  facts: MatterFacts,
  seen: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('advocacy_matter')
    .set({ ...facts, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Has those who change one matter wait for each other, and gives where it stands; undefined when there is none. */
export async function lockMatter(trx: Transaction<Database>, id: number): Promise<MatterState | undefined> {
  const { rows } = await sql<{ state: MatterState }>`
    select state from advocacy_matter where id = ${id} for update`.execute(trx)
  return rows[0]?.state
}

/** Takes a matter a step on, or back. */
export async function setState(
  trx: Transaction<Database>,
  id: number,
  state: 'drafting' | 'sent',
): Promise<void> {
  await trx.updateTable('advocacy_matter').set({ state, proposed_at: null }).where('id', '=', id).execute()
}

/** Lays a matter before the board. */
export async function setProposed(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('advocacy_matter')
    .set({ state: 'proposed', proposed_at: now, returned_reason: '' })
    .where('id', '=', id)
    .execute()
}

/** The board's decision on a matter. */
export interface Adoption {
  on: string
  meeting: string
  paragraph: string
  address: string
  text: string
}

export async function setAdopted(
  trx: Transaction<Database>,
  id: number,
  { on, meeting, paragraph, address, text }: Adoption,
): Promise<void> {
  await trx
    .updateTable('advocacy_matter')
    .set({
      state: 'adopted',
      adopted_on: on,
      adopted_at_meeting: meeting,
      adopted_paragraph: paragraph,
      adopted_address: address,
      adopted_text: text,
    })
    .where('id', '=', id)
    .execute()
}

/** Sends a matter back from the board to those who write, with why. */
export async function setReturned(trx: Transaction<Database>, id: number, reason: string): Promise<void> {
  await trx
    .updateTable('advocacy_matter')
    .set({ state: 'drafting', proposed_at: null, returned_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** Notes who of the board had another opinion. */
export async function setReservations(trx: Transaction<Database>, id: number, text: string): Promise<void> {
  await trx.updateTable('advocacy_matter').set({ reservations: text }).where('id', '=', id).execute()
}

/** Leaves a matter without an answer, with why. */
export async function setClosed(trx: Transaction<Database>, id: number, reason: string): Promise<void> {
  await trx
    .updateTable('advocacy_matter')
    .set({ state: 'closed', closed_reason: reason })
    .where('id', '=', id)
    .execute()
}
