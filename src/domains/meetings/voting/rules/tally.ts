/** The numbers that one paper votes for; empty is an abstention or a blank paper. */
export type Choice = readonly number[]

/** What the papers of a round say. */
export interface Tally {
  /** Votes by number, also those that nobody voted for. */
  votes: ReadonlyMap<number, number>
  /** Papers that vote for something. */
  cast: number
  /** Abstentions and blank papers. */
  blank: number
}

/** How each of the yes-no questions' two answers is written on a paper. */
export const [yes, no] = [1, 2]

/** Counts papers. A number that was not asked about counts nowhere. */
export function tallyOf(numbers: readonly number[], choices: readonly Choice[]): Tally {
  const votes = new Map(numbers.map((number) => [number, 0]))
  let cast = 0
  for (const choice of choices) {
    const named = new Set(choice.filter((number) => votes.has(number)))
    for (const number of named) votes.set(number, (votes.get(number) ?? 0) + 1)
    if (named.size > 0) cast += 1
  }
  return { votes, cast, blank: choices.length - cast }
}

export const votesFor = ({ votes }: Tally, number: number): number => votes.get(number) ?? 0
