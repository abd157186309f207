import type { Language } from '#platform/i18n.ts'
import type { TrendWordProps } from '#ui/components/trend-word.tsx'

/** The same words in both languages. */
export interface Pair {
  sv: string
  en: string
}

/** A key figure as a link needs it. */
export interface FigureName {
  id: string
  /** "1a" */
  number: string
  name: Pair
}

/** A key figure for the whole network, at a glance. */
export interface GlanceFigure extends FigureName {
  unit: Pair
  decimals: number
  /** Unweighted mean of the members; null below three values. */
  mean: number | null
  /** The year of the mean. */
  year: number | null
  /** How many values the mean is made of. */
  count: number
  word: TrendWordProps['word']
  /** The mean (y) year by year (x). */
  points: { x: number; y: number }[]
  /** Years from which another method holds. */
  breaks: number[]
  madeUp: boolean
}

/** Which key figures serve one of the four criteria. */
export interface CriterionFigures {
  /** 1–4 */
  criterion: number
  figures: FigureName[]
}

/** A piece of news or a coming event, as the start page shows it. */
export interface Happening {
  /** Path without the language. */
  path: string
  title: string
  /** The language of the title where it is not that of the page. */
  lang: Language | undefined
  /** The day, or day and time, in words. */
  when: string
  madeUp: boolean
}

export interface MemberCount {
  municipalities: number
  regions: number
  /** People who live in a member municipality. */
  inhabitants: number
  /** People who live in any municipality. */
  inhabitantsOfAll: number
  /** True when any membership is made up. */
  madeUp: boolean
}
