import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './days.ts'
import { addWorkingDays, easterSunday, isWorkingDay } from './working-days.ts'

test('Easter falls where the almanac has it', () => {
  expect([1961, 2024, 2025, 2026, 2027, 2038].map(easterSunday)).toEqual([
    '1961-04-02',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ])
})

test('the holidays of a year are not worked', () => {
  const weekdaysOff = []
  for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
    const { dayOfWeek } = Temporal.PlainDate.from(day)
    if (dayOfWeek < 6 && !isWorkingDay(day)) weekdaysOff.push(day)
  }
  expect(weekdaysOff).toEqual([
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-06-19',
    '2026-12-24',
    '2026-12-25',
    '2026-12-31',
  ])
})

test('three working days go over weekends and holidays', () => {
  expect(addWorkingDays('2026-11-26', 3)).toBe('2026-12-01')
  // The 23rd, the 28th and the 29th are worked; the eve, the two days of Christmas and the weekend are not.
  expect(addWorkingDays('2026-12-22', 3)).toBe('2026-12-29')
})

test('so many working days later are so many worked days on the way', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 20 }), (date, count) => {
      const from = date.toISOString().slice(0, 10)
      const to = addWorkingDays(from, count)
      const between = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1))
      expect(between.filter(isWorkingDay)).toHaveLength(count)
      expect(count === 0 || isWorkingDay(to)).toBe(true)
    }),
  )
})
