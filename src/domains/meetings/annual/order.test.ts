import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { findAnnualMeeting, listItems } from '../queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const address = '/arsmote/2027/dagordning/ordning'
async function agenda() {
  const meeting = await findAnnualMeeting(database.db, 2027)
  return listItems(database.db, meeting?.id ?? 0)
}

describe('the order of an agenda', () => {
  test('is typed in one form, where several move and some are taken off at once', async () => {
    const before = await agenda()
    const form = await (await get(app, address, office)).text()
    for (const { id, ordinal } of before) expect(form).toMatch(new RegExp(`plats-${id}" value="${ordinal}"`))
    const [last, gone] = [before.at(-3), before[8]]
    if (!last || !gone) throw new Error('The agenda is too short.')
    const typed = Object.fromEntries(before.map(({ id, ordinal }) => [`plats-${id}`, String(ordinal)]))
    const saved = await post(
      app,
      address,
      { ...typed, [`plats-${last.id}`]: '3', 'ta-bort': String(gone.id) },
      office,
    )
    expect(saved.status).toBe(303)
    const after = await agenda()
    expect(after[2]?.id).toBe(last.id)
    expect(after.map(({ id }) => id)).not.toContain(gone.id)
    expect(after.map(({ ordinal }) => ordinal)).toEqual(after.map((_, i) => i + 1))
  })

  test('leaves what is typed wrongly where it was, and is closed with the meeting', async () => {
    const before = await agenda()
    await post(app, address, { [`plats-${before[4]?.id}`]: 'tre' }, office)
    expect((await agenda()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect((await post(app, '/arsmote/2026/dagordning/ordning', {}, office)).status).toBe(409)
  })
})
