import { inLanguage, type Locale } from '#platform/i18n.ts'
import { en } from './office-texts.en.ts'
import { sv } from './office-texts.sv.ts'

export type OfficeTexts = typeof sv

/** The texts for the secretariat and the members, in the language of the page. */
export function officeTextsOf(l: Locale): OfficeTexts {
  return inLanguage({ sv, en }, l)
}
