import { type Kysely, sql, type Transaction } from 'kysely'
import { expect, test } from 'vitest'
import { emptyForThisTest } from '../../tests/support/database.ts'
import { act } from './act.ts'
import type { Database } from './tables.ts'

const addTo = (trx: Transaction<Database>, id: number) =>
  sql`update rate_limit set points = points + 1 where key = ${`counted ${id}`}`.execute(trx)

async function counted(db: Kysely<Database>): Promise<number[]> {
  const { rows } = await sql<{
    n: number
  }>`select points as n from rate_limit where key like 'counted %' order by key`.execute(db)
  return rows.map(({ n }) => n)
}

test('Of two actions that wait for each other the database undoes one, which is run again: each is done once', async () => {
  const db = await emptyForThisTest()
  await sql`insert into rate_limit (key, points) values ('counted 1', 0), ('counted 2', 0)`.execute(db)
  let runs = 0
  let bothHold = () => {}
  const held = new Promise<void>((resolve) => {
    bothHold = resolve
  })
  const add = (first: number, second: number) =>
    act(db, null, 'add', async (trx) => {
      runs += 1
      await addTo(trx, first)
      if (runs === 2) bothHold()
      await held
      await addTo(trx, second)
    })
  await Promise.all([add(1, 2), add(2, 1)])
  expect(await counted(db)).toEqual([2, 2])
  expect(runs).toBe(3)
})

test('An action that fails by itself is not run again', async () => {
  const db = await emptyForThisTest()
  let runs = 0
  const fail = act(db, null, 'fail', async () => {
    runs += 1
    throw new Error('a fault of ours')
  })
  await expect(fail).rejects.toThrow('a fault of ours')
  expect(runs).toBe(1)
})
