import type { Locale } from '#platform/i18n.ts'
import type { Certificate } from './queries.ts'
import { certificateTexts } from './texts.ts'

/** When a training was: a day, or from one to another. */
export function trainingDays({ programme: { from, to } }: Certificate, l: Locale): string {
  return from === to ? l.date(from) : `${l.date(from)} – ${l.date(to)}`
}

/** How long a training was, in words. */
export function trainingHours({ hours }: Pick<Certificate, 'hours'>, l: Locale): string {
  return certificateTexts(l).paper.hours(l.number(hours, Number.isInteger(hours) ? 0 : 1))
}
