import type { Basis, Certainty, Direction, MissingReason, Scope, ValueStatus } from './tables.ts'

/** A text in the languages that every fact is told in, and perhaps in more. */
export interface Pair {
  sv: string
  en: string
  fi?: string
}

/** The decision of a meeting that something of the catalogue rests on. */
export interface DecisionReference {
  meeting: string
  /** `YYYY-MM-DD`. */
  on: string
  paragraph: string
  /** Address of the minutes; empty when there is none. */
  link: string
  madeUp: boolean
}

/** Whose own key figure it is, beside those that the meetings decided on. */
export interface Ownership {
  code: string
  name: string
  /** Everyone who follows it, the owner first. */
  followers: { code: string; name: string }[]
  /** It is not followed any more. */
  archived: boolean
  madeUp: boolean
}

/** The set of the members' own key figures. */
export const membersSet = 'members'

/** What a meeting decided to follow; the network's own figures and the members' own form a set each. */
export interface KeyFigureSet {
  id: string
  name: Pair
  /** The year is known of every decision, the day of some. */
  decidedYear: number | null
  decidedOn: string | null
  /** The day from which the members follow it; null when they do not, or not yet. */
  currentFrom: string | null
  decision: Pair
  reference?: DecisionReference
}

/** One entry of the catalogue. */
export interface KeyFigure {
  id: string
  /** Of the sets that hold the figure, the one that began last; before any has begun, the one it was decided in. */
  setId: string
  /** Its number in that set. */
  number: string
  name: Pair
  explanation: Pair
  unit: Pair
  decimals: number
  direction: Direction
  scope: Scope
  numerator: Pair | null
  denominator: Pair | null
  /** Who produces the statistics. */
  producer: Pair
  reportedBy: 'national' | 'reporter'
  plausible: { min: number | null; max: number | null }
  target: { value: number; year: number; by: Pair | null } | null
  /** Limits between status classes, best first. */
  classLimits: number[] | null
  criteria: number[]
  sdgs: number[]
  replaces: string[]
  certainty: Certainty
  /** How the values at hand differ from the definition. */
  valuesNote: Pair | null
  /** The decision of this version, where it is kept apart from its set's. */
  reference?: DecisionReference
  /** Set for a member's own key figure, which no meeting decided on. Its name says so too. */
  own?: Ownership
}

/** From `year` on another method or definition; nothing is compared across it. */
export interface MethodBreak {
  figureId: string
  year: number
  reason: Pair
  reference?: DecisionReference
}

/** One value of an organisation and year, or why there is none. */
export interface Reading {
  year: number
  value: number | null
  missing: MissingReason | null
  status: ValueStatus
  basis: Basis
  sourceId: string
  /** Who gave the value, in words; empty when it is the source itself. */
  reportedBy: string
  /** Why this value shows but is left out of trend and rank. */
  deviation: Pair | null
  /** Set when this reading corrects an earlier one. */
  revision: Pair | null
  /** What the organisation itself says of the value; empty when it says nothing. */
  comment: string
}

/** All readings of one figure. */
export interface FigureData {
  byCode: Map<string, Reading[]>
  years: number[]
}

/** The same figure without what is about later years. */
export function dataUntil({ byCode, years }: FigureData, last: number): FigureData {
  return {
    byCode: new Map(
      [...byCode].map(([code, readings]) => [code, readings.filter(({ year }) => year <= last)]),
    ),
    years: years.filter((year) => year <= last),
  }
}

/** A reading that counts in trend, rank and means. */
export interface CountedReading extends Reading {
  value: number
}

/** The readings that count: those with a value that does not deviate from the definition. */
export function counted(readings: Reading[] | undefined): CountedReading[] {
  return (readings ?? []).filter(
    (reading): reading is CountedReading => reading.value !== null && !reading.deviation,
  )
}
