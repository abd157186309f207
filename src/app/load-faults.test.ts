import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { copyOfFacts, countOf } from '../../tests/support/facts.ts'
import { loadReference } from './load.ts'

const silent = () => {}

// One for all of them: nothing is ever written, which each test makes sure of.
let database: TestDatabase
beforeAll(async () => {
  database = await emptyDatabase()
})
afterAll(() => database.drop())

const expectEmpty = async () => {
  expect(await countOf(database.db, 'organisation')).toBe(0)
  expect(await countOf(database.db, 'key_figure_value')).toBe(0)
}

describe('a wrong row stops the load with file, line and reason', () => {
  test.each([
    [
      'municipalities.csv',
      '0115,Vallentuna,01,A2',
      '0115,Vallentuna,77,A2',
      ':3: county: 77 is not in counties.csv',
    ],
    [
      'municipalities.csv',
      '0115,Vallentuna,01,A2',
      '0115,Vallentuna,01,A9',
      ':3: group: A9 is not in municipality-groups.csv',
    ],
    ['municipalities.csv', '\n0115,', '\n0114,', ':3: 0114 stands twice'],
    ['municipalities.csv', ',357.73,', ',-357.73,', ':3: land_area_km2: should be above 0'],
    [
      'regions.csv',
      '0003,Region Uppsala,03',
      '3,Region Uppsala,03',
      ':3: code: should be a code of four digits',
    ],
    [
      'population.csv',
      '0115,22186,',
      '0115,22186.5,',
      ':3: 1990: 22186.5 should be a whole number of inhabitants above 0',
    ],
    ['population.csv', '0115,22186,', '0115,,', ':3: has 35 years, others have 36'],
    ['cartogram.csv', /\n0115,.*/, '', 'municipalities.csv:3: code: 0115 has no circle in cartogram.csv'],
    [
      'sources.yaml',
      'retrieved_on: 2026-04-16',
      'retrieved_on: igår',
      ':10: retrieved_on: should be a day such as',
    ],
    ['key-figures/2012.yaml', 'direction: down', 'direction: sideways', ':11: direction: '],
    [
      'key-figures/2012.yaml',
      'class_limits: [30, 20, 10]',
      'class_limits: [10, 20, 30]',
      'class_limits: should stand with the best class first',
    ],
    [
      'key-figures/2023.yaml',
      'replaces: [1b]',
      'replaces: ["99"]',
      ':2: replaces: there is no key figure 99',
    ],
    ['key-figures/values.yaml', 'figure: 1b', 'figure: 99', ':11: figure: '],
    [
      'key-figures/values.yaml',
      'source: smhi-vaxthusgaser',
      'source: ryktet',
      ':5: source: ryktet is not in sources.yaml',
    ],
    ['key-figures/values/1a.csv', '\n0115,0.096', '\n9999,0.096', ':3: code: there is no organisation 9999'],
    [
      'key-figures/values/1a.csv',
      '\n0115,0.096',
      '\n0115,many',
      ':3: 1990: "many" should be a number with a decimal point, or nothing',
    ],
    [
      'key-figures/values/1a.csv',
      '\n0115,0.096',
      '\n0115,9600',
      ':3: 1990: 9600 is far outside 0–120; is the unit right?',
    ],
    ['key-figures/values/1a.csv', '1990,2000', '1990,1990', ':1: the column 1990 stands twice'],
    [
      'key-figures/values/published.csv',
      '4,0980,2009',
      '44,0980,2009',
      ':2: figure: there is no key figure 44',
    ],
    [
      'key-figures/values/published.csv',
      '4,0980,2010',
      '4,0980,2009',
      ':3: year: 4 0980 2009 has a value in another file or row already',
    ],
  ])('%s: %s → %s', async (name, from, to, words) => {
    const facts = await copyOfFacts()
    await facts.change(name, from, to)
    const expected = words.startsWith(':') ? `reference/${name}${words}` : words
    await expect(loadReference(database.db, silent, facts.folder)).rejects.toThrow(expected)
    await expectEmpty()
  })

  test('a file that is gone is named', async () => {
    const facts = await copyOfFacts()
    await rm(join(facts.folder, 'key-figures/values/1a.csv'))
    await expect(loadReference(database.db, silent, facts.folder)).rejects.toThrow(
      'reference/key-figures/values/1a.csv:1: the file is missing',
    )
    await expectEmpty()
  })

  test('several faults are told at once', async () => {
    const facts = await copyOfFacts()
    await facts.change('municipalities.csv', '0115,Vallentuna,01', '0115,Vallentuna,77')
    await facts.change('key-figures/values/1b.csv', '\n0115,9.004', '\n0115,x')
    await expect(loadReference(database.db, silent, facts.folder)).rejects.toThrow(
      /municipalities\.csv:3:[\s\S]*1b\.csv:3:/,
    )
    await expectEmpty()
  })
})
