import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Faults } from '#platform/reference/fault.ts'
import type { Form, RowValue } from './form.ts'
import { readForms } from './reference.ts'
import { type Facts, fillForm, type Given } from './rules.ts'

const given = (figureId: string, value: number, year = 2025): Given => ({
  figureId,
  value,
  numerator: null,
  denominator: null,
  year,
  origin: 'report',
  source: '',
  reportedBy: 'Rut',
  reportedOn: '2026-01-02',
  approvedBy: 'Adam',
  approvedOn: '2026-01-03',
  comment: '',
  madeUp: false,
})
const facts = (values: Given[], inhabitants: number | null = 1000): Facts => ({
  code: '1382',
  name: 'Falkenberg',
  kind: 'municipality',
  year: 2025,
  inhabitantsIn: (year) => (year === 2025 ? inhabitants : null),
  given: new Map(values.map((one) => [one.figureId, one])),
})
const formWith = (value: RowValue | undefined, more: Partial<Form['rows'][number]> = {}): Form => ({
  id: 'prov',
  title: { sv: 'Prov', en: 'Trial' },
  issuer: 'Någon',
  address: 'https://example.org/',
  known: { sv: '', en: '' },
  assumed: { sv: '', en: '' },
  columns: [
    { key: 'id', label_sv: 'Id', label_en: 'Id', fill: 'id' },
    { key: 'rad', label_sv: 'Rad', label_en: 'Row', fill: 'label' },
    { key: 'kon', label_sv: 'Kön', label_en: 'Gender', fill: 'text', text: 'T' },
    { key: 'hand', label_sv: 'För hand', label_en: 'By hand', fill: 'open' },
    { key: 'varde', label_sv: 'Värde', label_en: 'Value', fill: 'value' },
  ],
  rows: [{ id: 'x', label_sv: 'Avfall', label_en: 'Waste', ...(value ? { value } : {}), ...more }],
})
const rowOf = (form: Form, from: Facts) => fillForm(form, from, 'sv').rows[0]
const valueIn = (form: Form, from: Facts) => rowOf(form, from)?.cells.at(-1)

describe('a row', () => {
  test('takes the value of a figure, and says where it is from', () => {
    const seven = given('7', 430)
    const row = rowOf(formWith({ figure: '7' }), facts([seven]))
    expect(row?.cells.map(({ content }) => content)).toEqual(['x', 'Avfall', 'T', null, 430])
    expect(row?.cells.map(({ provenance }) => provenance !== null)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
    expect(row?.cells.at(-1)?.provenance?.given).toBe(seven)
  })

  test('is converted: per inhabitant to the whole, one unit to another, one figure by another', () => {
    const from = facts([given('7', 430), given('1b', 2)])
    expect(valueIn(formWith({ figure: '7', times: 'inhabitants', factor: 0.001 }), from)?.content).toBe(430)
    expect(valueIn(formWith({ figure: '7', divided_by: '1b' }), from)?.content).toBe(215)
    expect(valueIn(formWith({ organisation: 'inhabitants' }), from)?.content).toBe(1000)
    expect(valueIn(formWith({ number: 3 }), from)?.content).toBe(3)
  })

  test.each([
    ['no value', { figure: '7' }, facts([])],
    ['no population of the year', { figure: '7', times: 'inhabitants' }, facts([given('7', 1)], null)],
    [
      'a population of another year only',
      { figure: '7', times: 'inhabitants' },
      facts([given('7', 1, 2019)]),
    ],
    ['nothing to divide by', { figure: '7', divided_by: '1b' }, facts([given('7', 1), given('1b', 0)])],
    [
      'another year to divide by',
      { figure: '7', divided_by: '1b' },
      facts([given('7', 1), given('1b', 2, 2020)]),
    ],
  ] satisfies [string, RowValue, Facts][])('with %s is missing, never 0', (_, value, from) => {
    const row = rowOf(formWith(value), from)
    expect(row).toMatchObject({ missing: true })
    expect(row?.cells.at(-1)).toMatchObject({ content: null, provenance: null })
  })

  test('for regions is not asked of a municipality, and one for nobody’s figures waits for a hand', () => {
    expect(fillForm(formWith({ figure: '7' }, { for: 'region' }), facts([given('7', 1)]), 'sv').rows).toEqual(
      [],
    )
    expect(rowOf(formWith(undefined), facts([]))?.missing).toBe(false)
    expect(fillForm(formWith(undefined), facts([]), 'sv')).toMatchObject({ filled: 0, wanted: 0 })
  })

  test('never loses or invents: what is filled and what is missing are all that is wanted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.double({ min: 0, max: 1e6, noNaN: true }), known: fc.boolean() })),
        (rows) => {
          const form = {
            ...formWith(undefined),
            rows: rows.map((_, i) => ({
              id: `r${i}`,
              label_sv: 'r',
              label_en: 'r',
              value: { figure: `f${i}` },
            })),
          }
          const from = facts(rows.flatMap(({ value, known }, i) => (known ? [given(`f${i}`, value)] : [])))
          const { filled, wanted, rows: done } = fillForm(form, from, 'sv')
          expect(wanted).toBe(rows.length)
          expect(filled).toBe(rows.filter(({ known }) => known).length)
          for (const [i, row] of done.entries()) {
            const cell = row.cells.at(-1)
            expect(cell?.content).toBe(rows[i]?.known ? Number(rows[i]?.value.toPrecision(9)) : null)
            expect(cell?.provenance === null).toBe(row.missing)
          }
        },
      ),
    )
  })
})

describe('a file of forms', () => {
  const listing = `- id: prov
  title_sv: Prov
  title_en: Trial
  issuer: Någon
  address: https://example.org/
  public_sv: a
  public_en: a
  assumed_sv: a
  assumed_en: a
  columns:
    - { key: varde, label_sv: Värde, label_en: Value, fill: value }
`
  const faultsOf = (rows: string, forms = listing) => {
    const faults = new Faults()
    const texts: Record<string, string> = { 'forms/forms.yaml': forms, 'forms/prov.yaml': rows }
    const read = (name: string) => ({ file: `reference/${name}`, text: texts[name] ?? '', hash: '' })
    readForms(read, new Set(['7']), faults)
    return faults.all.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
  }
  const good = '- id: a\n  label_sv: a\n  label_en: a\n  value: { figure: "7" }\n'

  test('is read when all is well', () => {
    expect(faultsOf(good)).toEqual([])
  })

  test.each([
    [
      'a figure that there is none of',
      `${good}- id: b\n  label_sv: b\n  label_en: b\n  value: { figure: "99" }\n`,
      5,
    ],
    ['a row that stands twice', good + good, 5],
    ['a value of no known kind', '- id: a\n  label_sv: a\n  label_en: a\n  value: { guess: 1 }\n', 4],
    ['a note in one language', `${good}  note_sv: bara svenska\n`, 5],
  ])('names file and line of %s', (_, rows, line) => {
    expect(faultsOf(rows).join()).toContain(`reference/forms/prov.yaml:${line}: `)
  })

  test('names a column that is filled with nothing we know', () => {
    expect(faultsOf(good, listing.replace('fill: value', 'fill: magic')).join()).toContain(
      'reference/forms/forms.yaml:11: columns',
    )
  })
})
