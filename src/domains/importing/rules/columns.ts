import type { MissingReason } from '#domains/key-figures/index.ts'
import { readNumber } from '#platform/read-number.ts'
import { findPlace, type PlaceIndex } from './places.ts'

/** What the columns of a file mean. Columns are named by their headings. */
export interface Mapping {
  /** The sheet's name; empty for a text file. */
  sheet: string
  /** Code or name of the organisation. */
  organisation: string
  /** The column of the year; empty when every year has a column of its own, headed by it. */
  year: string
  /** The column of the value; empty when every year has a column of its own. */
  value: string
  /** The column that tells the figure; empty when the whole file is of one. */
  figure: string
  /** The figure of the whole file. */
  figureId: string
  factor: number
  decimal: 'auto' | 'comma' | 'point'
}

export type Cell = string | number

/** A table as it was read. */
export interface Table {
  name: string
  rows: { line: number; cells: Cell[] }[]
}

/** A value out of a file. */
export interface MappedReading {
  figureId: string
  code: string
  year: number
  value: number | null
  missing: MissingReason | null
  line: number
}

/** A cell that cannot be taken, and why. */
export interface RowFault {
  line: number
  /** The heading of its column. */
  column: string
  reason: string
  detail: string
}

export interface MappedFile {
  sheet: string
  readings: MappedReading[]
  faults: RowFault[]
  /** Rows that are of no organisation, such as the whole country. */
  skipped: number
  /** Empty cells: nothing is known of them. */
  blank: number
}

export interface KnownNames {
  places: PlaceIndex
  /** Our figure by what a file may call it, in small letters. */
  figures: Map<string, string>
}

/** The same heading whatever its case and spaces. */
export function plainHeading(cell: Cell): string {
  return String(cell).normalize('NFC').trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ')
}

/** The year that a cell or a heading tells: `2024`, `år 2024`, `2024-12-31`; null when it is none. */
export function yearIn(cell: Cell): number | null {
  const [, year] = /^(?:år )?((?:19|20)\d\d)(?:-12-31|[.,]0+)?$/.exec(plainHeading(cell)) ?? []
  return year ? Number(year) : null
}

/** Words and signs for a value that is not there. None of them is ever 0. */
const missingSigns: Record<string, MissingReason> = {
  '..': 'not-reported',
  '...': 'not-reported',
  '-': 'not-reported',
  '–': 'not-reported',
  x: 'confidential',
  '.': 'not-applicable',
  nan: 'not-reported',
  na: 'not-reported',
  'n/a': 'not-reported',
  null: 'not-reported',
  saknas: 'not-reported',
  'uppgift saknas': 'not-reported',
}

/**
 * Finds the sheet and the row of headings of a mapping: by the sheet's name, else the only sheet that has all the
 * columns, since people rename sheets. The headings are looked for below whatever stands above them.
 */
export function findHeadings(
  tables: Table[],
  mapping: Mapping,
): { table: Table; at: number } | { fault: 'no-headings' | 'several-sheets'; detail: string } {
  const wanted = [mapping.organisation, mapping.year, mapping.value, mapping.figure].filter(Boolean)
  const isHeading = ({ cells }: Table['rows'][number]) => {
    const names = cells.map(plainHeading)
    const hasAll = wanted.every((name) => names.includes(plainHeading(name)))
    return hasAll && (mapping.year !== '' || cells.some((cell) => yearIn(cell) !== null))
  }
  const found = tables.flatMap((table) => {
    const at = table.rows.findIndex(isHeading)
    return at < 0 ? [] : [{ table, at }]
  })
  const [first] = found
  const named = found.find(({ table }) => table.name === mapping.sheet)
  if (named) return named
  if (!first) return { fault: 'no-headings', detail: wanted.join(', ') }
  if (found.length > 1)
    return { fault: 'several-sheets', detail: found.map(({ table }) => table.name).join(', ') }
  return first
}

/** Reads a file as its mapping says. Every cell that cannot be taken is told, and none is guessed at. */
export function readMapped(
  tables: Table[],
  mapping: Mapping,
  known: KnownNames,
): MappedFile | { fault: string; detail: string } {
  const found = findHeadings(tables, mapping)
  if ('fault' in found) return found
  const { table, at } = found
  const headings = table.rows[at]?.cells ?? []
  const column = (name: string) => headings.findIndex((cell) => plainHeading(cell) === plainHeading(name))
  const values =
    mapping.year === ''
      ? headings.flatMap((cell, i) => (yearIn(cell) === null ? [] : [{ at: i, year: yearIn(cell) }]))
      : [{ at: column(mapping.value), year: null }]
  const body = table.rows.slice(at + 1)
  const point = isDecimalPoint(
    body.flatMap(({ cells }) => values.map((one) => cells[one.at] ?? '')),
    mapping.decimal,
  )
  const file: MappedFile = { sheet: table.name, readings: [], faults: [], skipped: 0, blank: 0 }
  const seen = new Map<string, number>()
  for (const { line, cells } of body) {
    const wrong = (name: string, reason: string, detail: Cell) =>
      file.faults.push({ line, column: name, reason, detail: String(detail).slice(0, 80) })
    const cellOf = (name: string): Cell => cells[column(name)] ?? ''
    const place = findPlace(cellOf(mapping.organisation), known.places)
    if (place === 'other') {
      file.skipped += 1
      continue
    }
    if (typeof place === 'string') {
      wrong(mapping.organisation, `organisation-${place}`, cellOf(mapping.organisation))
      continue
    }
    const figureId = mapping.figure
      ? known.figures.get(plainHeading(cellOf(mapping.figure)))
      : mapping.figureId
    if (figureId === undefined) {
      wrong(mapping.figure, 'figure-unknown', cellOf(mapping.figure))
      continue
    }
    for (const one of values) {
      const heading = String(headings[one.at] ?? '')
      const year = one.year ?? yearIn(cellOf(mapping.year))
      const read = numberIn(cells[one.at] ?? '', mapping.factor, point)
      if (read === null) file.blank += 1
      else if (year === null) wrong(mapping.year, 'year-wrong', cellOf(mapping.year))
      else if ('fault' in read) wrong(heading, read.fault, cells[one.at] ?? '')
      else {
        const key = `${figureId} ${place.code} ${year}`
        const before = seen.get(key)
        if (before !== undefined) wrong(heading, 'twice', before)
        else file.readings.push({ figureId, code: place.code, year, ...read, line })
        seen.set(key, line)
      }
    }
  }
  return file
}

/**
 * Whether a lone point is a decimal sign here: as the mapping says, else when cells of the column show it (`12.5`)
 * and none shows the opposite (`12,5`).
 */
export function isDecimalPoint(cells: Cell[], decimal: Mapping['decimal']): boolean | null {
  if (decimal !== 'auto') return decimal === 'point'
  const texts = cells.filter((cell) => typeof cell === 'string').map((cell) => cell.trim())
  const shown = (sign: string) =>
    texts.some((text) => new RegExp(`^[-−]?\\d+\\${sign}(\\d{1,2}|\\d{4,})$`).test(text))
  if (shown('.') && !shown(',')) return true
  return shown(',') && !shown('.') ? false : null
}

function numberIn(
  cell: Cell,
  factor: number,
  point: boolean | null,
): { value: number | null; missing: MissingReason | null } | { fault: string } | null {
  const given = (value: number) => ({ value: value * factor, missing: null })
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? given(cell) : { value: null, missing: 'not-reported' }
  const text = cell.normalize('NFC').trim()
  if (text === '') return null
  const missing = missingSigns[text.toLowerCase()]
  if (missing) return { value: null, missing }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { fault: 'date' }
  if (text.startsWith('=')) return { fault: 'formula' }
  if (text.startsWith('#')) return { fault: 'formula-fault' }
  const read = readNumber(withSigns(text, point))
  return 'value' in read ? given(read.value) : { fault: read.fault }
}

/** The text with its lone sign before three digits told apart, when the column tells what a point is. */
function withSigns(text: string, point: boolean | null): string {
  if (point === null || !/^[-−]?\d{1,3}[.,]\d{3}$/.test(text)) return text
  const isDecimal = text.includes('.') === point
  return isDecimal ? text.replace('.', ',') : text.replace(/[.,]/, '')
}
