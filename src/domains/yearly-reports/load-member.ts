import { listPublishedExamples, type PublishedExample } from '#domains/good-examples/index.ts'
import {
  type CountedReading,
  counted,
  currentSetOf,
  type FigureView,
  type KeyFigure,
  knownAt,
  knownDay,
  loadCatalogue,
  loadFigureData,
  loadFigureView,
  loadGroup,
  loadGroupOf,
  type Reach,
  type Reader,
  type Selection,
  type Standing,
  yearReached,
} from '#domains/key-figures/index.ts'
import { listPublicContacts, type Organisation, type PublicContact } from '#domains/members/index.ts'
import { improvedMore } from './rules.ts'

/** A similar municipality that has improved more, from what to what. */
export interface Improved {
  standing: Standing
  from: CountedReading
  to: CountedReading
  /** What it did, as it tells itself. */
  examples: PublishedExample[]
}

/** One figure of a member as its report tells of it. */
export interface FigureReport {
  figure: KeyFigure
  view: FigureView
  mine: Standing
  current: CountedReading
  /** Whether, and when, the member's own target is met at the present pace. */
  ownReach: Reach | null
  improved: Improved[]
  /** What other members did about the figure. */
  examples: PublishedExample[]
}

/** Everything that a member's report of a year shows, before it is put in words. */
export interface MemberReport {
  organisation: Organisation
  year: number
  group: FigureView['group']
  /** The shared key figures in which the member has a value. */
  shared: FigureReport[]
  /** The figures beside them, likewise. */
  further: FigureReport[]
  /** Shared key figures without any value up to the year. */
  without: { figure: KeyFigure; standing: Standing | null }[]
  /** Contact persons, open to everyone, of those who improved more. */
  contacts: Map<string, PublicContact[]>
}

/** So many of those who improved more are told of in each figure. */
const mostImproved = 3
/** And so many good examples of other members. */
const mostExamples = 2

/**
 * The years of which a member has a report, newest first: those in which it has a shared figure's value, or any value
 * where it has none of the shared ones, as regions.
 */
export async function listReportYears(reader: Reader, code: string, per: string | null): Promise<number[]> {
  const { figures, sets } = await loadCatalogue(reader)
  const currentSet = currentSetOf(sets, per ? knownDay(per) : reader.today)
  const valued = await Promise.all(
    figures.map(async ({ id, setId }) => {
      const { byCode } = await loadFigureData(reader, id, per, [code])
      return { shared: setId === currentSet, years: counted(byCode.get(code)).map(({ year }) => year) }
    }),
  )
  const shared = valued.filter((one) => one.shared && one.years.length > 0)
  const years = (shared.length > 0 ? shared : valued).flatMap((one) => one.years)
  return [...new Set(years)].sort((a, b) => b - a)
}

/** A member's report of a year: its figures as at the end of that year, through a selection. */
export async function loadMemberReport(
  reader: Reader,
  organisation: Organisation,
  year: number,
  asked: Selection,
): Promise<MemberReport> {
  const group = await loadGroup(reader, { ...asked, mine: organisation.code }, 'medlemmar')
  const selection = {
    ...asked,
    mine: organisation.code,
    with: group.neighbours.map(({ code }) => code),
    year: null,
  }
  const { figures, sets } = await loadCatalogue(reader)
  const currentSet = currentSetOf(sets, asked.per ? knownDay(asked.per) : reader.today)
  const [views, examples] = await Promise.all([
    Promise.all(
      figures.map(async (figure) => {
        const among = await loadGroupOf(reader, figure, selection, 'medlemmar')
        return loadFigureView(reader, figure, selection, among, { until: year, improvers: false })
      }),
    ),
    listExamplesOf(reader, selection.per),
  ])
  const reports = views.flatMap((view) => reportOf(view, examples) ?? [])
  const codes = new Set(
    reports.flatMap(({ improved }) => improved.map(({ standing }) => standing.organisation.code)),
  )
  const contacts = await Promise.all(
    [...codes].map(async (code) => [code, await listPublicContacts(reader.db, code, reader.today)] as const),
  )
  return {
    organisation,
    year,
    group,
    shared: reports.filter(({ figure }) => figure.setId === currentSet),
    further: reports.filter(({ figure }) => figure.setId !== currentSet),
    without: views
      .filter(({ figure, mine }) => figure.setId === currentSet && !mine?.current)
      .map(({ figure, mine }) => ({ figure, standing: mine })),
    contacts: new Map(contacts),
  }
}

/** The good examples that were published by then. */
async function listExamplesOf(reader: Reader, per: string | null): Promise<PublishedExample[]> {
  const until = knownAt(per)
  const examples = await listPublishedExamples(reader.db, { limit: 1000 })
  return examples.filter(({ publishedAt }) => until === null || publishedAt <= until)
}

function reportOf(view: FigureView, allExamples: PublishedExample[]): FigureReport | null {
  const { figure, mine, ownTarget } = view
  if (!mine?.current) return null
  const examples = allExamples.filter(({ figures }) => figures.includes(figure.id))
  const improved = improvedMore(mine.trend, view.others, figure.direction)
    .flatMap((standing) => improvementOf(standing, examples) ?? [])
    .slice(0, mostImproved)
  const told = new Set(
    [mine, ...improved.map(({ standing }) => standing)].map((one) => one.organisation.code),
  )
  return {
    figure,
    // The neighbours are told of in words; the chart shows the member and its group.
    view: { ...view, others: [] },
    mine,
    current: mine.current,
    ownReach: ownTarget
      ? yearReached(mine.trend, ownTarget, figure.direction, counted(mine.readings).at(-1)?.value)
      : null,
    improved,
    examples: examples.filter(({ organisation }) => !told.has(organisation.code)).slice(0, mostExamples),
  }
}

function improvementOf(standing: Standing, examples: PublishedExample[]): Improved | null {
  const values = counted(standing.readings)
  const from = values.find(({ year }) => year === standing.trend.since)
  const to = values.find(({ year }) => year === standing.trend.until)
  const own = examples.filter(({ organisation }) => organisation.code === standing.organisation.code)
  return from && to ? { standing, from, to, examples: own.slice(0, mostExamples) } : null
}
