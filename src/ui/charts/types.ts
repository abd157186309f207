/**
 * What the charts draw. Everything is plain data, so that the server draws a chart and the browser hydrates
 * the very same component from JSON. Every point carries its own sentence, written by the page's language.
 */

import type { Tongue } from '#platform/i18n.ts'

/** How a series stands out. Colour never carries this alone: width, dash, marker and a direct label do too. */
export type Tone = 'mine' | 'with' | 'group' | 'background'

export interface ChartPoint {
  x: number
  /** Null leaves a gap in the line. */
  y: number | null
  /** Full sentence for the tooltip and the screen reader: "Falkenberg 2024: 4,2 ton per invånare, preliminärt". */
  text: string
  /** `made-up` and `estimated` are drawn with a hollow marker, `deviating` with a cross and outside the line. */
  mark?: 'made-up' | 'estimated' | 'deviating'
}

export interface LineSeries {
  id: string
  label: string
  tone: Tone
  points: ChartPoint[]
  /** Marker shape and dash are chosen from this index, so that series differ without colour. */
  index?: number
}

export interface ChartAxis {
  /** Unit or meaning, shown at the top of the axis. */
  label: string
  decimals: number
}

export interface LineChartProps {
  /** Unique on the page; makes the ids of title and description. */
  id: string
  title: string
  /** The text summary that stands for the picture. */
  summary: string
  series: LineSeries[]
  axis: ChartAxis
  language: Tongue
  /** Method breaks: a dashed vertical line with a label before this x; lines are cut there. */
  breaks: { x: number; label: string }[]
  /** Horizontal target lines, reaching from the first year to `x`. */
  targets: { x: number; y: number; label: string }[]
  /** Something that happened in a year: a line with a label, which cuts nothing. */
  moments?: { x: number; label: string }[]
  /** Years that belong together, as before and after something, named above; with the means over them as levels. */
  spans?: { from: number; to: number; label: string; levels: { tone: Tone; y: number }[] }[]
  /** Fitted trend of the chosen organisation, drawn dotted. */
  trend?: { x1: number; y1: number; x2: number; y2: number; label: string }
  /** Shown in the picture when made-up values take part: "Innehåller påhittade värden". */
  notice?: string
  /** In drawing units, for charts that stand small among text. */
  height?: number
}

/** A line of at most 40 points without axes, for tables and cards. */
export interface SparklineProps {
  points: { x: number; y: number | null }[]
  breaks: number[]
  /** What the line shows, for the screen reader. */
  label: string
  word: 'right' | 'wrong' | 'unchanged' | 'too-few'
}

export interface SpreadMember {
  id: string
  label: string
  value: number
  text: string
  tone: Tone
  madeUp?: boolean
}

/** Where am I among all: every organisation as a dot on one axis, pushed apart, over a box of the quartiles. */
export interface SpreadChartProps {
  id: string
  title: string
  summary: string
  members: SpreadMember[]
  quartiles: { q1: number; median: number; q3: number; labels: { q1: string; median: string; q3: string } }
  mean: { value: number; label: string }
  axis: ChartAxis
  language: Tongue
  target?: { value: number; label: string }
  notice?: string
}

export interface RankRow {
  id: string
  label: string
  /** "12" */
  place: string
  value: number
  valueText: string
  text: string
  tone: Tone
  /** Likely places, drawn as a whisker on the place axis. */
  likely: { from: number; to: number } | null
  madeUp?: boolean
}

/** Ranking as horizontal bars; a gap in `rows` is given by `null`. */
export interface RankChartProps {
  id: string
  title: string
  summary: string
  rows: (RankRow | null)[]
  /** Heads the whiskers: "Trolig plats". */
  likelyLabel: string
  axis: ChartAxis
  language: Tongue
  median: { value: number; label: string } | null
  notice?: string
}

export interface MapCircle {
  id: string
  label: string
  x: number
  y: number
  radius: number
  /** Class 0 (best) … classCount-1 (worst); null = no value. */
  level: number | null
  text: string
  tone: Tone
  href: string
}

/** Cartogram: circles by population, coloured in classes with a pattern of darkness that also works in grey. */
export interface CartogramProps {
  id: string
  title: string
  summary: string
  circles: MapCircle[]
  /** Class labels from best to worst, for the legend: "under 2,1". */
  levels: string[]
  missingLabel: string
  /** Who belongs and who does not: the first class is filled with the main colour, a second one is a ring. */
  single?: true
  language: Tongue
  notice?: string
}

/** Every chart that a page can show and a browser can take over. */
export type ChartSpec =
  | { kind: 'line'; props: LineChartProps }
  | { kind: 'spread'; props: SpreadChartProps }
  | { kind: 'rank'; props: RankChartProps }
  | { kind: 'map'; props: CartogramProps }

/** Something in a chart that can be pointed at: its key among the chart's marks, and its sentence. */
export interface Mark {
  key: string
  text: string
}

/** What a drawing needs beside its data: its size, and which mark takes the keyboard's focus. */
export interface Drawing {
  width: number
  focusable: string | undefined
}
