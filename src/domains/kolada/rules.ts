import type { MissingReason } from '#domains/key-figures/index.ts'

/**
 * The id of a key figure by the number that the database gave it: U97001 … in the order of the catalogue when they
 * were given. Scripts outside rely on them, so a number is never changed or used again. Kolada's own list has nothing
 * in U86000–U99999 (April 2026), so the two never mean different things.
 */
export function kpiIdOf(number: number): string {
  return `U${number}`
}

/** The id of a set of key figures as a group: the year of its decision, 1 for the network's own, 2 for members' own. */
export function kpiGroupIdOf(setId: string): string | null {
  if (setId === 'own') return 'G1'
  if (setId === 'members') return 'G2'
  return /^\d{4}$/.test(setId) ? `G${setId}` : null
}

/** The groups of members. Kolada's own groups begin at G2328 (April 2026), ours end below G300. */
export const memberGroupIds = { municipality: 'G1', region: 'G2' } as const

/** The id of an SKR group (`A1` … `C9`, each digit once): G101 … G109. */
export function skrGroupIdOf(groupCode: string): string {
  return `G10${groupCode.slice(-1)}`
}

/** The id of a county's municipalities: G201 … G225 by the county's two digits. */
export function countyGroupIdOf(countyCode: string): string {
  return `G2${countyCode}`
}

/** What kind of unit a value belongs to: a municipality, a region or a group. */
export type UnitKind = 'K' | 'L' | 'G'

/** One value in Kolada's shape. */
export interface Value {
  unit: string
  kind: UnitKind
  year: number
  /** 1, or for a group how many members had a value. */
  count: number
  /** Empty for an ordinary value. */
  status: Status
  value: number | null
  /** The day from which it is known, `YYYY-MM-DD`. */
  changedOn: string
}

export type Status = '' | 'Missing' | 'Private' | 'NotApplicable' | 'MadeUp' | 'Deviating'

/** A reading as it stands now. */
export interface CurrentReading {
  code: string
  year: number
  value: number | null
  missing: MissingReason | null
  madeUp: boolean
  /** It shows but is left out of means. */
  deviates: boolean
  changedOn: string
}

const missingStatus: Record<MissingReason, Status> = {
  'not-reported': 'Missing',
  'not-measured': 'Missing',
  'not-applicable': 'NotApplicable',
  confidential: 'Private',
}

/** What a reading says beside its value: why there is none, that it is made up, or that it deviates. */
export function statusOf({ missing, madeUp, deviates }: CurrentReading): Status {
  if (missing) return missingStatus[missing]
  if (madeUp) return 'MadeUp'
  return deviates ? 'Deviating' : ''
}

/**
 * The unweighted mean of a group's members in a year. Null when no member has a reading at all. `changedOn` is the
 * latest day of the readings, or of the group when its members changed after that.
 */
export function groupValue(
  group: { id: string; changedOn: string },
  year: number,
  readings: CurrentReading[],
): Value | null {
  if (readings.length === 0) return null
  const values: number[] = []
  let madeUp = false
  let changedOn = group.changedOn
  for (const reading of readings) {
    if (reading.changedOn > changedOn) changedOn = reading.changedOn
    if (reading.value === null || reading.deviates) continue
    values.push(reading.value)
    madeUp ||= reading.madeUp
  }
  const count = values.length
  return {
    unit: group.id,
    kind: 'G',
    year,
    count,
    status: count === 0 ? 'Missing' : madeUp ? 'MadeUp' : '',
    value: count === 0 ? null : values.reduce((sum, value) => sum + value, 0) / count,
    changedOn,
  }
}

/** One page of a list, and whether there is more before and after. `page` counts from 1. */
export interface Page<T> {
  items: T[]
  next: number | null
  previous: number | null
}

/** Cuts a list into pages. A page beyond the end is empty and leads back to the last one that is not. */
export function pageOf<T>(all: T[], page: number, perPage: number): Page<T> {
  const last = Math.ceil(all.length / perPage)
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    next: page < last ? page + 1 : null,
    previous: page > 1 && last > 0 ? Math.min(page - 1, last) : null,
  }
}
