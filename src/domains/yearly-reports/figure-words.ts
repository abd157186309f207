import {
  amount,
  figureTitle,
  firstSentence,
  groupName,
  type KeyFigure,
  lineChartOf,
  medianSentence,
  placeSentence,
  type Reach,
  remarkOf,
  trendSentence,
} from '#domains/key-figures/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { lessonsOf } from './lessons.ts'
import type { FigureReport, MemberReport } from './load-member.ts'
import { chartHeight, type FigureWords, type OverviewRow, type Writer } from './words.ts'

/** One figure of a member's report in words. */
export function figureWords(
  one: FigureReport,
  report: MemberReport,
  sourceTitles: Map<string, string>,
  writer: Writer,
): FigureWords {
  const { l, t, voice } = writer
  const { figure, view, mine } = one
  const title = figureTitle(figure, l)
  const { name } = report.organisation
  const chart = lineChartOf(view, voice)
  return {
    id: figure.id,
    title,
    definition: firstSentence(inLanguage(figure.explanation, l)),
    word: mine.trend.word,
    wordLabel: voice.t.words[mine.trend.word],
    facts: factsOf(one, sourceTitles, writer).filter(({ text }) => text !== ''),
    chart: {
      spec: { kind: 'line', props: { ...chart, height: chartHeight } },
      label: `${t.chartOf(title, name)} ${chart.summary}`,
    },
    lessons: lessonsOf(one, report, writer),
  }
}

function factsOf(one: FigureReport, sourceTitles: Map<string, string>, { l, t, voice }: Writer) {
  const { figure, view, mine, current, ownReach } = one
  const { ownTarget, summary, breaks } = view
  const note = [
    ...(figure.valuesNote ? [inLanguage(figure.valuesNote, l)] : []),
    ...breaks.map(({ year, reason }) => t.breakAt(year, inLanguage(reason, l))),
  ]
  return [
    {
      label: t.facts.value,
      text: t.value(amount(figure, current.value, voice), current.year, remarkOf(current, voice)),
    },
    { label: t.facts.way, text: trendSentence(figure, { trend: mine.trend, reach: null }, voice) },
    {
      label: t.facts.comparison,
      text: [
        `${groupName(view, voice)}:`,
        placeSentence(mine, summary?.count ?? 0, voice),
        summary && !summary.few
          ? `${medianSentence(view, mine, voice)} ${t.medianIs(amount(figure, summary.median, voice), summary.count)}`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    },
    {
      label: t.facts.ownTarget,
      text: ownTarget
        ? [
            t.target(amount(figure, ownTarget.value, voice), ownTarget.year),
            reachSentence(ownReach, ownTarget.year, { l, t, voice }),
            t.decidedBy(ownTarget.decision),
            ownTarget.madeUp ? t.targetMadeUp : '',
          ]
            .filter(Boolean)
            .join(' ')
        : '',
    },
    { label: t.facts.nationalTarget, text: nationalTarget(figure, mine.reach, { l, t, voice }) },
    { label: t.facts.comment, text: current.comment },
    { label: t.facts.note, text: note.join(' ') },
    {
      label: t.facts.source,
      text: `${sourceTitles.get(current.sourceId) ?? current.sourceId}. ${
        current.reportedBy ? t.reportedBy(current.reportedBy) : ''
      }`.trim(),
    },
  ]
}

/** A figure's national target with when it is met; empty when there is none. */
export function nationalTarget(figure: KeyFigure, reach: Reach | null, writer: Writer): string {
  const { l, t, voice } = writer
  const { target } = figure
  if (!target) return ''
  return [
    t.target(amount(figure, target.value, voice), target.year),
    reachSentence(reach, target.year, writer),
    target.by ? t.targetBy(inLanguage(target.by, l)) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function reachSentence(reach: Reach | null, targetYear: number, { voice }: Writer): string {
  const say = voice.t.sentences.reach
  switch (reach?.kind) {
    case 'reached':
      return say.reached(targetYear)
    case 'year':
      return say.year(reach.year, targetYear)
    case 'never':
      return say.never
    default:
      return ''
  }
}

/** One figure as a line of a table: value, way, place, targets. */
export function overviewRow(one: FigureReport, { l, t, voice }: Writer): OverviewRow {
  const { figure, view, mine, current, ownReach } = one
  const remark = remarkOf(current, voice)
  const state = (reach: Reach | null, targetYear: number) => {
    if (reach?.kind === 'reached') return t.reached
    if (reach?.kind === 'year') return reach.year <= targetYear ? t.inTime(reach.year) : t.late(reach.year)
    return reach?.kind === 'never' ? t.never : t.open
  }
  const target = view.ownTarget ?? figure.target
  const reach = view.ownTarget ? ownReach : mine.reach
  return {
    id: figure.id,
    name: figureTitle(figure, l),
    word: mine.trend.word,
    cells: [
      `${amount(figure, current.value, voice)} (${[current.year, remark].filter(Boolean).join(', ')})`,
      voice.t.words[mine.trend.word],
      mine.place && view.summary ? t.placeOf(mine.place.place, view.summary.count) : '–',
      target ? `${amount(figure, target.value, voice)} ${target.year}: ${state(reach, target.year)}` : '–',
    ],
  }
}
