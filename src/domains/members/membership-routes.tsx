import { type Context, Hono } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import {
  endMembership,
  listOpenMemberships,
  makeFull,
  openMembership,
  takeBackEnd,
} from './membership-queries.ts'
import { EndMembershipsPage } from './pages/end-memberships.tsx'
import { registerPaths } from './paths.ts'
import { codesIn, showRegistered } from './register-routes.tsx'
import { dayAfter, proposedLastDay } from './rules/membership.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const id = z.coerce.number().int().positive()
const day = z.iso.date('day-wrong')
const opening = z.object({
  kind: z.enum(['full', 'observer'], 'kind-missing'),
  since: day,
  decision: line('decision-missing', 300),
})
const making = z.object({ id, since: day, decision: line('decision-missing', 300) })
const notice = z.object({ id, noticeGivenOn: day, lastDay: day, reason: optionalLine(300) })
const ending = z.object({ id, lastDay: day, reason: line('decision-missing', 300) })
const takingBack = z.object({ id })

/** How a membership begins, changes and ends. */
export const membershipRoutes = new Hono<AppEnv<Database>>()

/** One step of a membership: reads its form, does it in one transaction, and leads back to the organisation. */
function step<S extends z.ZodObject>(
  name: string,
  schema: S,
  action: string,
  run: (trx: Transaction<Database>, code: string, values: z.output<S>, today: string) => Promise<boolean>,
): void {
  membershipRoutes.post(registerPaths.membership(':code', name), only('register.edit'), async (c) => {
    const code = c.req.param('code') ?? ''
    const { db, actor, today } = c.var
    const form = await readForm(c, schema)
    if (!form.ok) return showRegistered(c, { step: name, ...form }, 422)
    const done = await act(db, actor, action, async (trx) => {
      // Thrown, so that what was done before in the same step is undone.
      if (!(await run(trx, code, form.values, today))) throw new Refused()
      return true
    }).catch(refused)
    if (done) return redirect(c, registerPaths.one(code), name)
    return showRegistered(c, { step: name, typed: form.typed, errors: {}, conflict: true }, 409)
  })
}

step('nytt', opening, 'open a membership', (trx, code, values) => openMembership(trx, { code, ...values }))
step('full', making, 'make an observer a member', (trx, code, values) => makeFull(trx, { code, ...values }))
step('uppsagning', notice, 'record a notice', (trx, code, { lastDay, ...values }) =>
  endMembership(trx, { code, until: dayAfter(lastDay), ...values }),
)
step('avslut', ending, 'end a membership', (trx, code, { lastDay, ...values }) =>
  endMembership(trx, { code, until: dayAfter(lastDay), noticeGivenOn: null, ...values }),
)
step('angra', takingBack, 'take back the end of a membership', (trx, code, values, today) =>
  takeBackEnd(trx, { code, today, ...values }),
)

membershipRoutes.get(registerPaths.end, only('register.edit'), (c) =>
  showEnd(c, { typed: { lastDay: proposedLastDay(c.var.today) }, errors: {} }, 200),
)

const endingMany = z.object({ lastDay: day, reason: line('decision-missing', 300) })

membershipRoutes.post(registerPaths.end, only('register.edit'), async (c) => {
  const { db, actor, today } = c.var
  const form = await readForm(c, endingMany)
  if (!form.ok) return showEnd(c, form, 422)
  const { lastDay, reason } = form.values
  const done = await act(db, actor, 'end memberships', async (trx) => {
    const open = await listOpenMemberships(trx, codesIn(c), today)
    for (const { id: membership, code } of open) {
      const end = { code, id: membership, until: dayAfter(lastDay), noticeGivenOn: null, reason }
      if (!(await endMembership(trx, end))) throw new Refused()
    }
    return true
  }).catch(refused)
  if (!done) return showEnd(c, { typed: form.typed, errors: { lastDay: 'day-early' } }, 422)
  return redirect(c, registerPaths.list, 'avslutade')
})

async function showEnd(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, today } = c.var
  const codes = codesIn(c)
  const memberships = await listOpenMemberships(db, codes, today)
  const { endTitle } = textsOf(l).membership
  return page(
    c,
    { title: endTitle(memberships.length), description: endTitle(memberships.length), noIndex: true },
    <EndMembershipsPage
      l={l}
      codes={codes}
      memberships={memberships}
      typed={form.typed}
      errors={form.errors}
    />,
    status,
  )
}

/** One of several could not be done, so none is. */
class Refused extends Error {}

/** False for what could not be done because something else changed first; other failures go on. */
function refused(error: unknown): false {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  // 23P01: periods overlap. 23514: a period would end before it begins.
  if (error instanceof Refused || code === '23P01' || code === '23514') return false
  throw error
}
