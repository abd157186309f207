import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf, hoursOf, initialsOf, isWithin } from './rules.ts'

const at = (time: string) => new Date(`2027-03-04T${time}:00Z`)
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })
const halfHour = 1_800_000

const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 20 })).map(([start, length]) => ({
    startsAt: new Date(start * halfHour),
    endsAt: new Date((start + length) * halfHour),
  })),
  { minLength: 1, maxLength: 20 },
)
const lengthOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  (endsAt.getTime() - startsAt.getTime()) / (2 * halfHour)

describe('the hours of a training', () => {
  test('are those that its sessions cover, pauses left out and what runs side by side counted once', () => {
    expect(hoursOf([span('09:00', '12:00'), span('13:00', '15:30')])).toBe(5.5)
    expect(hoursOf([span('09:00', '11:00'), span('10:00', '12:00'), span('09:30', '10:00')])).toBe(3)
    expect(hoursOf([])).toBe(0)
  })

  test('are at least the longest session, at most all together, in whatever order they are given', () => {
    fc.assert(
      fc.property(spans, (sessions) => {
        const hours = hoursOf(sessions)
        expect(hours).toBeGreaterThanOrEqual(Math.max(...sessions.map(lengthOf)))
        expect(hours).toBeLessThanOrEqual(sessions.map(lengthOf).reduce((a, b) => a + b, 0))
        expect(hoursOf([...sessions].reverse())).toBe(hours)
      }),
    )
  })
})

describe('a timetable', () => {
  test('is told day by day in Stockholm’s time, the first session first', () => {
    const late = { startsAt: new Date('2027-03-04T23:30:00Z'), endsAt: new Date('2027-03-05T00:30:00Z') }
    const days = daysOf([late, span('13:00', '14:00'), span('08:00', '09:00')])
    expect(days.map(({ day }) => day)).toEqual(['2027-03-04', '2027-03-05'])
    expect(days[0]?.sessions.map(({ startsAt }) => startsAt)).toEqual([at('08:00'), at('13:00')])
  })

  test('loses no session and has none twice', () => {
    fc.assert(
      fc.property(spans, (sessions) => {
        const told = daysOf(sessions).flatMap((day) => day.sessions)
        expect(new Set(told)).toEqual(new Set(sessions))
        expect(told).toHaveLength(sessions.length)
      }),
    )
  })

  test('holds sessions within the event', () => {
    expect(isWithin(span('09:00', '10:00'), span('09:00', '16:00'))).toBe(true)
    expect(isWithin(span('08:59', '10:00'), span('09:00', '16:00'))).toBe(false)
    expect(isWithin(span('15:00', '16:01'), span('09:00', '16:00'))).toBe(false)
  })
})

test.each([
  ['Karin Åkesson', 'KÅ'],
  ['anna von Essen', 'AE'],
  ['Ömer', 'Ö'],
  ['Eva-Lena (vikarie) Berg', 'EB'],
  ['', ''],
])('%s without a portrait is shown as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
