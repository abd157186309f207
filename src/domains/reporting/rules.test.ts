import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from '#platform/read-number.ts'
import { quotient, warningsOf } from './rules/checks.ts'
import {
  allows,
  isDelivered,
  isOpen,
  type ReportState,
  type ReportStep,
  reportStates,
  reportSteps,
} from './rules.ts'

const names = Object.keys(reportSteps).filter((name): name is ReportStep => name in reportSteps)

describe('a report', () => {
  test('is never published without having been verified since it was last open', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 80 }), (attempts) => {
        let state: ReportState = 'open'
        let verified = false
        for (const step of attempts) {
          if (!allows(state, step)) continue
          state = reportSteps[step].to
          if (state === 'verified') verified = true
          if (isOpen(state)) verified = false
          if (state === 'published') expect(verified).toBe(true)
        }
      }),
    )
  })

  test('can always be led on, and is either open, waiting or delivered', () => {
    for (const state of reportStates) {
      expect(names.some((step) => allows(state, step))).toBe(true)
      expect([isOpen(state), isDelivered(state), state === 'submitted'].filter(Boolean)).toHaveLength(1)
    }
  })
})

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
