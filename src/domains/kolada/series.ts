import { type CurrentReading, groupValue, statusOf, type UnitKind, type Value } from './rules.ts'
import type { Units } from './units.ts'

/** All values of a figure: those of places, then those of groups, each year's by the id of the unit. */
export interface Series {
  byYear: Map<number, Value[]>
  /** Every year, oldest first. */
  years: number[]
  /** How many values in all. */
  size: number
}

/** What is wanted of a series. Null means any. */
export interface Wanted {
  years: number[] | null
  units: Set<string> | null
  kind: UnitKind | null
  /** Only what has been known from this day on or later, `YYYY-MM-DD`. */
  fromDate: string | null
}

/** The values of a figure for every place and group. A reading of a unit that the API does not list is left out. */
export function seriesOf(readings: CurrentReading[], { placeById, groups }: Units): Series {
  const byYear = new Map<number, Value[]>()
  let size = 0
  const years = Map.groupBy(readings, ({ year }) => year)
  for (const year of [...years.keys()].sort((a, b) => a - b)) {
    const readingByCode = new Map((years.get(year) ?? []).map((reading) => [reading.code, reading]))
    const values: Value[] = []
    for (const reading of readingByCode.values()) {
      const place = placeById.get(reading.code)
      if (place) values.push(placeValue(reading, place.type))
    }
    values.sort((a, b) => (a.unit < b.unit ? -1 : 1))
    for (const group of groups) {
      const theirs = group.members.flatMap(({ id }) => readingByCode.get(id) ?? [])
      const mean = groupValue(group, year, theirs)
      if (mean) values.push(mean)
    }
    byYear.set(year, values)
    size += values.length
  }
  return { byYear, years: [...byYear.keys()], size }
}

/**
 * The values that are wanted, oldest first. Groups come only when they are asked for, by id or by kind, so that
 * nobody counts a municipality twice by chance.
 */
export function pick(series: Series, { years, units, kind, fromDate }: Wanted): Value[] {
  const picked: Value[] = []
  for (const year of years ?? series.years) {
    for (const value of series.byYear.get(year) ?? []) {
      if (units ? !units.has(value.unit) : value.kind === 'G' && kind !== 'G') continue
      if (kind !== null && value.kind !== kind) continue
      if (fromDate !== null && value.changedOn < fromDate) continue
      picked.push(value)
    }
  }
  return picked
}

function placeValue(reading: CurrentReading, kind: 'K' | 'L'): Value {
  const { code, year, value, changedOn } = reading
  return { unit: code, kind, year, count: 1, status: statusOf(reading), value, changedOn }
}
