import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import {
  listExplanations,
  listFigures,
  listRevisionDays,
  listRevisions,
  saveExplanation,
} from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { page } from '#ui/page.tsx'
import {
  countFollowers,
  countTold,
  findSetting,
  listFollowersToTell,
  release,
  saveDeparture,
} from './notice-queries.ts'
import { DeskPage } from './pages/desk.tsx'
import { RecallDayPage } from './pages/desk-day.tsx'
import { recallPaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** The job that tells followers. */
export const tellJob = 'tell-of-corrections'

/** The secretariat's side: what was corrected, why, who is told and when. */
export const deskRoutes = new Hono<AppEnv<Database>>()

const shownDays = 60
const mostOfDay = 2000

deskRoutes.get(recallPaths.desk, only('recalls.edit'), (c) => show(c, { typed: {}, errors: {} }, 200))

const hourIn = (min: number, max: number) =>
  z.coerce.number('number-wrong').int('number-wrong').min(min, 'number-wrong').max(max, 'number-wrong')
const departure = z.object({ dagar: hourIn(1, 14), timme: hourIn(0, 23) })

deskRoutes.post(recallPaths.settings, only('recalls.edit'), async (c) => {
  const form = await readForm(c, departure)
  if (!form.ok) return show(c, form, 422)
  const { dagar: afterDays, timme: atHour } = form.values
  await act(c.var.db, c.var.actor, 'set when notices leave', (trx) =>
    saveDeparture(trx, { afterDays, atHour }),
  )
  return redirect(c, recallPaths.desk, 'sparat')
})

deskRoutes.post(recallPaths.release, only('recalls.edit'), async (c) => {
  const { db, actor, now } = c.var
  await act(db, actor, 'send notices of corrections', async (trx) => {
    await release(trx, now)
    await wakeJob(trx, tellJob)
  })
  return redirect(c, recallPaths.desk, 'skickar')
})

const day = ':day{\\d{4}-\\d{2}-\\d{2}}'

deskRoutes.get(recallPaths.day(day), only('recalls.edit'), (c) => showDay(c, { typed: {}, errors: {} }, 200))

const explanation = z.object({
  nyckeltal: z.string('figure-missing').min(1, 'figure-missing'),
  kommun: z.string().default(''),
  sv: paragraphs(1000),
  en: paragraphs(1000),
})

deskRoutes.post(recallPaths.day(day), only('recalls.edit'), async (c) => {
  const { db, actor } = c.var
  const on = c.req.param('day')
  const form = await readForm(c, explanation)
  if (!form.ok || !actor) return showDay(c, form.ok ? { typed: form.typed, errors: {} } : form, 422)
  const { nyckeltal: figureId, kommun: code, sv, en } = form.values
  const corrected = await listRevisions(db, { figure: figureId, code, day: on }, 1)
  if (corrected.length === 0)
    return showDay(c, { typed: form.typed, errors: { nyckeltal: 'figure-missing' } }, 422)
  await act(db, actor, 'explain a correction', (trx) =>
    saveExplanation(trx, { day: on, figureId, code, text: { sv, en } }, actor.personId),
  )
  return redirect(c, recallPaths.day(on), 'sparat')
})

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, now } = c.var
  const [days, told, followers, setting, waiting] = await Promise.all([
    listRevisionDays(db, shownDays),
    countTold(db),
    countFollowers(db),
    findSetting(db),
    listFollowersToTell(db, now),
  ])
  const { title, lead } = textsOf(l).desk
  return page(
    c,
    { title, description: lead, noIndex: true },
    <DeskPage
      l={l}
      now={now}
      days={days}
      told={told}
      followers={followers}
      setting={setting}
      waiting={waiting.length}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}

async function showDay(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, now } = c.var
  const on = c.req.param('day') ?? ''
  if (Number.isNaN(Date.parse(on))) throw new Problem(404, textsOf(l).day.none)
  const [revisions, explanations, figures, setting] = await Promise.all([
    listRevisions(db, { figure: '', code: '', day: on }, mostOfDay),
    listExplanations(db, on),
    listFigures(db),
    findSetting(db),
  ])
  if (revisions.length === 0) throw new Problem(404, textsOf(l).day.none)
  const title = textsOf(l).day.title(l.date(on))
  return page(
    c,
    { title, description: title, noIndex: true },
    <RecallDayPage
      l={l}
      now={now}
      day={on}
      figures={figures.filter(({ id }) => revisions.some(({ figureId }) => figureId === id))}
      revisions={revisions}
      explanations={explanations}
      setting={setting}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
