import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { insertNightlyRun, listRuns } from './run-queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

test('several workers whose clock strikes begin one import of a source, also when it is over before the last one asks', async () => {
  const ask = () => insertNightlyRun(database.db, 'scb')
  await Promise.all([ask(), ask(), ask(), ask()])
  await database.db.updateTable('import_run').set({ state: 'done', ended_at: new Date() }).execute()
  await ask()
  await insertNightlyRun(database.db, 'kolada')
  const asked = (await listRuns(database.db, 10)).filter(({ startedBy }) => startedBy === 'nightly')
  expect(asked.map(({ adapter }) => adapter).sort()).toEqual(['kolada', 'scb'])
})
