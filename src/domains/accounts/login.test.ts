import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

describe('the demonstration', () => {
  test('has somebody for every role, who logs in with one click', async () => {
    const html = await (await get(app, '/demo')).text()
    const accounts = [...html.matchAll(/name="konto" value="(\w+)"/g)].map(([, account]) => account ?? '')
    expect(accounts).toHaveLength(14)
    for (const account of accounts) expect(await loggedIn(app, account)).toContain('session=')
  })
})
