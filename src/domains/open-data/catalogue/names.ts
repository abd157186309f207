import { localeOf } from '#platform/i18n.ts'
import type { ContentName } from '../content.ts'
import { openDataPaths } from '../paths.ts'
import type { Texts } from '../texts.sv.ts'
import { textsOf } from '../texts.ts'
import type { CatalogueFacts } from './facts.ts'

/** The addresses that things of the catalogue have for ever, all under the catalogue's own. */
export function namesOf({ baseUrl, profile }: Pick<CatalogueFacts, 'baseUrl' | 'profile'>) {
  const catalogue = baseUrl + openDataPaths.catalogue
  const number = profile && !profile.madeUp ? profile.organisationNumber?.replace(/\D/g, '') : undefined
  return {
    catalogue,
    dataset: (name: ContentName) => `${catalogue}#${name}`,
    distribution: (name: ContentName, format: string) => `${catalogue}#${name}-${format}`,
    period: (name: ContentName) => `${catalogue}#${name}-tid`,
    api: `${catalogue}#api`,
    kolada: `${catalogue}#kolada`,
    contact: `${catalogue}#kontakt`,
    telephone: `${catalogue}#telefon`,
    address: `${catalogue}#adress`,
    rights: `${catalogue}#villkor`,
    provenance: `${catalogue}#ursprung`,
    // The national portal knows organisations by their numbers.
    publisher: number ? `http://dataportal.se/organisation/SE${number}` : `${catalogue}#utgivare`,
  }
}

export type Names = ReturnType<typeof namesOf>

/** A text of this house in both languages. */
export function inBoth(pick: (t: Texts) => string): { sv: string; en: string } {
  return { sv: pick(textsOf(localeOf('sv'))), en: pick(textsOf(localeOf('en'))) }
}
