import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quotient, warningsOf } from './checks.ts'

describe('a value', () => {
  const expectation = { plausible: { min: 0, max: 100 }, previous: 40, median: 35, percent: true }

  test('that is as expected has no warning', () => {
    expect(warningsOf(42, expectation)).toEqual([])
  })

  test.for([
    [-1, ['too-low', 'jump']],
    [130, ['too-high', 'jump']],
    [12, ['jump']],
    [40_000, ['unit']],
    [0.4, ['share']],
  ] as const)('of %d has the warnings %j', ([value, warnings]) => {
    expect(warningsOf(value, expectation)).toEqual(warnings)
  })

  test('of kilos for tonnes is told also by the group, when the member has no value before', () => {
    expect(warningsOf(4_100, { ...expectation, previous: null, median: 4.2, percent: false })).toEqual([
      'unit',
    ])
  })

  test('is never refused: warnings are words, however odd it is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(Array.isArray(warningsOf(value, expectation))).toBe(true)
      }),
    )
  })

  test('of two parts is their quotient, in per cent a hundred times', () => {
    expect(quotient(1, 4, false)).toBe(0.25)
    expect(quotient(1, 4, true)).toBe(25)
  })
})
