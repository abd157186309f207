import type { Locale } from '#platform/i18n.ts'
import type { RuleName, StatuteRules } from './schema.ts'
import { textsOf } from './texts.ts'

const before: readonly RuleName[] = [
  'annual_notice_days',
  'annual_documents_days',
  'motion_deadline_days',
  'extra_notice_days',
  'board_notice_days',
]

/** What a rule says, in words: `senast 28 dagar före`, `mer än hälften`. */
export function ruleWords(l: Locale, rules: StatuteRules, name: RuleName): string {
  const t = textsOf(l)
  const { value } = rules[name]
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') {
    if (before.includes(name)) return t.daysBefore(value)
    return name === 'minutes_days' ? t.days(value) : l.number(value)
  }
  if (Array.isArray(value)) return l.list(value.map((one) => t.values[one]))
  if (typeof value === 'object') return t.share(value.moreThan, value.part, value.whole)
  return isWord(t.values, value) ? t.values[value] : t.lastDay(dayOfYear(l, value))
}

function isWord<W extends object>(words: W, value: string): value is Extract<keyof W, string> {
  return value in words
}

/** `31 maj`, from `05-31`. */
function dayOfYear(l: Locale, day: string): string {
  return l.date(`2000-${day}`).replace(/ 2000$/, '')
}
