import { formulasIn } from '#platform/files/formulas.ts'
import { isWithinReach } from '#platform/files/xlsx-reach.ts'
import { unfoldsWithin } from '#platform/files/zip.ts'
import type { Locale } from '#platform/i18n.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { DataTable, Cell as TableCell } from '#platform/table-files.ts'
import { missingReasons } from './answer-form.ts'
import type { Line } from './report-lines.ts'
import type { Report } from './report-queries.ts'
import { type Cell, type ReportColumn, reportColumns, type Sheet } from './rules/workbook.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'
import { textsOf } from './texts.ts'

/** Largest workbook that is read, and what it may unfold to, in bytes. */
export const largestWorkbook = 2 * 1024 * 1024
const largestUnfolded = 20 * 1024 * 1024

/** A member's whole report as a workbook to fill in; why a value is corrected is asked for only when one can be. */
export function reportTable(l: Locale, report: Report, lines: Line[]): DataTable {
  const t = textsOf(l)
  const corrects = report.wasPublished || report.correctionsOnly
  const columns = reportColumns.filter((key) => key !== 'reason' || corrects)
  return {
    name: `${t.workbook.fileName}-${report.code}-${report.year}`,
    columns: columns.map((key) => ({ key, label: t.workbook.columns[key] })),
    rows: lines.map((line) => {
      const cells = rowOf(l, report, line)
      return columns.map((key) => cells[key])
    }),
    notes: [
      t.report.title(report.name, report.year),
      t.workbook.how,
      ...missingReasons.map((reason) => `${t.workbook.columns.missing}: ${t.missing[reason]}`),
    ],
  }
}

function rowOf(
  l: Locale,
  report: Report,
  { id, title, figure, background, answer }: Line,
): Record<ReportColumn, TableCell> {
  return {
    id,
    figure: title,
    unit: inLanguage(figure.unit, l),
    organisation: report.name,
    year: report.year,
    before: background.previous,
    value: answer && answer.numerator === null ? answer.value : null,
    numerator: answer?.numerator ?? null,
    denominator: answer?.denominator ?? null,
    missing: answer?.missing ? textsOf(l).missing[answer.missing] : null,
    comment: answer?.comment || null,
    reason: answer?.reason || null,
  }
}

/** The sheets of a workbook, or why it cannot be read. */
export async function readWorkbook(bytes: Buffer): Promise<Sheet[] | 'file-kind' | 'file-broken'> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return 'file-kind'
  if (!(await unfoldsWithin(bytes, largestUnfolded))) return 'file-broken'
  if (!(await isWithinReach(bytes, largestUnfolded))) return 'file-broken'
  const { default: readWorkbookFile } = await import('read-excel-file/node')
  try {
    const [sheets, formulas] = await Promise.all([
      readWorkbookFile(bytes),
      formulasIn(bytes, largestUnfolded),
    ])
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.slice(0, 500).map((row) => row.map(cellOf)),
      formulas: formulas.get(sheet) ?? new Map(),
    }))
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
