import type { Form, FormColumn, FormRow, RowValue } from './form.ts'

/** What a member answered in one figure, and who did. */
export interface SignedAnswer {
  figureId: string
  value: number | null
  numerator: number | null
  denominator: number | null
  missing: string | null
  comment: string
  by: string
  /** `YYYY-MM-DD` in Stockholm. */
  on: string
}

/** A report with its sign-off. */
export interface SignOff {
  state: string
  /** Null until somebody has signed it off. */
  approvedBy: string | null
  approvedOn: string | null
  madeUp: boolean
  answers: SignedAnswer[]
}

/** A value that a form can be filled with, and where it comes from. */
export interface Given {
  figureId: string
  value: number
  numerator: number | null
  denominator: number | null
  year: number
  /** Out of the report that was signed off, or out of what is published. */
  origin: 'report' | 'published'
  /** Name of the published source; empty for what the report says. */
  source: string
  reportedBy: string
  reportedOn: string | null
  approvedBy: string | null
  approvedOn: string | null
  comment: string
  madeUp: boolean
}

/** What forms are filled from: one organisation in one year. */
export interface Facts {
  code: string
  name: string
  kind: 'municipality' | 'region'
  year: number
  /** Inhabitants on the last day of a year, as far as known. */
  inhabitantsIn: (year: number) => number | null
  given: ReadonlyMap<string, Given>
}

/** How a value of ours became a value of the form. */
export interface Provenance {
  given: Given | null
  /** Multiplied by so many inhabitants. */
  inhabitants: number | null
  factor: number | null
  divisor: Given | null
  /** A fact of the organisation rather than a figure. */
  fact: 'inhabitants' | 'constant' | null
  year: number
}

export interface FilledCell {
  column: string
  content: string | number | null
  /** Set where the content says something about the member; frames such as labels and codes have none. */
  provenance: Provenance | null
}

export interface FilledRow {
  row: FormRow
  /** In the language asked for. */
  label: string
  /** Whether the form wants a value here that could not be had. */
  missing: boolean
  cells: FilledCell[]
}

export interface FilledForm {
  form: Form
  rows: FilledRow[]
  filled: number
  wanted: number
}

/** Fills a form from the facts. Pure: the same facts always fill it the same. */
export function fillForm(form: Form, facts: Facts, language: 'sv' | 'en'): FilledForm {
  const rows = form.rows
    .filter((row) => row.for === undefined || row.for === facts.kind)
    .map((row) => fillRow(row, form.columns, facts, language))
  const wanted = rows.filter(({ row }) => row.value !== undefined)
  return { form, rows, filled: wanted.filter(({ missing }) => !missing).length, wanted: wanted.length }
}

function fillRow(row: FormRow, columns: FormColumn[], facts: Facts, language: 'sv' | 'en'): FilledRow {
  const label = language === 'sv' ? row.label_sv : row.label_en
  const found = row.value ? findValue(row.value, facts) : null
  return {
    row,
    label,
    missing: row.value !== undefined && found === null,
    cells: columns.map((column) => fillCell(column, { id: row.id, label }, found, facts)),
  }
}

interface Found {
  value: number
  provenance: Provenance
}

function fillCell(
  column: FormColumn,
  row: { id: string; label: string },
  found: Found | null,
  facts: Facts,
): FilledCell {
  const frame = (content: string | null): FilledCell => ({ column: column.key, content, provenance: null })
  const fact = (content: number | null | undefined): FilledCell => ({
    column: column.key,
    content: content ?? null,
    provenance: found && content !== null && content !== undefined ? found.provenance : null,
  })
  switch (column.fill) {
    case 'id':
      return frame(row.id)
    case 'label':
      return frame(row.label)
    case 'code':
      return frame(facts.code)
    case 'name':
      return frame(facts.name)
    case 'text':
      return frame(column.text ?? null)
    case 'open':
      return frame(null)
    case 'year':
      return fact(found?.provenance.year)
    case 'numerator':
      return fact(found?.provenance.given?.numerator)
    case 'denominator':
      return fact(found?.provenance.given?.denominator)
    case 'value':
      return fact(found?.value)
  }
}

/** The value of a row; null when something that it needs is not known. */
function findValue(wanted: RowValue, facts: Facts): Found | null {
  const none = { given: null, inhabitants: null, factor: null, divisor: null, year: facts.year }
  if ('number' in wanted) return { value: wanted.number, provenance: { ...none, fact: 'constant' } }
  if ('organisation' in wanted) {
    const inhabitants = facts.inhabitantsIn(facts.year)
    return inhabitants === null ? null : { value: inhabitants, provenance: { ...none, fact: 'inhabitants' } }
  }
  const given = facts.given.get(wanted.figure)
  if (!given) return null
  const divisor = wanted.divided_by === undefined ? null : facts.given.get(wanted.divided_by)
  if (divisor === undefined || (divisor && (divisor.year !== given.year || divisor.value === 0))) return null
  const inhabitants = wanted.times ? facts.inhabitantsIn(given.year) : null
  if (wanted.times && inhabitants === null) return null
  const value = (given.value * (inhabitants ?? 1) * (wanted.factor ?? 1)) / (divisor?.value ?? 1)
  return {
    value: Number(value.toPrecision(9)),
    provenance: { given, inhabitants, factor: wanted.factor ?? null, divisor, fact: null, year: given.year },
  }
}
