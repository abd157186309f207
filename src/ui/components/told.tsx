import { type InLanguages, inLanguage, type Locale, otherLanguage } from '#platform/i18n.ts'

/** A text of the facts: in the page's language, or in the one of its facts and marked as such. */
export function Told({ l, texts }: { l: Locale; texts: InLanguages<string> }) {
  const text = inLanguage(texts, l)
  const lang = texts[l.tongue] === undefined ? otherLanguage(l.language, l) : undefined
  return lang ? <span lang={lang}>{text}</span> : text
}
