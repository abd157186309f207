import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueBefore } from './rhythm.ts'

test('daily mail leaves at seven in Stockholm, summer and winter', () => {
  expect(dueBefore('daily', new Date('2026-11-26T06:00:00Z'))).toEqual(new Date('2026-11-26T06:00:00Z'))
  expect(dueBefore('daily', new Date('2026-11-26T05:59:59Z'))).toEqual(new Date('2026-11-25T06:00:00Z'))
  expect(dueBefore('daily', new Date('2026-07-01T12:00:00Z'))).toEqual(new Date('2026-07-01T05:00:00Z'))
})

test('weekly mail leaves on Mondays', () => {
  expect(dueBefore('weekly', new Date('2026-11-26T12:00:00Z'))).toEqual(new Date('2026-11-23T06:00:00Z'))
  expect(dueBefore('weekly', new Date('2026-11-23T05:00:00Z'))).toEqual(new Date('2026-11-16T06:00:00Z'))
})

test('what is due never lies ahead, and never goes back as time goes on', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, fc.constantFrom('daily', 'weekly', 'at-once'), (one, other, rhythm) => {
      const [a, b] = [one, other].toSorted((x, y) => x.getTime() - y.getTime())
      if (!a || !b) return
      expect(dueBefore(rhythm, a).getTime()).toBeLessThanOrEqual(a.getTime())
      expect(dueBefore(rhythm, a).getTime()).toBeLessThanOrEqual(dueBefore(rhythm, b).getTime())
    }),
  )
})
