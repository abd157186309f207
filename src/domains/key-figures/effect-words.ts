import type { EffectOfMeasure } from './effect.ts'
import { fewestCompared, fewestInWindow, type MeasuredEffect } from './rules/effect.ts'
import { change, type Voice } from './sentences.ts'

/** Tenths are said of ten or more; of fewer, how many they are. */
const fewestForTenths = 10

/** What the curve did after the measure, in sentences; or plainly why nothing can be said. */
export function effectSentences(measured: EffectOfMeasure, voice: Voice): string {
  const { effect, organisation, figure, breaks, year } = measured
  const t = voice.t.effect
  if (effect.kind === 'unknown') {
    switch (effect.why) {
      case 'no-values':
        return t.unknown['no-values'](organisation.name)
      case 'break':
        return t.unknown.break(
          breaks.find((each) => each.year === year || each.year === year + 1)?.year ?? year,
        )
      case 'too-few-before':
        return t.unknown['too-few-before'](effect.before, fewestInWindow)
      case 'too-few-alike':
        return t.unknown['too-few-alike'](effect.alike, fewestCompared)
      default:
        return t.unknown[effect.why](effect.after, fewestInWindow)
    }
  }
  const { years, mine, others, compared } = effect
  return [
    t.bend[wayOf(effect)],
    t.moved(
      organisation.name,
      yearsInWords(years.before, voice),
      yearsInWords(years.after, voice),
      change(figure, mine.change, voice),
      compared.length,
      change(figure, others.change, voice),
    ),
    t.difference(change(figure, effect.effect, voice), placeInWords(effect, voice)),
    earlierSentence(effect, voice),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The same in one sentence, for lists; null when nothing can be said. */
export function effectInShort({ effect, year }: EffectOfMeasure, voice: Voice): string | null {
  if (effect.kind === 'unknown') return null
  return voice.t.effect.short[wayOf(effect)](year, placeInWords(effect, voice))
}

/** "2016–2018", or the years one by one where some are missing. */
export function yearsInWords(years: number[], { l }: Voice): string {
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  return last - first === years.length - 1 && years.length > 2
    ? `${first}–${last}`
    : l.list(years.map(String))
}

/** "bättre än 9 av 10 liknande" */
function placeInWords({ good, place }: MeasuredEffect, { t }: Voice): string {
  const say = good ? t.effect.better : t.effect.worse
  return place.of < fewestForTenths ? say(place.better, place.of) : say(place.tenths, 10)
}

/** A curve that went its own way before the measure as after it is not said to have bent. */
function wayOf({ bend, earlier }: MeasuredEffect) {
  return bend !== 'unclear' && earlier === bend ? (`${bend}-before` as const) : bend
}

/** How it went before, where the first sentence has not said so. */
function earlierSentence({ bend, earlier }: MeasuredEffect, { t }: Voice): string {
  const { earlier: say } = t.effect
  if (earlier === bend) return ''
  if (earlier === 'right' || earlier === 'wrong') return say[earlier]
  return bend === 'unclear' ? '' : say[earlier ?? 'unknown']
}
