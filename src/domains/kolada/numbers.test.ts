import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { listFigures } from '../key-figures/index.ts'
import { listNumbers } from './queries.ts'
import { kpiIdOf } from './rules.ts'

/** What scripts outside rely on. A line here is never changed; a new figure gets a new line. */
const promised: Record<string, string> = {
  '1a': 'U97001',
  '1b': 'U97002',
  '2': 'U97003',
  '3': 'U97004',
  '4': 'U97005',
  '5': 'U97006',
  '6': 'U97007',
  '7': 'U97008',
  '8a': 'U97009',
  '8b': 'U97010',
  '8c': 'U97011',
  '9': 'U97012',
  '10a': 'U97013',
  '10b': 'U97014',
  '11': 'U97015',
  '12': 'U97016',
  '1a-2023': 'U97017',
  '1b-2023': 'U97018',
  '10-2023': 'U97019',
  'utslapp-totalt': 'U97020',
  'utslapp-med-utrikes': 'U97021',
  'koldioxid-totalt': 'U97022',
  'utslapp-transporter': 'U97023',
  'utslapp-jordbruk': 'U97024',
  'utslapp-uppvarmning': 'U97025',
  'utslapp-el-fjarrvarme': 'U97026',
  'utslapp-arbetsmaskiner': 'U97027',
  'utslapp-avfall-avlopp': 'U97028',
  'utslapp-produktanvandning': 'U97029',
  konsumtionsutslapp: 'U97030',
  'laddbara-nya-bilar': 'U97031',
  'laddbara-bilar': 'U97032',
  'bilar-per-1000': 'U97033',
  'bilar-per-laddpunkt': 'U97034',
  cykelvag: 'U97035',
}

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

describe('the ids of key figures', () => {
  test('are the same for ever', async () => {
    const numbers = await listNumbers(database.db)
    const given = Object.keys(promised).map((id) => [id, kpiIdOf(numbers.get(id) ?? 0)])
    expect(Object.fromEntries(given)).toEqual(promised)
  })

  test('are given to every figure of the catalogue, each its own, in a form that clients take', async () => {
    const [figures, numbers] = await Promise.all([listFigures(database.db), listNumbers(database.db)])
    const ids = figures.map(({ id }) => kpiIdOf(numbers.get(id) ?? 0))
    expect(new Set(ids).size).toBe(figures.length)
    for (const id of ids) expect(id).toMatch(/^U97\d{3}$/)
  })

  test('are never changed, taken away or used again; a new figure gets the next', async () => {
    const { db, owner } = database
    await expect(owner.updateTable('kolada_kpi').set({ number: 1 }).execute()).rejects.toThrow(
      'never changed',
    )
    await expect(owner.deleteFrom('kolada_kpi').execute()).rejects.toThrow('never changed')
    const taken = Math.max(...(await listNumbers(db)).values())
    const { number, ...seven } = await db
      .selectFrom('key_figure')
      .selectAll()
      .where('id', '=', '7')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('key_figure')
      .values({ ...seven, number, id: '7-2027' })
      .execute()
    expect((await listNumbers(db)).get('7-2027')).toBe(taken + 1)
  })
})
