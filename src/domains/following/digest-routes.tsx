import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { setRhythm } from './digest-queries.ts'
import { UnsubscribePage } from './pages/unsubscribe.tsx'
import { followingPaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** Whether what has happened comes by mail: chosen on the own page, ended by the link of a mail too. */
export const digestRoutes = new Hono<AppEnv<Database>>()

const wish = z.object({ takt: z.enum(['never', 'daily', 'weekly']) })
const token = z.object({ person: z.number().int() })

digestRoutes.post(followingPaths.mail, only('own-pages.use'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, wish)
  if (!form.ok || !actor) return redirect(c, followingPaths.mine)
  await act(db, actor, 'choose mail of what is followed', (trx) =>
    setRhythm(trx, actor.personId, form.values.takt),
  )
  return redirect(c, followingPaths.mine, 'sparat')
})

digestRoutes.get(followingPaths.unsubscribe(':token'), open(), (c) => {
  readToken(c)
  return show(c, 'ask')
})

// Also what a mail program sends by itself (RFC 8058): no cookie, no origin, only the signed address.
digestRoutes.post(followingPaths.unsubscribe(':token'), open(), async (c) => {
  const personId = readToken(c)
  await act(c.var.db, null, 'choose mail of what is followed', (trx) => setRhythm(trx, personId, 'never'))
  return show(c, 'done')
})

function readToken(c: C): number {
  const read = token.safeParse(c.var.secrets.verify('following', c.req.param('token') ?? ''))
  if (!read.success) throw new Problem(404, textsOf(c.var.locale).unsubscribe.broken)
  return read.data.person
}

function show(c: C, step: 'ask' | 'done'): Response {
  const { locale: l } = c.var
  const { title } = textsOf(l).unsubscribe
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title, description: title, noIndex: true },
    <UnsubscribePage l={l} token={c.req.param('token') ?? ''} step={step} />,
  )
}
