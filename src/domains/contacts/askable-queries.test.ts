import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { listAskable } from './askable-queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const today = '2026-11-26'
const ask = (codes: string[], figureId = '7') => listAskable(database.db, { codes, figureId, today })

test('people of the asked members, those whose subject is tied to the figure first', async () => {
  const all = await ask(['1382', '1080', '1283'])
  expect(all.length).toBeGreaterThan(3)
  expect(new Set(all.map(({ organisationCode }) => organisationCode))).toEqual(
    new Set(['1382', '1080', '1283']),
  )
  expect(all.map(({ fits }) => fits)).toEqual(
    all.map(({ fits }) => fits).sort((a, b) => Number(b) - Number(a)),
  )
  expect(all.every(({ madeUp }) => madeUp)).toBe(true)
  const [last] = all.toReversed()
  const { db } = database
  const personId = last?.personId ?? 0
  await db.deleteFrom('person_subject').where('person_id', '=', personId).execute()
  await db.insertInto('person_subject').values({ person_id: personId, subject_id: 'avfall' }).execute()
  expect((await ask(['1382', '1080', '1283'])).find((one) => one.personId === personId)?.fits).toBe(true)
  expect((await ask(['1382', '1080', '1283'], '5')).find((one) => one.personId === personId)?.fits).toBe(
    false,
  )
})

test('nobody who does not want to be asked, hides the card, has left, or is in no member', async () => {
  const { db } = database
  const [first, second, third] = await ask(['1382'])
  const card = (personId: number, values: { may_be_asked?: boolean; shown_to?: 'nobody' }) =>
    db.updateTable('contact_card').set(values).where('person_id', '=', personId).execute()
  await card(first?.personId ?? 0, { may_be_asked: false })
  await card(second?.personId ?? 0, { shown_to: 'nobody' })
  await db
    .updateTable('appointment')
    .set({ until: today })
    .where('person_id', '=', third?.personId ?? 0)
    .execute()
  const left = (await ask(['1382'])).map(({ personId }) => personId)
  for (const one of [first, second, third]) {
    expect(one).toBeDefined()
    expect(left).not.toContain(one?.personId)
  }
  await db.updateTable('membership').set({ until: today }).where('organisation_code', '=', '1382').execute()
  expect(await ask(['1382'])).toEqual([])
  expect(await ask([])).toEqual([])
})
