/** The next vote between alternatives, or which of them has won. */
export type Step = { pair: { yes: number; no: number }; stage: 'counter' | 'main' } | { winner: number }

/**
 * Pairwise elimination as Swedish meetings do it. The first alternative is the main proposal. The others are voted
 * against each other, two at a time in their order, until one is left: the counter-proposition. That one is voted
 * against the main proposal. `winners` are those of the rounds so far, in order.
 */
export function nextStep(alternatives: readonly number[], winners: readonly number[]): Step {
  const [main, ...others] = alternatives
  if (main === undefined || others.length === 0) throw new Error('An elimination needs two alternatives.')
  let held = others[0] ?? main
  for (const [round, challenger] of others.slice(1).entries()) {
    const winner = winners[round]
    if (winner === undefined) return { pair: { yes: held, no: challenger }, stage: 'counter' }
    held = winner
  }
  const final = winners[others.length - 1]
  return final === undefined ? { pair: { yes: main, no: held }, stage: 'main' } : { winner: final }
}
