import { readSheet } from 'read-excel-file/node'
import { unfoldsWithin } from '#platform/files/zip.ts'
import type { Locale } from '#platform/i18n.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { DataTable } from '#platform/table-files.ts'
import { missingReasons } from './answer-form.ts'
import type { Line } from './report-lines.ts'
import type { Report } from './report-queries.ts'
import { type Cell, type ReportColumn, reportColumns } from './rules/workbook.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'
import { textsOf } from './texts.ts'

/** Largest workbook that is read, and what it may unfold to, in bytes. */
export const largestWorkbook = 2 * 1024 * 1024
const largestUnfolded = 20 * 1024 * 1024

/** A member's whole report as a workbook to fill in. */
export function reportTable(l: Locale, report: Report, lines: Line[]): DataTable {
  const t = textsOf(l)
  return {
    name: `${t.workbook.fileName}-${report.code}-${report.year}`,
    columns: reportColumns.map((key) => ({ key, label: t.workbook.columns[key] })),
    rows: lines.map(({ id, title, figure, before, answer }) => [
      id,
      title,
      inLanguage(figure.unit, l),
      before ?? null,
      answer && answer.numerator === null ? answer.value : null,
      answer?.numerator ?? null,
      answer?.denominator ?? null,
      answer?.missing ? t.missing[answer.missing] : null,
      answer?.comment || null,
    ]),
    notes: [
      t.report.title(report.name, report.year),
      t.workbook.how,
      ...missingReasons.map((reason) => `${t.workbook.columns.missing}: ${t.missing[reason]}`),
    ],
  }
}

/** The cells of a workbook's first sheet, or why it cannot be read. */
export async function readWorkbook(bytes: Buffer): Promise<Cell[][] | 'file-kind' | 'file-broken'> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return 'file-kind'
  if (!(await unfoldsWithin(bytes, largestUnfolded))) return 'file-broken'
  try {
    const rows: unknown[][] = await readSheet(bytes)
    return rows.slice(0, 500).map((row) => row.map(cellOf))
  } catch {
    return 'file-broken'
  }
}

function cellOf(cell: unknown): Cell {
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell
  return cell instanceof Date ? cell : null
}

/** The column that a heading names, in either language. */
export function columnOf(heading: string): ReportColumn | undefined {
  const wanted = plain(heading)
  return reportColumns.find((column) =>
    [column, sv.workbook.columns[column], en.workbook.columns[column]].some((name) => plain(name) === wanted),
  )
}

/** The key of a reason as somebody wrote it, in either language; the words as they are when nobody knows them. */
export function reasonOf(words: string): string {
  if (words === '') return ''
  const wanted = plain(words)
  return (
    missingReasons.find((reason) =>
      [reason, sv.missing[reason], en.missing[reason]].some((name) => plain(name) === wanted),
    ) ?? words
  )
}

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()
