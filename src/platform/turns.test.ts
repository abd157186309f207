import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('those who want the same go one after the other as they came; others do not wait; a fault stops nobody', async () => {
  const turn = createTurns<string>()
  const done: string[] = []
  const task = (name: string, ms: number) => async () => {
    done.push(`${name} begins`)
    await pause(ms)
    done.push(`${name} ends`)
    return name
  }
  const first = turn('a', task('first', 20))
  const fault = turn('a', () => Promise.reject(new Error('no')))
  const second = turn('a', task('second', 0))
  const other = turn('b', task('other', 0))
  await expect(fault).rejects.toThrow('no')
  expect(await Promise.all([first, second, other])).toEqual(['first', 'second', 'other'])
  const order = done.filter((line) => !line.startsWith('other'))
  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  expect(done.indexOf('other ends')).toBeLessThan(done.indexOf('first ends'))
})
