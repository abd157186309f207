import { uses } from '#platform/association.ts'
import { inLanguage, type Locale } from '#platform/i18n.ts'
import type { Organisation } from './rules.ts'

/** The kind of a municipality as its readers know it: the groups of Sweden go by their codes too, others by name alone. */
export function groupLabel(
  { groupCode, groupName }: Pick<Organisation, 'groupCode' | 'groupName'>,
  l: Locale,
): string | undefined {
  if (!groupName) return undefined
  const name = inLanguage(groupName, l)
  return uses('kolada') && groupCode ? `${groupCode} ${name}` : name
}
