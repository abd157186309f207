/** Addresses of this house, without the language. */
export const sitePaths = {
  start: '/',
  about: '/om',
  criteria: '/om/kriterier',
  history: '/om/historia',
  secretariat: '/om/kansliet',
  accessibility: '/tillganglighet',
  privacy: '/integritet',
  sources: '/oppna-data/kallor',
} as const

/** Addresses that programs read. They are the same for both languages. */
export const machinePaths = {
  sitemap: '/sitemap.xml',
  /** In a large association: the addresses of some thousand organisations. */
  sitemapPart: '/sitemap/:part{[1-9][0-9]{0,3}\\.xml}',
  robots: '/robots.txt',
  security: '/.well-known/security.txt',
} as const

/** One of the four criteria on their page, to be linked from a key figure. */
export function criterionPath(criterion: number): string {
  return `${sitePaths.criteria}#kriterium-${criterion}`
}
