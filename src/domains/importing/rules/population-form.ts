import type { PopulationTable } from './population.ts'

/** A table as somebody typed it. */
export interface TypedTable {
  id: string
  contents: string
  basis: string
  since: string
  until: string
}

/**
 * Reads the tables of the form; rows without a name are left out. Errors are keys by field and row (`tabell-2`). No two
 * tables may hold for the same year, since nobody could say which is right.
 */
export function checkTables(
  rows: TypedTable[],
): { ok: true; tables: PopulationTable[] } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const tables = rows.flatMap((row, i): PopulationTable[] => {
    if (row.id === '') return []
    const at = (field: string) => `${field}-${i + 1}`
    const year = (text: string) => (/^(19[5-9]\d|2[01]\d\d|2200)$/.test(text) ? Number(text) : null)
    const [since, until] = [year(row.since), row.until === '' ? null : year(row.until)]
    if (!/^[A-Za-z0-9]+$/.test(row.id)) errors[at('tabell')] = 'table-wrong'
    if (row.contents === '') errors[at('innehall')] = 'contents-missing'
    if (since === null) errors[at('fran')] = 'year-wrong'
    if (row.until !== '' && until === null) errors[at('till')] = 'year-wrong'
    if (since !== null && until !== null && until < since) errors[at('till')] = 'years-wrong'
    const basis = row.basis === 'perturbed' ? 'perturbed' : 'published'
    return [{ id: row.id, contents: row.contents, basis, sinceYear: since ?? 0, untilYear: until }]
  })
  if (tables.length === 0) errors['tabell-1'] = 'tables-missing'
  const sorted = tables.toSorted((a, b) => a.sinceYear - b.sinceYear)
  const overlap = sorted.some((one, i) => {
    const next = sorted[i + 1]
    return next !== undefined && (one.untilYear ?? Number.POSITIVE_INFINITY) >= next.sinceYear
  })
  if (overlap && Object.keys(errors).length === 0) errors['till-1'] = 'tables-overlap'
  return Object.keys(errors).length === 0 ? { ok: true, tables } : { ok: false, errors }
}
