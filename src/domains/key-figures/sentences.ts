import { inLanguage, type Locale } from '#platform/i18n.ts'
import type { KeyFigure, Pair, Reading } from './figure.ts'
import type { FigureView, Standing } from './figure-view.ts'
import { inFinnish } from './names.fi.ts'
import { positionAmong } from './rules/statistics.ts'
import type { Texts } from './texts.sv.ts'

/** What a page needs to speak of one figure: the language, its texts and how the figure's numbers are written. */
export interface Voice {
  l: Locale
  t: Texts
}

/** "7 Mängd hushållsavfall"; own figures have no number. */
export function figureTitle(figure: Pick<KeyFigure, 'number' | 'name'>, l: Locale): string {
  return `${figure.number} ${inLanguage(figure.name, l)}`.trim()
}

/** What the figure is, without why it matters. */
export function firstSentence(explanation: string): string {
  return /^.*?[.!?](?= |$)/.exec(explanation)?.[0] ?? explanation
}

/** The same in every language that the explanation is told in. */
export function firstSentences({ sv, en }: Pair): Pair {
  const first = { sv: firstSentence(sv), en: firstSentence(en) }
  const fi = inFinnish[first.sv]
  return fi === undefined ? first : { ...first, fi }
}

/** "4,2 ton/inv" */
export function amount(figure: KeyFigure, value: number, { l }: Voice): string {
  const unit = inLanguage(figure.unit, l)
  return `${l.number(value, figure.decimals)}${unit === '%' && l.tongue === 'en' ? '' : '\u00a0'}${unit}`
}

/** "+0,12 ton/inv": with one decimal more than the value, since yearly changes are small. */
export function change(figure: KeyFigure, difference: number, { l }: Voice): string {
  return `${l.signed(difference, figure.decimals + 1)}\u00a0${unitOfDifference(figure, l)}`
}

const points = { sv: 'procentenheter', en: 'percentage points', fi: 'prosenttiyksikköä' }

/** Differences between per cents are percentage points. */
function unitOfDifference(figure: KeyFigure, l: Locale): string {
  const unit = inLanguage(figure.unit, l)
  return unit === '%' ? inLanguage(points, l) : unit
}

/** What must be said of a value: made up, estimated, preliminary, deviating. Empty when there is nothing. */
export function remarkOf(reading: Reading, { l, t }: Voice): string {
  const deviation = reading.deviation ? inLanguage(reading.deviation, l) : null
  return t.remark(l, reading.basis, reading.status === 'preliminary', deviation)
}

/** So much of a comment fits in a sentence about a value; the whole stands in the table. */
const longestSaid = 160

/** What the organisation says of a value, in quotation marks; empty when it says nothing. */
function said({ comment }: Reading): string {
  const short = comment.length > longestSaid ? `${comment.slice(0, longestSaid).trimEnd()}…` : comment
  return short && ` ”${short.replace(/\s+/g, ' ')}”`
}

/** "Falkenberg 2024: 4,2 ton/inv (preliminärt) ”Ny busslinje”" */
export function pointSentence(figure: KeyFigure, name: string, reading: Reading, voice: Voice): string {
  const { t } = voice
  const sentence =
    reading.value === null
      ? t.sentences.noValue(name, reading.year, t.missing[reading.missing ?? 'not-reported'])
      : t.sentences.point(name, reading.year, amount(figure, reading.value, voice), remarkOf(reading, voice))
  return sentence + said(reading)
}

/** Which way, since when, how fast; and when the target is reached at that pace. */
export function trendSentence(
  figure: KeyFigure,
  standing: Pick<Standing, 'trend' | 'reach'>,
  voice: Voice,
): string {
  const { trend, reach } = standing
  const { trend: say, reach: sayReach } = voice.t.sentences
  const pace = change(figure, trend.slope, voice)
  const way = {
    right: () => say.right(trend.since, pace),
    wrong: () => say.wrong(trend.since, pace),
    unchanged: () => say.unchanged(trend.since),
    'too-few': () => say['too-few'](trend.count),
  }[trend.word]()
  if (!reach || !figure.target || reach.kind === 'unknown') return way
  const target = {
    reached: () => sayReach.reached(figure.target?.year ?? 0),
    year: () => (reach.kind === 'year' ? sayReach.year(reach.year, figure.target?.year ?? 0) : ''),
    never: () => sayReach.never,
  }[reach.kind]()
  return `${way} ${target}`
}

/** "Plats 12 av 98, troligen 9–31" */
export function placeSentence(standing: Standing, count: number, { l, t }: Voice): string {
  const { place } = standing
  if (!place) return ''
  const { sentences } = t
  const { likely } = place
  const sure = likely && likely.from === likely.to
  const interval = !likely
    ? sentences.unsure
    : sure
      ? sentences.likelyOne
      : sentences.likely(l.number(likely.from), l.number(likely.to))
  return `${sentences.place(l.number(place.place), l.number(Math.max(count, place.place)), place.shared > 1)}, ${interval}.`
}

/** "0,4 ton/inv bättre än medianen." */
export function medianSentence(view: FigureView, standing: Standing, voice: Voice): string {
  const { figure, summary } = view
  if (!standing.current || !summary) return ''
  const difference = standing.current.value - summary.median
  const shown = voice.l.number(Math.abs(difference), figure.decimals)
  if (!/[1-9]/.test(shown)) return voice.t.sentences.median('', 'equal')
  const better = figure.direction === 'up' ? difference > 0 : difference < 0
  return voice.t.sentences.median(
    `${shown}\u00a0${unitOfDifference(figure, voice.l)}`,
    better ? 'better' : 'worse',
  )
}

/** "Bättre än 7 av 10." Empty when there is nobody to be better than. */
export function positionSentence(view: FigureView, standing: Standing, voice: Voice): string {
  const { t } = voice
  if (view.many) return percentileSentence(view, standing, voice)
  const others = view.members.flatMap((one) => (one === standing || !one.current ? [] : [one.current.value]))
  const position = standing.current
    ? positionAmong(standing.current.value, others, view.figure.direction)
    : null
  return position && position.of >= fewestForPosition ? t.sentences.betterThan(position.tenths) : ''
}

/** "Bättre än 73 procent av de andra.", rounded down so that no more is claimed than is true. */
function percentileSentence({ summary, many }: FigureView, { place }: Standing, { l, t }: Voice): string {
  if (!place || !summary) return ''
  const others = summary.count - (many?.fromOutside ? 0 : 1)
  if (others < 1) return ''
  const behind = others - (place.place - 1) - (place.shared - 1)
  return t.many.percentile(l.number(Math.floor((100 * Math.max(0, behind)) / others)))
}

/** Tenths of fewer than this say more than the values can carry. */
const fewestForPosition = 10

/** The name of the comparison group, with the county or SKR group where it is one. */
export function groupName(view: Pick<FigureView, 'group'>, { l, t }: Voice): string {
  const { kind, name } = view.group
  return name ? `${t.groups[kind]}: ${inLanguage(name, l)}` : t.groups[kind]
}

/** The takeaway in one line: of my organisation when one is chosen, else of the group. */
export function takeaway(view: FigureView, voice: Voice): string {
  const { figure, mine, summary, year, groupTrend } = view
  const { sentences } = voice.t
  if (mine?.current) {
    const current = sentences.current(
      mine.organisation.name,
      mine.current.year,
      amount(figure, mine.current.value, voice),
    )
    return `${current} ${trendSentence(figure, mine, voice)}`
  }
  if (!summary || year === null) return voice.t.figure.noValues
  const mean = sentences.groupMean(
    groupName(view, voice),
    year,
    amount(figure, summary.mean, voice),
    summary.count,
  )
  return `${mean} ${trendSentence(figure, { trend: groupTrend, reach: null }, voice)}`
}
