import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { type KeyFigure, loadCatalogue } from '#domains/key-figures/index.ts'
import { addDays } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, several, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { openRound, type Place, publishVerified, remindOfRound, takeStep } from './actions.ts'
import { ReviewPage } from './pages/review.tsx'
import { RoundPage, roundFilters } from './pages/round.tsx'
import { RoundsPage } from './pages/rounds.tsx'
import { reportingPaths } from './paths.ts'
import { linesOf } from './report-lines.ts'
import { findReport, listSteps } from './report-queries.ts'
import { findRound, listRoundReports, listRounds } from './round-queries.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** The secretariat's side: rounds, who has reported, verification and publication. */
export const roundRoutes = new Hono<AppEnv<Database>>()

const year = ':year{\\d{4}}'
const code = ':code{\\d{4}}'

roundRoutes.get(reportingPaths.rounds, only('rounds.edit'), (c) => {
  const { today } = c.var
  const typed = { ar: '', senast: addDays(today, 90) }
  return showRounds(c, { typed, errors: {} }, 200)
})

const opening = z.object({
  ar: z.coerce.number('year-wrong').int('year-wrong').min(1990, 'year-wrong'),
  senast: z.iso.date('day-wrong'),
  nyckeltal: several(z.string()),
})

roundRoutes.post(reportingPaths.rounds, only('rounds.edit'), async (c) => {
  const { today } = c.var
  const form = await readForm(c, opening)
  const errors: Record<string, string> = form.ok ? {} : form.errors
  const known = new Set((await listAsked(c)).map(({ id }) => id))
  if (form.ok) {
    const { ar, senast, nyckeltal } = form.values
    if (ar >= Number(today.slice(0, 4))) errors.ar = 'year-wrong'
    if (senast < today) errors.senast = 'day-passed'
    if (!nyckeltal.some((id) => known.has(id))) errors.nyckeltal = 'figures-missing'
  }
  if (!form.ok || Object.keys(errors).length > 0) return showRounds(c, { typed: form.typed, errors }, 422)
  const { ar, senast, nyckeltal } = form.values
  const figures = nyckeltal.filter((id) => known.has(id))
  const opened = await openRound(placeOf(c), { year: ar, dueOn: senast, figures })
  if (!opened) return showRounds(c, { typed: form.typed, errors: { ar: 'year-taken' } }, 409)
  return redirect(c, reportingPaths.round(ar), 'oppnad')
})

roundRoutes.get(reportingPaths.round(year), only('rounds.edit'), async (c) => {
  const { locale: l, db, today } = c.var
  const round = await roundIn(c)
  const title = textsOf(l).round.title(round.year)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <RoundPage
      l={l}
      round={round}
      reports={await listRoundReports(db, round.id, today)}
      shown={z.enum(roundFilters).catch('alla').parse(c.req.query('visa'))}
      done={c.req.query('klart')}
    />,
  )
})

roundRoutes.post(reportingPaths.remind(year), only('rounds.edit'), async (c) => {
  const round = await roundIn(c)
  await remindOfRound(placeOf(c), c.var.actor, round.year)
  return redirect(c, reportingPaths.round(round.year), 'pamind')
})

roundRoutes.post(reportingPaths.publish(year), only('rounds.edit'), async (c) => {
  const round = await roundIn(c)
  await publishVerified(placeOf(c), round.year)
  return redirect(c, reportingPaths.round(round.year), 'publicerat')
})

roundRoutes.get(reportingPaths.review(year, code), only('rounds.edit'), (c) =>
  showReview(c, { typed: {}, errors: {} }, 200),
)

const reviewing = z.object({
  version: z.coerce.number().int().catch(-1),
  steg: z.enum(['verify', 'send-back']),
  text: z.string().max(2000, 'too-long').default(''),
})

roundRoutes.post(reportingPaths.review(year, code), only('rounds.edit'), async (c) => {
  const report = await reportIn(c)
  const form = await readForm(c, reviewing)
  if (!form.ok) return showReview(c, form, 422)
  const { version, steg, text } = form.values
  if (steg === 'send-back' && text.length < 5) {
    return showReview(c, { typed: form.typed, errors: { text: 'text-missing' } }, 422)
  }
  const moved = await takeStep(placeOf(c), report, { step: steg, text, seen: version })
  if (moved !== 'moved') throw overtaken(c, reportingPaths.review(report.year, report.code))
  return redirect(c, reportingPaths.round(report.year), 'steg')
})

/** A round asks for what the members follow today and report themselves; figures of their own they report apart. */
async function listAsked(c: C): Promise<KeyFigure[]> {
  const { figures, currentSet } = await loadCatalogue(c.var)
  return figures.filter(({ setId, reportedBy }) => setId === currentSet && reportedBy === 'reporter')
}

/** With everything that an action needs. */
export function placeOf(c: C): Place {
  const { db, actor, config, today, locale } = c.var
  if (!actor) throw new Problem(403, textsOf(locale).review.gone)
  return { db, actor, baseUrl: config.baseUrl, today, demo: config.mode === 'demo' }
}

/** Somebody else took a step meanwhile. */
export function overtaken(c: C, here: string): Problem {
  const t = textsOf(c.var.locale).review
  return new Problem(409, t.overtaken, [{ href: here, label: textsOf(c.var.locale).figure.back }])
}

/** The report of the address. Throws a 404. */
export async function reportIn(c: C) {
  const report = await findReport(c.var.db, c.req.param('code') ?? '', Number(c.req.param('year')))
  if (!report) throw new Problem(404, textsOf(c.var.locale).review.gone)
  return report
}

async function roundIn(c: C) {
  const round = await findRound(c.var.db, Number(c.req.param('year')))
  const t = textsOf(c.var.locale)
  if (!round) throw new Problem(404, t.rounds.none, [{ href: reportingPaths.rounds, label: t.rounds.title }])
  return round
}

async function showRounds(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const [rounds, figures] = await Promise.all([listRounds(db), listAsked(c)])
  const { title, lead } = textsOf(l).rounds
  return page(
    c,
    { title, description: lead, noIndex: true },
    <RoundsPage l={l} rounds={rounds} figures={figures} {...form} />,
    status,
  )
}

async function showReview(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const report = await reportIn(c)
  const title = textsOf(l).review.title(report.name, report.year)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <ReviewPage
      l={l}
      report={report}
      lines={await linesOf(c.var, l, report)}
      steps={await listSteps(db, report.id)}
      {...form}
    />,
    status,
  )
}
