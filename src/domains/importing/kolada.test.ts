import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { importPlace } from '../../../tests/support/imports.ts'
import { type KoladaStub, koladaStub } from '../../../tests/support/kolada-stub.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'
import { recorded } from '../../../tests/support/recorded-sources.ts'
import { saveOrigin } from '../key-figures/index.ts'
import type { Place } from './adapter.ts'
import { listChanges } from './change-queries.ts'
import { whileAlone } from './lock-queries.ts'
import { performWaiting } from './perform.ts'
import { findRun, insertRun, listItems, type NewRun } from './run-queries.ts'

let database: TestDatabase
let stub: KoladaStub
let place: Place
beforeAll(async () => {
  database = await loadedDatabase()
  stub = await koladaStub()
  place = importPlace(database.db, { kolada: stub })
  // Only what the stub's catalogue has.
  const { db } = database
  await db
    .updateTable('key_figure_origin')
    .set({ active: false })
    .where('foreign_id', 'not in', ['N00401', 'U07514', 'N60404'])
    .execute()
  await db
    .updateTable('key_figure_origin')
    .set({ active: false })
    .where('key_figure_id', '=', '10-2023')
    .execute()
})
beforeEach(() => {
  stub.asked.length = 0
  stub.kpis = recorded.kpis
  stub.perPage = 5000
})
afterAll(async () => {
  await stub.close()
  await database.drop()
})

async function run(more: Partial<NewRun> = {}) {
  const { db } = database
  const id = await insertRun(db, {
    adapter: 'kolada',
    startedBy: 'button',
    personId: null,
    dry: false,
    ...more,
  })
  expect(await performWaiting(place, 'kolada')).toBe(true)
  const items = await listItems(db, id)
  return {
    id,
    run: await findRun(db, id),
    items,
    item: (wanted: string) => items.find(({ item }) => item === wanted),
    changes: await listChanges(db, id, { limit: 1000 }),
  }
}

const readingsOf = (figure: string, code: string, year: number) =>
  database.db
    .selectFrom('key_figure_value')
    .selectAll()
    .where('key_figure_id', '=', figure)
    .where('organisation_code', '=', code)
    .where('year', '=', year)
    .orderBy('id')
    .execute()
const countReadings = async () =>
  (
    await database.db
      .selectFrom('key_figure_value')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

const organicIn = (year: number, value: number) => {
  stub.values = (kpi, unit, period) =>
    kpi === 'U07514' && unit === '0180' && period === year ? value : undefined
}

describe('an import from Kolada', () => {
  test('asks politely: at most 25 places and 25 years at once, only where the figure has values', async () => {
    stub.values = () => undefined
    await run({ figureId: '11' })
    const data = stub.asked.filter((path) => path.includes('/data/'))
    expect(data).toHaveLength(2 * Math.ceil(290 / 25))
    for (const path of data) {
      const [, , units = '', , years = ''] =
        /^\/v3\/data\/kpi\/(U07514)\/municipality\/([^/]+)(\/year\/)([^?]+)\?page=1&per_page=5000$/.exec(
          path,
        ) ?? []
      expect(units.split(',').length).toBeLessThanOrEqual(25)
      expect(years.split(',').length).toBeLessThanOrEqual(25)
      expect(units).not.toMatch(/(^|,)00/)
    }
    expect([...stub.agents]).toEqual(['Ekokommun/1 (+https://eko.example)'])
    expect(data.some((path) => path.includes('2026'))).toBe(true)
  })

  test('tried first lists what would change and writes nothing', async () => {
    organicIn(2024, 41.5)
    const before = await countReadings()
    const { run: tried, changes } = await run({ figureId: '11', dry: true })
    expect(tried).toMatchObject({ state: 'done', dry: true, added: 1, corrected: 0 })
    expect(changes).toMatchObject([
      { figureId: '11', organisationName: 'Stockholm', year: 2024, kind: 'added', before: null, after: 41.5 },
    ])
    expect(await countReadings()).toBe(before)
  })

  test('adds values with their source, and says Källa: Kolada where they show', async () => {
    const { run: done, item } = await run({ figureId: '11' })
    expect(done).toMatchObject({ state: 'done', added: 1 })
    expect(item('11')).toMatchObject({ state: 'done', rows: 1 })
    expect(await readingsOf('11', '0180', 2024)).toMatchObject([
      { value: 41.5, status: 'final', basis: 'published', source_id: 'kolada', reported_by: 'Kolada (RKA)' },
    ])
    const app = testApp(database.db)
    expect(await (await app.request('/nyckeltal/11?kommun=0180&grupp=sverige')).text()).toContain(
      'Källa: Kolada',
    )
    expect(await (await app.request('/oppna-data/kallor')).text()).toContain('Koladas villkor')
  })

  test('again adds nothing, and asks only for what has changed', async () => {
    const before = await countReadings()
    const { item } = await run({ figureId: '11' })
    expect(item('11')).toMatchObject({ state: 'unchanged', rows: 0 })
    const { item: anew } = await run({ figureId: '11', fresh: true })
    expect(anew('11')).toMatchObject({ state: 'done', rows: 1, added: 0, corrected: 0 })
    expect(await countReadings()).toBe(before)
  })

  test('corrects a value and keeps what was known before', async () => {
    organicIn(2024, 42)
    const { run: done, changes } = await run({ figureId: '11' })
    expect(done).toMatchObject({ added: 0, corrected: 1 })
    expect(changes).toMatchObject([{ kind: 'corrected', before: 41.5, after: 42 }])
    const [older, newer] = await readingsOf('11', '0180', 2024)
    expect(older).toMatchObject({ value: 41.5, known_until: newer?.known_from })
    expect(newer).toMatchObject({ value: 42, revision_sv: 'Källan har ändrat värdet', known_until: null })
  })

  test('takes a missing value as missing with its state, and a deleted one away', async () => {
    stub.values = (_, unit, year) =>
      unit === '0180' && year === 2024
        ? { status: 'Private' }
        : unit === '1280' && year === 2024
          ? 30
          : undefined
    await run({ figureId: '11' })
    expect((await readingsOf('11', '0180', 2024)).at(-1)).toMatchObject({
      value: null,
      missing_reason: 'confidential',
      source_status: 'Private',
    })
    stub.values = (_, unit, year) =>
      unit === '1280' && year === 2024 ? { status: '', isdeleted: true } : undefined
    expect((await run({ figureId: '11' })).run).toMatchObject({ withdrawn: 1, added: 0 })
    expect((await readingsOf('11', '1280', 2024)).at(-1)?.known_until).not.toBeNull()
  })

  test('gives way to what members have reported, unless the origin says otherwise; made-up values give way', async () => {
    const { db } = database
    const value = { key_figure_id: '2', status: 'final' as const, source_id: 'members-reports' }
    await db
      .insertInto('source')
      .columns([
        'id',
        'title_sv',
        'title_en',
        'publisher',
        'licence_sv',
        'licence_en',
        'retrieved_on',
        'covers_sv',
        'covers_en',
      ])
      .expression((eb) =>
        eb
          .selectFrom('source')
          .select((sub) => [
            sub.val('members-reports').as('id'),
            'title_sv',
            'title_en',
            'publisher',
            'licence_sv',
            'licence_en',
            'retrieved_on',
            'covers_sv',
            'covers_en',
          ])
          .where('id', '=', 'sekom'),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db
      .insertInto('key_figure_value')
      .values(
        [
          { organisation_code: '0001', year: 2022, basis: 'published' as const, value: 200 },
          { organisation_code: '0001', year: 2023, basis: 'made-up' as const, value: 201 },
        ].map((one) => ({ ...value, ...one, reported_by: 'Region Stockholm', known_from: '2024-01-01' })),
      )
      .execute()
    stub.values = (kpi, unit) => (kpi === 'N60404' && unit === '0001' ? 333 : undefined)
    const { run: done, changes } = await run({ figureId: '2' })
    expect(done).toMatchObject({ kept: 1 })
    const kinds = Object.fromEntries(changes.map(({ year, kind }) => [year, kind]))
    expect(kinds).toMatchObject({ 2021: 'added', 2022: 'kept', 2023: 'replaced' })
    expect((await readingsOf('2', '0001', 2023)).at(-1)).toMatchObject({ value: 333, revision_sv: null })
    await db
      .updateTable('key_figure_origin')
      .set({ over_members: true })
      .where('key_figure_id', '=', '2')
      .execute()
    expect((await run({ figureId: '2', fresh: true })).run).toMatchObject({ corrected: 1, kept: 0 })
  })

  test('computed by us is ours and says so, never Kolada’s', async () => {
    const { db } = database
    await db.transaction().execute((trx) =>
      saveOrigin(trx, {
        figureId: '12',
        adapter: 'kolada',
        foreignId: 'U07514',
        factor: 0.5,
        unchanged: false,
        overMembers: false,
        active: true,
        note: { sv: '', en: '' },
      }),
    )
    stub.values = (_, unit, year) => (unit === '0162' && year === 2024 ? 50 : undefined)
    await run({ figureId: '12' })
    expect((await readingsOf('12', '0162', 2024)).at(-1)).toMatchObject({
      value: 25,
      basis: 'computed',
      source_id: 'omraknat-ur-kolada',
      reported_by: 'Sveriges Ekokommuner',
    })
  })

  test('makes a figure answer to Kolada’s id too, once all its values are Kolada’s unchanged', async () => {
    const { db } = database
    const answered = async (id: string) => {
      const response = await testApp(db).request(
        `https://eko.example/kolada/v3/data/kpi/${id}/municipality/0114`,
      )
      return JSON.stringify(await response.json())
    }
    expect(await answered('N00401')).toContain('"values":[]')
    stub.values = (kpi, _unit, year) => (kpi === 'N00401' && year <= 2025 ? 1.5 : undefined)
    await run({ figureId: 'utslapp-totalt' })
    expect(await answered('N00401')).toContain('"kpi":"N00401","period":2024,"municipality":"0114"')
    await db
      .updateTable('key_figure_origin')
      .set({ unchanged: false })
      .where('key_figure_id', '=', 'utslapp-totalt')
      .execute()
    expect(await answered('N00401')).toContain('"values":[]')
    await db
      .updateTable('key_figure_origin')
      .set({ unchanged: true })
      .where('key_figure_id', '=', 'utslapp-totalt')
      .execute()
  })
})

describe('when Kolada answers wrong', () => {
  test('a figure fails with a clear reason and the others go on', async () => {
    stub.values = (kpi, unit, year) => (kpi === 'N60404' && unit === '0003' && year === 2020 ? 77 : undefined)
    stub.break(/U07514.*1990/, {
      body: (json) => ({
        ...json,
        values: [{ kpi: 'U07514', year: 2024, municipality: '0180', values: [] }],
      }),
    })
    const { run: done, item } = await run({ fresh: true })
    expect(done?.state).toBe('failed')
    expect(item('11')).toMatchObject({ state: 'failed' })
    expect(item('11')?.message).toMatch(/^changed-shape: values\.0\.period/)
    expect(item('2')).toMatchObject({ state: 'done', added: 1 })
    const app = testApp(database.db)
    const desk = await get(app, '/kansli', await loggedIn(app, 'kansli'))
    expect(await desk.text()).toContain('Importen från Kolada misslyckades')
  })

  test.for([
    [
      'a count that differs',
      { body: (json: Record<string, unknown>) => ({ ...json, count: 7 }) },
      /^count-differs: 0 ≠ 7/,
    ],
    [
      'a next page on another host',
      { body: (json: Record<string, unknown>) => ({ ...json, next_url: 'https://other.example/v3/data' }) },
      /^foreign-address/,
    ],
    [
      'a next page that is the same',
      {
        body: (json: Record<string, unknown>) => ({
          ...json,
          next_url: new URL(stub.asked.at(-1) ?? '', stub.url).href,
        }),
      },
      /^pages-in-a-circle/,
    ],
    ['a refusal', { status: 403 }, /^refused: 403/],
  ] as const)('%s fails the figure, and nothing of it is written', async ([, fault, message]) => {
    organicIn(2021, 99)
    const before = await countReadings()
    stub.break(/U07514.*2021/, fault)
    const { item } = await run({ figureId: '11', fresh: true })
    expect(item('11')?.message).toMatch(message)
    expect(await countReadings()).toBe(before)
  })

  test('time-outs, errors, broken lines and half pages that pass are outlived', async () => {
    organicIn(2021, 33)
    stub.break(/U07514/, { status: 500 }, 'kill', 'half', { status: 429, retryAfter: '2' }, 'html')
    expect((await run({ figureId: '11' })).run).toMatchObject({ state: 'done', added: 1 })
  })

  test('half a page again and again fails the figure', async () => {
    stub.break(/U07514/, 'half', 'half', 'half', 'half', 'half')
    expect((await run({ figureId: '11', fresh: true })).item('11')?.message).toMatch(/^cut-short/)
  })

  test('the rest is left for another time when it does not answer at all', async () => {
    stub.break(/\/data\//, ...Array.from({ length: 10 }, () => ({ status: 500 })))
    const { items } = await run({ fresh: true })
    expect(items.map(({ message }) => message.split(':')[0])).toEqual([
      'unreachable',
      'unreachable',
      ...Array(items.length - 2).fill('given-up'),
    ])
  })

  test('pages are read to the end', async () => {
    stub.perPage = 7
    stub.values = (_, unit, year) => (year === 2020 && unit < '0200' ? 5 : undefined)
    expect((await run({ figureId: '11' })).item('11')).toMatchObject({ state: 'done', rows: 26 })
  })

  test('an id of ours in Kolada’s catalogue stops everything, loudly', async () => {
    stub.kpis = [...recorded.kpis, { ...recorded.kpis[0], id: 'U97003', municipality_type: 'K' }]
    const { run: done, items } = await run()
    expect(done).toMatchObject({ state: 'failed', error: 'our-ids-taken: U97003' })
    expect(items.every(({ state }) => state === 'waiting')).toBe(true)
  })

  test('a figure that Kolada no longer has says so', async () => {
    stub.kpis = recorded.kpis.filter(({ id }) => id !== 'U07514')
    expect((await run({ figureId: '11' })).item('11')?.message).toBe('figure-gone: U07514')
  })
})

describe('a run', () => {
  test('is the only one from its source', async () => {
    const held = await whileAlone(database.db, 'kolada', () => performWaiting(place, 'kolada'))
    expect(held).toBe(false)
  })

  test('that is stopped goes on with what is left, and what is done stays done', async () => {
    const { db } = database
    stub.values = (kpi, unit, year) =>
      year === 2019 && unit < '0120' ? (kpi === 'N60404' ? 8 : 9) : undefined
    const ending = new AbortController()
    const values = stub.values
    let asked = 0
    stub.values = (...question) => {
      asked += 1
      if (question[0] === 'U07514' && asked > 100) ending.abort()
      return values(...question)
    }
    const id = await insertRun(db, {
      adapter: 'kolada',
      startedBy: 'command',
      personId: null,
      dry: false,
      fresh: true,
    })
    await performWaiting({ ...place, signal: ending.signal }, 'kolada', true)
    expect(await findRun(db, id)).toMatchObject({ state: 'stopped' })
    const done = (await listItems(db, id)).filter(({ state }) => state === 'done').map(({ item }) => item)
    expect(done).toContain('2')
    // The clock leaves it alone; whoever asks again goes on with it.
    await performWaiting(place, 'kolada')
    expect(await findRun(db, id)).toMatchObject({ state: 'stopped' })
    stub.values = values
    stub.asked.length = 0
    await performWaiting(place, 'kolada', true)
    expect(await findRun(db, id)).toMatchObject({ state: 'done', failed: 0 })
    expect(stub.asked.some((path) => path.includes('N60404'))).toBe(false)
  })
})
