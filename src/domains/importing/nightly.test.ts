import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { insertNightlyRun, listRuns } from './run-queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.db.deleteFrom('import_run').execute())

const ask = (again = false) => insertNightlyRun(database.db, 'scb', again)
const end = (state: 'done' | 'failed') =>
  database.db.updateTable('import_run').set({ state, ended_at: new Date() }).execute()
const asked = async () => (await listRuns(database.db, 10)).map(({ adapter }) => adapter).sort()

test('several workers whose clock strikes begin one import of a source, also when it is over before the last one asks', async () => {
  await Promise.all([ask(), ask(), ask(), ask()])
  await end('done')
  await ask()
  await insertNightlyRun(database.db, 'kolada', false)
  expect(await asked()).toEqual(['kolada', 'scb'])
})

test('a nightly import that failed is tried again', async () => {
  await ask()
  await end('failed')
  await ask()
  expect(await asked()).toEqual(['scb', 'scb'])
})

test('somebody who presses “run now” gets another one, but not beside one that goes on', async () => {
  await ask()
  await ask(true)
  expect(await asked()).toEqual(['scb'])
  await end('done')
  await ask(true)
  expect(await asked()).toEqual(['scb', 'scb'])
})
