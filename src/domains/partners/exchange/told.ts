import type { Locale } from '#platform/i18n.ts'

/** A text of another network in the reader's language, else in English, else in whatever it is told in. */
export function toldByOthers(
  texts: Record<string, string>,
  l: Locale,
): { lang: string | undefined; text: string } {
  const tags = Object.keys(texts)
  const of = (language: string) => tags.find((tag) => tag.split('-')[0] === language)
  const tag = of(l.tongue) ?? of(l.language) ?? of('en') ?? tags[0] ?? ''
  return { lang: tag.split('-')[0] === l.tongue ? undefined : tag, text: texts[tag] ?? '' }
}
