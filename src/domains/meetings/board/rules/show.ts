/** A vote by show of hands on what is decided. */
export interface Show {
  inFavour: number
  against: number
  abstained: number
  /** Who settled it when votes were equal. */
  tieBrokenBy: 'chair' | 'lot' | null
}

export type ShowFault = 'show-many' | 'show-lost' | 'show-tie' | 'show-tie-falls' | 'show-no-tie'

/**
 * What is wrong with a vote: more hands than voters, a decision that lost, equal votes that nobody settled as the
 * statutes say, or a casting vote where votes were not equal.
 */
export function faultOfShow(
  show: Show,
  voters: number,
  tie: 'chair' | 'lot' | 'falls',
): ShowFault | undefined {
  const { inFavour, against, abstained, tieBrokenBy } = show
  if (inFavour + against + abstained > voters) return 'show-many'
  if (inFavour < against) return 'show-lost'
  if (inFavour > against) return tieBrokenBy === null ? undefined : 'show-no-tie'
  if (tie === 'falls') return 'show-tie-falls'
  return tieBrokenBy === tie ? undefined : 'show-tie'
}
