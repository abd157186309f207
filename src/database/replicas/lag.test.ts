import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLag } from './lag.ts'
import { readPosition, writePosition } from './position.ts'

test('A replica that has everything is not behind, however long the primary is silent', () => {
  const lag = createLag()
  lag.note(0, 10n, 10n)
  lag.note(60_000, 10n, 10n)
  expect(lag.behind(120_000)).toBe(0)
})

test('A replica is behind for as long as it owes the oldest thing that it lacks', () => {
  const lag = createLag()
  lag.note(0, 10n, 5n)
  lag.note(1000, 20n, 5n)
  expect(lag.behind(3000)).toBe(3000)
  lag.note(3000, 30n, 10n)
  expect(lag.behind(3000)).toBe(2000)
  lag.note(4000, 30n, 30n)
  expect(lag.behind(9000)).toBe(0)
})

test('A primary that is away makes no replica late', () => {
  const lag = createLag()
  lag.note(0, 10n, 10n)
  lag.note(60_000, undefined, 10n)
  expect(lag.behind(60_000)).toBe(0)
})

test('What a replica owes is never older than its delay', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 50 }), fc.nat(5000), (steps, delay) => {
      const lag = createLag()
      let now = 0
      for (const step of steps) {
        now += step
        // A log that grows by one for each millisecond, replayed so many milliseconds later.
        lag.note(now, BigInt(now), BigInt(Math.max(0, now - delay)))
        expect(lag.behind(now)).toBeLessThanOrEqual(delay)
      }
    }),
  )
})

test('A position is read as PostgreSQL writes it, and nothing else is', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 64n - 1n), (position) => {
      expect(readPosition(writePosition(position))).toBe(position)
    }),
  )
  for (const wrong of ['', '0', '1/2/3', 'x/1', '1/123456789', '-1/0'])
    expect(readPosition(wrong)).toBeUndefined()
})
