import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

const answer = z.object({ values: z.array(z.unknown()) })
const numbers = Array.from({ length: 35 }, (_, index) => `U97${String(index + 1).padStart(3, '0')}`)
const all = '?page=1&per_page=5000'

/** What programs made for Kolada ask for, word for word, and how much they get. */
const requests: Record<string, [path: string, values: number][]> = {
  'rKolada 0.3': [
    ['/v3/kpi?per_page=1', 1],
    [`/v3/kpi${all}`, 37],
    [`/v3/kpi/U97001,U97002${all}`, 2],
    [`/v3/kpi_groups${all}`, 4],
    [`/v3/municipality${all}`, 311],
    [`/v3/municipality_groups${all}`, 32],
    [`/v3/ou?municipality=0180&page=1&per_page=5000`, 0],
    [`/v3/data/kpi/U97001,U97002/municipality/0180,1382,G1/year/2020,2021,2022,2023${all}`, 24],
    [`/v3/data/kpi/U97001/municipality/0180${all}`, 10],
    [`/v3/data/kpi/${numbers.slice(0, 25).join()}/municipality/1382/year/2023${all}`, 20],
    [`/v3/data/kpi/${numbers.slice(25).join()}/municipality/1382/year/2023${all}`, 7],
    [`/v3/oudata/kpi/U97001/ou/V15E144001301${all}`, 0],
    [`/v3/data/kpi/N99999/municipality/0180${all}`, 0],
  ],
  'rKolada 0.2': [
    ['/v2/kpi?page=1&per_page=2000', 37],
    ['/v2/municipality?page=1&per_page=2000', 311],
    ['/v2/municipality_groups?page=1&per_page=2000', 32],
    [`/v2/data/kpi/${numbers.join()}/municipality/1382/year/2022,2023?page=1&per_page=2000`, 54],
  ],
  'koladapy 1.0': [
    ['/v3/kpi?title=koldioxid&page=1&per_page=5000', 4],
    ['/v3/municipality?title=%C3%B6rebro&page=1&per_page=5000', 2],
    ['/v3/municipality?type=L&page=1&per_page=5000', 21],
    [`/v3/municipality_groups/G1${all}`, 1],
    [
      '/v3/data/?kpi_id=U97001&kpi_id=U97002&municipality_id=0180&municipality_id=G1&year=2022&year=2023&page=1&per_page=5000',
      8,
    ],
    ['/v3/data/?kpi_id=U97001&year=2023&page=1&per_page=5000', 290],
    ['/v3/data/?kpi_id=U97001&year=2023&from_date=2099-01-01&page=1&per_page=5000', 0],
    ['/v3/data/?kpi_id=N99999&municipality_id=9999&page=1&per_page=5000', 0],
    ['/v3/oudata/?ou_id=V15E144001301&kpi_id=U97001&year=2023&page=1&per_page=5000', 0],
  ],
  'Kolada-MCP 2.2': [
    ['/v3/kpi/U97001', 1],
    ['/v3/kpi?id=U97001,U97002,U97003', 3],
    ['/v3/kpi_groups/G2012', 1],
    ['/v3/municipality?per_page=5000', 311],
    ['/v3/data/kpi/U97001/municipality/1382/year/2020,2021,2022', 3],
    ['/v3/data/kpi/U97001/municipality/1382', 10],
    ['/v3/data/kpi/U97001/year/2023', 290],
  ],
  'kolada 0.2 in JavaScript': [
    ['/v2/kpi/U97001?', 1],
    ['/v2/kpi_groups?title=Nyckel', 4],
    ['/v2/municipality/1860?', 1],
    ['/v2/ou?municipality=1860', 0],
    ['/v2/data/kpi/U97001/year/2023?', 290],
    ['/v2/data/municipality/1860/year/2023?', 18],
    ['/v3/data/kpi/U97001,U97002/municipality/1860,0180/year/2022,2023?from_date=2015-02-28', 8],
    ['/v2/oudata/ou/V15E144001301/year/2009?', 0],
  ],
}

describe.for(Object.entries(requests))('%s', ([, asked]) => {
  test.for(asked)('is answered %s', async ([path, values]) => {
    const response = await app.request(`http://localhost:3000/kolada${path}`, { redirect: 'manual' })
    expect(response.status).toBe(200)
    expect(answer.parse(await response.json()).values).toHaveLength(values)
  })
})
