import { inLanguage, type Locale } from '#platform/i18n.ts'
import { en } from './texts.en.ts'
import { fi } from './texts.fi.ts'
import { sv } from './texts.sv.ts'

export type RegistrationTexts = typeof sv

/** The texts of registration, in the language of the page. */
export function textsOf(l: Locale): RegistrationTexts {
  return inLanguage({ sv, en, fi }, l)
}
