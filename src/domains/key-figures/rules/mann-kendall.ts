import { twoSidedP } from './normal.ts'

export interface MannKendall {
  /** Pairs in which the later value is higher, minus pairs in which it is lower. */
  s: number
  /** Variance of S when there is no trend, corrected for ties. */
  variance: number
  /** S in standard deviations, pulled one step towards 0 (continuity correction); 0 when S or the variance is 0. */
  z: number
  /** Two-sided, from the normal distribution. */
  p: number
}

/**
 * The Mann–Kendall test for a trend that goes one way. Values in the order of time; only their order counts, so
 * the years between them may differ. Formulas: Gilbert, Statistical Methods for Environmental Pollution
 * Monitoring (1987), chapter 16; the same in US EPA QA/G-9S (2006), page 109.
 */
export function mannKendall(values: number[]): MannKendall {
  const s = sumOfSigns(values)
  const n = values.length
  const variance = (spreadTerm(n) - tieCorrection(values)) / 18
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0
  return { s, variance, z, p: twoSidedP(z) }
}

function sumOfSigns(values: number[]): number {
  let s = 0
  for (let later = 1; later < values.length; later += 1) {
    const value = values[later] ?? 0
    for (let at = 0; at < later; at += 1) {
      const earlier = values[at] ?? value
      s += Number(value > earlier) - Number(value < earlier)
    }
  }
  return s
}

function tieCorrection(values: number[]): number {
  const ties = new Map<number, number>()
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1)
  let sum = 0
  for (const t of ties.values()) sum += spreadTerm(t)
  return sum
}

function spreadTerm(n: number): number {
  return n * (n - 1) * (2 * n + 5)
}
