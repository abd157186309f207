import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { hasMoreOrganisations, largeFrom } from '#domains/members/index.ts'
import { listBreaks, listFigures } from '../catalogue-queries.ts'
import { fewestForMean } from '../rules/statistics.ts'
import { trendOf } from '../rules/trend.ts'
import { periodOf } from '../standing.ts'
import { amongsOf } from './among.ts'
import { refreshSpreads } from './near-queries.ts'
import {
  becomeLarge,
  becomeSmall,
  findState,
  findTrendYear,
  listComparable,
  listLatestYears,
  listOrdered,
  listSeries,
  listTouchedFigures,
  listWords,
  listYears,
  saveStatistics,
  saveTrends,
  saveWays,
  takeTouched,
  takeTurn,
  touchByCalendar,
} from './refresh-queries.ts'
import { statisticsOf, waysOf } from './statistics.ts'

/** How much was computed anew. */
export interface Refreshed {
  /** Figures and years. */
  years: number
  /** Figures and organisations. */
  trends: number
}

/** Trends are computed of so many organisations at a time. */
const batch = 2000

/** An organisation as the refreshing sees it. */
export interface Compared {
  code: string
  amongs: string[]
  /** Inhabitants in a year, as the means weigh by. */
  weightIn(year: number): number | null
}

/**
 * Brings what is computed ahead up to date: what was touched and nothing else. In a small association nothing is
 * computed ahead. `today` decides who is a member; `from` is how many make an association or a group large.
 */
export async function refreshComparisons(
  db: Kysely<Database>,
  today: string,
  from = largeFrom,
): Promise<Refreshed> {
  const done: Refreshed = { years: 0, trends: 0 }
  if (!(await settleSize(db, today, from))) return done
  await refreshSpreads(db)
  const touched = await listTouchedFigures(db)
  if (touched.length === 0) return done
  const everyone = await comparedOrganisations(db, today, from)
  for (const figureId of touched) {
    const one = await db.transaction().execute((trx) => refreshFigure(trx, figureId, everyone, today))
    done.years += one.years
    done.trends += one.trends
  }
  return done
}

/** Whether the association is large today; what that changes is done. */
function settleSize(db: Kysely<Database>, today: string, from: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await takeTurn(trx)
    const large = await hasMoreOrganisations(trx, from)
    const state = await findState(trx)
    if (large && !state.large) await becomeLarge(trx)
    if (!large && state.large) await becomeSmall(trx)
    if (large && state.day !== today) await touchByCalendar(trx, today)
    return large
  })
}

/** Everyone who belongs to a large group, with those groups. */
async function comparedOrganisations(
  db: Kysely<Database>,
  today: string,
  from: number,
): Promise<Map<string, Compared>> {
  const all = await listComparable(db, today)
  const sizes = new Map<string, number>()
  for (const among of all.flatMap(amongsOf)) sizes.set(among, (sizes.get(among) ?? 0) + 1)
  const compared = new Map<string, Compared>()
  for (const one of all) {
    const amongs = amongsOf(one).filter((among) => (sizes.get(among) ?? 0) > from)
    if (amongs.length === 0) continue
    const weightIn = (year: number) =>
      (one.populations.findLast((known) => known[0] <= year) ?? one.populations[0])?.[1] ?? null
    compared.set(one.code, { code: one.code, amongs, weightIn })
  }
  return compared
}

async function refreshFigure(
  trx: Transaction<Database>,
  figureId: string,
  everyone: Map<string, Compared>,
  today: string,
): Promise<Refreshed> {
  await takeTurn(trx)
  const touched = await takeTouched(trx, figureId)
  const years = touched.years ?? (await listYears(trx, figureId))
  for (const year of years) {
    const { codes, values, madeUp } = await listOrdered(trx, figureId, year)
    await saveStatistics(
      trx,
      figureId,
      year,
      statisticsOf({ codes, values }, everyone, year).map((one) => ({
        ...one,
        key_figure_id: figureId,
        year,
        made_up: madeUp,
      })),
    )
  }
  const trends = await refreshTrends(trx, figureId, everyone, touched.codes, today)
  return { years: years.length, trends }
}

/** Which way the touched go; everyone, when the year has changed that trends are seen from. */
async function refreshTrends(
  trx: Transaction<Database>,
  figureId: string,
  everyone: Map<string, Compared>,
  touched: string[] | null,
  today: string,
): Promise<number> {
  const latest = await listLatestYears(trx, figureId, fewestForMean)
  const year = latest.size === 0 ? null : Math.max(...latest.values())
  const figure = (await listFigures(trx, today)).find(({ id }) => id === figureId)
  if (year === null || !figure) {
    await saveWays(trx, figureId, [])
    return 0
  }
  const before = await findTrendYear(trx, figureId)
  const codes = (touched && before === year ? touched : [...everyone.keys()]).filter((code) =>
    everyone.has(code),
  )
  const breaks = (await listBreaks(trx)).flatMap((each) => (each.figureId === figureId ? [each.year] : []))
  for (let at = 0; at < codes.length; at += batch) {
    const some = codes.slice(at, at + batch)
    const series = await listSeries(trx, figureId, some)
    const trends = series.map(({ code, points }) => {
      const { word, slope } = trendOf(periodOf(points, breaks, year, null), figure.direction)
      return { organisation_code: code, word, slope }
    })
    await saveTrends(trx, figureId, some, trends)
  }
  const ways = waysOf(await listWords(trx, figureId), everyone)
  await saveWays(
    trx,
    figureId,
    ways.flatMap(({ among, ...way }) =>
      latest.get(among) === year ? [{ ...way, among, key_figure_id: figureId, year }] : [],
    ),
  )
  return codes.length
}
