import type { Locale } from '#platform/i18n.ts'
import type { Weight } from './rules/weight.ts'
import { textsOf } from './texts.ts'

/** The weight of a voice in one sentence. */
export function weightWords(l: Locale, weight: Weight): string {
  const t = textsOf(l).voice
  if (weight.municipalities + weight.regions === 0) return t.nobody
  return t.sentence({
    who: l.list([
      ...(weight.municipalities > 0 ? [t.municipalities(weight.municipalities)] : []),
      ...(weight.regions > 0 ? [t.regions(weight.regions)] : []),
    ]),
    inhabitants: l.number(weight.inhabitants),
    ofPeople: share(l, weight.shareOfPeople),
    ofMunicipalities: share(l, weight.shareOfMunicipalities),
    year: weight.year ?? 0,
  })
}

/** A share as per cent, with a decimal where it is small. */
export function share(l: Locale, part: number): string {
  const space = l.language === 'sv' ? '\u00a0' : ''
  return `${l.number(part * 100, part > 0 && part < 0.1 ? 1 : 0)}${space}%`
}
