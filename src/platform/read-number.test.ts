import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

describe('a typed number', () => {
  test.for([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1 234,5', 1234.5],
    ['1 234 567', 1234567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['0.125', 0.125],
    ['3,125', 3.125],
    ['−4', -4],
    ["1'234", 1234],
  ] as const)('%s is %d', ([typed, value]) => {
    expect(readNumber(typed)).toEqual({ value })
  })

  test.for([
    ['', 'empty'],
    ['1.234', 'ambiguous'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['12,5 ton', 'not-a-number'],
    ['1,23,4', 'not-a-number'],
    ['=2+2', 'not-a-number'],
    [',', 'not-a-number'],
    ['9'.repeat(400), 'not-a-number'],
  ] as const)('%s is %s', ([typed, fault]) => {
    expect(readNumber(typed)).toEqual({ fault })
  })

  test('written the Swedish way is read back, whatever it is', () => {
    const format = new Intl.NumberFormat('sv', { maximumFractionDigits: 2 })
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (hundredths) => {
        const value = hundredths / 100
        expect(readNumber(format.format(value))).toEqual({ value: Object.is(value, -0) ? 0 : value })
      }),
    )
  })
})
