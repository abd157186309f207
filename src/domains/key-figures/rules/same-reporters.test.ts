import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOverSame, meanOverSame, type ReporterSeries } from './same-reporters.ts'

describe('the mean over the same reporters', () => {
  test('does not move when only the circle of reporters does', () => {
    const steady = [reporter({ 2010: 10, 2020: 10 }), reporter({ 2010: 20, 2020: 20 })]
    const newcomer = reporter({ 2020: 90 })
    const { everyone, same, change } = meanOverSame([...steady, newcomer], [2010, 2020])
    expect(everyone.map(({ year, mean, count }) => [year, mean, count])).toEqual([
      [2010, 15, 2],
      [2020, 40, 3],
    ])
    expect(same.map(({ mean }) => mean)).toEqual([15, 15])
    expect(change).toMatchObject({ from: 2010, to: 2020, count: 2, few: true, change: 0, relative: 0 })
  })

  test('tells how much it changed, also by population', () => {
    const all = [
      reporter({ 2010: 10, 2020: 5 }, 1),
      reporter({ 2010: 20, 2020: 20 }, 3),
      reporter({ 2010: 30, 2020: 15 }, 1),
    ]
    expect(meanOverSame(all, [2010, 2020]).change).toEqual({
      from: 2010,
      to: 2020,
      count: 3,
      few: false,
      before: 20,
      after: 40 / 3,
      change: 40 / 3 - 20,
      relative: (40 / 3 - 20) / 20,
      weightedChange: 16 - 20,
    })
  })

  test('leaves out years without values and takes the years in any order', () => {
    const all = [reporter({ 1990: 4, 2000: 6, 2024: 8 })]
    const { everyone, change } = meanOverSame(all, [2024, 2010, 1990, 2000])
    expect(everyone.map(({ year }) => year)).toEqual([1990, 2000, 2024])
    expect(change).toMatchObject({ from: 1990, to: 2024, change: 4, relative: 1 })
  })

  test('is silent when nobody reported both years, or there is but one year', () => {
    const all = [reporter({ 2010: 1 }), reporter({ 2020: 2 })]
    expect(meanOverSame(all, [2010, 2020])).toMatchObject({ same: [], change: null })
    expect(meanOverSame(all, [2010]).change).toBeNull()
    expect(meanOverSame([], []).change).toBeNull()
  })

  test('changes alike whether or not the years between are looked at', () => {
    const values = fc.dictionary(
      fc.constantFrom('2010', '2012', '2015', '2020'),
      fc.integer({ min: 0, max: 99 }),
    )
    fc.assert(
      fc.property(fc.array(values, { maxLength: 6 }), fc.subarray([2010, 2012, 2015, 2020]), (all, years) => {
        const series = all.map((one) => reporter(one))
        expect(changeOverSame(series, years)).toEqual(meanOverSame(series, years).change)
      }),
    )
  })

  test('has no share when the mean before is not above 0', () => {
    expect(meanOverSame([reporter({ 2010: 0, 2020: 5 })], [2010, 2020]).change).toMatchObject({
      change: 5,
      relative: null,
    })
  })

  test('is everyone’s mean when everyone reported every year', () => {
    const full = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 1,
    })
    fc.assert(
      fc.property(full, (pairs) => {
        const all = pairs.map(([before, after]) => reporter({ 2010: before, 2020: after }))
        const { everyone, same, change } = meanOverSame(all, [2010, 2020])
        expect(same).toEqual(everyone)
        const each = pairs.reduce((sum, [before, after]) => sum + after - before, 0) / pairs.length
        expect(change?.change).toBeCloseTo(each, 9)
      }),
    )
  })
})

function reporter(values: Record<number, number>, weight = 1): ReporterSeries {
  return { points: Object.entries(values).map(([year, value]) => ({ year: Number(year), value, weight })) }
}
