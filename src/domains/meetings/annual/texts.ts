import { inLanguage, type Locale } from '#platform/i18n.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv

/** The texts of this room in the language of the page. */
export function textsOf(l: Locale): Texts {
  return inLanguage({ sv, en }, l)
}
