import { type Seats, seatedBy, seatsByLists, seatsByNames } from './seats.ts'
import { type Choice, no, type Tally, tallyOf, votesFor, yes } from './tally.ts'
import type { TieBreak } from './tie.ts'

/** What a round asks, and by which rules its papers are judged. */
export type Question = { tie: TieBreak } & (
  | { asks: 'yes-no'; passes: (inFavour: number, cast: number) => boolean }
  | { asks: 'pair' }
  | { asks: 'names'; numbers: readonly number[]; seats: number }
  | { asks: 'lists'; lists: { number: number; names: number }[]; seats: number }
)

/** How a tie was broken, when it was: the order that the chair gave, or that was drawn. */
export interface Broken {
  casting: readonly number[] | null
  drawn: ((tied: readonly number[]) => number[]) | null
}

/** What a round came to. */
export interface Verdict {
  tally: Tally
  /** The winning numbers, the highest first; a list stands once for each of its seats. Empty while a tie waits. */
  wins: number[]
  by: 'votes' | TieBreak
  /** Who is tied for how many places, also when the tie has been broken. */
  tie: { tied: number[]; left: number } | null
  /** A tie that the chair or the lot has still to break. */
  waits: boolean
}

/** Judges the papers of a round. Their order makes no difference. */
export function judge(question: Question, choices: readonly Choice[], broken: Broken): Verdict {
  const tally = tallyOf(numbersOf(question), choices)
  if (question.asks === 'yes-no') {
    const [inFavour, against] = [votesFor(tally, yes), votesFor(tally, no)]
    const isTie = inFavour === against && !question.passes(inFavour, tally.cast) && isHalf(question.passes)
    if (!isTie) return decided(tally, [question.passes(inFavour, tally.cast) ? yes : no])
    if (question.tie === 'falls')
      return { tally, wins: [no], by: 'falls', tie: { tied: [yes, no], left: 1 }, waits: false }
  }
  const seats = seatsOf(question, tally)
  if (seats.left === 0) return decided(tally, seats.sure)
  const tie = { tied: seats.tied, left: seats.left }
  const order = broken.casting ?? broken.drawn?.(seats.tied)
  if (!order) return { tally, wins: [], by: question.tie, tie, waits: true }
  return { tally, wins: seatedBy(seats, order), by: broken.casting ? 'chair' : 'lot', tie, waits: false }
}

/** The numbers that a paper of the round can hold. */
export function numbersOf(question: Question): readonly number[] {
  if (question.asks === 'names') return question.numbers
  return question.asks === 'lists' ? question.lists.map(({ number }) => number) : [yes, no]
}

/** How many numbers a paper can hold. */
export function mostOn(question: Question): number {
  return question.asks === 'names' ? Math.min(question.seats, question.numbers.length) : 1
}

const decided = (tally: Tally, wins: number[]): Verdict => ({
  tally,
  wins,
  by: 'votes',
  tie: null,
  waits: false,
})

/** Whether one vote more than the half is enough: only then do equal votes make a tie. */
const isHalf = (passes: (inFavour: number, cast: number) => boolean): boolean => passes(501, 1000)

function seatsOf(question: Question, tally: Tally): Seats {
  if (question.asks === 'names') return seatsByNames(tally, question.seats)
  if (question.asks === 'lists') return seatsByLists(tally, question.lists, question.seats)
  const [a, b] = [votesFor(tally, yes), votesFor(tally, no)]
  return a === b ? { sure: [], tied: [yes, no], left: 1 } : { sure: [a > b ? yes : no], tied: [], left: 0 }
}
