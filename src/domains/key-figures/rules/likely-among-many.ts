import type { Direction } from '../tables.ts'
import { type PlaceInterval, tails } from './likely-places.ts'
import { type Contender, possibleValues } from './noise.ts'
import { aboutBelow, type Steps } from './order-steps.ts'

/** The values of a large group in order. */
export interface ManyOrder {
  direction: Direction
  count: number
  steps: Steps
}

/**
 * The likely places among many: where each of the contender's possible values would stand among the values that the
 * others have. The noise of a thousand others evens out, so that drawing it again and again changes next to nothing.
 * The interval reaches from the 5th to the 95th percentile, and always holds the place itself.
 */
export function likelyAmongMany(contender: Contender, order: ManyOrder, place: number): PlaceInterval | null {
  const possible = possibleValues(contender)
  if (!possible) return null
  const places = possible
    .map((value) => (value === contender.value ? place : aboutPlace(value, order)))
    .sort((a, b) => a - b)
  const at = (share: number) => places[Math.max(0, Math.ceil(share * places.length) - 1)] ?? place
  return { from: Math.min(at(tails.from), place), to: Math.max(at(tails.to), place) }
}

function aboutPlace(value: number, { direction, count, steps }: ManyOrder): number {
  const below = aboutBelow(steps, value, count)
  const ahead = direction === 'down' ? below : count - below - 1
  return Math.min(count, Math.max(1, Math.round(ahead) + 1))
}
