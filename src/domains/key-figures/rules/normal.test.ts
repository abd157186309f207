import { expect, test } from 'vitest'
import { erfc, twoSidedP } from './normal.ts'

// Abramowitz and Stegun (1964) table 7.1 in more digits, as the C library's erfc prints them.
const table: [number, number][] = [
  [0, 1],
  [0.1, 0.8875370839817152],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [1.5, 0.033894853524689274],
  [2, 0.004677734981047265],
  [2.4, 0.0006885138966450789],
  [2.5, 0.0004069520174449589],
  [2.6, 0.00023603441652934908],
  [3, 2.2090496998585438e-5],
  [5, 1.5374597944280351e-12],
  [10, 2.088487583762545e-45],
]

test.each(table)('the complementary error function of %d is right to eleven digits', (x, expected) => {
  expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(1e-11)
  expect(erfc(-x)).toBeCloseTo(2 - expected, 14)
})

test('1.96 standard deviations leave five per cent outside, on whichever side', () => {
  expect(twoSidedP(1.959963984540054)).toBeCloseTo(0.05, 12)
  expect(twoSidedP(-1.959963984540054)).toBeCloseTo(0.05, 12)
  expect(twoSidedP(0)).toBe(1)
})
