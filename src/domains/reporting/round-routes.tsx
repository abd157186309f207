import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { type KeyFigure, loadCatalogue } from '#domains/key-figures/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import { addDays } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, several, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type C, placeOf, roundIn } from './asking.ts'
import { ProgressPage } from './pages/progress.tsx'
import { RoundPage, roundFilters } from './pages/round.tsx'
import { RoundsPage } from './pages/rounds.tsx'
import { reportingPaths } from './paths.ts'
import { type Remarks, remarksOf } from './report-lines.ts'
import { listReportsOf } from './report-queries.ts'
import { changeDueDay, closeRound, openRound, publishVerified, remindOfRound } from './round-actions.ts'
import { listRoundReports, listRounds, type Round } from './round-queries.ts'
import { progressOf } from './rules/progress.ts'
import { askedKinds, roundKey } from './rules.ts'
import { textsOf } from './texts.ts'

/** The secretariat's side of rounds, and how far each has come, for all members. */
export const roundRoutes = new Hono<AppEnv<Database>>()

const round = ':round{\\d{4}(?:-regioner)?}'

roundRoutes.get(reportingPaths.rounds, only('rounds.edit'), (c) => {
  const { today } = c.var
  const typed = { ar: '', slag: 'municipality', senast: addDays(today, 90) }
  return showRounds(c, { typed, errors: {} }, 200)
})

const opening = z.object({
  ar: z.coerce.number('year-wrong').int('year-wrong').min(1990, 'year-wrong'),
  slag: z.enum(askedKinds, 'kind-missing').default('municipality'),
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
  const { ar: year, slag: kind, senast, nyckeltal } = form.values
  const figures = nyckeltal.filter((id) => known.has(id))
  const opened = await openRound(placeOf(c), { year, kind, dueOn: senast, figures })
  if (!opened) return showRounds(c, { typed: form.typed, errors: { ar: 'year-taken' } }, 409)
  return redirect(c, reportingPaths.round(roundKey({ year, kind })), 'oppnad')
})

roundRoutes.get(reportingPaths.round(round), only('rounds.edit'), async (c) =>
  showRound(c, await roundIn(c), { typed: {}, errors: {} }, 200),
)

roundRoutes.post(reportingPaths.remind(round), only('rounds.edit'), async (c) => {
  const key = roundKey(await roundIn(c))
  await remindOfRound(placeOf(c), c.var.actor, key)
  return redirect(c, reportingPaths.round(key), 'pamind')
})

roundRoutes.post(reportingPaths.publish(round), only('rounds.edit'), async (c) => {
  const key = roundKey(await roundIn(c))
  await publishVerified(placeOf(c), key)
  return redirect(c, reportingPaths.round(key), 'publicerat')
})

roundRoutes.post(reportingPaths.change(round), only('rounds.edit'), async (c) => {
  const known = await roundIn(c)
  const form = await readForm(c, z.object({ senast: z.iso.date('day-wrong') }))
  if (!form.ok) return showRound(c, known, form, 422)
  await changeDueDay(placeOf(c), known.id, form.values.senast)
  return redirect(c, reportingPaths.round(roundKey(known)), 'andrad')
})

roundRoutes.post(reportingPaths.close(round), only('rounds.edit'), async (c) => {
  const known = await roundIn(c)
  const form = await readForm(c, z.object({ stang: z.enum(['ja', 'nej']) }))
  if (!form.ok) return showRound(c, known, { typed: {}, errors: {} }, 422)
  const isClosing = form.values.stang === 'ja'
  await closeRound(placeOf(c), known.id, isClosing)
  return redirect(c, reportingPaths.round(roundKey(known)), isClosing ? 'stangd' : 'oppnad-igen')
})

roundRoutes.get(reportingPaths.progress(round), only('own-pages.use'), async (c) => {
  const { locale: l } = c.var
  const known = await roundIn(c)
  const { progress } = await roundView(c, known)
  const title = textsOf(l).progress.title(known.year)
  return page(
    c,
    { title, description: title, noIndex: true },
    <ProgressPage l={l} round={known} progress={progress} />,
  )
})

/** A round asks for what the members follow today and report themselves; figures of their own they report apart. */
async function listAsked(c: C): Promise<KeyFigure[]> {
  const { figures, currentSet } = await loadCatalogue(c.var)
  return figures.filter(({ setId, reportedBy }) => setId === currentSet && reportedBy === 'reporter')
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

async function showRound(
  c: C,
  known: Round,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const { reports, progress } = await roundView(c, known)
  const waiting = new Set(reports.filter(({ state }) => state === 'approved').map(({ code }) => code))
  const remarks = new Map<string, Remarks>()
  for (const report of await listReportsOf(db, [...waiting])) {
    if (report.roundId === known.id) remarks.set(report.code, await remarksOf(c.var, l, report))
  }
  const title = textsOf(l).round.title(known.year, known.kind)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <RoundPage
      l={l}
      round={known}
      reports={reports}
      remarks={remarks}
      progress={progress}
      shown={z.enum(roundFilters).catch('alla').parse(c.req.query('visa'))}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}

async function roundView(c: C, known: Round) {
  const { db, remember, today } = c.var
  const [reports, directory] = await Promise.all([
    listRoundReports(db, known.id, today),
    organisationDirectory(db, remember),
  ])
  const counties = new Map(directory.all.map(({ countyCode, countyName }) => [countyCode, countyName]))
  return { reports, progress: progressOf(known, reports, counties, today) }
}
