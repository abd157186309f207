import { firstLanguage } from '#platform/association.ts'
import { inLanguage, localeOf } from '#platform/i18n.ts'
import { en } from './texts.en.ts'
import { sv } from './texts.sv.ts'

export type Texts = typeof sv

/** The words of decisions, in the language that the association keeps its minutes in. */
export const minutesWords: Texts = inLanguage({ sv, en }, localeOf(firstLanguage))
