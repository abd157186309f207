import { slugOf } from '#platform/slug.ts'

/** The address of a piece of news, from its title. Some words are addresses of something else. */
export function slugFor(title: string): string {
  const slug = slugOf(title)
  // A year alone would look like an archive.
  return /^\d*$/.test(slug) || ['tidning', 'bild'].includes(slug) ? `nyhet-${slug}`.replace(/-$/, '') : slug
}

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
