import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { countReceived } from '#platform/mail/receive-queries.ts'
import { rhythms } from '#platform/mail/rhythm.ts'
import { page } from '#ui/page.tsx'
import { declineAll, findChoice, saveChoice } from './choice-queries.ts'
import { ChoicePage, UnsubscribePage } from './pages/choice.tsx'
import { ReceivedPage } from './pages/received.tsx'
import { questionMailPaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** How often mail comes, ending it by the link of a mail, and what has come in. */
export const routes = new Hono<AppEnv<Database>>()

const wish = z.object({ asked: z.enum(rhythms), others: z.enum(rhythms) })
const token = z.object({ person: z.number().int() })

/** So far back the secretariat sees what has come. */
const shownDays = 90

routes.get(questionMailPaths.choice, only('own-pages.use'), async (c) => {
  const { locale: l, db, actor, config } = c.var
  if (!actor) return c.notFound()
  const { title, lead } = textsOf(l).choice
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ChoicePage
      l={l}
      choice={await findChoice(db, actor.personId)}
      email={actor.email}
      replies={config.mailInDomain !== undefined}
      saved={c.req.query('klart') !== undefined}
    />,
  )
})

routes.post(questionMailPaths.choice, only('own-pages.use'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, wish)
  if (!actor || !form.ok) return redirect(c, questionMailPaths.choice)
  await act(db, actor, 'choose mail of questions', (trx) => saveChoice(trx, actor.personId, form.values))
  return redirect(c, questionMailPaths.choice, 'sparat')
})

routes.get(questionMailPaths.unsubscribe(':token'), open(), (c) => {
  readToken(c)
  return showUnsubscribe(c, 'ask')
})

// Also what a mail program sends by itself (RFC 8058): no cookie, no origin, only the signed address.
routes.post(questionMailPaths.unsubscribe(':token'), open(), async (c) => {
  const personId = readToken(c)
  await act(c.var.db, null, 'choose mail of questions', (trx) => declineAll(trx, personId))
  return showUnsubscribe(c, 'done')
})

routes.get(questionMailPaths.received, only('desk.use'), async (c) => {
  const { locale: l, db, now, config } = c.var
  const { title, lead } = textsOf(l).received
  const counts = await countReceived(db, new Date(now.getTime() - shownDays * 24 * 60 * 60 * 1000))
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ReceivedPage l={l} counts={counts} isOn={config.mailInDomain !== undefined} />,
  )
})

function readToken(c: C): number {
  const read = token.safeParse(c.var.secrets.verify('question-mail', c.req.param('token') ?? ''))
  if (!read.success) throw new Problem(404, textsOf(c.var.locale).unsubscribe.broken)
  return read.data.person
}

function showUnsubscribe(c: C, step: 'ask' | 'done'): Response {
  const { locale: l } = c.var
  const { title } = textsOf(l).unsubscribe
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title, description: title, noIndex: true },
    <UnsubscribePage l={l} token={c.req.param('token') ?? ''} step={step} />,
  )
}
