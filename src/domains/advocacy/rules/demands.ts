import type { Outcome } from '../tables.ts'

/** A demand: the year it was sent, what became of it, and the year of that. */
export interface FollowedDemand {
  sentYear: number
  outcome: Outcome
  outcomeYear: number | null
}

/** How it stood at the end of a year with everything demanded until then. */
export interface YearOfDemands {
  year: number
  made: number
  law: number
  practice: number
  /** Of everything demanded, between 0 and 1. */
  shareWon: number
}

/** Year by year, from the first demand until the year given: how many demands were made and how many of them won. */
export function demandsOverYears(demands: FollowedDemand[], until: number): YearOfDemands[] {
  const first = Math.min(...demands.map(({ sentYear }) => sentYear))
  if (demands.length === 0 || first > until) return []
  return Array.from({ length: until - first + 1 }, (_, i) => yearOf(demands, first + i))
}

function yearOf(demands: FollowedDemand[], year: number): YearOfDemands {
  const made = demands.filter(({ sentYear }) => sentYear <= year)
  // What was won before it was asked for counts from the year that it was asked.
  const became = (wanted: Outcome) =>
    made.filter(
      ({ outcome, outcomeYear }) => outcome === wanted && outcomeYear !== null && outcomeYear <= year,
    ).length
  const [law, practice] = [became('law'), became('practice')]
  return {
    year,
    made: made.length,
    law,
    practice,
    shareWon: made.length === 0 ? 0 : (law + practice) / made.length,
  }
}
