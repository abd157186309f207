import { type TrendWord, type Voice, textsOf as voiceTexts } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { ChartSpec } from '#ui/charts/types.ts'
import type { Texts } from './texts.sv.ts'
import { textsOf } from './texts.ts'

/**
 * A report in words: everything that its page and its document show, in their order. Both are made from this, so
 * that they say the same.
 */
export interface ReportWords {
  title: string
  description: string
  lead: string
  /** What must be said before anything else, such as made-up values. */
  notices: string[]
  summary: string[]
  /** Null when there is none of the shared figures. */
  overview: TableWords | null
  decision: { lead: string; points: string[] }
  /** `key` says what the lines of every chart are. */
  each: { heading: string; key: string; figures: FigureWords[] }
  lists: ListWords[]
  /** The figures beside the shared ones. */
  further: TableWords | null
  method: string[]
  sources: string[]
  /** As known on which day, with the address that gives this very report. */
  known: string
}

export interface TableWords {
  heading: string
  caption: string
  head: string[]
  rows: OverviewRow[]
}

/** A line of a table: the first cell names the figure, one cell is the word of its trend. */
export interface OverviewRow {
  id: string
  name: string
  word: TrendWord
  /** After the name; the cell of the trend is `wordCell`. */
  cells: string[]
}

/** Place of the trend's word among the cells of a row. */
export const wordCell = 1

export interface FigureWords {
  id: string
  title: string
  /** What the figure is. */
  definition: string
  word: TrendWord
  wordLabel: string
  facts: { label: string; text: string }[]
  chart: { spec: ChartSpec; label: string }
  /** What there is to learn from others, by heading; none is empty. */
  lessons: { heading: string; items: LessonWords[] }[]
}

/** A table in words; null when it would be empty. */
export const tableOrNone = (table: TableWords): TableWords | null => (table.rows.length > 0 ? table : null)

export const hasItems = ({ items }: { items: unknown[] }) => items.length > 0

/** What one organisation has done, with links without the language. */
export interface LessonWords {
  name: string
  path: string
  text: string
  more: { text: string; path: string | null }[]
}

/** A heading with a sentence and perhaps a list. */
export interface ListWords {
  id: string
  heading: string
  lead: string
  items: string[]
  /** Short items that stand side by side on paper. */
  inline: boolean
}

/** Height of the charts of a report, in drawing units. */
export const chartHeight = 230

/** Both sets of words that a report is written with. */
export interface Writer {
  l: Locale
  t: Texts
  voice: Voice
}

export function writerOf(l: Locale): Writer {
  return { l, t: textsOf(l), voice: { l, t: voiceTexts(l) } }
}
