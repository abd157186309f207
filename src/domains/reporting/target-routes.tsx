import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import {
  type KeyFigure,
  listFigures,
  listTargets,
  removeTarget,
  saveTarget,
} from '#domains/key-figures/index.ts'
import { organisationsNamed } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { readNumber } from '#platform/read-number.ts'
import { page } from '#ui/page.tsx'
import { TargetsPage } from './pages/targets.tsx'
import { reportingPaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** What a member has decided to reach in its figures. */
export const targetRoutes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'

targetRoutes.get(reportingPaths.targets(code), only('reports.write', inAddress), (c) =>
  show(c, { typed: {}, errors: {} }, 200),
)

const target = z.object({
  nyckeltal: z.string(),
  varde: z.string().default(''),
  ar: z.coerce.number('target-year-wrong').int('target-year-wrong').max(2100, 'target-year-wrong'),
  beslut: line('decision-missing', 300),
})

targetRoutes.post(reportingPaths.targets(code), only('reports.write', inAddress), async (c) => {
  const { db, actor, today, config } = c.var
  const organisation = c.req.param('code') ?? ''
  const form = await readForm(c, target)
  const errors: Record<string, string> = form.ok ? {} : form.errors
  const read = readNumber(typeof form.typed.varde === 'string' ? form.typed.varde : '')
  if ('fault' in read) errors.varde = read.fault === 'empty' ? 'not-a-number' : read.fault
  if (form.ok && form.values.ar < Number(today.slice(0, 4))) errors.ar = 'target-year-wrong'
  const known = (await listOpen(c)).some(({ id }) => form.ok && id === form.values.nyckeltal)
  if (form.ok && !known) errors.nyckeltal = 'figures-missing'
  if (!form.ok || 'fault' in read || Object.keys(errors).length > 0 || !actor) {
    return show(c, { typed: form.typed, errors }, 422)
  }
  const { nyckeltal: figureId, ar: year, beslut: decision } = form.values
  const given = { code: organisation, figureId, value: read.value, year, decision }
  await act(db, actor, 'set a target', (trx) =>
    saveTarget(trx, { ...given, madeUp: config.mode === 'demo', setBy: actor.personId }),
  )
  return redirect(c, reportingPaths.targets(organisation), 'sparat')
})

targetRoutes.post(reportingPaths.removeTarget(code), only('reports.write', inAddress), async (c) => {
  const organisation = c.req.param('code') ?? ''
  const form = await readForm(c, z.object({ nyckeltal: z.string() }))
  if (form.ok) {
    await act(c.var.db, c.var.actor, 'remove a target', (trx) =>
      removeTarget(trx, organisation, form.values.nyckeltal),
    )
  }
  return redirect(c, reportingPaths.targets(organisation), 'borttaget')
})

/** The figures that the member of the address can set a target in: of members' own, only those that it follows. */
async function listOpen(c: C): Promise<KeyFigure[]> {
  const organisation = c.req.param('code')
  return (await listFigures(c.var.db, c.var.today)).filter(
    ({ own }) => !own || own.followers.some(({ code }) => code === organisation),
  )
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const organisation = (await organisationsNamed(c.var, { codes: [c.req.param('code') ?? ''] })).byCode.get(
    c.req.param('code') ?? '',
  )
  if (!organisation) throw new Problem(404, textsOf(l).review.gone)
  const [figures, targets] = await Promise.all([listOpen(c), listTargets(db)])
  const { title, lead } = textsOf(l).targets
  return page(
    c,
    { title: title(organisation.name), description: lead, noIndex: true },
    <TargetsPage
      l={l}
      code={organisation.code}
      name={organisation.name}
      figures={figures}
      targets={targets.filter((one) => one.code === organisation.code)}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
