import { localOf } from '#platform/days.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Meeting } from '../queries.ts'
import type { Refusal } from './rules/delegates.ts'
import { textsOf } from './texts.ts'

/** `Årsmöte 2027`, `Extra årsmöte 4 oktober 2027`. */
export function titleOf(l: Locale, { extra, heldOn }: Pick<Meeting, 'extra' | 'heldOn'>): string {
  const t = textsOf(l)
  return extra ? t.extraTitle(l.date(heldOn)) : t.title(heldOn.slice(0, 4))
}

/** Day and time: `27 april 2027 kl. 10.00`. */
export function whenOf(l: Locale, { heldOn, startsAt }: Pick<Meeting, 'heldOn' | 'startsAt'>): string {
  if (!startsAt) return l.date(heldOn)
  const { time } = localOf(startsAt)
  return textsOf(l).at(l.date(heldOn), l.language === 'sv' ? time.replace(':', '.') : time)
}

/** Why somebody may not be named or carry a vote, with the paragraph. */
export function refusalText(l: Locale, { why, paragraph }: Refusal): string {
  const t = textsOf(l)
  return `${t.refusals[why]} ${t.byParagraph(paragraph)}`
}
