import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { searchPath } from '../asking.ts'
import type { DirectHit } from '../direct-hits.ts'
import type { Suggestion } from '../suggestion-queries.ts'
import { textsOf } from '../texts.ts'

export interface SuggestionListProps {
  l: Locale
  typed: string
  direct: DirectHit[]
  titles: Suggestion[]
}

/** Links that stand under a search box while somebody types in it. */
export function SuggestionList({ l, typed, direct, titles }: SuggestionListProps) {
  const t = textsOf(l)
  if (!typed) return null
  const known = new Set(direct.map(({ address }) => address))
  return (
    <ul class="suggestions__list" aria-label={t.suggestions.label}>
      {direct.map(({ kind, address, title }) => (
        <li key={address}>
          <a href={l.href(address)}>
            {title} <span class="subtle">{t.kinds[kind].one}</span>
          </a>
        </li>
      ))}
      {titles
        .filter(({ address }) => !known.has(address))
        .map(({ kind, address, language, title }) => (
          <li key={address}>
            <a href={l.href(address)}>
              <span lang={otherLanguage(language, l)}>{title}</span>{' '}
              <span class="subtle">{t.kinds[kind].one}</span>
            </a>
          </li>
        ))}
      <li>
        <a href={l.href(searchPath({ typed }))}>{t.suggestions.all(typed)}</a>
      </li>
    </ul>
  )
}
