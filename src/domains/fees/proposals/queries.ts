import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { FeeSchedule } from '../rules/fee.ts'

/** Terms of a year's fee that wait for a meeting, or that one has decided. */
export interface FeeProposal extends Omit<FeeSchedule, 'decidedOn' | 'decision' | 'link'> {
  id: number
  /** Why, in Markdown. */
  reason: string
  outcome: 'adopt' | 'reject' | null
  /** What to refer to: `Årsmötet 2027 § 14`. */
  decision: string
  decidedOn: string | null
  version: number
}

function proposalOf(row: Selectable<Database['fee_proposal']>): FeeProposal {
  return {
    id: row.id,
    year: row.year,
    fixedOre: row.fixed_ore,
    municipalityRateOre: row.municipality_rate_ore,
    regionRateOre: row.region_rate_ore,
    capInhabitants: row.cap_inhabitants,
    populationYear: row.population_year,
    joining: row.joining,
    leaving: row.leaving,
    observerPercent: row.observer_percent,
    dueDays: row.due_days,
    reason: row.reason,
    outcome: row.outcome,
    decision: row.decision,
    decidedOn: row.decided_on,
    version: row.version,
    madeUp: row.made_up,
  }
}

/** Every proposal, those of the latest year first. */
export async function listFeeProposals(db: Kysely<Database>): Promise<FeeProposal[]> {
  const rows = await db
    .selectFrom('fee_proposal')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(proposalOf)
}

export async function findFeeProposal(db: Kysely<Database>, id: number): Promise<FeeProposal | undefined> {
  const row = await db.selectFrom('fee_proposal').where('id', '=', id).selectAll().executeTakeFirst()
  return row && proposalOf(row)
}

/** The proposal, held until the transaction ends. */
export async function lockFeeProposal(
  trx: Transaction<Database>,
  id: number,
): Promise<FeeProposal | undefined> {
  const row = await trx
    .selectFrom('fee_proposal')
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  return row && proposalOf(row)
}

export type GivenProposal = Omit<FeeProposal, 'id' | 'outcome' | 'decision' | 'decidedOn' | 'version'>

const columnsOf = (given: GivenProposal) => ({
  year: given.year,
  fixed_ore: given.fixedOre,
  municipality_rate_ore: given.municipalityRateOre,
  region_rate_ore: given.regionRateOre,
  cap_inhabitants: given.capInhabitants,
  population_year: given.populationYear,
  joining: given.joining,
  leaving: given.leaving,
  observer_percent: given.observerPercent,
  due_days: given.dueDays,
  reason: given.reason,
  made_up: given.madeUp,
})

/** Keeps a new proposal and gives its number. */
export async function insertFeeProposal(trx: Transaction<Database>, given: GivenProposal): Promise<number> {
  const { id } = await trx
    .insertInto('fee_proposal')
    .values(columnsOf(given))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes a proposal over the version that was seen. False when somebody was quicker, or a meeting has decided it. */
export async function updateFeeProposal(
  trx: Transaction<Database>,
  id: number,
  given: GivenProposal,
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('fee_proposal')
    .set({ ...columnsOf(given), version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes what a meeting decided. */
export async function settleFeeProposal(
  trx: Transaction<Database>,
  id: number,
  settled: { outcome: 'adopt' | 'reject'; decision: string; decidedOn: string },
): Promise<void> {
  await trx
    .updateTable('fee_proposal')
    .set({ outcome: settled.outcome, decision: settled.decision, decided_on: settled.decidedOn })
    .where('id', '=', id)
    .execute()
}
