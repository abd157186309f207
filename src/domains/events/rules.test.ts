import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, localOf } from '#platform/days.ts'
import { hasMoved, isoInStockholm, oreOf } from './rules.ts'

describe('time in Stockholm', () => {
  test('is an hour ahead of UTC in winter and two in summer', () => {
    expect(instantOf('2027-01-21', '09:30')?.toISOString()).toBe('2027-01-21T08:30:00.000Z')
    expect(instantOf('2027-06-21', '09:30')?.toISOString()).toBe('2027-06-21T07:30:00.000Z')
    expect(isoInStockholm(new Date('2027-06-21T07:30:00Z'))).toBe('2027-06-21T09:30:00+02:00')
  })

  test('has no 31 June and no 25 o’clock', () => {
    expect(instantOf('2027-06-31', '09:30')).toBeNull()
    expect(instantOf('2027-06-30', '25:00')).toBeNull()
    expect(instantOf('', '')).toBeNull()
  })

  test('comes back as it was typed, whatever the day, but for the hour that the clocks jump over', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (date, h, m) => {
        const day = date.toISOString().slice(0, 10)
        const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
        const instant = instantOf(day, time)
        const back = instant && localOf(instant)
        expect(back?.day).toBe(day)
        if (h !== 2) expect(back?.time).toBe(time)
      }),
    )
  })
})

describe('a price', () => {
  test.each([
    ['', 0],
    ['1200', 120_000],
    ['1 200', 120_000],
    ['350,50', 35_050],
    ['350.5 kr', 35_050],
    ['gratis', null],
    ['-5', null],
    ['1e9', null],
  ])('typed as %j is %j öre', (typed, ore) => expect(oreOf(typed)).toBe(ore))
})

test('calendars are told of a new time or place, not of a new word', () => {
  const before = {
    startsAt: new Date('2027-01-01T08:00:00Z'),
    endsAt: new Date('2027-01-01T09:00:00Z'),
    place: 'Borås',
    form: 'on-site' as const,
  }
  expect(hasMoved(before, { ...before })).toBe(false)
  expect(hasMoved(before, { ...before, place: 'Umeå' })).toBe(true)
  expect(hasMoved(before, { ...before, endsAt: new Date('2027-01-01T10:00:00Z') })).toBe(true)
})
