import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mannKendall } from './mann-kendall.ts'
import { fitted, theilSen } from './theil-sen.ts'
import { type Trend, trendOf, type YearValue, yearReached } from './trend.ts'

const unevenYears = [1990, 2000, 2005, 2010, 2015, 2020, 2021, 2022, 2023, 2024]

/** Whole numbers, so that adding and scaling are exact. */
const series = fc
  .uniqueArray(
    fc.record({ year: fc.integer({ min: 1980, max: 2030 }), value: fc.integer({ min: -500, max: 500 }) }),
    {
      selector: ({ year }) => year,
      maxLength: 15,
    },
  )
  .map((points) => points.toSorted((a, b) => a.year - b.year))
const direction = fc.constantFrom('up' as const, 'down' as const)

describe('a trend', () => {
  test('needs at least five values', () => {
    expect(trendOf(rising(4), 'up')).toMatchObject({ word: 'too-few', count: 4, p: 1 })
    expect(trendOf(rising(5), 'up')).toMatchObject({
      word: 'right',
      count: 5,
      since: 2000,
      until: 2004,
      slope: 1,
    })
    expect(trendOf([], 'up')).toEqual({
      word: 'too-few',
      since: 0,
      until: 0,
      count: 0,
      slope: 0,
      intercept: 0,
      p: 1,
    })
  })

  test('is measured over the years that really passed, however uneven', () => {
    const falling = unevenYears.map((year) => ({ year, value: 100 - 2 * (year - 1990) }))
    const trend = trendOf(falling, 'down')
    expect(trend).toMatchObject({ word: 'right', since: 1990, until: 2024, count: 10 })
    expect(trend.slope).toBeCloseTo(-2, 12)
    expect(fitted(trend, 1990)).toBeCloseTo(100, 9)
  })

  test('does not follow a single year that sticks out', () => {
    const points = rising(9).map((point, index) => (index === 8 ? { ...point, value: -100 } : point))
    expect(trendOf(points, 'up').slope).toBeCloseTo(1, 12)
  })

  test('is unchanged when all values are equal, and when most are', () => {
    expect(trendOf(flat(5), 'up')).toMatchObject({ word: 'unchanged', slope: 0, p: 1 })
    const nearly = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]
    const trend = trendOf(at(nearly), 'up')
    expect(trend.p).toBeLessThan(0.05)
    expect(trend).toMatchObject({ word: 'unchanged', slope: 0 })
  })

  test('has a level line through a single value, and no slope between two values of one year', () => {
    expect(theilSen([{ year: 2000, value: 7 }])).toEqual({ slope: 0, intercept: 7 })
    const twice = [
      { year: 2000, value: 0 },
      { year: 2000, value: 10 },
    ]
    expect(theilSen(twice)).toEqual({ slope: 0, intercept: 5 })
  })

  test('is unchanged when the values only swing', () => {
    expect(trendOf(at([3, 5, 2, 6, 3, 4, 5, 2]), 'down').word).toBe('unchanged')
  })

  test('a strictly monotone series of five or more is always a trend, whatever the years', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 20 })
    fc.assert(
      fc.property(steps, steps, (yearSteps, valueSteps) => {
        const count = Math.min(yearSteps.length, valueSteps.length)
        const points = sums(yearSteps.slice(0, count)).map((year, i) => ({
          year,
          value: sums(valueSteps)[i] ?? 0,
        }))
        expect(trendOf(points, 'up').word).toBe('right')
        expect(trendOf(points, 'down').word).toBe('wrong')
      }),
    )
  })

  test('reversing time turns S around, keeps its variance and turns the word', () => {
    fc.assert(
      fc.property(series, direction, (points, way) => {
        const values = points.map(({ value }) => value)
        const [forward, back] = [mannKendall(values), mannKendall(values.toReversed())]
        expect(back.s + forward.s).toBe(0)
        expect(back.variance).toBe(forward.variance)
        const mirrored = points.map(({ year, value }) => ({ year: 4000 - year, value }))
        expect(trendOf(mirrored, way).word).toBe(turned(trendOf(points, way).word))
      }),
    )
  })

  test('adding a constant or changing to a larger unit does not change the word', () => {
    const whole = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(series, direction, whole, whole, (points, way, more, times) => {
        const before = trendOf(points, way)
        const moved = trendOf(
          mapped(points, (value) => value + more),
          way,
        )
        const scaled = trendOf(
          mapped(points, (value) => value * times),
          way,
        )
        expect([moved.word, scaled.word]).toEqual([before.word, before.word])
        expect([moved.p, scaled.p]).toEqual([before.p, before.p])
        expect(moved.slope).toBeCloseTo(before.slope, 9)
        expect(scaled.slope).toBeCloseTo(before.slope * times, 6)
      }),
    )
  })

  test('what is right when up is good is wrong when down is good', () => {
    fc.assert(
      fc.property(series, (points) => {
        expect(trendOf(points, 'down').word).toBe(turned(trendOf(points, 'up').word))
      }),
    )
  })

  test('does not depend on the order that the points come in', () => {
    fc.assert(
      fc.property(series, direction, (points, way) => {
        expect(trendOf(points.toReversed(), way)).toEqual(trendOf(points, way))
      }),
    )
  })

  test('leaves as many points above its line as below', () => {
    fc.assert(
      fc.property(series, (points) => {
        const trend = trendOf(points, 'up')
        const rests = points.map(({ year, value }) => value - fitted(trend, year))
        const above = rests.filter((rest) => rest > 1e-6).length
        const below = rests.filter((rest) => rest < -1e-6).length
        expect(Math.max(above, below)).toBeLessThanOrEqual(points.length / 2)
      }),
    )
  })
})

describe('the year a target is reached', () => {
  const falling = trendOf(at([20, 19, 18, 17, 16, 15]), 'down')
  const target = (value: number) => ({ value, year: 2030 })

  test('is where the line meets it, and the year after when it meets between two', () => {
    expect(yearReached(falling, target(10), 'down')).toEqual({ kind: 'year', year: 2010 })
    expect(yearReached(falling, target(9.5), 'down')).toEqual({ kind: 'year', year: 2011 })
  })

  test('is not asked for when the target is met already', () => {
    expect(yearReached(falling, target(15), 'down')).toEqual({ kind: 'reached' })
    expect(yearReached(falling, target(17), 'down')).toEqual({ kind: 'reached' })
    expect(yearReached(falling, target(10), 'down', 9.9)).toEqual({ kind: 'reached' })
    expect(yearReached(trendOf(rising(3), 'up'), target(1), 'up', 1)).toEqual({ kind: 'reached' })
  })

  test('is next year at the earliest when the newest value lags behind its line', () => {
    expect(yearReached(falling, target(15.5), 'down', 15.8)).toEqual({ kind: 'year', year: 2006 })
  })

  test('is never when the trend goes away from it, or takes more than a hundred years', () => {
    expect(yearReached(trendOf(at([20, 19, 18, 17, 16, 15]), 'up'), target(30), 'up')).toEqual({
      kind: 'never',
    })
    expect(yearReached(falling, target(-85), 'down')).toEqual({ kind: 'year', year: 2105 })
    expect(yearReached(falling, target(-85.5), 'down')).toEqual({ kind: 'never' })
  })

  test('is unknown without a trend', () => {
    expect(yearReached(trendOf(flat(6), 'down'), target(1), 'down')).toEqual({ kind: 'unknown' })
    expect(yearReached(trendOf(rising(4), 'up'), target(99), 'up')).toEqual({ kind: 'unknown' })
    expect(yearReached(trendOf(rising(4), 'up'), target(1), 'up')).toEqual({ kind: 'unknown' })
    expect(yearReached(trendOf([], 'up'), target(0), 'up')).toEqual({ kind: 'unknown' })
  })

  test('is the first year in which the line meets the target', () => {
    fc.assert(
      fc.property(series, direction, fc.integer({ min: -1000, max: 1000 }), (points, way, value) => {
        const trend = trendOf(points, way)
        const reach = yearReached(trend, target(value), way)
        if (reach.kind !== 'year') return
        const meets = (year: number) => (way === 'up' ? 1 : -1) * (fitted(trend, year) - value) >= -1e-4
        expect(meets(reach.year)).toBe(true)
        expect(reach.year > trend.until && reach.year <= trend.until + 100).toBe(true)
        expect(meets(reach.year - 1) && Math.abs(fitted(trend, reach.year - 1) - value) > 1e-4).toBe(false)
      }),
    )
  })
})

function at(values: number[]): YearValue[] {
  return values.map((value, index) => ({ year: 2000 + index, value }))
}

function rising(count: number): YearValue[] {
  return at(Array.from({ length: count }, (_, index) => index + 1))
}

function flat(count: number): YearValue[] {
  return at(Array.from({ length: count }, () => 7))
}

function mapped(points: YearValue[], change: (value: number) => number): YearValue[] {
  return points.map(({ year, value }) => ({ year, value: change(value) }))
}

function turned(word: Trend['word']): Trend['word'] {
  return word === 'right' ? 'wrong' : word === 'wrong' ? 'right' : word
}

function sums(steps: number[]): number[] {
  let sum = 0
  return steps.map((step) => {
    sum += step
    return sum
  })
}
