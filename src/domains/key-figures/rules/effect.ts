import { mean } from 'd3-array'
import type { Direction } from '../tables.ts'
import { comparable } from './breaks.ts'
import { isBetter } from './direction.ts'
import { type Position, positionAmong } from './statistics.ts'
import type { YearValue } from './theil-sen.ts'

/** How many years before the measure, and after it, are looked at. */
export const windowYears = 3
/** Fewer values than this in a window and nothing is said: a single year may have been unusual. */
export const fewestInWindow = 2
/** At most so many are compared with, the most alike. */
export const mostCompared = 20
/** The risk we take of saying that the curve bent, the one way or the other, when nothing was different. */
export const bendRisk = 0.1
/** With fewer to compare with, the first place alone comes more often than that by chance. */
export const fewestCompared = Math.round(1 / bendRisk) - 1

/** A measure in one organisation, and those most like it that did not do it. */
export interface EffectQuestion {
  mine: YearValue[]
  /** The most alike first. */
  others: { code: string; points: YearValue[] }[]
  /** The year of the measure. It belongs neither to before nor to after. */
  year: number
  breakYears: number[]
  direction: Direction
}

/** Means of the two windows, and the difference between them. */
export interface Shift {
  before: number
  after: number
  change: number
}

/** One that was compared with, and the effect that it would have had if it had been the one with the measure. */
export interface Compared extends Shift {
  code: string
  effect: number
}

/** Whether the curve bent the right way, the wrong way, or no more than those of the others do. */
export type Bend = 'right' | 'wrong' | 'unclear'

/** The difference in differences of a measure, and its place among those of municipalities that did not do it. */
export interface MeasuredEffect {
  kind: 'measured'
  /** Years with values in each window, the same for everyone compared. */
  years: { before: number[]; after: number[] }
  mine: Shift
  /** The mean of the others. */
  others: Shift
  /** How much more mine changed than the others; by the sign of the figure, not of what is desired. */
  effect: number
  compared: Compared[]
  /** On the desired side of the others, or level with them. */
  good: boolean
  /** Among the placebo effects: better than how many when it is good, else worse than how many. */
  place: Position
  /** How often chance alone gives an effect at least as far out on that side. */
  p: number
  bend: Bend
  /** The same test between the years before and those before them: null when there are too few values for it. */
  earlier: Bend | null
}

/** Why nothing can be said. */
export interface UnknownEffect {
  kind: 'unknown'
  why: 'no-values' | 'break' | 'too-few-before' | 'too-few-after' | 'too-early' | 'too-few-alike'
  /** Values of mine that could be used in each window, and those alike that have values in the same years. */
  before: number
  after: number
  alike: number
}

export type Effect = MeasuredEffect | UnknownEffect

/**
 * Whether the curve bent after a measure: the change of mine between the years before and after, less the same
 * change among the most alike that did not do it (difference in differences). How sure that is, is found by
 * pretending in turn that each of them had done it (placebo test); under no difference everyone's place is
 * equally likely.
 */
export function effectOf(question: EffectQuestion): Effect {
  const { mine, others, year, breakYears, direction } = question
  const sameMethod = ({ year: one }: YearValue) => comparable(one, year - 1, breakYears)
  const before = yearsIn(mine.filter(sameMethod), year - windowYears, year - 1)
  const after = yearsIn(mine.filter(sameMethod), year + 1, year + windowYears)
  const compared = shiftsOf(others, before, after).slice(0, mostCompared)
  const unknown = (why: UnknownEffect['why']): UnknownEffect => ({
    kind: 'unknown',
    why,
    before: before.length,
    after: after.length,
    alike: compared.length,
  })
  if (mine.length === 0) return unknown('no-values')
  if (!comparable(year - 1, year + 1, breakYears)) return unknown('break')
  if (before.length < fewestInWindow) return unknown('too-few-before')
  if (after.length < fewestInWindow) {
    const last = Math.max(...mine.map((point) => point.year))
    const toCome = last < year + windowYears && comparable(year - 1, year + windowYears, breakYears)
    return unknown(toCome ? 'too-early' : 'too-few-after')
  }
  if (compared.length < fewestCompared) return unknown('too-few-alike')
  const shift = shiftOf(mine, before, after)
  return {
    kind: 'measured',
    years: { before, after },
    mine: shift,
    ...placed(shift, compared, direction),
    earlier: earlierBend(question, before, compared),
  }
}

/** The measure moved three years back, to before it was done: a curve that bends there bent by something else. */
function earlierBend(
  { mine, others, year, breakYears, direction }: EffectQuestion,
  before: number[],
  compared: { code: string }[],
): Bend | null {
  const sameMethod = mine.filter((point) => comparable(point.year, year - 1, breakYears))
  const years = yearsIn(sameMethod, year - 2 * windowYears, year - windowYears - 1)
  const same = others.filter(({ code }) => compared.some((one) => one.code === code))
  const shifts = shiftsOf(same, years, before)
  if (years.length < fewestInWindow || shifts.length < fewestCompared) return null
  return placed(shiftOf(mine, years, before), shifts, direction).bend
}

const opposite = { up: 'down', down: 'up' } as const

/** Everyone in turn against all the others. */
function placed(mine: Shift, others: (Shift & { code: string })[], direction: Direction) {
  const everyone = others.length + 1
  const middle = (mine.change + others.reduce((sum, { change }) => sum + change, 0)) / everyone
  // The change less the mean of all the others' changes.
  const effectOfOne = ({ change }: Shift) => ((change - middle) * everyone) / others.length
  const effect = effectOfOne(mine)
  const compared = others.map((one) => ({ ...one, effect: effectOfOne(one) }))
  const placebos = compared.map((one) => one.effect)
  const good = !isBetter(0, effect, direction)
  const side = good ? direction : opposite[direction]
  const asFar = placebos.filter((other) => !isBetter(effect, other, side))
  const p = effect === 0 ? 1 : (1 + asFar.length) / everyone
  const bend: Bend = p > bendRisk ? 'unclear' : good ? 'right' : 'wrong'
  return {
    others: meanShift(others),
    effect,
    compared,
    good,
    place: positionAmong(effect, placebos, side) ?? { better: 0, of: 0, tenths: 0 },
    p,
    bend,
  }
}

function yearsIn(points: YearValue[], from: number, to: number): number[] {
  return points.flatMap(({ year }) => (year >= from && year <= to ? [year] : [])).sort((a, b) => a - b)
}

/** Of those that have values in all the years. */
function shiftsOf(
  others: EffectQuestion['others'],
  before: number[],
  after: number[],
): (Shift & { code: string })[] {
  const wanted = [...before, ...after]
  return others.flatMap(({ code, points }) => {
    const known = new Set(points.map(({ year }) => year))
    return wanted.every((year) => known.has(year)) ? [{ code, ...shiftOf(points, before, after) }] : []
  })
}

function shiftOf(points: YearValue[], before: number[], after: number[]): Shift {
  const meanOver = (years: number[]) =>
    mean(
      points.filter(({ year }) => years.includes(year)),
      ({ value }) => value,
    ) ?? 0
  const [first, second] = [meanOver(before), meanOver(after)]
  return { before: first, after: second, change: second - first }
}

function meanShift(others: Shift[]): Shift {
  const meanOf = (part: keyof Shift) => mean(others, (one) => one[part]) ?? 0
  return { before: meanOf('before'), after: meanOf('after'), change: meanOf('change') }
}
