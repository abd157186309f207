import { z } from 'zod'
import type { Faults } from './fault.ts'
import { readCsv, type SourceFile } from './read-file.ts'

/** The figures of one code, a year each. Years without a figure are left out. */
export interface WideRow {
  line: number
  code: string
  cells: { year: number; value: number }[]
}

const decimalNumber = /^-?\d+(\.\d+)?$/

/**
 * Reads a CSV with a column `code` and a year as the name of each other column; an empty cell is no figure. Faults:
 * a column that is no year, a code that is unknown or stands twice, a cell that is no number.
 */
export function readWideCsv(file: SourceFile, codes: ReadonlySet<string>, faults: Faults): WideRow[] {
  const rows = readCsv(file, z.record(z.string(), z.string()), faults)
  const columns = Object.keys(rows[0]?.row ?? {}).filter((column) => column !== 'code')
  if (rows.length > 0 && rows[0]?.row.code === undefined) {
    faults.add(file.file, 1, 'the column code is missing')
    return []
  }
  const wrong = columns.filter((column) => !/^(19|20)\d\d$/.test(column))
  for (const column of wrong) faults.add(file.file, 1, `the column ${column} should be a year such as 2024`)
  if (wrong.length > 0) return []

  const seen = new Set<string>()
  return rows.map(({ line, row: { code = '', ...years } }) => {
    if (!codes.has(code)) faults.add(file.file, line, `code: there is no organisation ${code}`)
    if (seen.has(code)) faults.add(file.file, line, `code: ${code} stands twice`)
    seen.add(code)
    const cells = Object.entries(years).flatMap(([year, shown]) => {
      if (shown === '') return []
      if (decimalNumber.test(shown)) return [{ year: Number(year), value: Number(shown) }]
      faults.add(file.file, line, `${year}: "${shown}" should be a number with a decimal point, or nothing`)
      return []
    })
    return { line, code, cells }
  })
}
