import type { Organisation } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import type {
  ChartAxis,
  ChartPoint,
  LineChartProps,
  LineSeries,
  RankChartProps,
  RankRow,
  SpreadChartProps,
  SpreadMember,
  Tone,
} from '#ui/charts/types.ts'
import type { KeyFigure, Reading } from './figure.ts'
import type { FigureView, Standing } from './figure-view.ts'
import { placesToShow } from './rules/ranks.ts'
import {
  amount,
  groupName,
  placeSentence,
  pointSentence,
  remarkOf,
  takeaway,
  type Voice,
} from './sentences.ts'

/** The development over time: mine, the chosen others, and the group's mean and median. */
export function lineChartOf(view: FigureView, voice: Voice): LineChartProps {
  const { figure, mine, others, breaks, year } = view
  const { t } = voice
  const chosen = [...(mine ? [mine] : []), ...others]
  const series: LineSeries[] = [
    ...(chosen.length === 0 ? [] : [groupSeries(view, 'mean', voice)]),
    ...(chosen.length === 0 ? [groupSeries(view, 'mean', voice), groupSeries(view, 'median', voice)] : []),
    ...(view.many ? [groupSeries(view, 'q3', voice), groupSeries(view, 'q1', voice)] : []),
    ...others.map((standing, index) => seriesOf(view, standing, 'with', index, voice)),
    ...(mine ? [seriesOf(view, mine, 'mine', 0, voice)] : []),
  ]
  const judged = mine && (mine.trend.word === 'right' || mine.trend.word === 'wrong') ? mine.trend : null
  const trend = judged && {
    x1: judged.since,
    y1: judged.intercept + judged.slope * judged.since,
    x2: judged.until,
    y2: judged.intercept + judged.slope * judged.until,
    label: t.words[judged.word],
  }
  return {
    ...common(view, voice, 'utveckling'),
    summary: takeaway(view, voice),
    series,
    breaks: breaks.map((each) => ({ x: each.year, label: t.figure.breakLabel(each.year) })),
    targets: [
      ...(figure.target
        ? [
            {
              x: figure.target.year,
              y: figure.target.value,
              label: t.figure.target(amount(figure, figure.target.value, voice), figure.target.year),
            },
          ]
        : []),
      ...(view.ownTarget
        ? [
            {
              x: view.ownTarget.year,
              y: view.ownTarget.value,
              label: t.figure.ownTarget(amount(figure, view.ownTarget.value, voice), view.ownTarget.year),
            },
          ]
        : []),
    ],
    ...(trend && year !== null ? { trend } : {}),
  }
}

/** Where the chosen ones stand among everyone in the group. */
export function spreadChartOf(view: FigureView, voice: Voice): SpreadChartProps | null {
  const { figure, summary, year, members, others } = view
  const { l, t } = voice
  if (!summary || year === null) return null
  const outside = others.filter((other) => !members.includes(other))
  const show = (value: number) => l.number(value, figure.decimals)
  return {
    ...common(view, voice, 'spridning'),
    summary: t.sentences.spread(
      groupName(view, voice),
      year,
      show(summary.q1),
      amount(figure, summary.q3, voice),
      amount(figure, summary.median, voice),
    ),
    members: [...members, ...outside].flatMap((standing): SpreadMember[] =>
      standing.current
        ? [
            {
              id: standing.organisation.code,
              label: standing.organisation.name,
              value: standing.current.value,
              text: pointSentence(figure, standing.organisation.name, standing.current, voice),
              tone: toneOf(view, standing.organisation),
              ...(standing.current.basis === 'made-up' ? { madeUp: true } : {}),
            },
          ]
        : [],
    ),
    quartiles: {
      q1: summary.q1,
      median: summary.median,
      q3: summary.q3,
      labels: {
        q1: show(summary.q1),
        median: `${t.figure.median} ${show(summary.median)}`,
        q3: show(summary.q3),
      },
    },
    mean: { value: summary.mean, label: `${t.figure.mean} ${show(summary.mean)}` },
    ...(figure.target
      ? {
          target: {
            value: figure.target.value,
            label: t.figure.target(show(figure.target.value), figure.target.year),
          },
        }
      : {}),
  }
}

/** The ranking: the short honest list, or everyone. Null stands for a gap. */
export function rankedStandings(view: FigureView, whole: boolean): (Standing | null)[] {
  if (view.many) return view.many.rows
  const ranked = view.members
    .filter((standing) => standing.place !== null)
    .sort((a, b) => (a.place?.place ?? 0) - (b.place?.place ?? 0))
  if (whole) return ranked
  const places = ranked.flatMap(({ place }) => place ?? [])
  return placesToShow(places, view.mine?.organisation.code ?? null).map((index) =>
    index === null ? null : (ranked[index] ?? null),
  )
}

export function rankChartOf(view: FigureView, whole: boolean, voice: Voice): RankChartProps | null {
  const { figure, summary, year } = view
  const { t } = voice
  const standings = rankedStandings(view, whole)
  const [first] = standings
  if (!summary || year === null || !first) return null
  return {
    ...common(view, voice, 'rangordning'),
    summary: t.sentences.ranking(voice.l.number(summary.count), year, first.organisation.name),
    likelyLabel: t.figure.likelyPlace,
    rows: standings.map((standing) => standing && rankRow(view, standing, summary.count, voice)),
    median: { value: summary.median, label: `${t.figure.median} ${amount(figure, summary.median, voice)}` },
  }
}

/** What every chart of a figure carries. */
export function common(view: FigureView, { l, t }: Voice, kind: string) {
  const { figure, madeUp, year } = view
  const unit = inLanguage(figure.unit, l)
  const axis: ChartAxis = { label: unit, decimals: figure.decimals }
  const named = `${inLanguage(figure.name, l)}${kind === 'utveckling' || year === null ? '' : ` ${year}`}`
  return {
    id: `${kind}-${figure.id}`,
    title: named,
    axis,
    language: l.tongue,
    ...(madeUp ? { notice: t.madeUpNotice } : {}),
  }
}

function groupSeries(view: FigureView, which: 'mean' | 'median' | 'q1' | 'q3', voice: Voice): LineSeries {
  const { t } = voice
  const { mean, median } = t.figure
  const name = { mean, median, q1: t.many.lower, q3: t.many.upper }[which]
  const label = `${name}: ${groupName(view, voice)}`
  return {
    id: which,
    label,
    tone: view.mine || view.others.length > 0 ? 'group' : which === 'mean' ? 'mine' : 'group',
    points: view.perYear
      .filter(({ summary }) => !summary.few)
      .map(({ year, summary }) => ({
        x: year,
        y: summary[which],
        text: `${t.sentences.point(label, year, amount(view.figure, summary[which], voice), t.catalogue.values(summary.count))}`,
      })),
  }
}

function seriesOf(view: FigureView, standing: Standing, tone: Tone, index: number, voice: Voice): LineSeries {
  const { name, code } = standing.organisation
  return {
    id: code,
    label: name,
    tone,
    index,
    points: standing.readings.map((reading) => pointOf(view.figure, name, reading, voice)),
  }
}

/** One reading of an organisation as a point, with its sentence and what must be seen of it. */
export function pointOf(figure: KeyFigure, name: string, reading: Reading, voice: Voice): ChartPoint {
  const mark = reading.deviation
    ? 'deviating'
    : reading.basis === 'made-up' || reading.basis === 'estimated'
      ? reading.basis
      : null
  return {
    x: reading.year,
    y: reading.value,
    text: pointSentence(figure, name, reading, voice),
    ...(mark ? { mark } : {}),
  }
}

function rankRow(view: FigureView, standing: Standing, count: number, voice: Voice): RankRow | null {
  const { current, organisation, place } = standing
  if (!current || !place) return null
  const remark = remarkOf(current, voice)
  return {
    id: organisation.code,
    label: organisation.name,
    place: String(place.place),
    value: current.value,
    valueText: voice.l.number(current.value, view.figure.decimals),
    text: `${placeSentence(standing, count, voice)} ${pointSentence(view.figure, organisation.name, current, voice)}${remark ? '' : '.'}`,
    tone: toneOf(view, organisation),
    likely: place.likely,
    ...(current.basis === 'made-up' ? { madeUp: true } : {}),
  }
}

/** How an organisation stands out in this view. */
export function toneOf(view: FigureView, { code }: Organisation): Tone {
  if (view.mine?.organisation.code === code) return 'mine'
  return view.others.some(({ organisation }) => organisation.code === code) ? 'with' : 'group'
}
