import { inLanguage, type Locale } from '#platform/i18n.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv

/** The texts of voting, in the language of the page. */
export function votingTexts(l: Locale): Texts {
  return inLanguage({ sv, en }, l)
}
