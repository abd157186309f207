import { amount, figureTitle, groupName } from '#domains/key-figures/index.ts'
import { figureWords, overviewRow } from './figure-words.ts'
import type { FigureReport, MemberReport } from './load-member.ts'
import { biggestStep, countWays, stepOf, weakSpot } from './rules.ts'
import { type ReportWords, tableOrNone, type Writer } from './words.ts'

/** What a report is framed by: when it was known, where it stands, what its sources are called. */
export interface Frame {
  /** Already written: `26 november 2026`. */
  knownOn: string
  sourceTitles: Map<string, string>
}

/** A member's report in words. */
export function memberWords(report: MemberReport, frame: Frame, writer: Writer): ReportWords {
  const { l, t, voice } = writer
  const { organisation, year, shared, further, group } = report
  const { name } = organisation
  const all = [...shared, ...further]
  const right = shared.filter(({ mine }) => mine.trend.word === 'right').length
  const head = [t.facts.figure, t.facts.value, t.facts.way, t.facts.place, t.facts.target]
  const compared = groupName({ group }, voice)
  return {
    title: t.member.title(name, year),
    description: t.member.description(name, year),
    lead: t.member.lead(right, shared.length),
    notices: all.some(({ view }) => view.madeUp) ? [t.madeUp] : [],
    summary: summaryOf(report, writer),
    overview: tableOrNone({
      heading: t.member.overview,
      caption: t.member.overviewCaption(name, compared),
      head,
      rows: shared.map((one) => overviewRow(one, writer)),
    }),
    decision: { lead: t.member.proposal, points: proposal(report, writer) },
    each: {
      heading: t.member.each,
      key: t.keyMine(name),
      figures: shared.map((one) => figureWords(one, report, frame.sourceTitles, writer)),
    },
    lists: withoutValue(report, writer),
    further: tableOrNone({
      heading: t.member.further,
      caption: t.member.furtherCaption,
      head,
      rows: further.map((one) => overviewRow(one, writer)),
    }),
    method: [
      t.methodText.year(year),
      t.methodText.group(compared),
      t.methodText.trend,
      t.methodText.place,
      t.methodText.summary,
      t.methodText.similar,
      t.methodText.licence,
    ],
    sources: [
      ...new Set(all.map(({ current }) => frame.sourceTitles.get(current.sourceId) ?? current.sourceId)),
    ].sort(l.compare),
    known: t.known(frame.knownOn),
  }
}

function summaryOf(report: MemberReport, { l, t, voice }: Writer): string[] {
  const { shared, group } = report
  const say = t.member
  if (shared.length === 0) return []
  const ways = countWays(shared.map(({ mine }) => mine.trend.word))
  const steps = stepsOf(shared)
  const of = (id: string | undefined) => shared.find(({ figure }) => figure.id === id)
  const [best, weak] = [of(biggestStep(steps)?.id), of(weakSpot(steps)?.id)]
  const moved = (one: FigureReport): [string, string, number, string, number] => {
    const first = one.mine.readings.find(({ year }) => year === one.mine.trend.since)?.value
    return [
      figureTitle(one.figure, l),
      amount(one.figure, first ?? one.current.value, voice),
      one.mine.trend.since,
      amount(one.figure, one.current.value, voice),
      one.current.year,
    ]
  }
  const compared = shared.filter(({ view }) => view.summary && !view.summary.few)
  const better = compared.filter(({ figure, current, view }) => {
    const difference = current.value - (view.summary?.median ?? 0)
    return figure.direction === 'up' ? difference > 0 : difference < 0
  })
  return [
    say.ways(shared.length, ways.right, ways.wrong, ways.unchanged, ways['too-few']),
    best ? say.step(...moved(best)) : say.noStep,
    weak ? weakSentence(weak, moved(weak), { l, t, voice }) : say.noWeak,
    ...(compared.length > 0
      ? [say.toMedian(better.length, compared.length, groupName({ group }, voice))]
      : []),
    ...targetsSentence(shared, t),
  ]
}

function weakSentence(
  weak: FigureReport,
  moved: [string, string, number, string, number],
  { t, voice, l }: Writer,
): string {
  if (weak.mine.trend.word === 'wrong') return t.member.weakWrong(...moved)
  const median = weak.view.summary?.median ?? weak.current.value
  return t.member.weakBehind(
    figureTitle(weak.figure, l),
    amount(weak.figure, weak.current.value, voice),
    amount(weak.figure, median, voice),
  )
}

function targetsSentence(shared: FigureReport[], t: Writer['t']): string[] {
  const targets = shared.flatMap(({ figure, mine, view, ownReach }) => [
    ...(figure.target ? [{ year: figure.target.year, reach: mine.reach }] : []),
    ...(view.ownTarget ? [{ year: view.ownTarget.year, reach: ownReach }] : []),
  ])
  if (targets.length === 0) return []
  const reached = targets.filter(({ reach }) => reach?.kind === 'reached').length
  const inTime = targets.filter(({ reach, year }) => reach?.kind === 'year' && reach.year <= year).length
  return [t.member.targets(targets.length, reached, inTime)]
}

function stepsOf(reports: FigureReport[]) {
  return reports.map(({ figure, mine, current, view }) =>
    stepOf(figure, mine.trend, current.value, view.summary?.few ? null : view.summary),
  )
}

/** A neutral proposal: note the report, act on what goes the wrong way, set targets where there are none. */
function proposal(report: MemberReport, { l, t }: Writer): string[] {
  const { shared, organisation, year } = report
  const board = t.member.board[organisation.kind]
  const named = (some: FigureReport[]) => l.list(some.map(({ figure }) => figureTitle(figure, l)))
  const wrong = shared.filter(({ mine }) => mine.trend.word === 'wrong')
  const untargeted = wrong.filter(({ view, figure }) => !view.ownTarget && !figure.target)
  return [
    t.member.notes(board, year),
    ...(wrong.length > 0 ? [t.member.assigns(board, named(wrong))] : []),
    ...(untargeted.length > 0 ? [t.member.setsTargets(board, named(untargeted))] : []),
  ]
}

function withoutValue({ without }: MemberReport, { l, t, voice }: Writer) {
  if (without.length === 0) return []
  return [
    {
      id: 'utan-varde',
      heading: t.member.without,
      lead: t.member.withoutLead,
      items: without.map(({ figure, standing }) => {
        const missing = standing?.readings.at(-1)?.missing
        return t.member.noValue(figureTitle(figure, l), missing ? voice.t.missing[missing] : '')
      }),
      inline: false,
    },
  ]
}
