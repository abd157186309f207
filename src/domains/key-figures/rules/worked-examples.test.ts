import { describe, expect, test } from 'vitest'
import { mannKendall } from './mann-kendall.ts'
import { theilSen, type YearValue } from './theil-sen.ts'

describe('published worked examples come out as printed', () => {
  test('US EPA (2006): eleven values with four and two ties', () => {
    // Data Quality Assessment: Statistical Methods for Practitioners, EPA QA/G-9S, EPA/240/B-06/003, page 109:
    // S = 22, variance 155.33, Z = 1.685. The same figures stand in EarthSoft's EnviroInsite manual,
    // "Mann Kendall Trend Evaluation".
    const { s, variance, z } = mannKendall([10, 10, 10, 5, 10, 20, 18, 17, 15, 24, 15])
    expect(s).toBe(22)
    expect(variance.toFixed(2)).toBe('155.33')
    expect(z.toFixed(3)).toBe('1.685')
  })

  test('Little: fourteen values with one tie', () => {
    // J. Little, "A Mann-Kendall Example (By Hand)", Montserrat seminar, College of the Holy Cross:
    // S = 54, variance 14·13·33/18 − 2·1·9/18, Z about 2.9058, one-sided p about .0018.
    const values = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]
    const { s, variance, z, p } = mannKendall(values)
    expect(s).toBe(54)
    expect(variance).toBeCloseTo((14 * 13 * 33) / 18 - (2 * 1 * 9) / 18, 10)
    expect(z.toFixed(4)).toBe('2.9058')
    expect((p / 2).toFixed(4)).toBe('0.0018')
  })

  test('MannKendall.jl: one to a hundred', () => {
    // M. M. Hussain, MannKendall.jl, test/runtests.jl.
    const { s, variance, z } = mannKendall(Array.from({ length: 100 }, (_, index) => index + 1))
    expect(s).toBe(4950)
    expect(variance).toBe(112750)
    expect(z).toBeCloseTo(14.73869998208331, 12)
  })

  test('Sen (1968): a line through seven points with uneven years', () => {
    // Data of P. K. Sen, Journal of the American Statistical Association 63, 1379–1389; slope 4 and intercept 6
    // as in T. Therneau's R package deming, tests/theil.R (which notes that the paper's interval has a slip).
    const line = theilSen(points([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]))
    expect(line.slope).toBe(4)
    expect(line.intercept).toBe(6)
  })

  test('Bonett: fifteen points, some at the same time', () => {
    // D. G. Bonett, R package statpsych, example of ci.theil: estimate 0.5.
    const x = [67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51]
    const y = [21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19]
    expect(theilSen(points(x, y)).slope).toBe(0.5)
  })
})

describe('the normal distribution stands in for the exact one', () => {
  test.each([5, 6, 7, 8, 9, 10])('with %d values without ties both call the same series a trend', (n) => {
    const exact = exactTwoSided(n)
    for (const [s, probability] of exact) {
      const z = (s - 1) / Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
      const { p } = mannKendall(seriesWith(n, s))
      expect(mannKendall(seriesWith(n, s)).z).toBeCloseTo(z, 12)
      expect(p < 0.05, `n ${n}, S ${s}: exact ${probability}, normal ${p}`).toBe(probability < 0.05)
    }
  })
})

function points(years: number[], values: number[]): YearValue[] {
  return years.map((year, index) => ({ year, value: values[index] ?? 0 }))
}

/** For every positive S of n different values, how probable so large a |S| is when every order is as likely. */
function exactTwoSided(n: number): Map<number, number> {
  let orders = [1]
  for (let k = 2; k <= n; k++) {
    orders = Array.from({ length: orders.length + k - 1 }, (_, swaps) =>
      orders.slice(Math.max(0, swaps - k + 1), swaps + 1).reduce((sum, count) => sum + count, 0),
    )
  }
  const total = orders.reduce((sum, count) => sum + count, 0)
  const result = new Map<number, number>()
  let upTo = 0
  for (const [swaps, count] of orders.entries()) {
    upTo += count
    const s = orders.length - 1 - 2 * swaps
    if (s > 0) result.set(s, (2 * upTo) / total)
  }
  return result
}

/** A series of n different values with the wanted S, made by moving values from the end towards the start. */
function seriesWith(n: number, s: number): number[] {
  let swaps = ((n * (n - 1)) / 2 - s) / 2
  const rest = Array.from({ length: n }, (_, index) => index)
  const series: number[] = []
  while (rest.length > 0) {
    const taken = Math.min(swaps, rest.length - 1)
    swaps -= taken
    series.push(...rest.splice(taken, 1))
  }
  return series
}
