import { type Directory, listOrganisations } from '#domains/members/index.ts'
import { counted, type FigureData } from '../figure.ts'
import { type FigureView, type GroupQuestion, type Standing, trendOfMeans } from '../figure-view.ts'
import type { Group } from '../group.ts'
import { findFigureData } from '../queries.ts'
import { isOldKnowledge, type Reader } from '../reader.ts'
import { likelyAmongMany } from '../rules/likely-among-many.ts'
import { fewestForMean } from '../rules/statistics.ts'
import type { Selection } from '../selection.ts'
import { contender, standingOf } from '../standing.ts'
import type { Among } from './among.ts'
import { type Order, placeBeside, positionOf, type Ranked, stretchOf } from './places.ts'
import {
  findSteps,
  findWays,
  isWaiting,
  type KnownYear,
  listFastest,
  listKnownYears,
} from './read-queries.ts'
import { type Stretch, shownPositions } from './shown-positions.ts'

/** What else is known of a question in a large group. */
interface Chosen {
  selection: Selection
  /** Those who were chosen, mine among them. */
  directory: Directory
  until: number | null
  improvers: boolean
}

/** So many of those that improved most are told of. */
const mostImprovers = 20

/**
 * How some of a large group stand: mine, those chosen, those that the ranking shows and those that improved most. Sums
 * and places come from what was computed ahead, so the cost does not grow with the group. Of an earlier state of
 * knowledge there are no sums.
 */
export async function loadViewAmongMany(
  reader: Reader,
  { figure, breaks, data, year: asked, since }: GroupQuestion,
  group: Group & { many: Among },
  { selection, directory, until, improvers }: Chosen,
): Promise<FigureView> {
  const { db } = reader
  const old = await isOldKnowledge(reader, selection.per)
  const { key, day } = group.many
  // The same for all who ask of this figure and group: remembered as long as the data stay the same.
  const ofAll = <T extends object>(what: string, load: () => Promise<T>): Promise<T> =>
    reader.remember(`${what} ${figure.id} ${key} ${day}`, load)
  const stepsOf = (year: number) => ofAll(`steps ${year}`, () => findSteps(db, figure.id, key, year))
  // With a year that is asked for or that mine has, the steps need not wait for the years.
  const likelyYear = asked ?? latestOf(data, selection.mine)
  const [everyYear, likelySteps] = old
    ? [[], null]
    : await Promise.all([
        ofAll('years', () => listKnownYears(db, figure.id, key)),
        likelyYear === null ? null : stepsOf(likelyYear),
      ])
  const known = everyYear.filter(({ year }) => year <= (until ?? year))
  const year = likelyYear ?? latestKnown(known) ?? data.years.at(-1) ?? null
  const summed = known.find((one) => one.year === year)
  const order: Order | null = summed
    ? {
        figureId: figure.id,
        year: summed.year,
        among: group.many,
        direction: figure.direction,
        count: summed.count,
        steps: likelySteps ?? (await stepsOf(summed.year)),
      }
    : null
  const [{ shown, beside, fromOutside }, { ways }, fastest, waiting] = await Promise.all([
    order ? rankedRows(reader, order, data, selection) : { shown: [], beside: [], fromOutside: false },
    old ? { ways: undefined } : ofAll('ways', async () => ({ ways: await findWays(db, figure.id, key) })),
    improvers && !old ? ofAll('fastest', () => listFastest(db, figure, group.many, mostImprovers)) : [],
    isWaiting(db, figure.id),
  ])
  const ranked = [...shown, ...beside]
  const waysHold = ways !== undefined && ways.year === year && since === null
  const codes = [...new Set([...ranked.map(({ code }) => code), ...(waysHold ? fastest : [])])].filter(
    (code) => !directory.byCode.has(code),
  )
  const [more, moreData] =
    codes.length === 0
      ? [[], null]
      : await Promise.all([listOrganisations(db, codes), findFigureData(db, figure.id, null, codes)])
  const breakYears = breaks.map((each) => each.year)
  const chosen = [...(selection.mine === null ? [] : [selection.mine]), ...selection.with]
  const places = new Map(ranked.map((one) => [one.code, one]))
  const standings = new Map(
    [...chosen.flatMap((code) => directory.byCode.get(code) ?? []), ...more].map(
      (one): [string, Standing] => {
        const from = directory.byCode.has(one.code) ? data : (moreData ?? data)
        const standing = standingOf(one, figure, breakYears, from, year, since)
        return [one.code, { ...standing, place: placed(standing, places.get(one.code), order) }]
      },
    ),
  )
  const stand = (code: string) => standings.get(code) ?? []
  const perYear = known.map((one) => ({ year: one.year, summary: summaryOf(one) }))
  const others = selection.with.flatMap(stand)
  const mine = selection.mine === null ? null : (standings.get(selection.mine) ?? null)
  const members = [...standings.values()].filter((one) => !others.includes(one) || one.place !== null)
  return {
    figure,
    breaks,
    group,
    years: [...new Set([...known.map((one) => one.year), ...countedYears(data)])].sort((a, b) => a - b),
    year,
    since,
    mine,
    others,
    members,
    summary: summed ? summaryOf(summed) : null,
    perYear,
    groupTrend: trendOfMeans(perYear, { breakYears, year, since, direction: figure.direction }),
    sameReporters: null,
    ways:
      waysHold && ways
        ? { right: ways.right, wrong: ways.wrong, unchanged: ways.unchanged, 'too-few': ways.tooFew }
        : null,
    madeUp:
      known.some((one) => one.madeUp) ||
      [...standings.values()].some(({ readings }) => readings.some(({ basis }) => basis === 'made-up')),
    many: {
      rows: withGaps(shown, summed?.count ?? 0, selection.wholeRanking).map((one) =>
        one === null ? null : (standings.get(one.code) ?? null),
      ),
      from: (shown[0]?.at ?? 0) + 1,
      to: (shown.at(-1)?.at ?? 0) + 1,
      fromOutside,
      computedAt: summed?.computedAt ?? null,
      waiting,
    },
  }
}

/** The rows of the ranking that are shown, the best first, and those beside mine. */
async function rankedRows(
  { db, remember }: Reader,
  order: Order,
  data: FigureData,
  selection: Selection,
): Promise<{ shown: Ranked[]; beside: Ranked[]; fromOutside: boolean }> {
  const code = selection.mine
  const value = counted(code === null ? [] : data.byCode.get(code)).find(
    ({ year }) => year === order.year,
  )?.value
  const mine = code === null || value === undefined ? null : await positionOf(db, order, { code, value })
  const stretches = shownPositions(selection, { mine, count: order.count })
  const rowsOf = async (wanted: Stretch[]) => {
    const { figureId, year, among } = order
    const key = `${figureId} ${year} ${among.key} ${among.day}`
    const read = wanted.map(({ from, most }) =>
      remember(`stretch ${from} ${most} ${key}`, () => stretchOf(db, order, { from, most })),
    )
    const rows = (await Promise.all(read)).flat()
    return [...new Map(rows.map((row) => [row.code, row])).values()].sort((a, b) => a.at - b.at)
  }
  const [shown, beside] = await Promise.all([rowsOf(stretches.shown), rowsOf(stretches.beside)])
  const isThere = [...shown, ...beside].some((row) => row.code === code)
  const outside =
    code === null || value === undefined || isThere ? [] : [await placeBeside(db, order, { code, value })]
  return { shown, beside: [...beside, ...outside], fromOutside: outside.length > 0 }
}

/** Null where somebody is passed over, and at the end when more follow. The last one is not pointed out. */
function withGaps(ranked: Ranked[], count: number, whole: boolean): (Ranked | null)[] {
  if (whole) return ranked
  const rows = ranked.flatMap((row, index) =>
    index > 0 && row.at !== (ranked[index - 1]?.at ?? 0) + 1 ? [null, row] : [row],
  )
  return (ranked.at(-1)?.at ?? -1) < count - 1 ? [...rows, null] : rows
}

function placed(standing: Standing, row: Ranked | undefined, order: Order | null): Standing['place'] {
  if (!row || !order) return null
  const [own] = contender(standing)
  return {
    code: row.code,
    value: row.value,
    place: row.place,
    shared: row.shared,
    likely: own ? likelyAmongMany(own, order, row.place) : null,
  }
}

function summaryOf({ year: _year, madeUp: _madeUp, computedAt: _computedAt, ...sums }: KnownYear) {
  return { ...sums, few: sums.count < fewestForMean }
}

function latestOf(data: FigureData, code: string | null): number | null {
  return code === null ? null : (counted(data.byCode.get(code)).at(-1)?.year ?? null)
}

function latestKnown(known: KnownYear[]): number | null {
  return (known.findLast(({ count }) => count >= fewestForMean) ?? known.at(-1))?.year ?? null
}

function countedYears({ byCode }: FigureData): number[] {
  return [...byCode.values()].flatMap((readings) => counted(readings).map(({ year }) => year))
}
