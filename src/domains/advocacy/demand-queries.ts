import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { Outcome } from './tables.ts'

/** One thing that a response asks for, and what became of it. */
export interface Demand {
  id: number
  matterId: number
  ordinal: number
  text: string
  outcome: Outcome
  /** `YYYY-MM-DD`; null while nothing has come of it. */
  outcomeOn: string | null
  sourceTitle: string
  sourceAddress: string
  note: string
}

/** The demands of a matter, in order. */
export async function listDemands(db: Kysely<Database>, matterId: number): Promise<Demand[]> {
  const { rows } = await sql<Demand>`
    select ${demandColumns} from advocacy_demand d where d.matter_id = ${matterId} order by d.ordinal`.execute(
    db,
  )
  return rows
}

/** A demand of something sent. */
export interface SentDemand extends Demand {
  title: string
  counterpart: string
  language: Language
  sentAt: Date
  madeUp: boolean
}

/** Every demand that has been sent, the latest first. */
export async function listSentDemands(db: Kysely<Database>): Promise<SentDemand[]> {
  const { rows } = await sql<SentDemand>`
    select ${demandColumns}, m.title, m.counterpart, m.language, s.sent_at as "sentAt", m.made_up as "madeUp"
    from advocacy_demand d join advocacy_matter m on m.id = d.matter_id join advocacy_sent s on s.matter_id = m.id
    order by s.sent_at desc, m.id desc, d.ordinal`.execute(db)
  return rows
}

const demandColumns = sql`d.id, d.matter_id as "matterId", d.ordinal, d.text, d.outcome, d.outcome_on as "outcomeOn",
  d.source_title as "sourceTitle", d.source_address as "sourceAddress", d.note`

/** Replaces what a matter asks for, before it is sent. */
export async function replaceDemands(
  trx: Transaction<Database>,
  matterId: number,
  texts: string[],
): Promise<void> {
  await trx.deleteFrom('advocacy_demand').where('matter_id', '=', matterId).execute()
  for (const [i, text] of texts.entries()) {
    await trx
      .insertInto('advocacy_demand')
      .values({ matter_id: matterId, ordinal: i + 1, text })
      .execute()
  }
}

export interface FollowUp {
  outcome: Outcome
  outcomeOn: string | null
  sourceTitle: string
  sourceAddress: string
  note: string
}

/** Notes what became of a demand that was sent. */
export async function followUpDemand(
  trx: Transaction<Database>,
  { matterId, id }: Pick<Demand, 'matterId' | 'id'>,
  { outcome, outcomeOn, sourceTitle, sourceAddress, note }: FollowUp,
  { by, now }: { by: number; now: Date },
): Promise<void> {
  await trx
    .updateTable('advocacy_demand')
    .set({
      outcome,
      outcome_on: outcomeOn,
      source_title: sourceTitle,
      source_address: sourceAddress,
      note,
      followed_by: by,
      followed_at: now,
    })
    .where('id', '=', id)
    .where('matter_id', '=', matterId)
    .execute()
}
