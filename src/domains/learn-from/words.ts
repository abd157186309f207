import {
  amount,
  type CountedReading,
  change,
  type KeyFigure,
  type Standing,
  type Voice,
} from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Suggestion } from './suggestions.ts'
import { textsOf } from './texts.ts'

/** Smaller probabilities are not told apart. */
const smallestP = 0.001

/** "p = 0,01", or "p < 0,001" */
export function probability(p: number, l: Locale): string {
  const t = textsOf(l).suggestion
  if (p < smallestP) return t.pBelow(l.number(smallestP, 3))
  // Two decimals, but three where two would say 0 or the very limit of the test.
  return t.p(l.number(p, p < 0.01 || p >= 0.045 ? 3 : 2))
}

/**
 * Why somebody is suggested, in one or two sentences: what it is alike mine in, from what to what it has gone, how
 * fast and how sure that is.
 */
export function suggestionSentence(
  figure: KeyFigure,
  { standing, from, to, alike }: Pick<Suggestion, 'standing' | 'from' | 'to' | 'alike'>,
  mine: string,
  voice: Voice,
): string {
  const { l } = voice
  const t = textsOf(l).suggestion
  const { name } = standing.organisation
  const kinship =
    alike === null
      ? `${name} `
      : alike.length > 0
        ? t.isAlike(name, mine, l.list(alike.map((trait) => t.alike[trait]))) + t.and
        : t.isUnlike(name, mine) + t.but
  return (
    kinship +
    moved(figure, standing, { from, to }, voice) +
    t.pace(paceOf(figure, standing, voice), probability(standing.trend.p, l))
  )
}

/** "−7,5 kg/inv": the change of a year, which the texts call a pace. */
export function paceOf(figure: KeyFigure, { trend }: Standing, voice: Voice): string {
  return change(figure, trend.slope, voice)
}

function moved(
  figure: KeyFigure,
  { trend }: Standing,
  { from, to }: { from: CountedReading; to: CountedReading },
  voice: Voice,
): string {
  const { moved: say } = textsOf(voice.l).suggestion
  // A single odd year at an end may say otherwise than the line does.
  const way =
    Math.sign(to.value - from.value) !== Math.sign(trend.slope) ? 'other' : trend.slope > 0 ? 'up' : 'down'
  return say[way](amount(figure, from.value, voice), from.year, amount(figure, to.value, voice), to.year)
}
