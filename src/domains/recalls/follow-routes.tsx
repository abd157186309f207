import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { isTokenGood, type Limit, mayGuess, mayTry, open } from '#domains/accounts/index.ts'
import { extents, uses } from '#domains/key-figures/index.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { emailAddress, optionalLine, readForm, type Typed, textIn } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { askToFollow, confirm, confirmHours, followAs } from './actions.ts'
import { AskedPage, AskPage, ConfirmPage } from './pages/ask.tsx'
import { recallPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { readPage, type SeenPage, wantedOf } from './understand.ts'

type C = Context<AppEnv<Database>>

/** Asking to be told, and confirming it: for everyone. */
export const followRoutes = new Hono<AppEnv<Database>>()

/** Mails that one address may be asked by, and that may be asked for from one place. */
const perAddress: Limit = { name: 'follow-address', times: 5, seconds: 60 * 60 }
const perPlace: Limit = { name: 'follow-place', times: 30, seconds: 60 * 60 }

const wish = z.object({
  sida: z.string().max(2000).default(''),
  per: z.string().max(40).default(''),
  omfattning: z.enum(extents).catch('chosen'),
  hur: z.enum(uses).catch('subscribed'),
  var: optionalLine(300),
})
const fromVisitor = wish.extend({ epost: emailAddress() })

followRoutes.get(recallPaths.follow, open(), async (c) => {
  const seen = await readPage(c.var, c.req.query('sida') ?? '', c.req.query('per'))
  return showForm(c, seen, { typed: {}, errors: {} }, 200)
})

followRoutes.post(recallPaths.follow, open(), async (c) => {
  const { db, actor, config, locale: l, now } = c.var
  const form = await readForm(c, actor ? wish : fromVisitor)
  const seen = await readPage(c.var, textIn(form.typed, 'sida'), textIn(form.typed, 'per'))
  const refuse = (errors: Record<string, string>, status: 422 | 429) =>
    showForm(c, seen, { typed: form.typed, errors }, status)
  if (!form.ok) return refuse(form.errors, 422)
  const { hur: kind, omfattning: extent, var: place } = form.values
  const wanted = { ...wantedOf(seen, { kind, extent }, now), place, language: l.language }
  if (actor) {
    if (actor.email === null) return refuse({ hur: 'no-address' }, 422)
    const added = await followAs(db, { ...actor, email: actor.email }, wanted)
    return added ? redirect(c, recallPaths.mine, 'bevakas') : refuse({ hur: 'too-many' }, 422)
  }
  const email = textIn(form.typed, 'epost').toLowerCase()
  const [once, here] = await Promise.all([
    mayTry(db, perAddress, email),
    mayTry(db, perPlace, clientAddress(c)),
  ])
  if (!once || !here) return refuse({ epost: 'too-often' }, 429)
  await askToFollow(db, { ...wanted, email, title: nameOf(seen, l), baseUrl: config.baseUrl })
  const title = textsOf(l).ask.sentTitle
  return page(
    c,
    { title, description: title, noIndex: true },
    <AskedPage
      l={l}
      email={email}
      hours={confirmHours}
      back={l.href(textIn(form.typed, 'sida'))}
      demo={config.mode === 'demo'}
    />,
  )
})

// Mail programs open links to look at them; so only the button's POST uses the token.
followRoutes.get(recallPaths.confirm(':token'), open(), async (c) =>
  showConfirm(c, await isTokenGood(c.var.db, c.req.param('token')), 404),
)

followRoutes.post(recallPaths.confirm(':token'), open(), async (c) => {
  const { db, secrets } = c.var
  if (!(await mayGuess(db, `follow ${clientAddress(c)}`))) return showConfirm(c, false, 429)
  const follower = await confirm(db, c.req.param('token'))
  if (follower === undefined) return showConfirm(c, false, 404)
  return redirect(c, recallPaths.manage(secrets.sign('follower', { follower })), 'bevakas')
})

function showForm(
  c: C,
  seen: SeenPage,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Response {
  const { locale: l, actor } = c.var
  const { title } = textsOf(l).ask
  return page(
    c,
    { title, description: title, noIndex: true },
    <AskPage l={l} seen={seen} what={nameOf(seen, l)} loggedIn={actor !== null} {...form} />,
    status,
  )
}

function showConfirm(c: C, good: boolean, otherwise: 404 | 429): Response {
  const { locale: l } = c.var
  const { title } = textsOf(l).confirm
  keepSecret(c)
  return page(
    c,
    { title, description: title, noIndex: true },
    <ConfirmPage l={l} token={c.req.param('token') ?? ''} good={good} />,
    good ? 200 : otherwise,
  )
}

/** "2 Resor med kollektivtrafik, Falkenberg" */
function nameOf({ title, names, figures }: SeenPage, l: C['var']['locale']): string {
  return figures === null || names.length === 0 ? title : `${title} – ${l.list(names)}`
}
