import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { countOf, readingsOf } from '../../tests/support/facts.ts'
import type { Database } from '../database/tables.ts'
import { loadDemonstration, loadReference, refuseDemonstration } from './load.ts'

const silent = () => {}

describe('the demonstration', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await loadedDatabase()
  })
  afterAll(() => database.drop())

  test('is 98 municipalities and 6 regions in every county, a board of nine with three substitutes, and staff', async () => {
    const members = await database.db
      .selectFrom('membership as m')
      .innerJoin('organisation as o', 'o.code', 'm.organisation_code')
      .select(['o.code', 'o.kind', 'o.county_code', 'm.made_up'])
      .execute()
    expect(members.filter(({ kind }) => kind === 'municipality')).toHaveLength(98)
    expect(members.filter(({ kind }) => kind === 'region')).toHaveLength(6)
    expect(new Set(members.map(({ county_code }) => county_code)).size).toBe(21)
    expect(members.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['1382', '1283', '1080', '1490', '2518']),
    )
    const seats = await database.db
      .selectFrom('appointment')
      .select(['role', (eb) => eb.fn.countAll<string>().as('count')])
      .groupBy('role')
      .execute()
    const held = Object.fromEntries(seats.map(({ role, count }) => [role, Number(count)]))
    expect(held).toMatchObject({
      'board-chair': 1,
      'board-member': 8,
      'board-substitute': 3,
      'expert-group': 7,
      secretariat: 2,
    })
    expect(held['contact-politician'], 'most members have one, some seats are empty').toBeGreaterThan(90)
    expect(held['contact-politician']).toBeLessThan(104)
  })

  test('marks all that it makes up, and makes nothing up for who has a real value', async () => {
    expect(
      await database.db.selectFrom('person').where('made_up', '=', false).select('id').execute(),
    ).toEqual([])
    const mixed = await database.db
      .selectFrom('key_figure_value as made')
      .innerJoin('key_figure_value as real', (join) =>
        join
          .onRef('real.key_figure_id', '=', 'made.key_figure_id')
          .onRef('real.organisation_code', '=', 'made.organisation_code')
          .on('real.basis', '<>', 'made-up'),
      )
      .where('made.basis', '=', 'made-up')
      .select('made.id')
      .execute()
    expect(mixed).toEqual([])
    const unmarked = await database.db
      .selectFrom('key_figure_value')
      .where('basis', '=', 'made-up')
      // What members follow on their own is reported by themselves, also where it is made up.
      .where('source_id', 'not in', ['demonstration', 'members-own'])
      .select('id')
      .execute()
    expect(unmarked).toEqual([])
  })

  test('keeps to plausible values, says why some are missing, and corrects some later', async () => {
    const odd = await database.db
      .selectFrom('key_figure_value as v')
      .innerJoin('key_figure as f', 'f.id', 'v.key_figure_id')
      .where('v.basis', '=', 'made-up')
      .where(({ eb, or, ref }) =>
        or([eb('v.value', '<', ref('f.plausible_min')), eb('v.value', '>', ref('f.plausible_max'))]),
      )
      .select('v.id')
      .execute()
    expect(odd).toEqual([])
    const reasons = await database.db
      .selectFrom('key_figure_value')
      .select('missing_reason')
      .distinct()
      .execute()
    expect(new Set(reasons.map((row) => row.missing_reason))).toEqual(
      new Set([null, 'not-reported', 'not-measured', 'not-applicable']),
    )
    const corrections = await database.db
      .selectFrom('key_figure_value')
      .where('revision_sv', 'is not', null)
      .select('id')
      .execute()
    expect(corrections.length).toBeGreaterThan(40)
    const [first, second] = await readingsOf(database.db, '7', '1382', 2023)
    expect(first?.known_until).toEqual(second?.known_from)
  })

  describe('on the reference facts alone', () => {
    let facts: TestDatabase
    beforeAll(async () => {
      facts = await emptyDatabase()
      await loadReference(facts.db, silent)
    })
    afterAll(() => facts.drop())

    test('is refused in production, where nothing is made up', async () => {
      await expect(refuseDemonstration(database.db)).rejects.toThrow('holds the demonstration association')
      const { db } = facts
      await refuseDemonstration(db)
      const madeUp = db.selectFrom('key_figure_value').where('basis', '=', 'made-up').select('id')
      expect(await madeUp.execute()).toEqual([])
      expect(await countOf(db, 'membership')).toBe(0)
      expect(await countOf(db, 'person')).toBe(0)
    })

    test('is the same every time, and loaded only once', async () => {
      const { db } = facts
      await loadDemonstration(db, silent)
      const valuesOf = (each: Kysely<Database>) =>
        each
          .selectFrom('key_figure_value')
          .where('basis', '=', 'made-up')
          .select(['key_figure_id', 'organisation_code', 'year', 'value', 'known_from'])
          .orderBy('key_figure_id')
          .orderBy('organisation_code')
          .orderBy('year')
          .orderBy('known_from')
          .execute()
      const values = await valuesOf(db)
      expect(values).toEqual(await valuesOf(database.db))
      await loadDemonstration(db, silent)
      expect(await countOf(db, 'membership')).toBe(104)
      expect(await valuesOf(db)).toHaveLength(values.length)
    })
  })
})
