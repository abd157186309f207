import type { Locale } from '#platform/i18n.ts'
import type { DataTable } from '#platform/table-files.ts'
import type { Draft } from './import-queries.ts'
import { importColumns } from './rules/import-columns.ts'
import type { PlannedRow } from './rules/import-plan.ts'
import { textsOf } from './texts.ts'

/** The rows with faults as they stood in the file, with line and reason beside, to mend and read in again. */
export function errorTable(draft: Draft, plan: PlannedRow[], l: Locale): DataTable {
  const t = textsOf(l).import
  const wrong = new Map(plan.filter(({ outcome }) => outcome === 'error').map((row) => [row.line, row]))
  return {
    name: 'fel',
    columns: [
      ...importColumns.map((column) => ({ key: column, label: column })),
      { key: 'line', label: t.lineColumn },
      { key: 'fault', label: t.faultColumn },
    ],
    rows: draft.rows.flatMap(({ line, values }) => {
      const row = wrong.get(line)
      if (!row) return []
      const reasons = row.faults.map(
        (fault) => `${fault.column}: ${t.faultOf(fault.reason, fault.detail ?? '')}`,
      )
      return [[...importColumns.map((column) => values[column] ?? null), line, reasons.join(' ')]]
    }),
    notes: [],
  }
}
