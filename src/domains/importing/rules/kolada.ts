import type { MissingReason, ValueStatus } from '#domains/key-figures/index.ts'

/** Most ids and years that Kolada takes in one question. */
export const mostAtOnce = 25

/** Ids that are ours in our own API; Kolada has none there. */
export const ourIds = /^U97\d{3}$/

/** Municipalities that have changed their code, by the old one: Heby went from Västmanland to Uppsala in 2007. */
const oldCodes: Record<string, string> = { '1917': '0331' }

/** A row of an answer: a figure, a unit and a year. */
export interface KoladaRow {
  kpi: string
  period: number
  municipality: string
  values: { gender: string; status: string; value: number | null; isdeleted: boolean }[]
}

/** What Kolada says of a figure. */
export interface KoladaKpi {
  id: string
  municipality_type: string
  prel_publication_date: string | null
  publication_date: string | null
  publ_period: string | null
}

/** A reading as it comes out of a row. */
export interface KoladaReading {
  code: string
  year: number
  value: number | null
  missing: MissingReason | null
  status: ValueStatus
  sourceStatus: string
  deleted: boolean
}

/** The organisation that a unit is; null for groups of municipalities and for the whole country. */
export function codeOfUnit(unit: string): string | null {
  if (!/^\d{4}$/.test(unit) || unit === '0000') return null
  return oldCodes[unit] ?? unit
}

/** The units that Kolada has values for in a figure: municipalities (K), regions (L), or all (A). */
export function unitsFor(type: string, organisations: { code: string; kind: string }[]): string[] {
  return organisations
    .filter(({ kind }) => type === 'A' || kind === (type === 'L' ? 'region' : 'municipality'))
    .map(({ code }) => code)
    .sort()
}

/** Cuts a list into parts of at most so many. */
export function inParts<T>(all: T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most))
}

const legend: Record<string, MissingReason> = {
  private: 'confidential',
  '..': 'confidential',
  notapplicable: 'not-applicable',
  '.': 'not-applicable',
}

/** Why a value is missing, by what Kolada says beside it; not reported when it says nothing that we know. */
export function missingOf(status: string): MissingReason {
  return legend[status.trim().toLowerCase()] ?? 'not-reported'
}

/** Whether Kolada will publish a year once more: what it has of it until then is preliminary. */
export function statusIn(kpi: KoladaKpi, year: number, today: string): ValueStatus {
  const { publ_period, prel_publication_date, publication_date } = kpi
  const comes = publ_period === String(year) && prel_publication_date !== null && publication_date !== null
  return comes && publication_date > today ? 'preliminary' : 'final'
}

/** The total of a row as a reading, multiplied with a factor. Null when it is not an organisation's or has no total. */
export function readingOf(
  row: KoladaRow,
  kpi: KoladaKpi,
  { factor, today }: { factor: number; today: string },
): KoladaReading | null {
  const code = codeOfUnit(row.municipality)
  const total = row.values.find(({ gender }) => gender === 'T')
  if (code === null || !total) return null
  const value = total.value === null || total.isdeleted ? null : total.value * factor
  return {
    code,
    year: row.period,
    value,
    missing: value === null ? missingOf(total.status) : null,
    status: statusIn(kpi, row.period, today),
    sourceStatus: total.status,
    deleted: total.isdeleted,
  }
}
