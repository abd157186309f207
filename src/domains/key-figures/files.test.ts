import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
/** Code, year and value of every reading that a file of all of Sweden must hold. */
let wanted: [code: string, year: number, value: number | null][]
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  const rows = await database.db
    .selectFrom('key_figure_value as v')
    .innerJoin('organisation as o', 'o.code', 'v.organisation_code')
    .where('v.key_figure_id', '=', '11')
    .where('v.known_until', 'is', null)
    .where('o.kind', '=', 'municipality')
    .select(['v.organisation_code', 'v.year', 'v.value'])
    .execute()
  wanted = inOrder(rows.map(({ organisation_code, year, value }) => [organisation_code, year, value]))
})
afterAll(() => database.drop())

const file = async (ending: string) => {
  const response = await app.request(
    `/nyckeltal/11.${ending}${ending.includes('?') ? '&' : '?'}grupp=sverige`,
  )
  return Buffer.from(await response.arrayBuffer())
}

function inOrder(rows: typeof wanted): typeof wanted {
  return rows.toSorted(([a, year], [b, other]) => (a === b ? year - other : a < b ? -1 : 1))
}

function readNumber(text = '', decimal = '.'): number | null {
  return text === '' ? null : Number(text.replace(decimal, '.'))
}

test.each([
  ['csv', ',', '.'],
  ['csv?format=sv', ';', ','],
])('a key figure comes back whole from its %s', async (ending, delimiter, decimal) => {
  const [, ...lines] = parse(await file(ending), { bom: true, delimiter })
  const read = lines.map(([code = '', , year, value]): (typeof wanted)[number] => [
    code,
    Number(year),
    readNumber(value, decimal),
  ])
  expect(inOrder(read)).toEqual(wanted)
})

test('a key figure comes back whole from its workbook, codes as text', async () => {
  const [, ...rows] = await readSheet(await file('xlsx'), 1)
  const read = rows.map(([code, , year, value]): (typeof wanted)[number] => {
    expect(typeof code).toBe('string')
    return [String(code), Number(year), typeof value === 'number' ? value : null]
  })
  expect(inOrder(read)).toEqual(wanted)
})

test('a key figure comes back whole from its JSON', async () => {
  const { rows } = JSON.parse((await file('json')).toString())
  const read = rows.map((row: { code: string; year: number; value: number | null }) => [
    row.code,
    row.year,
    row.value,
  ])
  expect(inOrder(read)).toEqual(wanted)
})
