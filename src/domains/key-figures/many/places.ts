import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Steps, stepAtPosition, stepsAround } from '../rules/order-steps.ts'
import type { Direction } from '../tables.ts'
import { countBetween, countTiedBefore, listFrom, type OrderAsked } from './read-queries.ts'

/** The order of a figure and year in a large group. */
export interface Order extends OrderAsked {
  direction: Direction
  /** How many have a value. */
  count: number
  steps: Steps
}

/** Where a value stands: how many are lower, how many are equal. */
export interface Standing {
  below: number
  equal: number
}

/** A row of the ranking. */
export interface Ranked {
  code: string
  value: number
  place: number
  shared: number
  /** From 0 on, best first: tells the next row from a gap, also where places are shared. */
  at: number
}

/** Where a value stands, exactly: a step's count and a short stretch of the index. */
export async function standingIn(db: Kysely<Database>, order: Order, value: number): Promise<Standing> {
  const { under, over } = stepsAround(order.steps, value)
  const [more, higher] = await Promise.all([
    under && under.value < value ? countBetween(db, order, { from: under.value, to: value }) : 0,
    over ? countBetween(db, order, { from: value, to: over.value, over: true }) : 0,
  ])
  const below = (under?.below ?? 0) + more
  // What has changed since the steps were computed must not make a place that is none.
  const upTo = Math.max((over?.below ?? order.count) - higher, below)
  return { below, equal: upTo - below }
}

/** The place of a value, 1 for the best; equal ones share it. */
export function placeOf({ direction, count }: Order, { below, equal }: Standing): number {
  return direction === 'down' ? below + 1 : Math.max(1, count - below - equal + 1)
}

/** The place of somebody who does not belong to the group, as if it did. */
export async function placeBeside(
  db: Kysely<Database>,
  order: Order,
  { code, value }: { code: string; value: number },
): Promise<Ranked> {
  const standing = await standingIn(db, order, value)
  const place = placeOf(order, standing)
  return { code, value, place, shared: standing.equal + 1, at: place - 1 }
}

/** How far from the best somebody stands, from 0 on, each by itself. */
export async function positionOf(
  db: Kysely<Database>,
  order: Order,
  mine: { code: string; value: number },
): Promise<number> {
  const [{ below }, before] = await Promise.all([
    standingIn(db, order, mine.value),
    countTiedBefore(db, order, mine),
  ])
  return fromBest(order, below + before)
}

/** A stretch of the ranking: `most` rows from a position on, the best first. */
export async function stretchOf(
  db: Kysely<Database>,
  order: Order,
  { from, most }: { from: number; most: number },
): Promise<Ranked[]> {
  const last = Math.min(from + most, order.count) - 1
  if (last < from || from < 0) return []
  const lowest = order.direction === 'down' ? from : fromBest(order, last)
  // One more at each end tells, as a rule, that nobody outside shares a value with anybody of the stretch.
  const begin = Math.max(0, lowest - 1)
  const step = stepAtPosition(order.steps, begin)
  if (!step) return []
  const read = await listFrom(db, order, {
    from: step.value,
    skip: begin - step.below,
    most: last - from + 2 + lowest - begin,
  })
  const rows = read.slice(lowest - begin, lowest - begin + last - from + 1)
  const goingOn = [
    begin > 0 ? read[0] : undefined,
    begin + read.length < order.count ? read.at(-1) : undefined,
  ]
  const shared = new Set(
    goingOn.flatMap((end) => (end && rows.some(({ value }) => value === end.value) ? [end.value] : [])),
  )
  const ends = new Map(
    await Promise.all([...shared].map(async (value) => [value, await standingIn(db, order, value)] as const)),
  )
  const ranked = rows.map(({ code, value }, index) => {
    const standing = ends.get(value) ?? {
      below: begin + read.findIndex((one) => one.value === value),
      equal: read.filter((one) => one.value === value).length,
    }
    const at = fromBest(order, lowest + index)
    const equal = Math.max(1, standing.equal)
    return { code, value, place: placeOf(order, { ...standing, equal }), shared: equal, at }
  })
  return order.direction === 'down' ? ranked : ranked.reverse()
}

/** A position counted from the lowest value, counted from the best; and the other way. */
function fromBest({ direction, count }: Order, position: number): number {
  return direction === 'down' ? position : count - 1 - position
}
