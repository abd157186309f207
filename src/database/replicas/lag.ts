import type { Position } from './position.ts'

/** How far a replica is behind its primary, in time. */
export interface Lag {
  /** Notes where the primary stood, and where the replica stands, at a time in milliseconds. */
  note(at: number, primary: Position | undefined, replica: Position): void
  /** For how many milliseconds the replica has owed something that the primary had written. */
  behind(now: number): number
}

/** Positions closer to each other in time are one. */
const apartMs = 200

/**
 * Measures by what was seen of both, not by the clocks of the servers: the age of the oldest position of the primary
 * that the replica has not reached. A primary that is silent or away makes no replica late.
 */
export function createLag(): Lag {
  const owed: { position: Position; at: number }[] = []
  return {
    note: (at, primary, replica) => {
      const last = owed.at(-1)
      if (primary !== undefined && primary > replica && (!last || at - last.at >= apartMs)) {
        owed.push({ position: primary, at })
      }
      while (owed[0] && owed[0].position <= replica) owed.shift()
    },
    behind: (now) => (owed[0] ? now - owed[0].at : 0),
  }
}
