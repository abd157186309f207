import { randomLcg } from 'd3-random'
import type { Direction } from '../tables.ts'
import { betterFirst } from './direction.ts'
import { type Contender, possibleValues } from './noise.ts'

/** Places between which nine rounds of ten end. */
export interface PlaceInterval {
  from: number
  to: number
}

export interface Resampling {
  /** At most 65,535. */
  rounds: number
  seed: number
}

/** The same seed for everyone, always: the same values give the same interval. */
export const usualResampling: Resampling = { rounds: 1000, seed: 0.4711 }
/** Percentiles that bound the likely places. */
export const tails = { from: 0.05, to: 0.95 }

/**
 * The likely places: in each round every contender draws one of its possible values and all are ranked anew; the
 * interval reaches from the 5th to the 95th percentile of a contender's places. One whose noise is not known
 * keeps its value in every round and gets null.
 *
 * All possible values are ranked once ahead, so that a round only counts: 290 contenders take milliseconds.
 */
export function likelyPlaces(
  contenders: Contender[],
  direction: Direction,
  { rounds, seed }: Resampling,
): (PlaceInterval | null)[] {
  const possible = contenders.map(possibleValues)
  const drawnFrom = contenders.map(({ value }, index) => possible[index] ?? [value])
  const n = contenders.length
  const count = drawnFrom.reduce((sum, own) => sum + own.length, 0)
  // A few are compared with each other sooner than all possible values are put in order.
  const histogram =
    n * n < 2 * count && n * rounds <= mostKept
      ? countFew(urnsOf(drawnFrom, direction), numbersOf(seed, n * rounds))
      : countPlaces(urnsOf(drawnFrom, direction), rounds, randomLcg(seed))
  return possible.map((known, index) =>
    known ? intervalOf(histogram.subarray(index * n, index * n + n), rounds) : null,
  )
}

/** The likely places of one contender, the same as {@link likelyPlaces} gives it: the others are counted only for it. */
export function likelyPlacesOf(
  index: number,
  contenders: Contender[],
  direction: Direction,
  { rounds, seed }: Resampling,
): PlaceInterval | null {
  const n = contenders.length
  const possible = contenders.map(possibleValues)
  if (!possible[index]) return null
  // Turned so that lower is better.
  const sign = direction === 'down' ? 1 : -1
  const urns = contenders.map(
    ({ value }, at) => new Float64Array((possible[at] ?? [value]).map((one) => one * sign)),
  )
  const numbers = numbersOf(seed, n * rounds)
  const own = new Float64Array(rounds)
  const other = new Float64Array(rounds)
  const ahead = new Int32Array(rounds)
  draw(urns, index, numbers, own)
  for (let at = 0; at < n; at++) {
    draw(urns, at, numbers, other)
    countAhead(other, own, ahead)
  }
  const counts = new Uint16Array(n)
  for (let round = 0; round < rounds; round++) {
    const place = ahead[round] ?? 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return intervalOf(counts, rounds)
}

/** What one contender draws in each round: of the random numbers, every n-th is its own. */
function draw(urns: Float64Array[], at: number, numbers: Float64Array, into: Float64Array): void {
  const urn = urns[at] ?? new Float64Array(1)
  const step = urns.length
  for (let round = 0, next = at; round < into.length; round++, next += step)
    into[round] = urn[Math.floor((numbers[next] ?? 0) * urn.length)] ?? 0
}

/** Counts the rounds in which another is ahead. Added instead of asked for, since nothing foretells which way it goes. */
function countAhead(other: Float64Array, own: Float64Array, ahead: Int32Array): void {
  for (let round = 0; round < ahead.length; round++)
    ahead[round] = (ahead[round] ?? 0) + Number((other[round] ?? 0) < (own[round] ?? 0))
}

/** So many random numbers are kept: half a megabyte. */
const mostKept = 65_536
const keptNumbers = { seed: Number.NaN, numbers: new Float64Array(0) }

/** The first random numbers of a seed. Every figure of a page begins with the same ones, so some are kept. */
function numbersOf(seed: number, count: number): Float64Array {
  if (count > mostKept) return firstNumbers(seed, count)
  if (keptNumbers.seed !== seed || keptNumbers.numbers.length < count) {
    keptNumbers.seed = seed
    keptNumbers.numbers = firstNumbers(seed, count)
  }
  return keptNumbers.numbers.subarray(0, count)
}

function firstNumbers(seed: number, count: number): Float64Array<ArrayBuffer> {
  const random = randomLcg(seed)
  const numbers = new Float64Array(count)
  for (let at = 0; at < count; at++) numbers[at] = random()
  return numbers
}

/**
 * For each of a few contenders, in how many rounds how many others were ahead of it: pair by pair. The sign of a
 * difference is added instead of asked for, since nothing foretells which way such a question goes.
 */
function countFew({ ranks, starts }: Urns, numbers: Float64Array): Uint16Array {
  const n = starts.length - 1
  const histogram = new Uint16Array(n * n)
  const drawn = new Int32Array(n)
  const better = new Int32Array(n)
  for (let at = 0; at + n <= numbers.length; at += n) {
    for (let i = 0; i < n; i++) {
      const start = starts[i] ?? 0
      const size = (starts[i + 1] ?? 0) - start
      const one = ranks[start + Math.floor((numbers[at + i] ?? 0) * size)] ?? 0
      let ahead = 0
      for (let j = 0; j < i; j++) {
        const other = drawn[j] ?? 0
        ahead += (other - one) >>> 31
        better[j] = (better[j] ?? 0) + ((one - other) >>> 31)
      }
      drawn[i] = one
      better[i] = ahead
    }
    for (let i = 0; i < n; i++) {
      const cell = i * n + (better[i] ?? 0)
      histogram[cell] = (histogram[cell] ?? 0) + 1
    }
  }
  return histogram
}

/** What each contender draws from: not values but their ranks among all possible values, best 0, ties alike. */
interface Urns {
  ranks: Uint32Array
  /** Where each contender's ranks begin; one more at the end. */
  starts: Uint32Array
  rankCount: number
}

function urnsOf(values: number[][], direction: Direction): Urns {
  const starts = new Uint32Array(values.length + 1)
  for (const [index, own] of values.entries()) starts[index + 1] = (starts[index] ?? 0) + own.length
  const flat = values.flat()
  const distinct = [...new Set(flat)].sort(betterFirst(direction))
  const rankOf = new Map(distinct.map((value, rank) => [value, rank]))
  return {
    ranks: Uint32Array.from(flat, (value) => rankOf.get(value) ?? 0),
    starts,
    rankCount: distinct.length,
  }
}

/** For each contender, in how many rounds how many others were ahead of it: a row of n counts each. */
function countPlaces({ ranks, starts, rankCount }: Urns, rounds: number, random: () => number): Uint16Array {
  const n = starts.length - 1
  const histogram = new Uint16Array(n * n)
  const drawn = new Uint32Array(n)
  const ahead = new Uint32Array(rankCount)
  for (let round = 0; round < rounds; round++) {
    ahead.fill(0)
    for (let i = 0; i < n; i++) {
      const start = starts[i] ?? 0
      const rank = ranks[start + Math.floor(random() * ((starts[i + 1] ?? 0) - start))] ?? 0
      drawn[i] = rank
      ahead[rank] = (ahead[rank] ?? 0) + 1
    }
    let sum = 0
    for (let rank = 0; rank < rankCount; rank++) {
      const here = ahead[rank] ?? 0
      ahead[rank] = sum
      sum += here
    }
    for (let i = 0; i < n; i++) {
      const cell = i * n + (ahead[drawn[i] ?? 0] ?? 0)
      histogram[cell] = (histogram[cell] ?? 0) + 1
    }
  }
  return histogram
}

function intervalOf(counts: Uint16Array, rounds: number): PlaceInterval {
  const placeAt = (share: number) => {
    let sum = 0
    return counts.findIndex((count) => {
      sum += count
      return sum >= share * rounds
    })
  }
  return { from: placeAt(tails.from) + 1, to: placeAt(tails.to) + 1 }
}
