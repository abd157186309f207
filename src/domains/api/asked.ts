import { keyFigurePaths, type Reader, textsOf, type Voice } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import type { Locale } from '#platform/i18n.ts'

/** Who asks: what reading needs, in which language texts come, and where the site is. */
export interface Asked extends Reader {
  l: Locale
  now: Date
  /** Where absolute links begin, without a trailing slash. */
  origin: string
}

/** How key figures are said in words to whom it may concern. */
export function voiceOf({ l }: Asked): Voice {
  return { l, t: textsOf(l) }
}

/** The page about a key figure, with a choice if there is one (`?kommun=1382`). */
export function figureAddress({ origin, l }: Asked, id: string, choice = ''): string {
  return origin + l.href(keyFigurePaths.figure(id)) + choice
}

/** The page about an organisation. */
export function organisationAddress({ origin, l }: Asked, code: string): string {
  return origin + l.href(organisationPaths.profile(code))
}
