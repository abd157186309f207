import { inLanguage, type Locale } from '#platform/i18n.ts'
import { en } from './texts.en.ts'
import { fi } from './texts.fi.ts'
import { sv } from './texts.sv.ts'

/** The words of the frame and of the components in the page's language. */
export function frameTexts(l: Locale): typeof sv {
  return inLanguage({ sv, en, fi }, l)
}
