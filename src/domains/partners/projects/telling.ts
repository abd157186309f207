import type { Language, Locale } from '#platform/i18n.ts'
import type { Project } from './queries.ts'

/** What is told of a project, in the reader's language where it is told in that. */
export function tellingOf(
  { lead, results }: Pick<Project, 'lead' | 'results'>,
  l: Locale,
): { language: Language; lead: string; results: string } {
  const other = l.language === 'sv' ? 'en' : 'sv'
  const language = lead[l.language] ? l.language : other
  return { language, lead: lead[language], results: results[language] }
}
