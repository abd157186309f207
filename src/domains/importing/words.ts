import type { MissingReason } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { NamedChange } from './change-queries.ts'
import { textsOf } from './texts.ts'

/** A fault kept as `reason: detail`, as a sentence. */
export function faultInWords(l: Locale, kept: string): string {
  const [, reason = kept, detail = ''] = /^([a-z-]+): ?(.*)$/s.exec(kept) ?? []
  const sentence = textsOf(l).faults[reason]
  return sentence ? sentence.replace('{}', detail) : kept
}

/** A value with as many decimals as it needs, or why it is missing. */
export function valueInWords(l: Locale, value: number | null, missing: MissingReason | null): string {
  if (value !== null) return l.number(value, decimalsOf(value))
  return missing === null ? textsOf(l).nothing : textsOf(l).missing[missing]
}

/** One change as a line. */
export function changeInWords(l: Locale, change: NamedChange): string {
  const t = textsOf(l)
  const before = valueInWords(l, change.before, change.beforeMissing)
  const after = valueInWords(l, change.after, change.afterMissing)
  const what = change.figureId ?? t.population
  const place = `${change.code} ${change.organisationName} ${change.year}`
  return `${what}  ${place}: ${before} → ${after} (${t.kinds[change.kind].toLowerCase()})`
}

const mostDecimals = 4

function decimalsOf(value: number): number {
  const shown = Number(value.toFixed(mostDecimals))
  return String(shown).split('.')[1]?.length ?? 0
}
