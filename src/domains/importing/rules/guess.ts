import { plainHeading, type Table, yearIn } from './columns.ts'

/** The row that looks most like headings: the first of those that are nearly as filled as the fullest one. */
export function headingRow({ rows }: Table): number {
  const filled = rows
    .slice(0, 50)
    .map(({ cells }) => cells.filter((cell) => plainHeading(cell) !== '').length)
  const most = Math.max(0, ...filled)
  return filled.findIndex((count) => count >= most * 0.6)
}

/** The headings that a file offers to choose from, each once. */
export function headingsOf(tables: Table[]): string[] {
  const all = tables.flatMap((table) => table.rows[headingRow(table)]?.cells ?? [])
  return [...new Set(all.map((cell) => String(cell).trim()).filter(Boolean))]
}

/** What the columns of a new file probably mean, as the fields of the form. */
export function guessColumns(tables: Table[]): Record<string, string> {
  const headings = headingsOf(tables)
  const like = (pattern: RegExp) => headings.find((heading) => pattern.test(plainHeading(heading))) ?? ''
  const isWide = headings.filter((heading) => yearIn(heading) !== null).length > 1
  return {
    blad: tables[0]?.name ?? '',
    organisation: like(/kommunkod|regionkod|^kod$|code/) || like(/kommun|region|län|organisation/),
    ar: isWide ? '' : like(/^(mät)?år$|^year$/),
    varde: isWide ? '' : like(/^(värde|value|andel|antal)/),
    nyckeltal: like(/nyckeltal|figure|indikator/),
    faktor: '1',
    decimal: 'auto',
    status: 'final',
    grund: 'published',
  }
}
