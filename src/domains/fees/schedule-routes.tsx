import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkForm, readForm, type Typed, textIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { page } from '#ui/page.tsx'
import { scheduleOn } from './join-routes.tsx'
import { typedKronor } from './money.ts'
import { ScheduleFormPage, SchedulesPage } from './pages/schedules.tsx'
import { SimulatorPage } from './pages/simulator.tsx'
import { feePaths } from './paths.ts'
import { payersOf } from './payers.ts'
import type { FeeSchedule } from './rules/fee.ts'
import { type Simulation, simulate } from './rules/simulation.ts'
import { scheduleSchema, termsSchema } from './schedule-form.ts'
import { isScheduleUsed, listSchedules, saveSchedule } from './schedule-queries.ts'
import { simulationTable } from './simulation-table.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** What membership costs year by year, and what it would cost. */
export const scheduleRoutes = new Hono<AppEnv<Database>>()

scheduleRoutes.get(feePaths.schedules, only('fees.read'), async (c) => {
  const { locale: l, db, actor, today } = c.var
  const schedules = await listSchedules(db)
  const { title, lead } = textsOf(l).schedules
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <SchedulesPage
      l={l}
      schedules={schedules}
      mayEdit={can(actor, 'fees.edit')}
      nextYear={schedules[0] ? schedules[0].year + 1 : Number(today.slice(0, 4))}
      done={c.req.query('klart')}
    />,
  )
})

scheduleRoutes.get(feePaths.schedule(':year{\\d{4}}'), only('fees.edit'), async (c) => {
  const year = Number(c.req.param('year'))
  const schedules = await listSchedules(c.var.db)
  const stands = schedules.find((schedule) => schedule.year === year)
  const before = schedules.find((schedule) => schedule.year < year)
  const typed = stands
    ? typedOf(stands)
    : before
      ? { ...typedOf({ ...before, populationYear: year - 2 }), beslutad: '', beslut: '' }
      : { folkmangd: String(year - 2), observator: '100', dagar: '30' }
  return showForm(c, year, { typed, errors: {} }, await isScheduleUsed(c.var.db, year), 200)
})

scheduleRoutes.post(feePaths.schedule(':year{\\d{4}}'), only('fees.edit'), async (c) => {
  const { db, actor, today } = c.var
  const year = Number(c.req.param('year'))
  const form = await readForm(c, scheduleSchema)
  const errors: Record<string, string> = form.ok ? {} : form.errors
  if (year < 1995 || year > Number(today.slice(0, 4)) + 5) errors.folkmangd ??= 'year-wrong'
  if (textIn(form.typed, 'beslutad') > today) errors.beslutad ??= 'day-future'
  const populationYear = Number(textIn(form.typed, 'folkmangd'))
  if (populationYear > year || populationYear < year - association.fees.oldest_population)
    errors.folkmangd ??= 'population-year-wrong'
  if (!form.ok || Object.keys(errors).length > 0)
    return showForm(c, year, { typed: form.typed, errors }, false, 422)
  const { values } = form
  const saved = await act(db, actor, 'decide a fee', (trx) =>
    saveSchedule(trx, {
      year,
      fixedOre: values.fast,
      municipalityRateOre: values.rorlig,
      regionRateOre: values.region,
      capInhabitants: values.tak ?? null,
      populationYear: values.folkmangd,
      joining: values.intrade,
      leaving: values.uttrade,
      observerPercent: values.observator,
      dueDays: values.dagar,
      decidedOn: values.beslutad,
      decision: values.beslut,
      madeUp: false,
    }),
  )
  if (!saved) return showForm(c, year, { typed: form.typed, errors: {} }, true, 409)
  return redirect(c, feePaths.schedules, 'sparad')
})

scheduleRoutes.get(feePaths.simulate, only('fees.read'), async (c) => {
  const { typed, errors, schedule, simulation } = await simulationOf(c)
  const { title } = textsOf(c.var.locale).simulator
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <SimulatorPage
      l={c.var.locale}
      schedule={schedule}
      typed={typed}
      errors={errors}
      simulation={simulation}
      query={new URL(c.req.url).search}
    />,
    simulation ? 200 : 422,
  )
})

scheduleRoutes.get('/kansli/avgifter/:file{simulera\\.(csv|xlsx)}', only('fees.read'), async (c) => {
  const { simulation, schedule } = await simulationOf(c)
  if (!simulation) throw new Problem(400, textsOf(c.var.locale).simulator.wrong)
  return privateTable(simulationTable(c.var.locale, schedule, simulation), c.req.param('file'))
})

/** Reads the terms of the address, or this year's when there are none, and tries them on the members of today. */
async function simulationOf(c: C): Promise<{
  typed: Typed
  errors: Record<string, string>
  schedule: FeeSchedule
  simulation: Simulation | undefined
}> {
  const { db, remember, today, locale: l } = c.var
  const [directory, schedules] = await Promise.all([organisationDirectory(db, remember), listSchedules(db)])
  const schedule = scheduleOn(schedules, today)
  if (!schedule) {
    throw new Problem(404, textsOf(l).simulator.noSchedule, [
      { href: feePaths.schedules, label: textsOf(l).schedules.title },
    ])
  }
  const asked = c.req.query()
  const typed: Typed = 'fast' in asked ? asked : typedOf(schedule)
  const form = checkForm(typed, termsSchema)
  if (!form.ok) return { typed, errors: form.errors, schedule, simulation: undefined }
  const payers = payersOf(directory, today, schedule.populationYear)
  const terms = {
    fixedOre: form.values.fast,
    municipalityRateOre: form.values.rorlig,
    regionRateOre: form.values.region,
    capInhabitants: form.values.tak ?? null,
  }
  return { typed, errors: {}, schedule, simulation: simulate(payers, schedule, terms) }
}

function typedOf(schedule: FeeSchedule): Typed {
  return {
    fast: typedKronor(schedule.fixedOre),
    rorlig: typedKronor(schedule.municipalityRateOre),
    region: typedKronor(schedule.regionRateOre),
    tak: schedule.capInhabitants === null ? '' : String(schedule.capInhabitants),
    folkmangd: String(schedule.populationYear),
    intrade: schedule.joining,
    uttrade: schedule.leaving,
    observator: String(schedule.observerPercent),
    dagar: String(schedule.dueDays),
    beslutad: schedule.decidedOn,
    beslut: schedule.decision,
  }
}

function showForm(
  c: C,
  year: number,
  form: { typed: Typed; errors: Record<string, string> },
  locked: boolean,
  status: 200 | 409 | 422,
): Response {
  const title = textsOf(c.var.locale).schedules.of(year)
  return page(
    c,
    { title, description: title, noIndex: true },
    <ScheduleFormPage l={c.var.locale} year={year} {...form} locked={locked} />,
    status,
  )
}
