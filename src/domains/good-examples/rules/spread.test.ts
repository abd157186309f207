import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classOf, yearClasses } from './spread.ts'

const years = fc.array(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 40 })

describe('the classes of the years', () => {
  test('are the years themselves while they are few', () => {
    expect(yearClasses([2024, 2021, 2022, 2021])).toEqual([
      { from: 2021, to: 2021 },
      { from: 2022, to: 2022 },
      { from: 2024, to: 2024 },
    ])
  })

  test('are at most five, in order, and hold every year in exactly one', () => {
    fc.assert(
      fc.property(years, (those) => {
        const classes = yearClasses(those)
        expect(classes.length).toBeLessThanOrEqual(5)
        for (const year of those) {
          const holding = classes.filter(({ from, to }) => from <= year && year <= to)
          expect(holding).toHaveLength(1)
          expect(classes[classOf(year, classes)]).toEqual(holding[0])
        }
        const edges = classes.flatMap(({ from, to }) => [from, to])
        expect(edges).toEqual(edges.toSorted((a, b) => a - b))
      }),
    )
  })
})
