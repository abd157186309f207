import { speaks } from '../association.ts'
import { languages } from '../i18n.ts'

/** Whether a column or field is in a language that the association does not tell things in: `name_sv`. */
export function isUnspoken(field: string): boolean {
  return languages.some((language) => field.endsWith(`_${language}`) && !speaks(language))
}

/**
 * An entry with its words in every language: where the association does not speak one, its file need not either, and
 * the words of the other stand for it.
 */
export function inEveryLanguage(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.map(inEveryLanguage)
  if (typeof entry !== 'object' || entry === null) return entry
  const own = Object.entries(entry).map(([key, value]) => [key, inEveryLanguage(value)] as const)
  const given = new Map<string, unknown>(own)
  const lent = own.flatMap(([key, value]) => {
    const [, field, language] = /^(.*_)([a-z]{2})$/.exec(key) ?? []
    if (!field || !languages.some((each) => each === language)) return []
    return languages
      .map((other) => field + other)
      .filter((other) => !given.has(other) && isUnspoken(other))
      .map((other) => [other, value] as const)
  })
  return Object.fromEntries([...own, ...lent])
}
