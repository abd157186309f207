import type { Profile, Source } from '#domains/members/index.ts'
import { findProfile, listSources } from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import { contentOf } from '../content.ts'
import { type C, extentOf, settingOf } from '../files.ts'
import { loadOverview, type Offer } from '../overview.ts'
import type { Extent } from '../queries.ts'

/** What the catalogue is made of. */
export interface CatalogueFacts {
  /** Public address of the site, without a trailing slash. */
  baseUrl: string
  offers: Offer[]
  extent: Extent
  sources: Source[]
  /** What the association tells of itself. */
  profile: Profile | undefined
  /** Where mail goes when the association has given no address. */
  fallbackEmail: string
}

/** Reads what the catalogue tells. It is one for both languages. */
export async function loadCatalogueFacts(c: C): Promise<CatalogueFacts> {
  const { db, remember, today, config } = c.var
  const reader = { db, remember, today, locale: localeOf('sv') }
  const extent = await extentOf(c)
  const [{ offers }, sources, profile] = await Promise.all([
    loadOverview(reader, settingOf(c, contentOf('nyckeltal'), extent)),
    listSources(db),
    findProfile(db, association.code),
  ])
  return { baseUrl: config.baseUrl, offers, extent, sources, profile, fallbackEmail: config.mailFrom }
}
