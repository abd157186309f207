import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, several } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { accept, decline, listDeclined } from './decline-queries.ts'
import { MyLettersPage, UnsubscribePage } from './pages/unsubscribe.tsx'
import { letterPaths } from './paths.ts'
import { letterKinds } from './rules.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const kind = z.enum(['news', 'invitations', 'key-figures', 'association'])
const token = z.object({ person: z.number().int(), kind })
const wanted = z.object({ vill: several(z.string()) })

/** Declining letters: by the link of a letter without login, or on one's own pages. */
export const unsubscribeRoutes = new Hono<AppEnv<Database>>()

unsubscribeRoutes.get(letterPaths.unsubscribe(':token'), open(), (c) => {
  const asked = readToken(c)
  return show(c, asked, 'ask')
})

// Also what a mail program sends by itself (RFC 8058): no cookie, no origin, only the signed address.
unsubscribeRoutes.post(letterPaths.unsubscribe(':token'), open(), async (c) => {
  const asked = readToken(c)
  const form = await readForm(c, z.object({ angra: z.string().default('') }))
  const undo = form.ok && form.values.angra !== ''
  await act(c.var.db, null, undo ? 'accept letters' : 'decline letters', (trx) =>
    (undo ? accept : decline)(trx, asked.person, asked.kind),
  )
  return show(c, asked, undo ? 'undone' : 'done')
})

unsubscribeRoutes.get(letterPaths.mine, only('own-pages.use'), async (c) => {
  const { locale: l, db, actor } = c.var
  if (!actor) return c.notFound()
  const { title, lead } = textsOf(l).unsubscribe
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MyLettersPage
      l={l}
      declined={await listDeclined(db, actor.personId)}
      saved={c.req.query('klart') !== undefined}
    />,
  )
})

unsubscribeRoutes.post(letterPaths.mine, only('own-pages.use'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, wanted)
  if (!actor || !form.ok) return c.notFound()
  const { vill } = form.values
  await act(db, actor, 'choose letters', async (trx) => {
    for (const one of letterKinds) await (vill.includes(one) ? accept : decline)(trx, actor.personId, one)
  })
  return redirect(c, letterPaths.mine, 'sparat')
})

function readToken(c: C): z.output<typeof token> {
  const read = token.safeParse(c.var.secrets.verify('unsubscribe', c.req.param('token') ?? ''))
  if (!read.success) throw new Problem(404, textsOf(c.var.locale).unsubscribe.broken)
  return read.data
}

function show(c: C, asked: z.output<typeof token>, step: 'ask' | 'done' | 'undone'): Response {
  const { locale: l } = c.var
  const { title } = textsOf(l).unsubscribe
  keepSecret(c)
  return page(
    c,
    { title, description: title, noIndex: true },
    <UnsubscribePage l={l} kind={asked.kind} token={c.req.param('token') ?? ''} step={step} />,
  )
}
