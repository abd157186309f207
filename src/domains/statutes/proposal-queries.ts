import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { findStatutes, type Statutes } from './queries.ts'
import { keptRules } from './reference-queries.ts'
import type { Paragraph, StatuteRules } from './schema.ts'

/** What a proposed version says. */
export interface ProposedStatutes {
  paragraphs: Paragraph[]
  rules: StatuteRules
  /** Why, in Markdown. */
  reason: string
}

/** Keeps a proposal beside the version that it changes. False when there is one of that id. */
export async function insertProposal(
  trx: Transaction<Database>,
  id: string,
  proposed: ProposedStatutes & { madeUp: boolean },
): Promise<boolean> {
  const row = await trx
    .insertInto('statutes')
    .values({
      id,
      adopted_sv: 'Förslag',
      adopted_en: 'Proposal',
      ...columnsOf(proposed),
      kept_by: 'association',
      made_up: proposed.madeUp,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Changes a proposal over the version that was seen. False when somebody was quicker, or a meeting has begun with it. */
export async function updateProposal(
  trx: Transaction<Database>,
  id: string,
  proposed: ProposedStatutes,
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('statutes')
    .set({ ...columnsOf(proposed), version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('in_force_from', 'is', null)
    .where('rejected_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('statutes_adoption').where('statutes_id', '=', id).select('statutes_id'))),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

const columnsOf = ({ paragraphs, rules, reason }: ProposedStatutes) => ({
  paragraphs: JSON.stringify(paragraphs),
  rules: keptRules(rules),
  reason,
})

/** The proposal, held until the transaction ends; undefined when it is decided. */
export async function lockProposal(trx: Transaction<Database>, id: string): Promise<Statutes | undefined> {
  const row = await trx
    .selectFrom('statutes')
    .where('id', '=', id)
    .where('in_force_from', 'is', null)
    .where('rejected_on', 'is', null)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return row && findStatutes(trx, id)
}

/** A meeting that has said yes to a version. */
export interface Adoption {
  meetingId: number
  /** `Årsmötet 2027`. */
  meeting: string
  decidedOn: string
  /** `§ 14`. */
  paragraph: string
  /** Address of the meeting, without the language. */
  link: string
}

/** The meetings that have said yes, in order. */
export function listAdoptions(db: Kysely<Database>, id: string): Promise<Adoption[]> {
  return db
    .selectFrom('statutes_adoption')
    .where('statutes_id', '=', id)
    .orderBy('decided_on')
    .select(['meeting_id as meetingId', 'meeting', 'decided_on as decidedOn', 'paragraph', 'link'])
    .execute()
}

export async function saveAdoption(
  trx: Transaction<Database>,
  id: string,
  adoption: Adoption,
): Promise<void> {
  await trx
    .insertInto('statutes_adoption')
    .values({
      statutes_id: id,
      meeting_id: adoption.meetingId,
      meeting: adoption.meeting,
      decided_on: adoption.decidedOn,
      paragraph: adoption.paragraph,
      link: adoption.link,
    })
    .execute()
}

/** Puts a version in force from a day. False when another one begins that very day. */
export async function bringInForce(
  trx: Transaction<Database>,
  id: string,
  { from, sv, en }: { from: string; sv: string; en: string },
): Promise<boolean> {
  const taken = await trx
    .selectFrom('statutes')
    .where('in_force_from', '=', from)
    .select('id')
    .executeTakeFirst()
  if (taken) return false
  await trx
    .updateTable('statutes')
    .set({ in_force_from: from, adopted_sv: sv, adopted_en: en })
    .where('id', '=', id)
    .execute()
  return true
}

export async function rejectProposal(trx: Transaction<Database>, id: string, day: string): Promise<void> {
  await trx.updateTable('statutes').set({ rejected_on: day }).where('id', '=', id).execute()
}
