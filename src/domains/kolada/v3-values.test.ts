import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { kolada } from './domain.ts'
import { clientOf, datum } from './v3-contract.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let client: ReturnType<typeof clientOf>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  // Mounted here too, so that the tests hold whether or not the program has it in its list.
  app.route('/', kolada.routes)
  client = clientOf(app)
})
afterAll(() => database.drop())

const unitsOf = (answer: { values: { municipality: string }[] }) =>
  answer.values.map(({ municipality: unit }) => unit)
const yearsOf = (answer: { values: { period: number }[] }) => answer.values.map(({ period }) => period)

describe('values', () => {
  test('of a key figure and year are those of every municipality, groups not mixed in', async () => {
    const answer = await client.get('/data/kpi/U97001/year/2023', datum)
    expect(answer.values).toHaveLength(290)
    expect(answer.values[0]).toEqual({
      kpi: 'U97001',
      period: 2023,
      municipality: '0114',
      values: [{ gender: 'T', count: 1, status: '', value: 0.003, isdeleted: false }],
    })
  })

  test('of units and years, groups among them, are as asked', async () => {
    const path = '/data/kpi/U97001/municipality/0180,G1/year/2022,2023?page=1&per_page=5000'
    const answer = await client.get(path, datum)
    expect(unitsOf(answer)).toEqual(['0180', 'G1', '0180', 'G1'])
    expect(yearsOf(answer)).toEqual([2022, 2022, 2023, 2023])
    const encoded = await client.get('/data/kpi/U97001/municipality/0180%2CG1/year/2022%2C2023', datum)
    expect(encoded.values).toEqual(answer.values)
  })

  test('of a group is the unweighted mean of its members, with their number', async () => {
    const members = await database.db
      .selectFrom('key_figure_value as v')
      .innerJoin('organisation as o', 'o.code', 'v.organisation_code')
      .where('o.county_code', '=', '13')
      .where('o.kind', '=', 'municipality')
      .where('v.key_figure_id', '=', '1a')
      .where('v.year', '=', 2023)
      .where('v.known_until', 'is', null)
      .select((eb) => [eb.fn.avg<string>('v.value').as('mean'), eb.fn.countAll<string>().as('count')])
      .executeTakeFirstOrThrow()
    const { values } = await client.get('/data/kpi/U97001/municipality/G213/year/2023', datum)
    const [value] = values[0]?.values ?? []
    expect(value?.count).toBe(Number(members.count))
    expect(value?.count).toBe(6)
    expect(value?.value).toBeCloseTo(Number(members.mean), 10)
  })

  test('are the same in path and in query, with repeated names or lists', async () => {
    const query = 'year=2021&year=2022&municipality_id=0180&municipality_id=1280&page=1&per_page=5000'
    const repeated = await client.get(`/data/?kpi_id=U97001&${query}`, datum)
    expect(repeated.values).toHaveLength(4)
    const listed = await client.get(
      '/data?kpi_id=U97001&year=2021,2022&municipality_id=0180,1280&from_date=&region_type=',
      datum,
    )
    expect(listed.values).toEqual(repeated.values)
    const inPath = await client.get('/data/kpi/U97001/municipality/0180,1280/year/2021,2022', datum)
    expect(inPath.values).toEqual(repeated.values)
    const mixed = await client.get('/data/kpi/U97001/municipality/0180,1280?year=2021,2022', datum)
    expect(mixed.values).toEqual(repeated.values)
  })

  test('of places and years hold every key figure, of figures and places every year', async () => {
    const all = await client.get('/data/municipality/0180/year/2023', datum)
    expect(new Set(all.values.map(({ kpi: id }) => id)).size).toBe(all.values.length)
    expect(all.values.length).toBeGreaterThan(12)
    const years = await client.get('/data/kpi/U97001/municipality/0180', datum)
    expect(yearsOf(years)).toEqual([1990, 2000, 2005, 2010, 2015, 2020, 2021, 2022, 2023, 2024])
  })

  test('can be those of one kind of unit', async () => {
    const count = async (query: string) =>
      (await client.get(`/data/kpi/U97021/year/2023${query}`, datum)).values.length
    expect(await count('')).toBe(311)
    expect(await count('?region_type=municipality')).toBe(290)
    expect(await count('?region_type=K')).toBe(290)
    expect(await count('?region_type=region')).toBe(21)
    expect(await count('?region_type=municipality_group')).toBe(32)
  })

  test('can be those that became known from a day on', async () => {
    const path = '/data/kpi/U97001/municipality/0180/year/2023?page=1&per_page=5000&from_date='
    expect((await client.get(`${path}2020-01-01`, datum)).values).toHaveLength(1)
    expect((await client.get(`${path}2026-06-12`, datum)).values).toHaveLength(1)
    expect((await client.get(`${path}2026-06-13`, datum)).values).toEqual([])
  })

  test('that are missing are null with a status, those made up say so, and only current ones come', async () => {
    const rows = await database.db
      .selectFrom('key_figure_value')
      .where('key_figure_id', '=', '2')
      .where('known_until', 'is', null)
      // The means that the association published are no unit's.
      .where('organisation_code', '<>', 'SEKOM')
      .select(['organisation_code', 'year', 'value', 'missing_reason', 'basis'])
      .execute()
    const years = [...new Set(rows.map(({ year }) => year))]
    const { values } = await client.get(`/data/kpi/U97003/year/${years.join()}`, datum)
    expect(values).toHaveLength(rows.length)
    const given = new Map(values.map((one) => [`${one.municipality} ${one.period}`, one.values[0]]))
    const seen = new Set<string>()
    for (const row of rows) {
      const one = given.get(`${row.organisation_code} ${row.year}`)
      expect(one?.value).toBe(row.value)
      if (row.value === null) expect(one?.status).toMatch(/^(Missing|NotApplicable)$/)
      else expect(one?.status).toBe(row.basis === 'made-up' ? 'MadeUp' : '')
      seen.add(one?.status ?? '')
    }
    expect([...seen], 'the demonstration has some of each').toEqual(
      expect.arrayContaining(['', 'Missing', 'MadeUp']),
    )
  })

  test('of unknown ids and years are none', async () => {
    for (const path of [
      '/data/kpi/N99999/year/2023',
      '/data/kpi/U97001/municipality/9999/year/2023',
      '/data/kpi/U97001/municipality/G999999/year/2023',
      '/data/kpi/U97001/year/1789',
      '/data/municipality/9999/year/2023',
    ]) {
      expect((await client.get(path, datum)).values).toEqual([])
    }
  })
})
