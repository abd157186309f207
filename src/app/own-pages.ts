import type { OwnPage } from '#platform/http/context.ts'
import { type Language, languages, localeOf } from '#platform/i18n.ts'
import { domains } from './domains.ts'

/** What the houses' own pages of text say, in each language, for the search. */
export function gatherOwnPages(): Record<Language, OwnPage[]> {
  const inOne = (language: Language) =>
    domains.flatMap(({ ownPages }) => ownPages?.(localeOf(language)) ?? [])
  const [sv, en] = languages.map(inOne)
  return { sv: sv ?? [], en: en ?? [] }
}
