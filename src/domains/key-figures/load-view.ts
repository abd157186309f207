import type { Directory } from '#domains/members/index.ts'
import { listBreaks, listFigures, listSets } from './catalogue-queries.ts'
import { dataUntil, type FigureData, type KeyFigure, type KeyFigureSet, type MethodBreak } from './figure.ts'
import { type FigureView, type GroupQuestion, viewFigure, viewGroup, yearOf } from './figure-view.ts'
import { type Group, groupOf } from './group.ts'
import { loadGroupAmongMany } from './many/load-group.ts'
import { loadViewAmongMany } from './many/load-view.ts'
import { findDataTogether } from './many/together.ts'
import { findFigureData } from './queries.ts'
import { isLarge, isOldKnowledge, loadDirectory, loadOrganisations, type Reader } from './reader.ts'
import { currentSetOf } from './rules/current-set.ts'
import { type GroupKind, knownAt, knownDay, type Selection } from './selection.ts'
import { type StandingView, viewStanding } from './standing-view.ts'
import { listTargets, type OwnTarget } from './target-queries.ts'

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

/** Organisations in a figure, each with some ten readings. */
const figureSize = 600

/**
 * The readings of a figure, of these organisations at least; remembered as they stand now, read anew as they stood
 * some other day.
 */
export async function loadFigureData(
  reader: Reader,
  figureId: string,
  per: string | null,
  codes: string[],
): Promise<FigureData> {
  const { db, remember } = reader
  const [old, large] = await Promise.all([isOldKnowledge(reader, per), isLarge(reader)])
  if (!large) {
    return old
      ? findFigureData(db, figureId, knownAt(per))
      : remember(`figure ${figureId}`, () => findFigureData(db, figureId, null), figureSize)
  }
  const some = [...new Set(codes)].sort()
  return old
    ? findFigureData(db, figureId, knownAt(per), some)
    : remember(
        `figure ${figureId} of ${some.join()}`,
        () => findDataTogether(db, figureId, some),
        some.length * 2,
      )
}

/** The comparison group of a selection, as it was on the day that the selection asks for. */
export async function loadGroup(reader: Reader, selection: Selection, preset?: GroupKind): Promise<Group> {
  const { mine, group, list, per } = selection
  const day = per ? knownDay(per) : reader.today
  const key = `among ${mine} ${group} ${preset} ${day} ${list.join()}`
  return reader.remember(key, async () =>
    (await isLarge(reader))
      ? loadGroupAmongMany(reader, { mine, group, list }, day, preset)
      : groupOf({ mine, group, list }, await loadDirectory(reader), day, preset),
  )
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
 * later years takes no part in values, trends, means or charts. Those that have improved most are looked for in a
 * large group unless `improvers` says no.
 */
export async function loadFigureView(
  reader: Reader,
  figure: KeyFigure,
  selection: Selection,
  group: Group,
  { until = null, improvers = true }: { until?: number | null; improvers?: boolean } = {},
): Promise<FigureView> {
  const { question, directory, ownTarget } = await loadQuestion(reader, figure, selection, group, until)
  const view = group.many
    ? await loadViewAmongMany(
        reader,
        question,
        { ...group, many: group.many },
        { selection, directory, until, improvers },
      )
    : await viewOfAll(reader, question, selection, directory, until)
  return ownTarget ? { ...view, ownTarget } : view
}

/** How mine stands in one figure through one selection: a part of the whole view, for pages of many figures. */
export async function loadStandingView(
  reader: Reader,
  figure: KeyFigure,
  selection: Selection,
  group: Group,
): Promise<StandingView> {
  const inGroup = group.organisations.some(({ code }) => code === selection.mine)
  // Whoever stands beside its group has no place in it: the whole view knows how that is told.
  if (group.many || !inGroup) return loadFigureView(reader, figure, selection, group, { improvers: false })
  const { question, ownTarget } = await loadQuestion(reader, figure, selection, group, null)
  const { mine } = selection
  const view = viewStanding({ ...question, year: yearOf(question, mine) }, mine)
  return ownTarget ? { ...view, ownTarget } : view
}

/** What a view is made of: the readings of the group and of those chosen, the breaks and mine's own target. */
async function loadQuestion(
  reader: Reader,
  figure: KeyFigure,
  selection: Selection,
  group: Group,
  until: number | null,
) {
  const chosen = [...(selection.mine === null ? [] : [selection.mine]), ...selection.with]
  const among = group.organisations.map(({ code }) => code)
  const [directory, catalogue, targets, known] = await Promise.all([
    loadOrganisations(reader, chosen),
    loadCatalogue(reader),
    loadTargets(reader, selection.per),
    loadFigureData(reader, figure.id, selection.per, [...chosen, ...among]),
  ])
  const question: GroupQuestion = {
    figure,
    breaks: catalogue.breaks.filter(
      ({ figureId, year }) => figureId === figure.id && year <= (until ?? year),
    ),
    data: until === null ? known : dataUntil(known, until),
    group,
    year: selection.year,
    since: selection.since,
  }
  const ownTarget = targets.find((one) => one.code === selection.mine && one.figureId === figure.id)
  return { question, directory, ownTarget }
}

/** The view of a group that is looked at one by one. */
async function viewOfAll(
  reader: Reader,
  asked: GroupQuestion,
  selection: Selection,
  directory: Directory,
  until: number | null,
): Promise<FigureView> {
  const question = { ...asked, year: yearOf(asked, selection.mine) }
  const { figure, group, year, since } = question
  const codes = group.organisations.map(({ code }) => code).join()
  const groupView = (await isOldKnowledge(reader, selection.per))
    ? viewGroup(question)
    : await reader.remember(
        `group ${figure.id} ${year} ${since} ${until} ${codes}`,
        () => viewGroup(question),
        group.organisations.length,
      )
  return viewFigure(groupView, question, { mine: selection.mine, with: selection.with, directory })
}

async function loadTargets(reader: Reader, per: string | null): Promise<OwnTarget[]> {
  const old = await isOldKnowledge(reader, per)
  if (old) return listTargets(reader.db, knownAt(per))
  const { targets } = await reader.remember('targets', async () => ({
    targets: await listTargets(reader.db),
  }))
  return targets
}
