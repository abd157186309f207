import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparable, comparableWith, segmentsOf } from './breaks.ts'

const years = [1990, 2000, 2005, 2010, 2022, 2023, 2024]
const points = years.map((year) => ({ year, value: year / 10 }))
const someYears = fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { maxLength: 20 })

describe('a break of method', () => {
  test('cuts the line before the first year of the new method', () => {
    expect(segmentsOf(points, [2023]).map((segment) => segment.map(({ year }) => year))).toEqual([
      [1990, 2000, 2005, 2010, 2022],
      [2023, 2024],
    ])
  })

  test('leaves only the same method to compare with, also for a year without a value', () => {
    expect(comparableWith(points, [2023], 2022).map(({ year }) => year)).toEqual([
      1990, 2000, 2005, 2010, 2022,
    ])
    expect(comparableWith(points, [2023], 2023).map(({ year }) => year)).toEqual([2023, 2024])
    expect(comparableWith(points, [2003, 2023], 2003).map(({ year }) => year)).toEqual([2005, 2010, 2022])
    expect(comparable(2022, 2023, [2023])).toBe(false)
    expect(comparable(1990, 2022, [2023])).toBe(true)
  })

  test('outside the series cuts nothing', () => {
    expect(segmentsOf(points, [1980, 2030])).toEqual([points])
    expect(segmentsOf(points, [])).toEqual([points])
    expect(segmentsOf([], [2000])).toEqual([])
  })

  test('divides the points: each in one piece, in order of time, no piece empty and none across a break', () => {
    fc.assert(
      fc.property(someYears, someYears, (own, breaks) => {
        const segments = segmentsOf(
          own.map((year) => ({ year })),
          breaks,
        )
        expect(segments.flat().map(({ year }) => year)).toEqual(own.toSorted((a, b) => a - b))
        for (const segment of segments) {
          const [first, last] = [segment[0]?.year ?? 0, segment.at(-1)?.year ?? 0]
          expect(segment.length).toBeGreaterThan(0)
          expect(breaks.filter((year) => first < year && year <= last)).toEqual([])
        }
        for (const [index, segment] of segments.slice(1).entries()) {
          const end = segments[index]?.at(-1)?.year ?? 0
          expect(breaks.some((year) => end < year && year <= (segment[0]?.year ?? 0))).toBe(true)
        }
      }),
    )
  })

  test('the piece that holds a year is what that year is compared with', () => {
    fc.assert(
      fc.property(someYears, someYears, (own, breaks) => {
        const dated = own.map((year) => ({ year }))
        for (const segment of segmentsOf(dated, breaks)) {
          for (const { year } of segment) expect(comparableWith(dated, breaks, year)).toEqual(segment)
        }
      }),
    )
  })
})
