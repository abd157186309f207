import { inLanguage, type Locale } from '#platform/i18n.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv

/** What is said to an assistant, in the language that it asked for. */
export function textsOf(l: Locale): Texts {
  return inLanguage({ sv, en }, l)
}
