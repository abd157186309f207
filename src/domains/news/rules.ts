/** Where a piece of news stands. */
export type NewsState = 'draft' | 'scheduled' | 'published' | 'hidden'

/** A piece of news is out when its hour has come and nobody has hidden it. */
export function stateOf(
  { publishAt, hiddenAt }: { publishAt: Date | null; hiddenAt: Date | null },
  now: Date,
): NewsState {
  if (hiddenAt) return 'hidden'
  if (!publishAt) return 'draft'
  return publishAt <= now ? 'published' : 'scheduled'
}
