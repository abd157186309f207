/** What breaks a tie. `falls`: nothing does, and the proposal falls. */
export type TieBreak = 'chair' | 'lot' | 'falls'

interface Cited<T> {
  value: T
  paragraph: number
}

/**
 * What the statutes say of equal votes, and where. In a secret ballot the chair's vote cannot be told apart, so the
 * proposal falls. Between two alternatives nothing can fall; there the lot decides.
 */
export function tieRule(
  rules: { tie_decision: Cited<TieBreak>; tie_election: Cited<'chair' | 'lot'> },
  { election, secret, pair }: { election: boolean; secret: boolean; pair: boolean },
): { by: TieBreak; paragraph: number } {
  if (election) return { by: rules.tie_election.value, paragraph: rules.tie_election.paragraph }
  const { value, paragraph } = rules.tie_decision
  const by = secret && value === 'chair' ? 'falls' : value
  return { by: pair && by === 'falls' ? 'lot' : by, paragraph }
}
