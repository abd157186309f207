import type { Capacity } from '../tables.ts'

/** Somebody who is present. */
export interface Present {
  personId: number | null
  capacity: Capacity
  /** The member whose vote a substitute has. */
  inPlaceOf: number | null
}

/** Who has a vote: the members, and the substitutes that serve in the place of one. Who is partial in the matter has none. */
export function votersOf<P extends Present>(present: P[], partial: readonly number[] = []): P[] {
  return present.filter(
    ({ personId, capacity, inPlaceOf }) =>
      personId !== null &&
      !partial.includes(personId) &&
      (capacity === 'member' || (capacity === 'substitute' && inPlaceOf !== null)),
  )
}

/** What is wrong with who serves for whom. */
export type AttendanceFault = 'member-there' | 'served-twice'

/** A substitute serves for one member, who is away and has no other substitute. */
export function faultsOfAttendance(present: Present[]): AttendanceFault | undefined {
  const served = present.flatMap(({ inPlaceOf }) => (inPlaceOf === null ? [] : [inPlaceOf]))
  if (new Set(served).size < served.length) return 'served-twice'
  const there = present.some(({ personId }) => personId !== null && served.includes(personId))
  return there ? 'member-there' : undefined
}
