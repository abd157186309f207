import {
  counted,
  currentSetOf,
  emptySelection,
  type FigureView,
  knownAt,
  knownDay,
  listRevisions,
  listTargets,
  loadCatalogue,
  loadFigureView,
  loadGroup,
  type OwnTarget,
  type Reader,
  type Revision,
  type Selection,
  type Standing,
} from '#domains/key-figures/index.ts'
import type { Organisation } from '#domains/members/index.ts'

/** Everything that the network's report of a year shows, before it is put in words. */
export interface NetworkReport {
  year: number
  /** The member municipalities. */
  members: Organisation[]
  shared: FigureView[]
  further: FigureView[]
  /** Who has given a value of their own for the year. */
  reporters: Organisation[]
  madeUpReporters: boolean
  revisions: Revision[]
  targets: OwnTarget[]
  titles: Map<string, FigureView['figure']>
}

/** So many corrections are read; the report counts them and lists the latest. */
const mostRevisions = 1000

/** The years of which the network has a report, newest first: those in which at least three have a value. */
export async function listNetworkYears(reader: Reader, per: string | null): Promise<number[]> {
  const selection = { ...emptySelection, per }
  const [catalogue, group] = await Promise.all([loadCatalogue(reader), loadGroup(reader, selection)])
  const currentSet = currentSetOf(catalogue.sets, per ? knownDay(per) : reader.today)
  const views = await Promise.all(
    catalogue.figures
      .filter(({ setId }) => setId === currentSet)
      .map((figure) => loadFigureView(reader, figure, selection, group)),
  )
  const years = views.flatMap(({ perYear }) =>
    perYear.flatMap(({ year, summary }) => (summary.few ? [] : [year])),
  )
  return [...new Set(years)].sort((a, b) => b - a)
}

/** The network's report of a year: all member municipalities together, as at the end of that year. */
export async function loadNetworkReport(
  reader: Reader,
  year: number,
  asked: Selection,
): Promise<NetworkReport> {
  const selection = { ...emptySelection, per: asked.per }
  const [catalogue, group] = await Promise.all([loadCatalogue(reader), loadGroup(reader, selection)])
  const currentSet = currentSetOf(catalogue.sets, asked.per ? knownDay(asked.per) : reader.today)
  const [views, revisions, targets] = await Promise.all([
    Promise.all(
      catalogue.figures.map((figure) => loadFigureView(reader, figure, selection, group, { until: year })),
    ),
    listRevisions(reader.db, { figure: '', code: '' }, mostRevisions),
    listTargets(reader.db, knownAt(asked.per)),
  ])
  const shown = views.filter(({ summary }) => summary !== null)
  const given = views
    .filter(({ figure }) => figure.setId === currentSet && figure.reportedBy === 'reporter')
    .flatMap(({ members }) => members.filter((standing) => hasGiven(standing, year)))
  const codes = new Set(given.map(({ organisation }) => organisation.code))
  const until = knownAt(asked.per)
  return {
    year,
    members: group.organisations,
    shared: shown.filter(({ figure }) => figure.setId === currentSet),
    further: shown.filter(({ figure }) => figure.setId === 'own'),
    reporters: group.organisations.filter(({ code }) => codes.has(code)),
    madeUpReporters: given.some(({ readings }) => readings.some(({ basis }) => basis === 'made-up')),
    revisions: revisions.filter(
      ({ knownFrom }) => knownFrom.startsWith(`${year}-`) && (until === null || knownFrom <= until),
    ),
    targets,
    titles: catalogue.byId,
  }
}

function hasGiven({ readings }: Standing, year: number): boolean {
  return counted(readings).some((reading) => reading.year === year)
}
