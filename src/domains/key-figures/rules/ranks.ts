import type { Direction } from '../tables.ts'
import { betterFirst } from './direction.ts'
import {
  likelyPlaces,
  likelyPlacesOf,
  type PlaceInterval,
  type Resampling,
  usualResampling,
} from './likely-places.ts'
import type { Contender } from './noise.ts'

export type { Contender, PlaceInterval }

export interface Place {
  code: string
  value: number
  /** Equal values share a place and the next one is skipped: 1, 2, 2, 4. */
  place: number
  /** How many share the place, itself among them. */
  shared: number
  /** The places that the contender's own noise allows; always with the place itself. Null when not known. */
  likely: PlaceInterval | null
}

/** Ranks the contenders, best first; those that share a place by code. */
export function rankPlaces(
  contenders: Contender[],
  direction: Direction,
  options: Partial<Resampling> = {},
): Place[] {
  const ordered = inDrawingOrder(contenders)
  const intervals = likelyPlaces(ordered, direction, { ...usualResampling, ...options })
  const placeOf = placesByValue(ordered, direction)
  return ordered
    .map(({ code, value }, index) => {
      const { place, shared } = placeOf(value)
      return { code, value, place, shared, likely: including(place, intervals[index] ?? null) }
    })
    .sort((a, b) => a.place - b.place)
}

/** The place that {@link rankPlaces} gives one contender, in a fraction of the time; null when it takes no part. */
export function placeOfOne(code: string, contenders: Contender[], direction: Direction): Place | null {
  const ordered = inDrawingOrder(contenders)
  const index = ordered.findIndex((one) => one.code === code)
  const value = ordered[index]?.value
  if (value === undefined) return null
  const { place, shared } = placesByValue(ordered, direction)(value)
  const interval = likelyPlacesOf(index, ordered, direction, usualResampling)
  return { code, value, place, shared, likely: including(place, interval) }
}

/** By code, so that the random draws do not depend on the order that the contenders come in. */
function inDrawingOrder(contenders: Contender[]): Contender[] {
  return contenders.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

/**
 * Which rows of a ranking (best first) to show without being asked: the top three, the one above me, me and the
 * one below; null marks a gap, also after the last row shown when more follow. Those on the last place are never
 * shown, unless it is me.
 */
export function placesToShow(places: Place[], mine: string | null): (number | null)[] {
  const me = places.findIndex(({ code }) => code === mine)
  const lastPlace = places.at(-1)?.place ?? 0
  const near = me < 0 ? [] : [me - 1, me, me + 1]
  const wanted = [...new Set([0, 1, 2, ...near])].sort((a, b) => a - b)
  const shown = wanted.filter((index) => {
    const place = places[index]
    return place && (index === me || place.place === 1 || place.place < lastPlace)
  })
  const rows = shown.flatMap((index, row) => (index === (shown[row - 1] ?? -1) + 1 ? [index] : [null, index]))
  return (shown.at(-1) ?? -1) < places.length - 1 ? [...rows, null] : rows
}

function placesByValue(contenders: Contender[], direction: Direction) {
  const sorted = contenders.map(({ value }) => value).sort(betterFirst(direction))
  const places = new Map<number, { place: number; shared: number }>()
  for (const [index, value] of sorted.entries()) {
    const known = places.get(value)
    if (known) known.shared += 1
    else places.set(value, { place: index + 1, shared: 1 })
  }
  return (value: number) => places.get(value) ?? { place: 0, shared: 0 }
}

/**
 * Among many that lie close together, drawing noise onto noise can move even the first away from its place in
 * most rounds. A reader must still find the place inside its interval.
 */
function including(place: number, interval: PlaceInterval | null): PlaceInterval | null {
  return interval && { from: Math.min(interval.from, place), to: Math.max(interval.to, place) }
}
