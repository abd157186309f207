import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Faults, ReferenceFault } from './fault.ts'
import { readCsv, readYamlList } from './read-file.ts'
import { readWideCsv } from './read-wide.ts'

const county = z.strictObject({
  code: z.string().regex(/^\d\d$/, 'should be two digits'),
  name: z.string().min(1),
})
const entry = z.strictObject({ id: z.string(), decimals: z.int(), limits: z.array(z.number()).optional() })

const given = (text: string) => ({ file: 'reference/x', text, hash: '' })
const faultsOf = (read: (faults: Faults) => unknown) => {
  const faults = new Faults()
  read(faults)
  return faults.all.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
}

describe('a CSV file', () => {
  test('gives its rows with their lines, also below a blank line and after a byte order mark', () => {
    const faults = new Faults()
    const rows = readCsv(
      given('\ufeffcode,name\n01,"Stockholms\nlän"\n\n25,Norrbottens län\n'),
      county,
      faults,
    )
    expect(faults.all).toEqual([])
    expect(rows.map(({ row }) => row.code)).toEqual(['01', '25'])
    expect(rows.at(-1)?.line).toBe(5)
  })

  test('says line and reason of every wrong row, and reads the others', () => {
    const faults = new Faults()
    const rows = readCsv(given('code,name\n1,Stockholms län\n03,\n04,Södermanlands län\n'), county, faults)
    expect(rows.map(({ row }) => row.code)).toEqual(['04'])
    expect(faults.all.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 code: should be two digits',
      expect.stringMatching(/^3 name: /),
    ])
  })

  test('says once which column is missing, unknown or there twice', () => {
    expect(
      faultsOf((faults) => readCsv(given('code,namn,code\n01,a,02\n02,b,03\n'), county, faults)),
    ).toEqual([
      'reference/x:1: the column code stands twice',
      'reference/x:1: the column name is missing',
      'reference/x:1: the column namn is not known; expected code, name',
    ])
  })

  test('says where a row has too few or too many cells', () => {
    const [fault] = faultsOf((faults) => readCsv(given('code,name\n01,a\n02\n'), county, faults))
    expect(fault).toMatch(/^reference\/x:3: is not a well-formed CSV row/)
  })
})

describe('a wide CSV file: a row a code, a column a year', () => {
  const codes = new Set(['0114', '0115'])
  const read = (text: string) => faultsOf((faults) => readWideCsv(given(text), codes, faults))

  test('gives numbers, and nothing for an empty cell', () => {
    const faults = new Faults()
    expect(readWideCsv(given('code,2020,2021\n0114,1.5,\n0115,,-2\n'), codes, faults)).toEqual([
      { line: 2, code: '0114', cells: [{ year: 2020, value: 1.5 }] },
      { line: 3, code: '0115', cells: [{ year: 2021, value: -2 }] },
    ])
    expect(faults.all).toEqual([])
  })

  test.each([
    ['code,2020\n9999,1\n', 'reference/x:2: code: there is no organisation 9999'],
    ['code,2020\n0114,1\n0114,2\n', 'reference/x:3: code: 0114 stands twice'],
    [
      'code,2020\n0114,"1,5"\n',
      'reference/x:2: 2020: "1,5" should be a number with a decimal point, or nothing',
    ],
    [
      'code,2020\n0114,n/a\n',
      'reference/x:2: 2020: "n/a" should be a number with a decimal point, or nothing',
    ],
    ['code,2020,2020\n0114,1,2\n', 'reference/x:1: the column 2020 stands twice'],
    ['code,20200\n0114,1\n', 'reference/x:1: the column 20200 should be a year such as 2024'],
    ['kod,2020\n0114,1\n', 'reference/x:1: the column code is missing'],
  ])('%j is refused', (text, fault) => {
    expect(read(text)).toEqual([fault])
  })
})

describe('a YAML list', () => {
  test('says the line of the faulty field, also of an unknown one', () => {
    const text =
      '# comment\n- id: a\n  decimals: 1\n- id: b\n  decimals: många\n- id: c\n  decimals: 1\n  colour: red\n'
    expect(faultsOf((faults) => readYamlList(given(text), entry, faults))).toEqual([
      expect.stringMatching(/^reference\/x:5: decimals: /),
      expect.stringMatching(/^reference\/x:6: .*colour/),
    ])
  })

  test('says the line of the entry where a field is missing', () => {
    const [fault] = faultsOf((faults) =>
      readYamlList(given('- id: a\n  decimals: 1\n- id: b\n'), entry, faults),
    )
    expect(fault).toMatch(/^reference\/x:3: decimals: /)
  })

  test('that is no YAML, or no list, is a fault with its line', () => {
    expect(faultsOf((faults) => readYamlList(given('- id: a\n  id: b\n'), entry, faults))[0]).toMatch(/:2: /)
    expect(faultsOf((faults) => readYamlList(given('id: a\n'), entry, faults))).toEqual([
      'reference/x:1: should be a list of entries',
    ])
  })
})

test('twenty faults are shown and the rest is counted', () => {
  const fault = new ReferenceFault(
    Array.from({ length: 23 }, (_, index) => ({ file: 'reference/x', line: index + 1, reason: 'is wrong' })),
  )
  expect(fault.message.split('\n')).toHaveLength(22)
  expect(fault.message).toContain('reference/x:20: is wrong\n  … and 3 more')
})
