import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionAmong, summarise } from './statistics.ts'

const weighted = fc.array(
  fc.record({ value: fc.integer({ min: -100, max: 100 }), weight: fc.integer({ min: 1, max: 1000 }) }),
  { minLength: 1, maxLength: 30 },
)

describe('a summary', () => {
  test('has the mean as it always was shown, the mean by population, the median and the quartiles', () => {
    const values = [
      { value: 1, weight: 10 },
      { value: 2, weight: 20 },
      { value: 4, weight: 30 },
      { value: 9, weight: 40 },
    ]
    expect(summarise(values)).toEqual({
      count: 4,
      few: false,
      mean: 4,
      weightedMean: 5.3,
      median: 3,
      q1: 1.75,
      q3: 5.25,
      min: 1,
      max: 9,
    })
  })

  test('has no mean by population when the population of one is not known', () => {
    expect(
      summarise([
        { value: 1, weight: 5 },
        { value: 2, weight: null },
      ])?.weightedMean,
    ).toBeNull()
    expect(summarise([{ value: 1, weight: 0 }])?.weightedMean).toBeNull()
  })

  test('says when there are fewer than three values, and is nothing without any', () => {
    const of = (count: number) => summarise(Array.from({ length: count }, () => ({ value: 1, weight: 1 })))
    expect([of(1)?.few, of(2)?.few, of(3)?.few]).toEqual([true, true, false])
    expect(of(0)).toBeNull()
  })

  test('keeps its numbers in order, and its means between least and most', () => {
    fc.assert(
      fc.property(weighted, (values) => {
        const summary = summarise(values)
        if (!summary) throw new Error('values without a summary')
        const { min, q1, median, q3, max, mean, weightedMean } = summary
        expect([min, q1, median, q3, max]).toEqual([min, q1, median, q3, max].sort((a, b) => a - b))
        for (const each of [mean, weightedMean ?? Number.NaN]) {
          expect(each).toBeGreaterThanOrEqual(min - 1e-9)
          expect(each).toBeLessThanOrEqual(max + 1e-9)
        }
      }),
    )
  })

  test('weights alike give the plain mean', () => {
    fc.assert(
      fc.property(weighted, (values) => {
        const summary = summarise(values.map(({ value }) => ({ value, weight: 7 })))
        expect(summary?.weightedMean).toBeCloseTo(summary?.mean ?? Number.NaN, 9)
      }),
    )
  })
})

describe('the position in words', () => {
  test('counts those that a value is better than, rounded down to tenths', () => {
    expect(positionAmong(4, [5, 6, 7, 3], 'down')).toEqual({ better: 3, of: 4, tenths: 7 })
    expect(positionAmong(4, [5, 6, 7, 3], 'up')).toEqual({ better: 1, of: 4, tenths: 2 })
    expect(positionAmong(4, [1, 2], 'up')?.tenths).toBe(10)
  })

  test('equals are neither better nor worse', () => {
    expect(positionAmong(4, [4, 4], 'up')).toEqual({ better: 0, of: 2, tenths: 0 })
  })

  test('nothing is said when there are no others', () => {
    expect(positionAmong(4, [], 'up')).toBeNull()
  })

  test('better one way and better the other never sum to more than all', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), numbers, (value, others) => {
        const [up, down] = [positionAmong(value, others, 'up'), positionAmong(value, others, 'down')]
        const equals = others.filter((other) => other === value).length
        expect((up?.better ?? 0) + (down?.better ?? 0) + equals).toBe(others.length)
      }),
    )
  })
})
