import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { FeeSchedule } from './rules/fee.ts'

/** Every fee schedule, the newest year first. */
export async function listSchedules(db: Kysely<Database>): Promise<FeeSchedule[]> {
  const rows = await db.selectFrom('fee_schedule').selectAll().orderBy('year', 'desc').execute()
  return rows.map((row) => ({
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
    decidedOn: row.decided_on,
    decision: row.decision,
    link: row.link,
    madeUp: row.made_up,
  }))
}

/** The schedule of a year. */
export async function findSchedule(db: Kysely<Database>, year: number): Promise<FeeSchedule | undefined> {
  return (await listSchedules(db)).find((schedule) => schedule.year === year)
}

/** Whether invoices rest on a year's schedule; then it stays as it was decided. */
export async function isScheduleUsed(db: Kysely<Database>, year: number): Promise<boolean> {
  const used = await db
    .selectFrom('invoice')
    .where('fee_year', '=', year)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return used !== undefined
}

/** Saves a year's schedule. False when invoices rest on it already; then nothing is changed. */
export async function saveSchedule(trx: Transaction<Database>, schedule: FeeSchedule): Promise<boolean> {
  // Whoever issues invoices locks the same row, so that none can be issued in between.
  await trx
    .selectFrom('fee_schedule')
    .where('year', '=', schedule.year)
    .select('year')
    .forUpdate()
    .executeTakeFirst()
  if (await isScheduleUsed(trx, schedule.year)) return false
  const row = {
    fixed_ore: schedule.fixedOre,
    municipality_rate_ore: schedule.municipalityRateOre,
    region_rate_ore: schedule.regionRateOre,
    cap_inhabitants: schedule.capInhabitants,
    population_year: schedule.populationYear,
    joining: schedule.joining,
    leaving: schedule.leaving,
    observer_percent: schedule.observerPercent,
    due_days: schedule.dueDays,
    decided_on: schedule.decidedOn,
    decision: schedule.decision,
    link: schedule.link ?? '',
    made_up: schedule.madeUp,
  }
  await trx
    .insertInto('fee_schedule')
    .values({ year: schedule.year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute()
  return true
}
