import type { PopulationBasis } from './tables.ts'

export interface Population {
  year: number
  /** Inhabitants on 31 December. */
  inhabitants: number
  basis: PopulationBasis
}

export interface MembershipPeriod {
  /** First day, `YYYY-MM-DD`. */
  since: string
  /** First day no longer a member; null while it lasts. */
  until: string | null
  /** Full members are compared; an observer looks on for a year before it decides. */
  kind: MembershipKind
  /** Who decided, when and in which paragraph. */
  decision: string
  madeUp: boolean
}

export type MembershipKind = 'full' | 'observer'

/** A municipality or region with the facts that comparison needs. */
export interface Organisation {
  code: string
  kind: 'municipality' | 'region'
  name: string
  countyCode: string
  countyName: string
  /** SKR group of municipalities, `A1` … `C9`. */
  groupCode: string | null
  groupName: { sv: string; en: string; fi?: string } | null
  landAreaKm2: number | null
  populations: Population[]
  memberships: MembershipPeriod[]
  /** Place on the map, in drawing units. */
  circle: { x: number; y: number; radius: number } | null
}

/** The organisations in Swedish alphabetical order, and the ways to find one. */
export interface Directory {
  all: Organisation[]
  byCode: Map<string, Organisation>
}

export function directoryOf(all: Organisation[]): Directory {
  return { all, byCode: new Map(all.map((organisation) => [organisation.code, organisation])) }
}

/** The membership period that holds on a day (`YYYY-MM-DD`), full or as an observer. */
export function periodOn<P extends { since: string; until: string | null }>(
  periods: P[],
  day: string,
): P | undefined {
  return periods.find(({ since, until }) => since <= day && (until === null || day < until))
}

/** Whether an organisation is a full member on a day (`YYYY-MM-DD`). Observers are not. */
export function isMember(
  { memberships }: { memberships: Pick<MembershipPeriod, 'since' | 'until' | 'kind'>[] },
  day: string,
): boolean {
  return periodOn(memberships, day)?.kind === 'full'
}

/** Whether an organisation looks on as an observer on a day (`YYYY-MM-DD`). */
export function isObserver({ memberships }: Pick<Organisation, 'memberships'>, day: string): boolean {
  return periodOn(memberships, day)?.kind === 'observer'
}

/** The population of a year, or of the nearest year known: earlier first, since later is not yet known then. */
export function populationIn(organisation: Organisation, year: number): Population | undefined {
  const before = organisation.populations.findLast((population) => population.year <= year)
  return before ?? organisation.populations[0]
}

export function latestPopulation(organisation: Organisation): Population | undefined {
  return organisation.populations.at(-1)
}

/**
 * Organisations whose name or code fits what a person typed: an exact name or code alone, else every name that
 * begins with the text, then every name that holds it. "falkenbergs kommun" finds Falkenberg.
 */
export function searchOrganisations(directory: Directory, typed: string): Organisation[] {
  const spellings = spellingsOf(typed)
  const [wanted] = spellings
  if (!wanted) return []
  for (const name of spellings) {
    const exact = directory.all.filter((one) => one.code === name || plain(one.name) === name)
    if (exact.length > 0) return exact
  }
  const begins = directory.all.filter(({ name }) => plain(name).startsWith(wanted))
  const holds = directory.all.filter(
    ({ name }) => plain(name).includes(wanted) && !plain(name).startsWith(wanted),
  )
  return [...begins, ...holds]
}

/**
 * What a typed name may be written as. The genitive s is ambiguous: "Borås kommun" is Borås, "Falkenbergs kommun" is
 * Falkenberg.
 */
export function spellingsOf(typed: string): string[] {
  const wanted = plain(typed).replace(/ (kommun|stad)$/, '')
  return wanted ? [...new Set([wanted, wanted.replace(/s$/, '')])] : []
}

function plain(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('sv').replace(/\s+/g, ' ')
}
