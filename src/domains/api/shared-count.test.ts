import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { addCounts } from './limit-queries.ts'
import { createSharedCount } from './shared-count.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

/** The counters of two processes on one database, and a clock. */
function processes() {
  const clock = { now: 1_000_000 }
  const one = () => createSharedCount(60_000, (untold) => addCounts(database.db, untold, clock.now))
  const processes = [one(), one()] as const
  const ask = async (which: 0 | 1, key: string, times: number) => {
    let counted = 0
    for (let i = 0; i < times; i += 1) {
      const { times: sum, telling } = processes[which].take(key, clock.now)
      await telling
      counted = sum
    }
    return counted
  }
  return { clock, ask }
}

describe('Requests of one address', () => {
  test('count together, whichever process they reach', async () => {
    const { clock, ask } = processes()
    await ask(0, '198.51.100.7', 300)
    clock.now += 1000
    await ask(0, '198.51.100.7', 1)
    await ask(1, '198.51.100.7', 1)
    expect(await ask(1, '198.51.100.7', 1)).toBe(303)
    expect(await ask(1, '198.51.100.8', 1)).toBe(1)
  })

  test('begin anew when the minute is over, in all processes', async () => {
    const { clock, ask } = processes()
    await ask(0, '203.0.113.9', 50)
    clock.now += 1000
    await ask(0, '203.0.113.9', 1)
    clock.now += 60_000
    expect(await ask(1, '203.0.113.9', 1)).toBe(1)
    clock.now += 1000
    await ask(1, '203.0.113.9', 1)
    expect(await ask(0, '203.0.113.9', 1)).toBe(1)
  })

  test('are let through when the others cannot be told', async () => {
    const alone = createSharedCount(60_000, () => Promise.reject(new Error('away')))
    const first = alone.take('203.0.113.1', 0)
    await expect(first.telling).rejects.toThrow('away')
    expect(alone.take('203.0.113.1', 1).times).toBe(2)
  })
})
