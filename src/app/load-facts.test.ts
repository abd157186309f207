import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { countOf, readingsOf } from '../../tests/support/facts.ts'

describe('the facts', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await loadedDatabase()
  })
  afterAll(() => database.drop())

  test('290 municipalities, 21 regions and the association', async () => {
    const rows = await database.db
      .selectFrom('organisation')
      .select(['kind', (eb) => eb.fn.countAll<string>().as('count')])
      .groupBy('kind')
      .execute()
    expect(Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]))).toEqual({
      municipality: 290,
      region: 21,
      association: 1,
    })
  })

  test('36 years of population, and regions that are the sums of their municipalities', async () => {
    expect(await countOf(database.db, 'population')).toBe(311 * 36)
    const people = async (code: string, year: number) =>
      database.db
        .selectFrom('population')
        .where('organisation_code', '=', code)
        .where('year', '=', year)
        .select(['inhabitants', 'basis'])
        .executeTakeFirst()
    expect(await people('0001', 2024)).toEqual({ inhabitants: 2_473_307, basis: 'derived' })
    expect(await people('0980', 2024)).toEqual({ inhabitants: 60_971, basis: 'published' })
    expect(await people('0009', 2021)).toMatchObject({ basis: 'estimated' })
    expect(await people('0114', 2025)).toEqual({ inhabitants: 50_495, basis: 'perturbed' })
  })

  test('every real value of each key figure', async () => {
    const rows = await database.db
      .selectFrom('key_figure_value')
      .where('basis', '<>', 'made-up')
      .select(['key_figure_id as id', (eb) => eb.fn.countAll<string>().as('count')])
      .groupBy('key_figure_id')
      .execute()
    expect(Object.fromEntries(rows.map(({ id, count }) => [id, Number(count)]))).toEqual({
      '1a': 2902,
      '1b': 2902,
      '2': 2,
      '3': 1,
      '4': 13,
      '5': 2,
      '6': 2,
      '7': 1,
      '8a': 1,
      '8b': 1,
      '11': 234,
      'utslapp-totalt': 2900,
      'utslapp-med-utrikes': 3110,
      'koldioxid-totalt': 3480,
      'utslapp-transporter': 2900,
      'utslapp-jordbruk': 2900,
      'utslapp-uppvarmning': 2900,
      'utslapp-el-fjarrvarme': 2900,
      'utslapp-arbetsmaskiner': 2900,
      'utslapp-avfall-avlopp': 2900,
      'utslapp-produktanvandning': 2900,
      konsumtionsutslapp: 311,
      'laddbara-nya-bilar': 3190,
      'laddbara-bilar': 290,
      'bilar-per-1000': 290,
      'bilar-per-laddpunkt': 289,
      cykelvag: 1740,
    })
  })

  test.each([
    ['1a', '0114', 1990, 0.186, 'computed'],
    ['1b', '0115', 2021, 2.503, 'estimated'],
    ['utslapp-med-utrikes', '0001', 2024, 1.611, 'computed'],
    ['koldioxid-totalt', '0114', 2022, 1.125, 'computed'],
    ['11', '2061', 2022, 30, 'published'],
    ['11', '0114', 2014, 25, 'published'],
    ['4', '0980', 2019, 14.3, 'published'],
    ['2', 'SEKOM', 2015, 76, 'published'],
  ])('%s in %s %i is %f, %s', async (figure, code, year, value, basis) => {
    expect(await readingsOf(database.db, figure, code, year)).toEqual([
      expect.objectContaining({ value, basis }),
    ])
  })

  test('industry and the other sectors are together the whole', async () => {
    const valuesOf = async (id: string) => {
      const rows = await database.db
        .selectFrom('key_figure_value')
        .where('key_figure_id', '=', id)
        .where('basis', 'in', ['computed', 'estimated'])
        .select(['organisation_code as code', 'year', 'value'])
        .execute()
      return new Map(rows.map(({ code, year, value }) => [`${code} ${year}`, value ?? Number.NaN]))
    }
    const [industry, others, whole] = await Promise.all(['1a', '1b', 'utslapp-totalt'].map(valuesOf))
    const off = [...(whole ?? [])].map(([key, value]) =>
      Math.abs((industry?.get(key) ?? Number.NaN) + (others?.get(key) ?? Number.NaN) - value),
    )
    expect(off).toHaveLength(2900)
    expect(Math.max(...off)).toBeLessThan(0.0016)
  })
})
