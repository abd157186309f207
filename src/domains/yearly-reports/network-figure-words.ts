import {
  amount,
  change,
  type FigureView,
  figureTitle,
  firstSentence,
  lineChartOf,
  mostImproved,
  remarkOf,
  trendSentence,
} from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { nationalTarget } from './figure-words.ts'
import type { NetworkReport } from './load-network.ts'
import { chartHeight, type FigureWords, hasItems, type OverviewRow, type Writer } from './words.ts'

/** So many are named among those who improved most. */
const mostNamed = 3

/** One figure of all members together as a line of a table. */
export function networkRow(
  { figure, summary, year, groupTrend }: FigureView,
  { l, t, voice }: Writer,
): OverviewRow {
  const shown = (value: number | undefined) =>
    value === undefined || summary?.few ? '–' : amount(figure, value, voice)
  return {
    id: figure.id,
    name: figureTitle(figure, l),
    word: groupTrend.word,
    cells: [
      summary?.few ? t.network.few(summary.count, year ?? 0) : `${shown(summary?.mean)} (${year})`,
      voice.t.words[groupTrend.word],
      shown(summary?.median),
      l.number(summary?.count ?? 0),
    ],
  }
}

/** One figure of the network's report in words. */
export function networkFigureWords(
  view: FigureView,
  report: NetworkReport,
  sourceTitles: Map<string, string>,
  writer: Writer,
): FigureWords {
  const { l, t, voice } = writer
  const { figure, groupTrend } = view
  const title = figureTitle(figure, l)
  const chart = lineChartOf(view, voice)
  return {
    id: figure.id,
    title,
    definition: firstSentence(inLanguage(figure.explanation, l)),
    word: groupTrend.word,
    wordLabel: voice.t.words[groupTrend.word],
    facts: factsOf(view, report, sourceTitles, writer).filter(({ text }) => text !== ''),
    chart: {
      spec: { kind: 'line', props: { ...chart, height: chartHeight } },
      label: `${t.chartOfMembers(title)} ${chart.summary}`,
    },
    lessons: [{ heading: t.network.improved, items: improversOf(view, writer) }].filter(hasItems),
  }
}

function factsOf(view: FigureView, report: NetworkReport, sourceTitles: Map<string, string>, writer: Writer) {
  const { l, t, voice } = writer
  const { figure, summary, year, groupTrend, sameReporters, ways, breaks } = view
  const show = (value: number) => amount(figure, value, voice)
  const own = report.targets.filter(({ figureId }) => figureId === figure.id).length
  const note = [
    ...(figure.valuesNote ? [inLanguage(figure.valuesNote, l)] : []),
    ...breaks.map((each) => t.breakAt(each.year, inLanguage(each.reason, l))),
  ]
  return [
    {
      label: t.network.rows.mean,
      text:
        !summary || year === null
          ? ''
          : summary.few
            ? t.network.few(summary.count, year)
            : t.network.mean(
                show(summary.mean),
                show(summary.median),
                year,
                summary.count,
                report.members.length,
              ),
    },
    { label: t.facts.way, text: trendSentence(figure, { trend: groupTrend, reach: null }, voice) },
    {
      label: t.network.rows.spread,
      text: summary && !summary.few ? t.network.spread(show(summary.q1), show(summary.q3)) : '',
    },
    {
      label: t.network.rows.change,
      text:
        sameReporters && !sameReporters.few
          ? t.network.same(
              sameReporters.count,
              sameReporters.from,
              sameReporters.to,
              change(figure, sameReporters.change, voice),
            )
          : '',
    },
    {
      label: t.network.rows.members,
      text: ways ? t.network.members(ways.right, ways.wrong, ways.unchanged, ways['too-few']) : '–',
    },
    {
      label: t.facts.nationalTarget,
      text: figure.target ? `${nationalTarget(figure, null, writer)} ${reachedBy(view, t)}` : '',
    },
    { label: t.facts.ownTarget, text: own > 0 ? t.network.ownTargets(own) : '' },
    { label: t.facts.note, text: note.join(' ') },
    { label: t.facts.source, text: l.list(sourcesOf(view, { sourceTitles })) },
  ]
}

function reachedBy({ members }: FigureView, t: Writer['t']): string {
  const asked = members.filter(({ current }) => current !== null)
  return t.network.targetReached(asked.filter(({ reach }) => reach?.kind === 'reached').length, asked.length)
}

function improversOf(view: FigureView, { t, voice }: Writer) {
  const { figure } = view
  return mostImproved(view)
    .slice(0, mostNamed)
    .flatMap(({ organisation, trend, readings }) => {
      const [from, to] = [trend.since, trend.until].map((year) =>
        readings.find((reading) => reading.year === year),
      )
      if (!from || !to || from.value === null || to.value === null) return []
      const remark = remarkOf(to, voice)
      const text = t.member.from(
        amount(figure, from.value, voice),
        from.year,
        amount(figure, to.value, voice),
        to.year,
        change(figure, trend.slope, voice),
      )
      return [
        {
          name: organisation.name,
          text: remark ? `${text} (${remark})` : text,
          path: organisationPaths.profile(organisation.code),
          more: [],
        },
      ]
    })
}

/** The names of the sources that a figure's values of the year come from. */
export function sourcesOf(
  { members }: FigureView,
  { sourceTitles }: { sourceTitles: Map<string, string> },
): string[] {
  const used = members.flatMap(({ current }) => (current ? [current.sourceId] : []))
  return [...new Set(used)].map((id) => sourceTitles.get(id) ?? id)
}
