import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboutBelow, stepAtPosition, stepCount, stepsAround, stepsOf } from './order-steps.ts'

const numbers = fc
  .array(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, min: -50, max: 50 })), {
    minLength: 1,
    maxLength: 1500,
  })
  .map((values) => values.sort((a, b) => a - b))

describe('the steps of an order', () => {
  test('are some hundred at most, each with how many are lower', () => {
    fc.assert(
      fc.property(numbers, (sorted) => {
        const steps = stepsOf(sorted)
        expect(steps.values.length).toBeLessThanOrEqual(2 * stepCount + 1)
        for (const [index, value] of steps.values.entries()) {
          expect(steps.below[index]).toBe(sorted.filter((one) => one < value).length)
        }
        expect([steps.values[0], steps.values.at(-1)]).toEqual([sorted[0], sorted.at(-1)])
      }),
    )
  })

  test('leave little to count for the exact number below a value', () => {
    fc.assert(
      fc.property(numbers, fc.double({ noNaN: true, min: -60, max: 60 }), (sorted, value) => {
        const { under, over } = stepsAround(stepsOf(sorted), value)
        const between = sorted.filter((one) => under && one > under.value && (!over || one < over.value))
        expect(between.length).toBeLessThanOrEqual(Math.max(1, Math.floor(sorted.length / stepCount)))
        expect(sorted.filter((one) => one < (under?.value ?? Number.NEGATIVE_INFINITY)).length).toBe(
          under?.below ?? 0,
        )
      }),
    )
  })

  test('say where to begin for a position, and about how many are lower', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (sorted, any) => {
        const position = any % sorted.length
        const step = stepAtPosition(stepsOf(sorted), position)
        expect(step?.below).toBeLessThanOrEqual(position)
        expect(step?.value).toBeLessThanOrEqual(sorted[position] ?? Number.NaN)
        const value = sorted[position] ?? 0
        const about = aboutBelow(stepsOf(sorted), value, sorted.length)
        const equal = sorted.filter((one) => one === value).length
        const below = sorted.filter((one) => one < value).length
        expect(Math.abs(about - below)).toBeLessThanOrEqual(equal + sorted.length / stepCount + 1)
      }),
    )
  })
})
