import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { startBalancer } from '../../tests/fault/cluster/proxy.ts'
import { outageOf } from '../platform/outage.ts'
import { withinRequest } from '../platform/patience.ts'
import { connect } from './connect.ts'

/** A database behind a line that a test can break. */
async function behindALine() {
  const server = inject('server')
  if ('connectionString' in server) throw new Error('These tests need a server of their own.')
  const line = await startBalancer(server.port)
  const db = connect({ ...server, port: line.port }, 2)
  onTestFinished(async () => {
    await db.destroy()
    await line.close()
  })
  return { db, line }
}

const one = sql<{ one: number }>`select 1 as one`
/** What somebody would be told who sent a form that does this. */
const toldOf = (run: () => Promise<unknown>, reads = false) =>
  withinRequest(reads, () =>
    run().then(
      () => 'done' as const,
      (error: unknown) => outageOf(error) ?? error,
    ),
  )

test('A line that broke while nobody used it is replaced before a transaction begins', async () => {
  const { db, line } = await behindALine()
  await one.execute(db)
  line.cut()
  expect(await toldOf(() => db.transaction().execute((trx) => one.execute(trx)))).toBe('done')
})

test('What only reads is asked once more when its line breaks in the middle', async () => {
  const { db, line } = await behindALine()
  await one.execute(db)
  const asked = toldOf(() => sql`select pg_sleep(0.3)`.execute(db), true)
  setTimeout(line.cut, 100)
  expect(await asked).toBe('done')
})

test('A line that breaks in the middle of a transaction leaves nothing saved, and says so', async () => {
  const { db, line } = await behindALine()
  const told = await toldOf(() =>
    db.transaction().execute(async (trx) => {
      await one.execute(trx)
      line.cut()
      await one.execute(trx)
    }),
  )
  expect(told).toEqual({ why: 'away', saved: 'nothing' })
})

test('A line that breaks while it saves says that nobody knows', async () => {
  const { db, line } = await behindALine()
  const told = await toldOf(() =>
    db.transaction().execute(async (trx) => {
      await one.execute(trx)
      line.swallow()
      setTimeout(() => line.cut(), 100)
    }),
  )
  expect(told).toEqual({ why: 'away', saved: 'unknown' })
}, 20_000)

test('When an earlier part is saved already, a break in a later one is not told as nothing saved', async () => {
  const { db, line } = await behindALine()
  const told = await toldOf(async () => {
    await db.transaction().execute((trx) => one.execute(trx))
    await db.transaction().execute(async (trx) => {
      line.cut()
      await one.execute(trx)
    })
  })
  expect(told).toEqual({ why: 'away', saved: 'unknown' })
})

test('A line that breaks when no other can be had is told as away, for what reads and for a transaction', async () => {
  const { db, line } = await behindALine()
  await Promise.all([one.execute(db), one.execute(db)])
  await line.close()
  const asked = [
    toldOf(() => one.execute(db), true),
    toldOf(() => db.transaction().execute((trx) => one.execute(trx))),
  ]
  expect(await Promise.all(asked)).toEqual([
    { why: 'away', saved: 'nothing' },
    { why: 'away', saved: 'nothing' },
  ])
}, 30_000)

test('A line that is dead without a word keeps nobody waiting, and is not used again', async () => {
  const { db, line } = await behindALine()
  await Promise.all([one.execute(db), one.execute(db)])
  line.swallow()
  const began = Date.now()
  expect(await toldOf(() => sql`update data_version set version = version`.execute(db))).toMatchObject({
    saved: 'unknown',
  })
  expect(Date.now() - began).toBeLessThan(12_000)
  expect(await toldOf(() => one.execute(db), true)).toBe('done')
}, 40_000)

test('Two that wait for each other: the database undoes one, and people are told that it may be sent again', async () => {
  expect(outageOf(Object.assign(new Error('deadlock detected'), { code: '40P01' }))).toEqual({
    why: 'busy',
    saved: 'nothing',
  })
  expect(outageOf(Object.assign(new Error('No space left on device'), { code: '53100' }))).toEqual({
    why: 'full',
    saved: 'nothing',
  })
  expect(outageOf(new Error('a fault of ours'))).toBeUndefined()
})
