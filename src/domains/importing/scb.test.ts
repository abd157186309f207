import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { importPlace } from '../../../tests/support/imports.ts'
import { type ScbStub, scbStub } from '../../../tests/support/scb-stub.ts'
import { loadReference } from '../../app/load.ts'
import { performWaiting } from './perform.ts'
import { findRun, insertRun, listItems } from './run-queries.ts'

let database: TestDatabase
let stub: ScbStub
beforeAll(async () => {
  database = await loadedDatabase()
  const codes = await database.db
    .selectFrom('organisation')
    .select(['code', 'kind'])
    .where('kind', 'in', ['municipality', 'region'])
    .execute()
  stub = await scbStub(codes.map(({ code, kind }) => (kind === 'region' ? code.slice(2) : code)))
})
afterAll(async () => {
  await stub.close()
  await database.drop()
})

async function run(dry = false) {
  const { db } = database
  const id = await insertRun(db, { adapter: 'scb', startedBy: 'button', personId: null, dry })
  await performWaiting(importPlace(db, { scb: stub }), 'scb')
  return { run: await findRun(db, id), items: await listItems(db, id) }
}

const populationOf = (code: string, year: number) =>
  database.db
    .selectFrom('population')
    .select(['inhabitants', 'basis', 'source_id'])
    .where('organisation_code', '=', code)
    .where('year', '=', year)
    .executeTakeFirst()

describe('the population from Statistics Sweden', () => {
  test('tried first changes nothing', async () => {
    const before = await populationOf('0180', 2024)
    const { run: tried } = await run(true)
    expect(tried).toMatchObject({ state: 'done', dry: true, corrected: 311 * 4 })
    expect(await populationOf('0180', 2024)).toEqual(before)
  })

  test('comes for every municipality and region, exact to 2024 and with random changes from 2025', async () => {
    stub.asked.length = 0
    const { run: done, items } = await run()
    expect(done?.state).toBe('done')
    expect(items.map(({ item, rows }) => `${item} ${rows}`)).toEqual([`TAB638 ${311 * 3}`, `TAB6471 ${311}`])
    expect(await populationOf('0180', 2024)).toEqual({
      inhabitants: 12_024,
      basis: 'published',
      source_id: 'scb-statistikdatabasen',
    })
    expect(await populationOf('0001', 2025)).toMatchObject({ inhabitants: 12_025, basis: 'perturbed' })
    const [exact, perturbed] = stub.asked.filter((path) => path.includes('/data'))
    expect(stub.asked[0]).toBe('/api/v2/config')
    expect(exact).not.toMatch(/Kon|Civilstand/)
    expect(perturbed).toMatch(/valueCodes\[Alder\]=TotSA/)
    expect(perturbed).not.toContain('2025M11')
  })

  test('is not asked for again while the table says that it has not changed', async () => {
    stub.asked.length = 0
    const { items } = await run()
    expect(items.map(({ state }) => state)).toEqual(['unchanged', 'unchanged'])
    expect(stub.asked.filter((path) => path.includes('/data'))).toEqual([])
  })

  test('is asked for in as many questions as the source’s own limit needs, in whatever form it answers', async () => {
    Object.assign(stub, { updated: '2026-02-20T07:00:00Z', maxDataCells: 400, asObjects: true })
    stub.inhabitants = (region, year) => (region === '0180' && year === 2023 ? null : 20_000 + year)
    stub.asked.length = 0
    const { run: done, items } = await run()
    expect(done).toMatchObject({ state: 'done', corrected: 311 * 4 - 1 })
    expect(items[0]?.rows).toBe(311 * 3 - 1)
    expect(stub.asked.filter((path) => path.includes('TAB638/data'))).toHaveLength(3)
    expect(await populationOf('0180', 2023)).toMatchObject({ inhabitants: 12_023 })
  })

  test('stays when the reference files are loaded again', async () => {
    await database.db.deleteFrom('loaded_file').execute()
    await loadReference(database.db, () => {})
    expect(await populationOf('0180', 2024)).toMatchObject({ inhabitants: 22_024 })
    expect(await populationOf('0180', 1995)).toMatchObject({ source_id: 'scb-folkmangd' })
  })

  test('is never summed from parts with random changes: without a total of its own the table fails', async () => {
    Object.assign(stub, { updated: '2026-03-20T07:00:00Z', perturbedParts: { Kon: ['1', '2'] } })
    const { items } = await run()
    expect(items.map(({ state, message }) => `${state} ${message}`)).toEqual([
      'done ',
      'failed no-total: Kon',
    ])
  })

  test.for([
    ['too many cells', { status: 403 }, /^refused: 403/],
    [
      'a changed field',
      { body: (json: Record<string, unknown>) => ({ ...json, value: undefined, values: [1] }) },
      /^changed-shape: value/,
    ],
    [
      'fewer values than it says',
      { body: (json: Record<string, unknown>) => ({ ...json, value: [1, 2, 3] }) },
      /^changed-shape: 3 values/,
    ],
  ] as const)('%s fails its table alone', async ([, fault, message], { task }) => {
    stub.updated = `2026-04-01 ${task.id}`
    stub.break(/TAB638\/data/, fault)
    const { items } = await run()
    expect(items[0]?.message).toMatch(message)
  })
})
