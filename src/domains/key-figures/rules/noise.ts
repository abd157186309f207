import { fitted, type Line, theilSen, type YearValue } from './theil-sen.ts'
import { fewestForTrend } from './trend.ts'

/** One that takes part in a ranking. */
export interface Contender {
  code: string
  /** Its values that are comparable with the ranked one, that one among them. */
  points: YearValue[]
  /** The value it is ranked by. */
  value: number
  /** The Theil–Sen line of the points, where it is known already. */
  line?: Line
}

/**
 * The values that a contender might as well have had: its value with each of its own deviations from its
 * Theil–Sen line added. Two parameters were fitted to the n points, so the deviations are a little too small and
 * are scaled by √(n/(n−2)). Null with fewer than five points: then its noise is not known.
 */
export function possibleValues({ points, value, line: known }: Contender): number[] | null {
  const n = points.length
  if (n < fewestForTrend) return null
  const line = known ?? theilSen(points)
  const scale = Math.sqrt(n / (n - 2))
  const negligible = 1e-9 * Math.max(...points.map((point) => Math.abs(point.value)))
  return points.map((point) => {
    const residual = point.value - fitted(line, point.year)
    // Rounding must not tell apart what is equal.
    return Math.abs(residual) <= negligible ? value : value + residual * scale
  })
}
