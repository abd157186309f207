import type { Locale } from '#platform/i18n.ts'
import { textsOf } from './texts.ts'

const units = ['byte', 'kB', 'MB', 'GB', 'TB'] as const

/** A size as people read it: `1,4 GB`. */
export function sizeText(l: Locale, bytes: number): string {
  const step = Math.max(
    0,
    Math.min(Math.floor(Math.log10(Math.max(1, Math.abs(bytes))) / 3), units.length - 1),
  )
  const value = bytes / 1000 ** step
  return `${l.number(value, step > 0 && Math.abs(value) < 10 ? 1 : 0)}\u00a0${units[step]}`
}

const minute = 60_000

/** How long ago something was, roughly. */
export function agoText(l: Locale, at: Date, now: Date): string {
  const t = textsOf(l).ago
  const minutes = Math.max(0, (now.getTime() - at.getTime()) / minute)
  if (minutes < 1) return t.moment
  if (minutes < 120) return t.minutes(l.number(Math.floor(minutes)))
  if (minutes < 48 * 60) return t.hours(l.number(Math.floor(minutes / 60)))
  return t.days(l.number(Math.floor(minutes / 60 / 24)))
}
