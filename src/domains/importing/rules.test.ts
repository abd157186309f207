import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recorded } from '../../../tests/support/recorded-sources.ts'
import { emptyMapping } from './file/mapping.ts'
import { dataPage, kpiPage } from './kolada/contract.ts'
import { isDecimalPoint, type Mapping, readMapped, type Table, yearIn } from './rules/columns.ts'
import { guessColumns } from './rules/guess.ts'
import { cellsOf, faultOf, offsetOf } from './rules/json-stat.ts'
import { codeOfUnit, inParts, missingOf, readingOf, statusIn, unitsFor } from './rules/kolada.ts'
import { findPlace, indexPlaces } from './rules/places.ts'
import { chooseCells, codeOfRegion, yearOf } from './rules/population.ts'
import { checkTables } from './rules/population-form.ts'
import { dataset, limits } from './scb/contract.ts'

describe('the contracts', () => {
  test('take what was really recorded', () => {
    const kpis = { values: recorded.kpis, next_url: null, previous_url: null, count: 3 }
    expect(kpiPage.safeParse(kpis).success).toBe(true)
    expect(dataPage.safeParse(recorded.values).success).toBe(true)
    expect(limits.safeParse(recorded.config).success).toBe(true)
    expect(dataset.safeParse(recorded.dataset).success).toBe(true)
  })

  test.for([
    ['renamed', { value: undefined, val: 1 }],
    ['of another kind', { value: '1' }],
    ['gone', { isdeleted: undefined }],
  ] as const)('refuse a field that is %s', ([, change]) => {
    const [row] = recorded.values.values
    const values = [{ ...row, values: [{ ...row?.values[0], ...change }] }]
    expect(dataPage.safeParse({ ...recorded.values, values }).success).toBe(false)
  })
})

describe('a row of Kolada', () => {
  const kpi = {
    id: 'N00401',
    municipality_type: 'A',
    prel_publication_date: '2026-04-01',
    publication_date: '2026-12-01',
    publ_period: '2025',
  }
  const row = (value: number | null, status = '', isdeleted = false) => ({
    kpi: 'N00401',
    period: 2024,
    municipality: '0180',
    values: [{ gender: 'T', status, value, isdeleted }],
  })
  const read = (one: ReturnType<typeof row>, factor = 1) =>
    readingOf(one, kpi, { factor, today: '2026-11-23' })

  test('is a reading, multiplied with the factor', () => {
    expect(read(row(12.5), 0.1)).toEqual({
      code: '0180',
      year: 2024,
      value: 1.25,
      missing: null,
      status: 'final',
      sourceStatus: '',
      deleted: false,
    })
  })

  test('without a value is missing with its state word for word, never 0', () => {
    expect(read(row(null, 'Private'))).toMatchObject({
      value: null,
      missing: 'confidential',
      sourceStatus: 'Private',
    })
    expect(read(row(null))).toMatchObject({ value: null, missing: 'not-reported' })
    expect(read(row(0))).toMatchObject({ value: 0, missing: null })
    expect(['..', '.', '-', 'Missing'].map(missingOf)).toEqual([
      'confidential',
      'not-applicable',
      'not-reported',
      'not-reported',
    ])
  })

  test('that is deleted has no value', () => {
    expect(read(row(3, '', true))).toMatchObject({ value: null, deleted: true })
  })

  test('of a group, of the whole country or without a total is left out', () => {
    for (const municipality of ['G123', '0000', 'V15E1']) {
      expect(read({ ...row(1), municipality })).toBeNull()
    }
    expect(read({ ...row(1), values: [{ gender: 'K', status: '', value: 1, isdeleted: false }] })).toBeNull()
  })

  test('is preliminary while Kolada is still to publish its year', () => {
    expect(statusIn(kpi, 2025, '2026-11-23')).toBe('preliminary')
    expect(statusIn(kpi, 2025, '2026-12-02')).toBe('final')
    expect(statusIn(kpi, 2024, '2026-11-23')).toBe('final')
    expect(statusIn({ ...kpi, prel_publication_date: null }, 2025, '2026-11-23')).toBe('final')
  })

  test('of Heby before 2007 is Heby’s', () => {
    expect(codeOfUnit('1917')).toBe('0331')
    expect(codeOfUnit('0013')).toBe('0013')
  })

  test('is asked for where the figure has values', () => {
    const all = [
      { code: '0180', kind: 'municipality' },
      { code: '0001', kind: 'region' },
    ]
    expect(['K', 'L', 'A'].map((type) => unitsFor(type, all))).toEqual([['0180'], ['0001'], ['0001', '0180']])
    expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  })
})

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })

describe('JSON-stat', () => {
  test('finds every cell at Σ position · Π of the sizes after it, whatever the form of index and values', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), fc.boolean(), (size, indexAsObject, valueAsObject) => {
        const cells = size.reduce((product, one) => product * one, 1)
        const codes = size.map((count, d) => Array.from({ length: count }, (_, i) => `${d}-${i}`))
        const list = Array.from({ length: cells }, (_, i) => (i % 3 === 2 ? null : i))
        const id = size.map((_, d) => `D${d}`)
        const index = (some: string[]) =>
          indexAsObject ? Object.fromEntries(some.map((code, i) => [code, i]).toReversed()) : some
        const data = {
          id,
          size,
          dimension: Object.fromEntries(
            id.map((name, d) => [name, { category: { index: index(codes[d] ?? []) } }]),
          ),
          value: valueAsObject ? Object.fromEntries(list.map((value, i) => [String(i), value])) : list,
        }
        expect(faultOf(data)).toBeUndefined()
        const found = cellsOf(data)
        expect(found).toHaveLength(list.filter((value) => value !== null).length)
        for (const { codes: named, value } of found) {
          const positions = id.map((name, d) => (codes[d] ?? []).indexOf(named[name] ?? ''))
          expect(offsetOf(positions, size)).toBe(value)
        }
      }),
    )
  })

  test('that does not agree with itself is told', () => {
    const data = {
      id: ['R', 'T'],
      size: [2, 1],
      dimension: { R: { category: { index: ['a', 'b'] } }, T: { category: {} } },
      value: [1, 2] as (number | null)[] | Record<string, number>,
    }
    expect(faultOf(data)).toBeUndefined()
    expect(faultOf({ ...data, value: [1] })).toBe('1 values, not 2')
    expect(faultOf({ ...data, value: { 2: 1 } })).toBe('a value lies outside')
    expect(faultOf({ ...data, size: [3, 1] })).toBe('R has 2 categories, not 3')
    expect(
      faultOf({ ...data, dimension: { R: { category: { index: { a: 0, b: 0 } } }, T: { category: {} } } }),
    ).toBe('R has places that do not fit')
  })
})

describe('the choice of cells', () => {
  const roles = { time: 'Tid', contents: 'ContentsCode', region: 'Region' }
  const dimensions = (parts: Record<string, string[]>, elimination: boolean) => ({
    Region: { category: { index: ['00', '01', '0180', '9999'] } },
    ContentsCode: { category: { index: ['BE0101N1'] } },
    Tid: { category: { index: ['2023', '2024', '2025M11', '2025M12'] } },
    ...Object.fromEntries(
      Object.entries(parts).map(([name, index]) => [
        name,
        { category: { index }, extension: { elimination } },
      ]),
    ),
  })
  const known = new Set(['0180', '0001'])
  const table = {
    id: 'T',
    contents: 'BE0101N1',
    basis: 'published' as const,
    sinceYear: 2024,
    untilYear: null,
  }

  test('takes known places and the years that the table holds for, December standing for its year', () => {
    const choice = chooseCells(table, dimensions({ Kon: ['1', '2'] }, true), roles, known)
    expect(choice).toEqual({
      ok: true,
      chosen: { Region: ['01', '0180'], ContentsCode: ['BE0101N1'] },
      years: ['2024', '2025M12'],
    })
    expect([yearOf('2025M11'), yearOf('2025M12'), codeOfRegion('01'), codeOfRegion('00')]).toEqual([
      null,
      2025,
      '0001',
      null,
    ])
  })

  test('never sums what has random changes: it takes the table’s own total, or refuses', () => {
    const perturbed = { ...table, basis: 'perturbed' as const }
    expect(
      chooseCells(perturbed, dimensions({ Kon: ['1', '2', 'TotSa'] }, true), roles, known),
    ).toMatchObject({
      chosen: { Kon: ['TotSa'] },
    })
    expect(chooseCells(perturbed, dimensions({ Kon: ['1', '2'] }, true), roles, known)).toEqual({
      ok: false,
      reason: 'no-total',
      detail: 'Kon',
    })
  })

  test('says what is there when the wrong contents or years are configured', () => {
    expect(chooseCells({ ...table, contents: 'X' }, dimensions({}, true), roles, known)).toMatchObject({
      reason: 'no-such-contents',
      detail: 'X (BE0101N1)',
    })
    expect(chooseCells({ ...table, sinceYear: 2030 }, dimensions({}, true), roles, known)).toMatchObject({
      reason: 'no-such-years',
    })
  })
})

describe('the tables of the population', () => {
  const row = { id: 'TAB638', contents: 'BE0101N1', basis: 'published', since: '1990', until: '2024' }
  const next = { id: 'TAB6471', contents: '000007SF', basis: 'perturbed', since: '2025', until: '' }
  test('are read, an empty row left out', () => {
    expect(checkTables([row, next, { ...row, id: '' }])).toMatchObject({ ok: true, tables: [{}, {}] })
  })
  test('may not hold for the same year, nor end before they begin', () => {
    expect(checkTables([row, { ...next, since: '2024' }])).toMatchObject({
      errors: { 'till-1': 'tables-overlap' },
    })
    expect(checkTables([{ ...row, until: '1980' }])).toMatchObject({ errors: { 'till-1': 'years-wrong' } })
    expect(checkTables([])).toMatchObject({ errors: { 'tabell-1': 'tables-missing' } })
  })
})

const places = indexPlaces([
  { code: '1382', kind: 'municipality', name: 'Falkenberg', countyName: 'Hallands län' },
  { code: '1490', kind: 'municipality', name: 'Borås', countyName: 'Västra Götalands län' },
  { code: '0331', kind: 'municipality', name: 'Heby', countyName: 'Uppsala län' },
  { code: '0305', kind: 'municipality', name: 'Håbo', countyName: 'Uppsala län' },
  { code: '0643', kind: 'municipality', name: 'Habo', countyName: 'Jönköpings län' },
  { code: '2023', kind: 'municipality', name: 'Malung-Sälen', countyName: 'Dalarnas län' },
  { code: '0114', kind: 'municipality', name: 'Upplands Väsby', countyName: 'Stockholms län' },
  { code: '0013', kind: 'region', name: 'Region Halland', countyName: 'Hallands län' },
])

describe('an organisation', () => {
  test.for([
    ['1382', '1382'],
    [1382, '1382'],
    [114, '0114'],
    ['Falkenbergs kommun', '1382'],
    ['  FALKENBERG ', '1382'],
    ['1382 Falkenberg', '1382'],
    ['Borås stad', '1490'],
    ['Boras', '1490'],
    ['Malung Sälen', '2023'],
    ['Håbo', '0305'],
    ['Habo kommun', '0643'],
    ['1917', '0331'],
    ['13', '0013'],
    ['Hallands län', '0013'],
    ['Region Halland', '0013'],
    ['Upplands\u00a0Väsby', '0114'],
  ] as const)('%s is %s', ([cell, code]) => {
    expect(findPlace(cell, places)).toEqual({ code })
  })

  test('that is none is told apart from what nobody knows', () => {
    expect(['Riket', '', '00', 'Summa'].map((cell) => findPlace(cell, places))).toEqual(
      Array(4).fill('other'),
    )
    expect(['Falkenbrg', '9999'].map((cell) => findPlace(cell, places))).toEqual(['unknown', 'unknown'])
    expect(findPlace('1382 Borås', places)).toBe('disagrees')
  })
})

const mapping: Mapping = {
  ...emptyMapping,
  organisation: 'Kommun',
  year: 'År',
  value: 'Värde',
  figureId: '4',
}
const known = { places, figures: new Map([['ekologisk åker', '4']]) }
const table = (...rows: (string | number)[][]): Table[] => [
  { name: 'Blad1', rows: rows.map((cells, i) => ({ line: i + 1, cells })) },
]
const read = (tables: Table[], change: Partial<Mapping> = {}) => {
  const file = readMapped(tables, { ...mapping, ...change }, known)
  if ('fault' in file) throw new Error(file.fault)
  return file
}

describe('the columns of a file', () => {
  test('are found below whatever stands above them, in any order', () => {
    const file = read(
      table(['Ekologisk odling'], ['VÄRDE', 'år', ' kommun '], ['12,5', 'år 2024', 'Borås stad']),
    )
    expect(file.readings).toEqual([
      { figureId: '4', code: '1490', year: 2024, value: 12.5, missing: null, line: 3 },
    ])
  })

  test('may be one for each year', () => {
    const file = read(table(['Kommun', 2023, '2024'], ['Borås', 1, '']), { year: '', value: '' })
    expect(file.readings).toMatchObject([{ year: 2023, value: 1 }])
    expect(file.blank).toBe(1)
  })

  test('may tell the figure, by any name that it goes by', () => {
    const rows = table(
      ['Kommun', 'År', 'Värde', 'Indikator'],
      ['Borås', 2024, 1, 'Ekologisk åker'],
      ['Borås', 2024, 1, 'Okänt'],
    )
    const file = read(rows, { figure: 'Indikator', figureId: '' })
    expect(file.readings).toMatchObject([{ figureId: '4' }])
    expect(file.faults).toEqual([{ line: 3, column: 'Indikator', reason: 'figure-unknown', detail: 'Okänt' }])
  })

  test.for([
    ['1 234,5', 1234.5],
    ['1.234,5', 1234.5],
    [12.75, 12.75],
    ['−3', -3],
    ['0', 0],
  ] as const)('%s is %s', ([cell, value]) => {
    expect(read(table(['Kommun', 'År', 'Värde'], ['Borås', 2024, cell])).readings).toMatchObject([{ value }])
  })

  test.for(['..', 'NaN', '-', 'saknas'])('%s is missing, never 0', (cell) => {
    expect(read(table(['Kommun', 'År', 'Värde'], ['Borås', 2024, cell])).readings).toMatchObject([
      { value: null, missing: 'not-reported' },
    ])
  })

  test.for([
    ['1.234', 'ambiguous'],
    ['i fjol', 'not-a-number'],
    ['2024-05-01', 'date'],
    ['=A1+B1', 'formula'],
    ['#DIV/0!', 'formula-fault'],
  ] as const)('%s is told with its row and reason: %s', ([cell, reason]) => {
    const file = read(table(['Kommun', 'År', 'Värde'], ['Borås', 2024, cell]))
    expect(file.faults).toEqual([{ line: 2, column: 'Värde', reason, detail: cell }])
    expect(file.readings).toEqual([])
  })

  test('decide together what a lone point is', () => {
    const file = read(table(['Kommun', 'År', 'Värde'], ['Borås', 2024, '1.234'], ['Heby', 2024, '12.5']))
    expect(file.readings.map(({ value }) => value)).toEqual([1.234, 12.5])
    expect(isDecimalPoint(['1.234', '12,5'], 'auto')).toBe(false)
    expect(isDecimalPoint(['12.5', '12,5'], 'auto')).toBeNull()
  })

  test('tell the same place and year twice, a wrong year and an unknown organisation', () => {
    const rows = table(
      ['Kommun', 'År', 'Värde'],
      ['Borås', 2024, 1],
      ['1490', 2024, 2],
      ['Heby', 'snart', 2],
      ['Falkenbrg', 2024, 2],
      ['Riket', 2024, 2],
    )
    const file = read(rows)
    expect(file.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 twice',
      '4 year-wrong',
      '5 organisation-unknown',
    ])
    expect(file.skipped).toBe(1)
  })

  test('are found in a sheet that was renamed, when one alone has them', () => {
    const [sheet] = table(['Kommun', 'År', 'Värde'], ['Borås', 2024, 1])
    if (!sheet) throw new Error('no sheet')
    const other = { ...sheet, name: 'Blad2' }
    expect(read([{ ...sheet, name: 'Nytt namn' }], { sheet: 'Blad1' }).sheet).toBe('Nytt namn')
    expect(read([other, sheet], { sheet: 'Blad1' }).sheet).toBe('Blad1')
    expect(readMapped([sheet, other], { ...mapping, sheet: 'Blad3' }, known)).toEqual({
      fault: 'several-sheets',
      detail: 'Blad1, Blad2',
    })
    expect(readMapped(table(['a', 'b']), mapping, known)).toMatchObject({ fault: 'no-headings' })
  })

  test('give back every number that was written in either way, with the factor', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Number(value.toFixed(2)))
    fc.assert(
      fc.property(
        number,
        fc.constantFrom(',', '.'),
        fc.constantFrom('', ' ', '\u00a0'),
        (value, sign, space) => {
          const [whole = '', rest] = value.toFixed(2).split('.')
          const text = whole.replace(/\B(?=(\d{3})+$)/g, space) + sign + rest
          const file = read(table(['Kommun', 'År', 'Värde'], ['Borås', 2024, text]), { factor: 10 })
          expect(file.readings[0]?.value).toBeCloseTo(value * 10, 6)
        },
      ),
    )
  })

  test('never lose or double a row: each is read, told, skipped or blank', () => {
    const cell = fc.constantFrom<string | number>('1', 2.5, '', '..', 'x1', '1.234')
    const place = fc.constantFrom<string | number>('Borås', 1382, 'Riket', 'Nånstans', '')
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.integer({ min: 2000, max: 2003 }), cell)), (rows) => {
        const file = read(table(['Kommun', 'År', 'Värde'], ...rows))
        const { readings, faults, skipped, blank } = file
        expect(readings.length + faults.length + skipped + blank).toBe(rows.length)
        expect(new Set(readings.map(({ code, year }) => `${code} ${year}`)).size).toBe(readings.length)
      }),
    )
  })

  test('of a new file are guessed', () => {
    expect(
      guessColumns(table(['Rubrik'], ['Kommunkod', 'Kommun', 2023, 2024], [1382, 'Falkenberg', 1, 2])),
    ).toMatchObject({
      organisation: 'Kommunkod',
      ar: '',
      varde: '',
    })
    expect(['2024', 2024, '2024,0', '2024-12-31', 'år 2024'].map(yearIn)).toEqual(Array(5).fill(2024))
    expect(['24', '2024-05-01', 'x'].map(yearIn)).toEqual([null, null, null])
  })
})
