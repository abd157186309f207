import { deviation } from 'd3-array'

/** How many neighbours are suggested when nobody asks for another number. */
export const usualNeighbours = 7

export interface Candidate {
  code: string
  population: number
  landAreaKm2: number
  /** SKR group such as `B3`: a letter for the main group and a digit. Regions have none. */
  groupCode: string | null
}

/** Differences, each in units that weigh alike; the distance is the root of the sum of their squares. */
export interface Differences {
  /** Of the logarithms of the populations, in standard deviations among the candidates. */
  population: number
  /** Of the logarithms of inhabitants per square kilometre, likewise. */
  density: number
  /** 0 in the same SKR group, ½ in the same main group, else 1; null where neither has a group. */
  group: number | null
}

export interface Neighbour {
  code: string
  distance: number
  differences: Differences
}

/**
 * The candidates most like the one with `code`, nearest first; equally near by code. The one itself is a candidate
 * but never its own neighbour. Candidates without people or land are passed over. Empty when `code` is not among
 * the candidates.
 */
export function similarTo(code: string, candidates: Candidate[], count = usualNeighbours): Neighbour[] {
  const usable = candidates.filter(isUsable)
  const mine = usable.find((one) => one.code === code)
  return mine ? neighboursAmong(mine, usable, spreadOf(usable)).slice(0, count) : []
}

/** How much the candidates of a kind differ: standard deviations of the logarithms. */
export interface Spread {
  population: number
  density: number
}

/** The spread of candidates that all have people and land. */
export function spreadOf(candidates: Candidate[]): Spread {
  // By code: the sums behind a standard deviation depend on their order.
  const places = candidates.toSorted(byCode).map(placeOf)
  return {
    population: deviation(places, ({ population }) => population) ?? 0,
    density: deviation(places, ({ density }) => density) ?? 0,
  }
}

/** How near each of the candidates is to one of them, nearest first, equally near by code. */
export function neighboursAmong(mine: Candidate, candidates: Candidate[], spread: Spread): Neighbour[] {
  const place = placeOf(mine)
  return candidates
    .filter((one) => one.code !== mine.code)
    .toSorted(byCode)
    .map((one) => neighbour(place, placeOf(one), spread))
    .sort((a, b) => a.distance - b.distance)
}

/** A candidate in logarithms: twice as many counts the same for the small as for the large. */
interface Place {
  code: string
  population: number
  density: number
  groupCode: string | null
}

function placeOf({ code, population, landAreaKm2, groupCode }: Candidate): Place {
  return {
    code,
    population: Math.log10(population),
    density: Math.log10(population / landAreaKm2),
    groupCode,
  }
}

function neighbour(mine: Place, other: Place, spread: Spread): Neighbour {
  const differences = {
    population: inSpreads(mine.population - other.population, spread.population),
    density: inSpreads(mine.density - other.density, spread.density),
    group: groupDifference(mine.groupCode, other.groupCode),
  }
  const distance = Math.hypot(differences.population, differences.density, differences.group ?? 0)
  return { code: other.code, distance, differences }
}

function inSpreads(difference: number, spread: number): number {
  return spread > 0 ? Math.abs(difference) / spread : 0
}

function groupDifference(mine: string | null, other: string | null): number | null {
  if (mine === null && other === null) return null
  if (mine === other) return 0
  return mine?.[0] === other?.[0] ? 0.5 : 1
}

function isUsable({ population, landAreaKm2 }: Candidate): boolean {
  return population > 0 && landAreaKm2 > 0
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0
}
