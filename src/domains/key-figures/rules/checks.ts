/** What looks odd about a reported value. Each asks for a comment; none stops anybody. */
export type Warning = 'too-low' | 'too-high' | 'jump' | 'unit' | 'share'

export interface Expectation {
  /** Limits of what is plausible, in the figure's unit; null: no limit. */
  plausible: { min: number | null; max: number | null }
  /** The member's own latest value before the year. */
  previous: number | null
  /** The group's median of the latest year with values. */
  median: number | null
  /** The figure is a per cent. */
  percent: boolean
}

/** A value this many times the last one, or that small a part of it, is a jump. */
export const jumpFactor = 3
/** A value about a thousand times off is probably in another unit: kg for tonnes. */
const unitFactor = 1000

/** The warnings for a value, the most telling first. A wrong unit is not told again as a jump or a limit. */
export function warningsOf(value: number, { plausible, previous, median, percent }: Expectation): Warning[] {
  const compared = previous ?? median
  if (compared !== null && compared > 0 && value > 0) {
    const ratio = value / compared
    if (isAbout(ratio, unitFactor) || isAbout(1 / ratio, unitFactor)) return ['unit']
    if (percent && value <= 1 && compared > 1 && isAbout(1 / ratio, 100)) return ['share']
  }
  return [
    ...(plausible.min !== null && value < plausible.min ? (['too-low'] as const) : []),
    ...(plausible.max !== null && value > plausible.max ? (['too-high'] as const) : []),
    ...(previous !== null && isJump(value, previous) ? (['jump'] as const) : []),
  ]
}

function isAbout(ratio: number, factor: number): boolean {
  return ratio > factor / 2.5 && ratio < factor * 2.5
}

function isJump(value: number, previous: number): boolean {
  if (previous <= 0 || value < 0) return previous !== value && previous * value < 0
  return value >= previous * jumpFactor || value <= previous / jumpFactor
}

/** A value from its two parts, in the figure's unit: a per cent is a hundred times the quotient. */
export function quotient(numerator: number, denominator: number, percent: boolean): number {
  return (numerator / denominator) * (percent ? 100 : 1)
}
