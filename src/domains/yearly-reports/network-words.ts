import {
  figureTitle,
  type KeyFigure,
  type Revision,
  trendSentence,
  whyOf,
  written,
} from '#domains/key-figures/index.ts'
import type { NetworkReport } from './load-network.ts'
import type { Frame } from './member-words.ts'
import { networkFigureWords, networkRow, sourcesOf } from './network-figure-words.ts'
import { biggestStep, countWays, stepOf, weakSpot } from './rules.ts'
import { type ListWords, type ReportWords, tableOrNone, type Writer } from './words.ts'

/** So many corrections are listed. */
const mostListed = 20

/** The network's report in words. */
export function networkWords(report: NetworkReport, frame: Frame, writer: Writer): ReportWords {
  const { l, t } = writer
  const { year, shared, further, members } = report
  const right = shared.filter(({ groupTrend }) => groupTrend.word === 'right').length
  const head = [t.facts.figure, t.facts.mean, t.facts.way, t.facts.median, t.facts.count]
  return {
    title: t.network.title(year),
    description: t.network.description(year),
    lead: t.network.lead(right, shared.length, members.length),
    notices: [...shared, ...further].some(({ madeUp }) => madeUp) ? [t.madeUp] : [],
    summary: summaryOf(report, writer),
    overview: tableOrNone({
      heading: t.network.overview,
      caption: t.network.overviewCaption,
      head,
      rows: shared.map((view) => networkRow(view, writer)),
    }),
    decision: { lead: t.network.proposal, points: [t.network.notes(year)] },
    each: {
      heading: t.network.each,
      key: t.keyMembers,
      figures: shared.map((view) => networkFigureWords(view, report, frame.sourceTitles, writer)),
    },
    lists: [revisionsList(report, writer), thanksList(report, writer)],
    further: tableOrNone({
      heading: t.member.further,
      caption: t.member.furtherCaption,
      head,
      rows: further.map((view) => networkRow(view, writer)),
    }),
    method: [
      t.methodText.year(year),
      t.methodText.members,
      t.methodText.trend,
      t.methodText.place,
      t.methodText.summary,
      t.methodText.licence,
    ],
    sources: [...new Set([...shared, ...further].flatMap((view) => sourcesOf(view, frame)))].sort(l.compare),
    known: t.known(frame.knownOn),
  }
}

function summaryOf({ shared, reporters, members, year }: NetworkReport, writer: Writer): string[] {
  const { l, t, voice } = writer
  if (shared.length === 0) return []
  const ways = countWays(shared.map(({ groupTrend }) => groupTrend.word))
  const steps = shared.map(({ figure, groupTrend, summary }) =>
    stepOf(figure, groupTrend, summary?.median ?? 0, summary),
  )
  const sentence = (id: string, say: (figure: string, change: string) => string) => {
    const view = shared.find(({ figure }) => figure.id === id)
    if (!view) return []
    const trend = trendSentence(view.figure, { trend: view.groupTrend, reach: null }, voice)
    return [say(figureTitle(view.figure, l), lowered(trend))]
  }
  const [best, weak] = [biggestStep(steps), weakSpot(steps)]
  return [
    t.network.ways(shared.length, ways.right, ways.wrong, ways.unchanged, ways['too-few']),
    ...(best ? sentence(best.id, t.network.step) : []),
    ...(weak ? sentence(weak.id, t.network.weak) : []),
    t.network.reports(reporters.length, members.length, year),
  ]
}

function revisionsList({ revisions, year, titles }: NetworkReport, writer: Writer): ListWords {
  const { t } = writer
  const listed = revisions.slice(0, mostListed)
  return {
    id: 'rattelser',
    heading: t.network.revisions,
    lead: [
      t.network.revisionsLead(revisions.length, year),
      ...(revisions.length > listed.length ? [t.network.revisionsMore(listed.length)] : []),
    ].join(' '),
    items: listed.flatMap((revision) => revisionWords(revision, titles, writer)),
    inline: false,
  }
}

function revisionWords(
  revision: Revision,
  titles: Map<string, KeyFigure>,
  { l, t, voice }: Writer,
): string[] {
  const figure = titles.get(revision.figureId)
  if (!figure) return []
  const words = t.network.revision(
    figureTitle(figure, l),
    revision.organisationName,
    revision.year,
    written(revision.before, figure, voice),
    written(revision.after, figure, voice),
    whyOf(revision, voice).replace(/\.$/, ''),
  )
  return [revision.madeUp ? `${words} (${voice.t.madeUp})` : words]
}

function thanksList({ reporters, year, madeUpReporters }: NetworkReport, { t }: Writer): ListWords {
  const madeUp = madeUpReporters ? ` ${t.network.thanksMadeUp}` : ''
  return {
    id: 'tack',
    heading: t.network.thanks,
    lead: reporters.length === 0 ? t.network.thanksNone(year) : t.network.thanksLead(year) + madeUp,
    items: reporters.map(({ name }) => name),
    inline: true,
  }
}

/** A sentence that goes on after a colon. */
const lowered = (text: string) => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1)
