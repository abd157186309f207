import { slugOf } from '#platform/slug.ts'

/** The address of a piece of news, from its title. Some words are addresses of something else. */
export function slugFor(title: string): string {
  const slug = slugOf(title)
  // A year alone would look like an archive.
  return /^\d*$/.test(slug) || ['tidning', 'bild'].includes(slug) ? `nyhet-${slug}`.replace(/-$/, '') : slug
}
