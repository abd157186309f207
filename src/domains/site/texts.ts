import { inLanguage, type Locale } from '#platform/i18n.ts'
import { statements as statementsEn } from './statements.en.ts'
import { statements as statementsFi } from './statements.fi.ts'
import { statements as statementsSv } from './statements.sv.ts'
import { en } from './texts.en.ts'
import { fi } from './texts.fi.ts'
import { sv } from './texts.sv.ts'

/** The texts of the pages about the association, in the language of the page. */
export function textsOf(l: Locale): typeof sv {
  return inLanguage({ sv, en, fi }, l)
}

/** What the site declares about itself: accessibility, privacy and sources. */
export function statementsOf(l: Locale): typeof statementsSv {
  return inLanguage({ sv: statementsSv, en: statementsEn, fi: statementsFi }, l)
}
