import type { Locale } from '#platform/i18n.ts'
import type { DataTable } from '#platform/table-files.ts'
import { currencySign } from './money.ts'
import type { FeeSchedule } from './rules/fee.ts'
import type { Simulation } from './rules/simulation.ts'
import { textsOf } from './texts.ts'

/** What the simulator shows as a table to take along; amounts in the association's currency. */
export function simulationTable(l: Locale, schedule: FeeSchedule, simulation: Simulation): DataTable {
  const t = textsOf(l).simulator
  return {
    name: `${t.fileName}-${schedule.year}`,
    columns: [
      { key: 'code', label: t.code },
      { key: 'name', label: t.member },
      { key: 'inhabitants', label: t.inhabitants },
      { key: 'now', label: `${t.now} (${currencySign(l)})` },
      { key: 'tried', label: `${t.tried} (${currencySign(l)})` },
      { key: 'change', label: `${t.change} (${currencySign(l)})` },
    ],
    rows: simulation.fees.map((fee) => [
      fee.code,
      fee.name,
      fee.inhabitants,
      fee.nowOre / 100,
      fee.thenOre / 100,
      fee.changeOre / 100,
    ]),
    notes: [t.title, t.lead(schedule.year), schedule.decision],
  }
}
