import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Progressed, progressOf } from './progress.ts'

const round = { openedOn: '2026-11-02', dueOn: '2027-01-31' }
const names = new Map([
  ['13', 'Hallands län'],
  ['12', 'Skåne län'],
])
const report = (name: string, countyCode: string, deliveredOn: string | null): Progressed => ({
  name,
  countyCode,
  deliveredOn,
  state: deliveredOn ? 'approved' : 'open',
})

describe('the progress of a round', () => {
  test('counts who has sent in, by day and by county, and who was late', () => {
    const reports = [
      report('Falkenberg', '13', '2027-02-02'),
      report('Halmstad', '13', null),
      report('Lund', '12', '2026-12-01'),
    ]
    expect(progressOf(round, reports, names, '2027-02-03')).toEqual({
      all: 3,
      delivered: 2,
      verified: 0,
      published: 0,
      late: 1,
      days: [
        { day: '2026-11-02', delivered: 0 },
        { day: '2026-12-01', delivered: 1 },
        { day: '2027-02-02', delivered: 2 },
        { day: '2027-02-03', delivered: 2 },
      ],
      counties: [
        { code: '12', name: 'Skåne län', delivered: 1, all: 1 },
        { code: '13', name: 'Hallands län', delivered: 1, all: 2 },
      ],
      thanked: ['Lund', 'Falkenberg'],
    })
  })

  test('never falls from day to day, and its counties make the whole', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-12-${String(n).padStart(2, '0')}`)
    const some = fc.array(fc.tuple(fc.constantFrom('12', '13'), fc.option(day)))
    fc.assert(
      fc.property(some, (given) => {
        const reports = given.map(([county, on], index) => report(String(index), county, on))
        const { all, delivered, days, counties, thanked } = progressOf(round, reports, names, '2026-12-31')
        expect(all).toBe(given.length)
        expect(counties.reduce((sum, county) => sum + county.delivered, 0)).toBe(delivered)
        expect(thanked).toHaveLength(delivered)
        expect(days.at(-1)?.delivered).toBe(delivered)
        for (const [index, one] of days.entries()) {
          expect(one.delivered).toBeGreaterThanOrEqual(days[index - 1]?.delivered ?? 0)
        }
      }),
    )
  })
})
