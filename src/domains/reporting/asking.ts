import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Place } from './actions.ts'
import { reportingPaths } from './paths.ts'
import { findReport, type Report } from './report-queries.ts'
import { findRound, type Round } from './round-queries.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** With everything that an action needs. */
export function placeOf(c: C): Place {
  const { db, actor, config, today, locale } = c.var
  if (!actor) throw new Problem(403, textsOf(locale).review.gone)
  return { db, actor, baseUrl: config.baseUrl, today, demo: config.mode === 'demo' }
}

/** Somebody else took a step meanwhile. */
export function overtaken(c: C, here: string): Problem {
  const t = textsOf(c.var.locale)
  return new Problem(409, t.review.overtaken, [{ href: here, label: t.figure.back }])
}

/** The report of the address. Throws a 404. */
export async function reportIn(c: C): Promise<Report> {
  const report = await findReport(c.var.db, c.req.param('code') ?? '', Number(c.req.param('year')))
  if (!report) throw new Problem(404, textsOf(c.var.locale).review.gone)
  return report
}

/** The round of the address. Throws a 404. */
export async function roundIn(c: C): Promise<Round> {
  const round = await findRound(c.var.db, c.req.param('round') ?? '')
  const t = textsOf(c.var.locale)
  if (!round) throw new Problem(404, t.rounds.none, [{ href: reportingPaths.mine, label: t.mine.title }])
  return round
}
