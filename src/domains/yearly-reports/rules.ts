import type { Direction, Trend, TrendWord } from '#domains/key-figures/index.ts'

/** Where half of a group lies. */
export interface Middle {
  q1: number
  median: number
  q3: number
}

/** How a figure has moved and stands, in a measure that is the same for figures of every unit. */
export interface Step {
  id: string
  word: TrendWord
  /** How far the trend line has moved the right way over its period, in widths of the group's middle half. */
  forward: number | null
  /** How far from the group's median the value lies on the worse side, likewise; below 0 on the better side. */
  behind: number | null
}

/** Measures a figure's way and place in widths of the group's middle half; null where that has no width. */
export function stepOf(
  figure: { id: string; direction: Direction },
  trend: Pick<Trend, 'word' | 'slope' | 'since' | 'until'>,
  value: number,
  middle: Middle | null,
): Step {
  const sign = figure.direction === 'up' ? 1 : -1
  const width = middle ? middle.q3 - middle.q1 : 0
  const measured = (distance: number) => (width > 0 ? (sign * distance) / width : null)
  return {
    id: figure.id,
    word: trend.word,
    forward: measured(trend.slope * (trend.until - trend.since)),
    behind: middle && measured(middle.median - value),
  }
}

/** The figure that has gone the right way furthest; undefined when none has. */
export function biggestStep(steps: Step[]): Step | undefined {
  return furthest(
    steps.filter(({ word }) => word === 'right'),
    ({ forward }) => forward,
  )
}

/**
 * Where the eyes are needed: what has gone the wrong way furthest, else what lies furthest behind the median and
 * does not go the right way. Undefined when there is neither.
 */
export function weakSpot(steps: Step[]): Step | undefined {
  const wrong = steps.filter(({ word }) => word === 'wrong')
  if (wrong.length > 0) return furthest(wrong, ({ forward }) => forward && -forward)
  return furthest(
    steps.filter(({ word, behind }) => word !== 'right' && behind !== null && behind > 0),
    ({ behind }) => behind,
  )
}

/**
 * Those whose trend goes the right way, and faster than mine where mine can be told; fastest first. Mine may be
 * too short a series to be judged: then every one that goes the right way has something to tell.
 */
export function improvedMore<T extends { trend: Pick<Trend, 'word' | 'slope'> }>(
  mine: Pick<Trend, 'word' | 'slope'>,
  others: T[],
  direction: Direction,
): T[] {
  const sign = direction === 'up' ? 1 : -1
  const pace = mine.word === 'right' ? sign * mine.slope : 0
  return others
    .filter(({ trend }) => trend.word === 'right' && sign * trend.slope > pace)
    .sort((a, b) => sign * (b.trend.slope - a.trend.slope))
}

/** How many figures go which way. */
export function countWays(words: TrendWord[]): Record<TrendWord, number> {
  const ways = { right: 0, wrong: 0, unchanged: 0, 'too-few': 0 }
  for (const word of words) ways[word] += 1
  return ways
}

/** A step that cannot be measured counts as the shortest. */
function furthest(steps: Step[], measure: (step: Step) => number | null): Step | undefined {
  const length = (step: Step) => measure(step) ?? Number.NEGATIVE_INFINITY
  return steps.reduce<Step | undefined>(
    (best, step) => (best === undefined || length(step) > length(best) ? step : best),
    undefined,
  )
}
