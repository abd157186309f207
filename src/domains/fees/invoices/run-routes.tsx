import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, several } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { RunPage } from '../pages/run.tsx'
import { feePaths } from '../paths.ts'
import { listSchedules } from '../schedule-queries.ts'
import { findSettings } from '../settings-queries.ts'
import { textsOf } from '../texts.ts'
import { issueRun, planOf } from './issue.ts'
import { listRuns } from './run-queries.ts'

type C = Context<AppEnv<Database>>

/** The invoices of a year's fee: looked at, issued, followed. */
export const runRoutes = new Hono<AppEnv<Database>>()

const address = feePaths.run(':year{\\d{4}}')

runRoutes.get(address, only('fees.read'), (c) => show(c, undefined, 200))

runRoutes.post(address, only('fees.edit'), async (c) => {
  const { db, actor, today } = c.var
  const year = Number(c.req.param('year'))
  const form = await readForm(c, z.object({ kod: several(z.string()) }))
  const codes = form.ok ? form.values.kod : []
  if (codes.length === 0) return show(c, 'none-chosen', 422)
  const result = await issueRun(db, actor, { year, codes, issuedOn: today })
  return result.done ? redirect(c, feePaths.run(year), 'utstallda') : show(c, result.reason, 409)
})

async function show(c: C, fault: string | undefined, status: 200 | 409 | 422): Promise<Response> {
  const { locale: l, db, actor, today } = c.var
  const year = Number(c.req.param('year'))
  const [schedules, settings, runs] = await Promise.all([
    listSchedules(db),
    findSettings(db),
    listRuns(db, year),
  ])
  const schedule = schedules.find((one) => one.year === year)
  const planned = schedule ? await planOf(db, schedule, today) : []
  const years = [...new Set([...schedules.map((one) => one.year), year])].sort((a, b) => b - a)
  const { title, lead } = textsOf(l).run
  return page(
    c,
    { title: title(year), description: lead, noIndex: true, wide: true },
    <RunPage
      l={l}
      year={year}
      years={years}
      schedule={schedule}
      hasSettings={settings !== undefined}
      planned={planned}
      runs={runs}
      mayIssue={can(actor, 'fees.edit')}
      done={c.req.query('klart')}
      fault={fault}
    />,
    status,
  )
}
