import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createRoom, NoRoom } from './room.ts'

test('so many run at once, the others wait in order, and whoever finds too many waiting is sent away', async () => {
  const enter = createRoom(2, 3)
  const begun: number[] = []
  let running = 0
  let most = 0
  const task = (number: number) => async () => {
    begun.push(number)
    running += 1
    most = Math.max(most, running)
    await pause(5)
    running -= 1
    if (number === 1) throw new Error('a fault')
    return number
  }
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map((number) => enter(task(number))))
  expect(begun).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason))).toEqual([
    0,
    new Error('a fault'),
    2,
    3,
    4,
    expect.any(NoRoom),
    expect.any(NoRoom),
  ])
  expect(await enter(task(7))).toBe(7)
})
