import type { Tally } from './tally.ts'

/** Who has a seat by votes alone, and who has as many votes as one another for those that are left. */
export interface Seats {
  /** The highest first; a list stands once for each of its seats. */
  sure: number[]
  tied: number[]
  /** Seats for those who are tied; 0 when there is no tie. */
  left: number
}

/** A claim to one seat: `votes` divided by `by`, compared without floating point. */
interface Claim {
  number: number
  votes: number
  by: number
}

/** Those with the most votes, a seat each. Whoever nobody voted for gets none. */
export function seatsByNames(tally: Tally, seats: number): Seats {
  return highest([...tally.votes].map(([number, votes]) => ({ number, votes, by: 1 })).filter(wanted), seats)
}

/**
 * Seats shared between lists by their votes divided by 1, 2, 3 … (d'Hondt, as the Act (1992:339) on proportional
 * elections does it). No list gets more seats than it has names.
 */
export function seatsByLists(tally: Tally, lists: { number: number; names: number }[], seats: number): Seats {
  const claims = lists.flatMap(({ number, names }) =>
    Array.from({ length: Math.min(names, seats) }, (_, i) => ({
      number,
      votes: tally.votes.get(number) ?? 0,
      by: i + 1,
    })),
  )
  return highest(claims.filter(wanted), seats)
}

/** Those who are tied get the seats that are left in the order that the lot or the chair gave. */
export function seatedBy({ sure, left }: Seats, order: readonly number[]): number[] {
  return [...sure, ...order.slice(0, left)]
}

const wanted = ({ votes }: Claim): boolean => votes > 0
const isMore = (a: Claim, b: Claim): number => b.votes * a.by - a.votes * b.by

function highest(claims: Claim[], seats: number): Seats {
  const sorted = claims.toSorted((a, b) => isMore(a, b) || a.number - b.number)
  const [last, next] = [sorted[seats - 1], sorted[seats]]
  if (!last || !next || isMore(last, next) !== 0)
    return { sure: sorted.slice(0, seats).map(({ number }) => number), tied: [], left: 0 }
  const sure = sorted.filter((claim) => isMore(claim, last) < 0).map(({ number }) => number)
  const tied = sorted.filter((claim) => isMore(claim, last) === 0).map(({ number }) => number)
  return { sure, tied, left: seats - sure.length }
}
