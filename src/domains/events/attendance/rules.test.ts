import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasStayedAway, isOnDay, quietEvents } from './rules.ts'

describe('the link of the door', () => {
  const event = { startsAt: new Date('2027-03-04T22:30:00Z'), endsAt: new Date('2027-03-05T23:30:00Z') }

  test.each([
    ['2027-03-03', false],
    ['2027-03-04', true],
    ['2027-03-05', true],
    ['2027-03-06', true],
    ['2027-03-07', false],
  ])('of an event over midnight in Stockholm is good on %s: %s', (day, good) => {
    expect(isOnDay(event, day)).toBe(good)
  })
})

describe('a member that has sent nobody', () => {
  const events = fc.array(fc.record({ organisations: fc.subarray(['1382', '1490', '0180']) }), {
    maxLength: 6,
  })

  test('is told when it was at none of the three latest, never before there were three', () => {
    fc.assert(
      fc.property(events, (latest) => {
        const away = hasStayedAway(latest, '1382')
        const came = latest.slice(0, quietEvents).some(({ organisations }) => organisations.includes('1382'))
        expect(away).toBe(latest.length >= quietEvents && !came)
      }),
    )
  })

  test('is not told for what lies further back', () => {
    const nobody = { organisations: [] }
    expect(hasStayedAway([nobody, nobody, nobody, { organisations: ['1382'] }], '1382')).toBe(true)
    expect(hasStayedAway([nobody, nobody, { organisations: ['1382'] }], '1382')).toBe(false)
  })
})
