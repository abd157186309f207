import type { Language } from '#platform/i18n.ts'

export type ExampleState = 'draft' | 'published'

/** What is told of an example in one language. All but the title may be empty while it is a draft. */
export interface ExampleText {
  title: string
  /** One or two sentences, for lists. */
  summary: string
  problem: string
  action: string
  cost: string
  duration: string
  result: string
  differently: string
}

/** Everything that is told of an example, in the order in which it is asked for. */
export const textParts = [
  'title',
  'summary',
  'problem',
  'action',
  'cost',
  'duration',
  'result',
  'differently',
] as const satisfies (keyof ExampleText)[]

/** What a colleague's comment on a draft is about. */
export const commentParts = ['whole', ...textParts, 'facts', 'pictures'] as const
export type CommentPart = (typeof commentParts)[number]

/** What must be told, in one language at least, before everyone may read it. */
export const neededTexts = ['title', 'summary', 'problem', 'action', 'result'] as const
export type Gap = (typeof neededTexts)[number] | 'year'

/**
 * What is missing before an example can be published: nothing when it has a year and is told in one language. A
 * second language that is begun must be told too. Empty means that it may be published.
 */
export function gapsOf(
  year: number | null,
  texts: Partial<Record<Language, ExampleText>>,
): { language: Language | null; gap: Gap }[] {
  const begun = (['sv', 'en'] as const).flatMap((language) => {
    const text = texts[language]
    return text ? [{ language, text }] : []
  })
  const missing = begun.flatMap(({ language, text }) =>
    neededTexts.filter((part) => text[part] === '').map((gap) => ({ language, gap })),
  )
  const untold = begun.length === 0 ? neededTexts.map((gap) => ({ language: 'sv' as const, gap })) : []
  return [...untold, ...missing, ...(year === null ? [{ language: null, gap: 'year' as const }] : [])]
}

const mostWords = 12

/** What somebody typed as PostgreSQL reads a search: every word, longer ones also as a beginning. Empty without words. */
export function searchQuery(typed: string): string {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .slice(0, mostWords)
    .map((word) => (word.length > 2 ? `${word}:*` : word))
    .join(' & ')
}
