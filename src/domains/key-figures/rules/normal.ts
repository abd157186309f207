const rootPi = Math.sqrt(Math.PI)
/** Where the series and the continued fraction are both exact to about twelve digits. */
const seam = 2.5
const fractionDepth = 120

/**
 * The complementary error function, by the series 7.1.6 and the continued fraction 7.1.14 of Abramowitz and
 * Stegun, Handbook of Mathematical Functions (1964). At least eleven digits are right, in the far tail too.
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x)
  return x < seam ? 1 - erfBySeries(x) : erfcByFraction(x)
}

/** How probable a standard normal value at least so far from 0, on either side, is. */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}

function erfBySeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / rootPi) * Math.exp(-x * x) * sum
}

function erfcByFraction(x: number): number {
  let fraction = x
  for (let k = fractionDepth; k > 0; k--) fraction = x + k / 2 / fraction
  return Math.exp(-x * x) / rootPi / fraction
}
