import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/tables.ts'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { emptyDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { rankedStandings } from '../figure-charts.ts'
import { type FigureView, mostImproved } from '../figure-view.ts'
import { loadCatalogue, loadFigureView, loadGroup } from '../load-view.ts'
import { loadNearest, loadNearness } from '../nearest.ts'
import type { Reader } from '../reader.ts'
import { emptySelection, type GroupKind } from '../selection.ts'
import { positionSentence } from '../sentences.ts'
import { textsOf } from '../texts.ts'
import { refreshComparisons } from './refresh.ts'

/** More than this many is a large group here. */
const from = 8
const figureId = 'random'
const today = '2026-06-01'
const years = [2016, 2017, 2018, 2019, 2020, 2021, 2022]

type Cell = number | 'missing' | 'deviates' | null
interface Place {
  county: string
  group: string
  member: boolean
  inhabitants: number
  area: number
  cells: Cell[]
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 4, arbitrary: fc.double({ min: -5, max: 60, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom('missing' as const, 'deviates' as const, null) },
)
const place: fc.Arbitrary<Place> = fc.record({
  county: fc.constantFrom('01', '03'),
  group: fc.constantFrom('A1', 'B2'),
  member: fc.boolean(),
  inhabitants: fc.integer({ min: 300, max: 900_000 }),
  area: fc.integer({ min: 3, max: 9000 }),
  cells: fc.array(cell, { minLength: years.length, maxLength: years.length }),
})
const association = fc.record({
  places: fc.array(place, { minLength: 24, maxLength: 40 }),
  direction: fc.constantFrom('up' as const, 'down' as const),
  breakYear: fc.constantFrom(null, 2018),
})
type Association = typeof association extends fc.Arbitrary<infer T> ? T : never

const swedish = { l: localeOf('sv'), t: textsOf(localeOf('sv')) }

let database: TestDatabase
beforeAll(async () => {
  database = await emptyDatabase()
  await sql`
    insert into source (id, title_sv, title_en, publisher, licence_sv, licence_en, retrieved_on, covers_sv, covers_en)
    values ('s', 's', 's', 's', 's', 's', '2026-01-01', 's', 's');
    insert into county values ('01', 'Ett'), ('03', 'Tre');
    insert into municipality_group values ('A1', 'Stora', 'Large'), ('B2', 'Små', 'Small');
    insert into key_figure_set (id, name_sv, name_en, decision_sv, decision_en) values ('own', 'o', 'o', '', '')`.execute(
    database.owner,
  )
})
afterAll(() => database.drop())

const codeOf = (index: number) => String(1000 + index)
const reader = (largeFrom: number): Reader => ({
  db: database.db,
  remember: createMemory(100_000)('1'),
  today,
  largeFrom,
})

async function fill(db: Kysely<Database>, { places, direction, breakYear }: Association): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // History is kept from everybody else.
    await sql`
      set local session_replication_role = replica;
      delete from key_figure_value; delete from key_figure_break; delete from key_figure; delete from membership;
      delete from population; delete from similarity_place; delete from similarity_spread; delete from organisation;
      delete from comparison_touched; delete from comparison_statistic; delete from comparison_way;
      delete from comparison_trend; update comparison_state set large = false, day = null`.execute(trx)
  })
  await sql`
    insert into key_figure (id, set_id, ordinal, number, name_sv, name_en, explanation_sv, explanation_en, unit_sv,
      unit_en, decimals, direction, scope, producer_sv, producer_en, reported_by, criteria, sdgs)
    values (${figureId}, 'own', 1, '1', 'n', 'n', 'e', 'e', 'kg', 'kg', 2, ${direction}, 'place', 'p', 'p', 'national', '{}', '{}')`.execute(
    db,
  )
  if (breakYear !== null)
    await sql`insert into key_figure_break values (${figureId}, ${breakYear}, 'b', 'b')`.execute(db)
  for (const [index, one] of places.entries()) {
    const code = codeOf(index)
    await sql`insert into organisation (code, kind, name, county_code, group_code, land_area_km2)
      values (${code}, 'municipality', ${`Ort ${code}`}, ${one.county}, ${one.group}, ${one.area})`.execute(
      db,
    )
    await sql`insert into population values (${code}, 2018, ${one.inhabitants}, 'published', 's'),
      (${code}, 2021, ${one.inhabitants + 7}, 'published', 's')`.execute(db)
    if (one.member) {
      await sql`insert into membership (organisation_code, since, made_up) values (${code}, '2015-01-01', false)`.execute(
        db,
      )
    }
    for (const [at, value] of one.cells.entries()) await add(db, code, years[at] ?? 0, value)
  }
}

async function add(db: Kysely<Database>, code: string, year: number, value: Cell): Promise<void> {
  if (value === null) return
  const known = typeof value === 'number' ? value : value === 'deviates' ? 1 : null
  const deviation = value === 'deviates' ? 'annan metod' : null
  await sql`insert into key_figure_value (key_figure_id, organisation_code, year, value, missing_reason, status, basis,
      source_id, deviation_sv, deviation_en, known_from)
    values (${figureId}, ${code}, ${year}, ${known}, ${known === null ? 'not-reported' : null}, 'final', 'published', 's',
      ${deviation}, ${deviation}, clock_timestamp())`.execute(db)
}

async function correct(db: Kysely<Database>, code: string, year: number, value: Cell): Promise<void> {
  await sql`update key_figure_value set known_until = clock_timestamp()
    where key_figure_id = ${figureId} and organisation_code = ${code} and year = ${year} and known_until is null`.execute(
    db,
  )
  await add(db, code, year, value)
}

/** What a page says of a group and of one in it, whichever way it was found. */
async function told(by: Reader, group: GroupKind, mine: string | null, year: number | null) {
  const selection = { ...emptySelection, mine, group, year }
  const figure = (await loadCatalogue(by)).byId.get(figureId)
  if (!figure) throw new Error('The figure is gone')
  const among = await loadGroup(by, selection)
  const view = await loadFigureView(by, figure, selection, among)
  return {
    year: view.year,
    summary: view.summary && rounded(view.summary),
    means: view.perYear.map((one) => [one.year, rounded(one.summary)]),
    trend: [view.groupTrend.word, view.groupTrend.slope.toFixed(6)],
    place: view.mine?.place && [view.mine.place.place, view.mine.place.shared],
    percent: percentOf(view),
    best:
      view.ways &&
      mostImproved(view)
        .slice(0, 3)
        .map(({ trend }) => trend.slope.toFixed(9)),
    neighbours: among.neighbours.map(({ code, distance }) => [code, distance.toFixed(9)]),
  }
}

const rounded = (sums: object) =>
  Object.fromEntries(
    Object.entries(sums).map(([key, value]) => [key, typeof value === 'number' ? value.toFixed(6) : value]),
  )

/** How many per cent of the others are worse: as a large group says it, or counted one by one. */
function percentOf(view: FigureView): number | null {
  const { mine, members, figure } = view
  if (!mine?.current || !mine.place) return null
  if (view.many) return Number(/\d+/.exec(positionSentence(view, mine, swedish))?.[0])
  const { value } = mine.current
  const others = members.flatMap((one) => (one.current && one !== mine ? [one.current.value] : []))
  const worse = others.filter((other) => (figure.direction === 'up' ? other < value : other > value)).length
  return others.length === 0 ? Number.NaN : Math.floor((100 * worse) / others.length)
}

const kinds: GroupKind[] = ['sverige', 'medlemmar', 'lan', 'skr', 'liknande']

/** Everyone in every group, and the groups as seen by nobody. */
async function sameBothWays({ places }: Association): Promise<void> {
  const [one, many] = [reader(1000), reader(from)]
  for (const group of kinds) {
    for (const mine of [null, ...places.slice(0, 12).map((_, index) => codeOf(index))]) {
      for (const year of [null, 2019]) {
        const asked = `${group} ${mine} ${year}`
        const [whole, ahead] = [await told(one, group, mine, year), await told(many, group, mine, year)]
        const belongs = group !== 'medlemmar' || mine === null || places[Number(mine) - 1000]?.member
        // Who looks on from outside has a place among many too, but does not count in their sums.
        const parts = belongs ? ahead : { ...whole, place: ahead.place, percent: ahead.percent }
        // Of a large group, who improved most is told of as seen from its latest year only.
        const best = mine !== null || year !== null ? (parts.best ?? whole.best) : parts.best
        expect([asked, { ...parts, best }]).toEqual([asked, whole])
      }
    }
  }
}

describe('a group that is too large to be looked at one by one', () => {
  test('is told of exactly as a small one is, also after corrections', { timeout: 120_000 }, async () => {
    const change = fc.record({ at: fc.nat(23), year: fc.constantFrom(...years), value: cell })
    await fc.assert(
      fc.asyncProperty(
        association,
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (drawn, changes) => {
          await fill(database.owner, drawn)
          await refreshComparisons(database.db, today, from)
          await sameBothWays(drawn)
          for (const { at, year, value } of changes) await correct(database.db, codeOf(at), year, value)
          await refreshComparisons(database.db, today, from)
          await sameBothWays(drawn)
        },
      ),
      { numRuns: 2, endOnFailure: true },
    )
  })

  const drawnOnce = (seed: number) => fc.sample(association, { numRuns: 1, seed })[0]

  test('is refreshed only where values changed', async () => {
    const drawn = drawnOnce(1)
    if (!drawn) throw new Error('Nothing was drawn')
    await fill(database.owner, { ...drawn, breakYear: null })
    expect(await refreshComparisons(database.db, today, from)).toEqual({
      years: years.length,
      trends: drawn.places.length,
    })
    expect(await refreshComparisons(database.db, today, from)).toEqual({ years: 0, trends: 0 })
    await correct(database.db, codeOf(2), 2019, 17)
    await correct(database.db, codeOf(3), 2019, 18)
    await correct(database.db, codeOf(3), 2020, 19)
    const before = await computedAt()
    expect(await refreshComparisons(database.db, today, from)).toEqual({ years: 2, trends: 2 })
    const after = await computedAt()
    const changed = [...after].filter(([year, at]) => before.get(year) !== at).map(([year]) => year)
    expect(changed).toEqual([2019, 2020])
  })

  test('says that it lags behind while values wait', async () => {
    const drawn = drawnOnce(2)
    if (!drawn) throw new Error('Nothing was drawn')
    await fill(database.owner, drawn)
    await refreshComparisons(database.db, today, from)
    const waiting = async () => {
      const by = reader(from)
      const figure = (await loadCatalogue(by)).byId.get(figureId)
      if (!figure) throw new Error('The figure is gone')
      const selection = { ...emptySelection, group: 'sverige' as const }
      return (await loadFigureView(by, figure, selection, await loadGroup(by, selection))).many?.waiting
    }
    expect(await waiting()).toBe(false)
    await correct(database.db, codeOf(1), 2020, 3)
    expect(await waiting()).toBe(true)
    await refreshComparisons(database.db, today, from)
    expect(await waiting()).toBe(false)
  })

  test('is shown page by page in the order that the whole would have', async () => {
    const drawn = drawnOnce(3)
    if (!drawn) throw new Error('Nothing was drawn')
    await fill(database.owner, drawn)
    await refreshComparisons(database.db, today, from)
    const ranking = async (by: Reader, place: number) => {
      const figure = (await loadCatalogue(by)).byId.get(figureId)
      if (!figure) throw new Error('The figure is gone')
      const selection = {
        ...emptySelection,
        group: 'sverige' as const,
        view: 'rangordning' as const,
        wholeRanking: true,
        place,
      }
      const view = await loadFigureView(by, figure, selection, await loadGroup(by, selection))
      return rankedStandings(view, true).flatMap((one) =>
        one?.place ? [[one.place.place, one.place.value]] : [],
      )
    }
    const whole = await ranking(reader(1000), 1)
    const many = reader(from)
    expect(await ranking(many, 1)).toEqual(whole)
    expect(await ranking(many, 5)).toEqual(whole.slice(4))
    expect((await ranking(many, 10_000)).length).toBe(1)
  })

  test('leaves nothing behind when the association is small again', async () => {
    const drawn = drawnOnce(4)
    if (!drawn) throw new Error('Nothing was drawn')
    await fill(database.owner, drawn)
    await refreshComparisons(database.db, today, from)
    await refreshComparisons(database.db, today, 1000)
    expect(await computedAt()).toEqual(new Map())
    await correct(database.db, codeOf(1), 2020, 3)
    expect(await database.db.selectFrom('comparison_touched').select('id').execute()).toEqual([])
  })
})

test('those most alike are the same as when everyone is measured', async () => {
  await fc.assert(
    fc.asyncProperty(association, async (drawn) => {
      await fill(database.owner, drawn)
      const ways = [await loadNearest(reader(1000), codeOf(0)), await loadNearest(reader(from), codeOf(0))]
      const [all, found] = ways.map((near) => near.map(({ code, distance }) => [code, distance.toFixed(9)]))
      expect(found).toEqual(all)
      const some = [codeOf(3), codeOf(1), codeOf(17), 'nobody']
      const [near, nearAmongMany] = [
        await loadNearness(reader(1000), codeOf(0), some),
        await loadNearness(reader(from), codeOf(0), some),
      ].map((each) => each.map(({ code, distance }) => [code, distance.toFixed(9)]))
      expect(near).toHaveLength(3)
      expect(nearAmongMany).toEqual(near)
    }),
    { numRuns: 5, endOnFailure: true },
  )
})

async function computedAt(): Promise<Map<number, number>> {
  const rows = await database.db
    .selectFrom('comparison_statistic')
    .where('among', '=', 'sverige municipality')
    .select(['year', 'computed_at'])
    .orderBy('year')
    .execute()
  return new Map(rows.map((row) => [row.year, row.computed_at.getTime()]))
}
