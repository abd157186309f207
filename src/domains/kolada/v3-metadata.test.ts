import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { listFigures } from '../key-figures/index.ts'
import { catalogueOf } from './catalogue.ts'
import { kolada } from './domain.ts'
import { listNumbers } from './queries.ts'
import { clientOf, group, kpi, municipality } from './v3-contract.ts'

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

describe('metadata', () => {
  test('answers whether it is there', async () => {
    const { values, next_url } = await client.get('/kpi?per_page=1', kpi)
    expect(values.map(({ id }) => id)).toEqual(['U97001'])
    expect(next_url).toBe('http://localhost:3000/kolada/v3/kpi?per_page=1&page=2')
  })

  test('lists every key figure with every key, each title once', async () => {
    const { values, next_url } = await client.get('/kpi?page=1&per_page=5000', kpi)
    // 35 of the meetings and the network, and two of the demonstration's members.
    expect(values).toHaveLength(35 + 2)
    expect(next_url).toBeNull()
    expect(new Set(values.map(({ title }) => title)).size).toBe(35 + 2)
    expect(values[0]).toMatchObject({
      id: 'U97001',
      title: 'Koldioxidutsläpp från industrin, ton/inv',
      municipality_type: 'K',
      publ_period: '2024',
      publication_date: '2026-11-23',
    })
    expect(values[0]?.description).toContain('Källa: Nationella emissionsdatabasen (SMHI) och SCB.')
    expect(values.find(({ id }) => id === 'U97021')?.municipality_type, 'regions too').toBe('A')
    expect(
      values.find(({ id }) => id === 'U97017'),
      'without values',
    ).toMatchObject({
      publ_period: null,
      publication_date: null,
    })
  })

  test('gives the key figures asked for, in that order, and nothing for unknown ids', async () => {
    const { values } = await client.get('/kpi/U97002,U97001,U97002?page=1&per_page=5000', kpi)
    expect(values.map(({ id }) => id)).toEqual(['U97002', 'U97001'])
    for (const path of ['/kpi/N99999', '/kpi_groups/G77', '/municipality/9999', '/municipality_groups/G77']) {
      expect((await client.get(path, z.unknown())).values).toEqual([])
    }
  })

  test.each([
    ['koldioxidutsl%C3%A4pp', 2],
    ['KOLDIOXIDUTSL%C3%84PP', 2],
    ['koldioxidutsla%CC%88pp', 2],
    ['finns-inte', 0],
  ])('finds titles with %s, whatever the case, å, ä and ö among them', async (title, least) => {
    const { values } = await client.get(`/kpi?title=${title}`, kpi)
    expect(values.length).toBeGreaterThanOrEqual(least)
    for (const one of values) expect(one.title.toLowerCase()).toContain('koldioxidutsläpp')
    expect(values.length > 0).toBe(least > 0)
  })

  test('lists 290 municipalities and 21 regions, as strings with their zeros', async () => {
    const all = await client.get('/municipality', municipality)
    expect(all.values).toHaveLength(311)
    expect(all.values[0]).toEqual({ id: '0001', title: 'Region Stockholm', type: 'L' })
    expect(all.values).toContainEqual({ id: '0180', title: 'Stockholm', type: 'K' })
    for (const name of ['region_type', 'type']) {
      const regions = await client.get(`/municipality?${name}=L&page=1&per_page=5000`, municipality)
      expect(regions.values).toHaveLength(21)
      expect((await client.get(`/municipality?${name}=K`, municipality)).values).toHaveLength(290)
    }
    const one = await client.get('/municipality?title=%C3%B6rebro&type=K', municipality)
    expect(one.values).toEqual([{ id: '1880', title: 'Örebro', type: 'K' }])
  })

  test('groups places by membership, SKR group and county', async () => {
    const { values } = await client.get('/municipality_groups/?page=1', group)
    expect(values).toHaveLength(2 + 9 + 21)
    const byId = new Map(values.map((one) => [one.id, one]))
    expect(byId.get('G1')?.members).toHaveLength(98)
    expect(byId.get('G2')?.members).toHaveLength(6)
    expect(byId.get('G101')).toMatchObject({
      title: 'Storstäder (ovägt medel)',
      members: [
        { member_id: '0180', member_title: 'Stockholm' },
        { member_id: '1280', member_title: 'Malmö' },
        { member_id: '1480', member_title: 'Göteborg' },
      ],
    })
    expect(byId.get('G213')?.title).toBe('Hallands läns kommuner (ovägt medel)')
    expect(byId.get('G213')?.members).toHaveLength(6)
    const places = new Set((await client.get('/municipality', municipality)).values.map(({ id }) => id))
    const strangers = values.flatMap(({ members }) => members).filter(({ member_id: id }) => !places.has(id))
    expect(strangers).toEqual([])
  })

  test('groups key figures by what the meeting decided', async () => {
    const { values } = await client.get('/kpi_groups', group)
    expect(values.map(({ id }) => id)).toEqual(['G2012', 'G2023', 'G1', 'G2'])
    expect(values[0]?.members[0]?.member_id).toBe('U97001')
    expect((await client.get('/kpi_groups/G2023', group)).values[0]?.members).toHaveLength(3)
  })

  test('of a figure that Kolada has unchanged answers to both ids, and is listed once', async () => {
    const [figures, numbers] = await Promise.all([listFigures(database.db), listNumbers(database.db)])
    const { kpis, byId } = catalogueOf(figures, numbers, new Map(), [], new Map([['1b', 'N12345']]))
    expect(kpis).toHaveLength(35 + 2)
    expect(kpis.map(({ id }) => id)).not.toContain('N12345')
    const [ours, koladas] = [byId.get('U97002'), byId.get('N12345')]
    expect(koladas?.figureId).toBe('1b')
    expect(koladas?.kpi).toEqual({ ...ours?.kpi, id: 'N12345' })
  })

  test('has no units below the organisation', async () => {
    for (const path of [
      '/ou?municipality=0180&page=1&per_page=5000',
      '/ou/V15E144001301',
      '/oudata/kpi/U97001/ou/V15E144001301?page=1&per_page=5000',
      '/oudata/?ou_id=V15E144001301&kpi_id=U97001&page=1&per_page=5000',
      '/oudata/kpi/U97001/year/2023?municipality_id=0180',
      '/oudata/kpi/U97001/ou/V15E144001301/year/2023',
      '/oudata/ou/V15E144001301/year/2023',
      '/oudata/municipality/0180/year/2023',
    ]) {
      expect(await client.get(path, z.unknown())).toEqual({
        values: [],
        next_url: null,
        previous_url: null,
        count: 0,
      })
    }
  })
})
