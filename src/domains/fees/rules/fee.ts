import type { MembershipPeriod } from '#domains/members/index.ts'
import type { JoiningRule, LeavingRule } from '../tables.ts'

/** The numbers of a fee: money in öre, the cap in inhabitants (null: none). */
export interface FeeTerms {
  fixedOre: number
  municipalityRateOre: number
  regionRateOre: number
  capInhabitants: number | null
}

/** What the annual meeting decided for a year. */
export interface FeeSchedule extends FeeTerms {
  year: number
  /** The fee counts the inhabitants of 31 December this year. */
  populationYear: number
  joining: JoiningRule
  leaving: LeavingRule
  /** What an observer pays of the full fee, in per cent. */
  observerPercent: number
  dueDays: number
  decidedOn: string
  decision: string
  /** Address of the meeting that decided it, when it was decided here. */
  link?: string
  madeUp: boolean
}

/** A year's full fee with its arithmetic. Money in öre. */
export interface Fee {
  fixedOre: number
  rateOre: number
  inhabitants: number
  countedInhabitants: number
  capped: boolean
  variableOre: number
  totalOre: number
}

/** More people than live in any country that could be meant; a population above it is a slip of the hand. */
export const mostInhabitants = 100_000_000

/** The full fee of a year: fixed + rate × inhabitants, at most the cap of them counted. All in whole öre. */
export function feeOf(terms: FeeTerms, kind: 'municipality' | 'region', inhabitants: number): Fee {
  if (!Number.isInteger(inhabitants) || inhabitants < 0 || inhabitants > mostInhabitants) {
    throw new RangeError(`No population: ${inhabitants}`)
  }
  const rateOre = kind === 'region' ? terms.regionRateOre : terms.municipalityRateOre
  const countedInhabitants = Math.min(inhabitants, terms.capInhabitants ?? inhabitants)
  const variableOre = rateOre * countedInhabitants
  return {
    fixedOre: terms.fixedOre,
    rateOre,
    inhabitants,
    countedInhabitants,
    capped: countedInhabitants < inhabitants,
    variableOre,
    totalOre: terms.fixedOre + variableOre,
  }
}

/** What of a year's fee somebody is charged, and why. */
export interface Charge {
  /** Months charged as a full member and as an observer, of twelve. */
  fullMonths: number
  observerMonths: number
  totalOre: number
}

type Standing = 'full' | 'observer' | null

/**
 * The part of a full fee that is charged for a year with these membership periods, by the schedule's own rules for
 * joining and leaving. Somebody is charged for a month in which the membership held on any day. The sum is
 * rounded once, to the nearest whole öre.
 */
export function chargeFor(
  schedule: Pick<FeeSchedule, 'year' | 'joining' | 'leaving' | 'observerPercent'>,
  periods: Pick<MembershipPeriod, 'since' | 'until' | 'kind'>[],
  fullOre: number,
): Charge {
  const months = monthsOf(schedule, periods)
  const fullMonths = months.filter((standing) => standing === 'full').length
  const observerMonths = months.filter((standing) => standing === 'observer').length
  const hundredths = fullMonths * 100 + observerMonths * schedule.observerPercent
  return { fullMonths, observerMonths, totalOre: Math.round((fullOre * hundredths) / 1200) }
}

function monthsOf(
  { year, joining, leaving }: Pick<FeeSchedule, 'year' | 'joining' | 'leaving'>,
  periods: Pick<MembershipPeriod, 'since' | 'until' | 'kind'>[],
): Standing[] {
  const held = Array.from({ length: 12 }, (_, month) => standingIn(periods, year, month + 1))
  const first = held.findIndex((standing) => standing !== null)
  if (first === -1) return held
  const joinedThisYear = !periods.some(({ since, until }) => since < `${year}-01-01` && lasts(until, year))
  if (joinedThisYear && joining === 'free') return held.map(() => null)
  const last = held.findLastIndex((standing) => standing !== null)
  return held.map((standing, month) => {
    if (month < first && joining === 'whole-year') return held[first] ?? null
    if (month > last && leaving === 'whole-year') return held[last] ?? null
    return standing
  })
}

const lasts = (until: string | null, year: number) => until === null || until > `${year}-01-01`

/** The standing in a month: full if full on any of its days, else observer if that on any. */
function standingIn(
  periods: Pick<MembershipPeriod, 'since' | 'until' | 'kind'>[],
  year: number,
  month: number,
): Standing {
  const firstDay = `${year}-${String(month).padStart(2, '0')}-01`
  const nextFirst = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  const here = periods.filter(
    ({ since, until }) => since < nextFirst && (until === null || (until > firstDay && until > since)),
  )
  if (here.some(({ kind }) => kind === 'full')) return 'full'
  return here.length > 0 ? 'observer' : null
}
