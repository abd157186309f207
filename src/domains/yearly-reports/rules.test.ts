import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biggestStep, countWays, improvedMore, type Step, stepOf, weakSpot } from './rules.ts'

const word = fc.constantFrom('right', 'wrong', 'unchanged', 'too-few')
const steps = fc.array(
  fc.record({
    id: fc.string(),
    word,
    forward: fc.option(fc.double({ min: -9, max: 9, noNaN: true })),
    behind: fc.option(fc.double({ min: -9, max: 9, noNaN: true })),
  }),
  { maxLength: 20 },
)

describe('a step', () => {
  const middle = { q1: 2, median: 3, q3: 6 }
  const trend = { word: 'right', slope: -0.5, since: 2010, until: 2020 } as const

  test('is measured in widths of the middle half, the right way as the figure wants it', () => {
    expect(stepOf({ id: '7', direction: 'down' }, trend, 5, middle)).toEqual({
      id: '7',
      word: 'right',
      forward: 1.25,
      behind: 0.5,
    })
    expect(stepOf({ id: '4', direction: 'up' }, trend, 5, middle)).toMatchObject({
      forward: -1.25,
      behind: -0.5,
    })
  })

  test('has no measure where the middle half has no width or is not known', () => {
    expect(stepOf({ id: '7', direction: 'down' }, trend, 5, null)).toMatchObject({
      forward: null,
      behind: null,
    })
    const flat = { q1: 3, median: 3, q3: 3 }
    expect(stepOf({ id: '7', direction: 'down' }, trend, 5, flat).forward).toBeNull()
  })

  test('is the same whatever the unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom('up', 'down'), (factor, direction) => {
        const one = stepOf({ id: 'x', direction }, trend, 5, middle)
        const scaled = { q1: 2 * factor, median: 3 * factor, q3: 6 * factor }
        const other = stepOf(
          { id: 'x', direction },
          { ...trend, slope: trend.slope * factor },
          5 * factor,
          scaled,
        )
        expect(other.forward).toBeCloseTo(one.forward ?? Number.NaN)
        expect(other.behind).toBeCloseTo(one.behind ?? Number.NaN)
      }),
    )
  })
})

describe('the summary', () => {
  test('praises only what goes the right way, and nothing goes further', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const best = biggestStep(all)
        const right = all.filter((step) => step.word === 'right')
        expect(best === undefined).toBe(right.length === 0)
        for (const step of right) expect(best?.forward ?? -10).toBeGreaterThanOrEqual(step.forward ?? -10)
      }),
    )
  })

  test('points at what goes the wrong way before what merely lies behind, and never at what goes right', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const weak = weakSpot(all)
        expect(weak?.word).not.toBe('right')
        if (all.some((step) => step.word === 'wrong')) expect(weak?.word).toBe('wrong')
        else if (weak) expect(weak.behind).toBeGreaterThan(0)
      }),
    )
    const step = (id: string, over: Partial<Step>): Step => ({
      id,
      word: 'unchanged',
      forward: 0,
      behind: 0,
      ...over,
    })
    expect(weakSpot([step('a', { behind: 1 }), step('b', { behind: 2 })])?.id).toBe('b')
    expect(
      weakSpot([step('a', { word: 'wrong', forward: -1 }), step('b', { word: 'wrong', forward: -2 })])?.id,
    ).toBe('b')
  })

  test('counts every figure once', () => {
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const ways = countWays(words)
        expect(ways.right + ways.wrong + ways.unchanged + ways['too-few']).toBe(words.length)
      }),
    )
  })
})

test('those who improved more go the right way, faster than mine, fastest first', () => {
  const trend = fc.record({ word, slope: fc.double({ min: -5, max: 5, noNaN: true }) })
  fc.assert(
    fc.property(
      trend,
      fc.array(
        trend.map((one) => ({ trend: one })),
        { maxLength: 12 },
      ),
      fc.constantFrom('up', 'down'),
      (mine, others, direction) => {
        const sign = direction === 'up' ? 1 : -1
        const paces = improvedMore(mine, others, direction).map((one) => sign * one.trend.slope)
        expect(paces).toEqual(paces.toSorted((a, b) => b - a))
        for (const pace of paces) expect(pace).toBeGreaterThan(mine.word === 'right' ? sign * mine.slope : 0)
      },
    ),
  )
})
