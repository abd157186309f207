import type { Kysely } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { emptyForThisTest, loadedDatabase } from '../../tests/support/database.ts'
import { copyOfFacts, countOf, readingsOf } from '../../tests/support/facts.ts'
import { readDataVersion } from '../database/data-version.ts'
import type { Database } from '../database/tables.ts'
import { loadReference } from './load.ts'

const silent = () => {}

/** A database with the facts and the demonstration, dropped when the test ends. */
async function loadedForThisTest(): Promise<Kysely<Database>> {
  const { owner, drop } = await loadedDatabase()
  onTestFinished(drop)
  return owner
}

describe('loading again', () => {
  test('changes nothing when no file has changed, even when two do so at once', async () => {
    const db = await emptyForThisTest()
    await Promise.all([loadReference(db, silent), loadReference(db, silent)])
    const version = await readDataVersion(db)
    const values = await countOf(db, 'key_figure_value')
    const told: string[] = []
    await loadReference(db, (line) => told.push(line))
    expect(told).toEqual([])
    expect(await readDataVersion(db)).toBe(version)
    expect(await countOf(db, 'key_figure_value')).toBe(values)
  })

  test('brings a changed text up to date without touching a value', async () => {
    const db = await loadedForThisTest()
    const facts = await copyOfFacts()
    const [version, values] = [await readDataVersion(db), await countOf(db, 'key_figure_value')]
    await facts.change('key-figures/2012.yaml', 'name_sv: Skyddad natur', 'name_sv: Skyddade områden')
    await loadReference(db, silent, facts.folder)
    const figure = await db
      .selectFrom('key_figure')
      .where('id', '=', '6')
      .select('name_sv')
      .executeTakeFirst()
    expect(figure?.name_sv).toBe('Skyddade områden')
    expect(await readDataVersion(db)).not.toBe(version)
    expect(await countOf(db, 'key_figure_value')).toBe(values)
  })

  test('makes a changed value a correction: the reading before stays, closed when the new one became known', async () => {
    const db = await loadedForThisTest()
    const facts = await copyOfFacts()
    const values = await countOf(db, 'key_figure_value')
    await facts.change('key-figures/values/1b.csv', '\n0115,9.004', '\n0115,9.5')
    await loadReference(db, silent, facts.folder)
    const [before, after] = await readingsOf(db, '1b', '0115', 1990)
    expect(before).toMatchObject({ value: 9.004, revision_sv: null })
    expect(after).toMatchObject({
      value: 9.5,
      known_until: null,
      revision_sv: 'Källan har ändrat värdet',
    })
    expect(before?.known_until).toEqual(after?.known_from)
    expect(await countOf(db, 'key_figure_value')).toBe(values + 1)
  })

  test('withdraws a value that the files no longer have, and keeps its reading', async () => {
    const db = await loadedForThisTest()
    const facts = await copyOfFacts()
    await facts.change('key-figures/values/1b.csv', '\n0115,9.004', '\n0115,')
    await loadReference(db, silent, facts.folder)
    const readings = await readingsOf(db, '1b', '0115', 1990)
    expect(readings).toHaveLength(1)
    expect(readings[0]).toMatchObject({ value: 9.004, known_until: expect.any(Date) })
  })

  test('lets a real value take the place of a made-up one, and leaves the other made-up ones', async () => {
    const db = await loadedForThisTest()
    const facts = await copyOfFacts()
    await facts.change(
      'key-figures/values/published.csv',
      '\n4,0980,2009',
      '\n7,1382,2022,470,sekom,,\n4,0980,2009',
    )
    await loadReference(db, silent, facts.folder)
    const [madeUp, real] = await readingsOf(db, '7', '1382', 2022)
    expect(madeUp).toMatchObject({ basis: 'made-up', known_until: expect.any(Date) })
    expect(real).toMatchObject({ basis: 'published', value: 470, known_until: null })
    const [neighbour] = await readingsOf(db, '7', '1382', 2021)
    expect(neighbour).toMatchObject({ basis: 'made-up', known_until: null })
  })

  test('refuses to change or delete a reading by any other way', async () => {
    const db = await loadedForThisTest()
    await expect(db.updateTable('key_figure_value').set({ value: 0 }).execute()).rejects.toThrow(
      'never changed',
    )
    await expect(db.deleteFrom('key_figure_value').execute()).rejects.toThrow('never deleted')
  })
})
