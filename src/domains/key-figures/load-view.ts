import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type Directory, organisationDirectory } from '#domains/members/index.ts'
import type { Remember } from '#platform/http/remember.ts'
import { listBreaks, listFigures, listSets } from './catalogue-queries.ts'
import { dataUntil, type FigureData, type KeyFigure, type KeyFigureSet, type MethodBreak } from './figure.ts'
import { type FigureView, type GroupQuestion, viewFigure, viewGroup, yearOf } from './figure-view.ts'
import { type Group, groupOf } from './group.ts'
import { findFigureData, findLatestKnowledge } from './queries.ts'
import { currentSetOf } from './rules/current-set.ts'
import { type GroupKind, knownAt, knownDay, type Selection } from './selection.ts'
import { listTargets, type OwnTarget } from './target-queries.ts'

/** What reading needs: the database, the memory of this data version and the day of the request. */
export interface Reader {
  db: Kysely<Database>
  remember: Remember
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
}

/** The catalogue as a whole. */
export interface Catalogue {
  sets: KeyFigureSet[]
  figures: KeyFigure[]
  byId: Map<string, KeyFigure>
  breaks: MethodBreak[]
  /** Id of the set that the members follow today. */
  currentSet: string | null
}

/** The catalogue as it holds today, read once for each version of the data. */
export function loadCatalogue({ db, remember, today }: Reader): Promise<Catalogue> {
  return remember(`catalogue ${today}`, async () => {
    const [sets, figures, breaks] = await Promise.all([listSets(db), listFigures(db, today), listBreaks(db)])
    const byId = new Map(figures.map((figure) => [figure.id, figure]))
    return { sets, figures, byId, breaks, currentSet: currentSetOf(sets, today) }
  })
}

export function loadDirectory({ db, remember }: Reader): Promise<Directory> {
  return organisationDirectory(db, remember)
}

/** Organisations in a figure, each with some ten readings. */
const figureSize = 600

/** The readings of a figure; remembered as they stand now, read anew as they stood some other day. */
export async function loadFigureData(
  reader: Reader,
  figureId: string,
  per: string | null,
): Promise<FigureData> {
  const { db, remember } = reader
  return (await isOldKnowledge(reader, per))
    ? findFigureData(db, figureId, knownAt(per))
    : remember(`figure ${figureId}`, () => findFigureData(db, figureId, null), figureSize)
}

/** The comparison group of a selection, as it was on the day that the selection asks for. */
export async function loadGroup(reader: Reader, selection: Selection, preset?: GroupKind): Promise<Group> {
  const directory = await loadDirectory(reader)
  const { mine, group, list, per } = selection
  const day = per ? knownDay(per) : reader.today
  const key = `among ${mine} ${group} ${preset} ${day} ${list.join()}`
  return reader.remember(key, () => groupOf({ mine, group, list }, directory, day, preset))
}

/** The same for one figure: a member's own is compared among those who follow it, unless somebody chose otherwise. */
export function loadGroupOf(
  reader: Reader,
  { own }: KeyFigure,
  selection: Selection,
  preset?: GroupKind,
): Promise<Group> {
  const among: Selection =
    own && selection.group === null
      ? { ...selection, group: 'egen', list: own.followers.map(({ code }) => code) }
      : selection
  return loadGroup(reader, among, preset)
}

/**
 * One figure through one selection. With `until` the figure is seen as at the end of that year: whatever is about
 * later years takes no part in values, trends, means or charts.
 */
export async function loadFigureView(
  reader: Reader,
  figure: KeyFigure,
  selection: Selection,
  group: Group,
  until: number | null = null,
): Promise<FigureView> {
  const [directory, catalogue, targets, known] = await Promise.all([
    loadDirectory(reader),
    loadCatalogue(reader),
    loadTargets(reader, selection.per),
    loadFigureData(reader, figure.id, selection.per),
  ])
  const data = until === null ? known : dataUntil(known, until)
  const breaks = catalogue.breaks.filter(
    ({ figureId, year }) => figureId === figure.id && year <= (until ?? year),
  )
  const question: GroupQuestion = {
    figure,
    breaks,
    data,
    group,
    year: selection.year,
    since: selection.since,
  }
  question.year = yearOf(question, selection.mine)
  const codes = group.organisations.map(({ code }) => code).join()
  const key = `group ${figure.id} ${question.year} ${question.since} ${until} ${codes}`
  const groupView = (await isOldKnowledge(reader, selection.per))
    ? viewGroup(question)
    : await reader.remember(key, () => viewGroup(question), group.organisations.length)
  const view = viewFigure(groupView, question, { mine: selection.mine, with: selection.with, directory })
  const ownTarget = targets.find((one) => one.code === selection.mine && one.figureId === figure.id)
  return ownTarget ? { ...view, ownTarget } : view
}

async function loadTargets(reader: Reader, per: string | null): Promise<OwnTarget[]> {
  const old = await isOldKnowledge(reader, per)
  if (old) return listTargets(reader.db, knownAt(per))
  const { targets } = await reader.remember('targets', async () => ({
    targets: await listTargets(reader.db),
  }))
  return targets
}

/** The instant (ISO 8601) from which on nothing more has become known; null when nothing is. */
export async function loadLatestKnowledge({ db, remember }: Reader): Promise<string | null> {
  const { instant } = await remember('latest knowledge', async () => ({
    instant: await findLatestKnowledge(db),
  }))
  return instant
}

/** Whether a selection asks for figures as they were before something that is known now. */
async function isOldKnowledge(reader: Reader, per: string | null): Promise<boolean> {
  const [asked, latest] = [knownAt(per), await loadLatestKnowledge(reader)]
  return asked !== null && latest !== null && asked < latest
}
