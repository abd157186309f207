import { type Typed, textIn } from '#platform/http/form.ts'
import { readNumber } from '#platform/read-number.ts'
import { plainHeading, type Table } from '../rules/columns.ts'
import type { FileMapping } from './mapping.ts'

/** A mapping as it stands in the form. */
export function typedOf(name: string, mapping: FileMapping): Typed {
  return {
    blad: mapping.sheet,
    organisation: mapping.organisation,
    ar: mapping.year,
    varde: mapping.value,
    nyckeltal: mapping.figure,
    figur: mapping.figureId,
    faktor: String(mapping.factor).replace('.', ','),
    decimal: mapping.decimal,
    utgivare: mapping.publisher,
    status: mapping.status,
    grund: mapping.basis,
    namn: name,
  }
}

/** Reads the form: every chosen column must be in the file, and what is needed must be chosen. */
export function readMappingForm(
  typed: Typed,
  tables: Table[],
  figures: Set<string>,
): { ok: true; name: string; mapping: FileMapping } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const text = (name: string) => textIn(typed, name).slice(0, 200)
  const headings = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(plainHeading))))
  const column = (name: string) => {
    const chosen = text(name)
    if (chosen !== '' && !headings.has(plainHeading(chosen))) errors[name] = 'column-unknown'
    return chosen
  }
  const [organisation, year, value, figure] = [
    column('organisation'),
    column('ar'),
    column('varde'),
    column('nyckeltal'),
  ]
  const figureId = figure === '' ? text('figur') : ''
  if (organisation === '') errors.organisation = 'organisation-missing'
  if (year !== '' && value === '') errors.varde = 'value-missing'
  if (figure === '' && !figures.has(figureId)) errors.figur = 'figure-missing'
  const factor = readNumber(text('faktor') || '1')
  if (!('value' in factor) || factor.value === 0) errors.faktor = 'number-wrong'
  const [publisher, name] = [text('utgivare'), text('namn')]
  if (publisher === '') errors.utgivare = 'publisher-missing'
  if (name === '') errors.namn = 'name-missing'
  if (/\p{Cc}/u.test(name + publisher)) errors.namn = 'control-characters'
  if (Object.keys(errors).length > 0 || !('value' in factor)) return { ok: false, errors }
  const decimal = text('decimal')
  return {
    ok: true,
    name,
    mapping: {
      sheet: text('blad'),
      organisation,
      year,
      value: year === '' ? '' : value,
      figure,
      figureId,
      factor: factor.value,
      decimal: decimal === 'comma' || decimal === 'point' ? decimal : 'auto',
      publisher,
      status: text('status') === 'preliminary' ? 'preliminary' : 'final',
      basis: text('grund') === 'computed' ? 'computed' : 'published',
    },
  }
}
