import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only, open } from '#domains/accounts/index.ts'
import { figureTitle, knownDay, listFigures, textsOf as textsOfFigures } from '#domains/key-figures/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import {
  type Follow,
  findFollowerOfPerson,
  isFollower,
  listFollows,
  stopAll,
  stopFollow,
} from './follow-queries.ts'
import { type FollowLine, ManagePage, UnsubscribePage } from './pages/manage.tsx'
import { recallPaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** Seeing and stopping what one follows: by the link of a mail, or on one's own pages. */
export const manageRoutes = new Hono<AppEnv<Database>>()

const token = z.object({ follower: z.number().int() })
const stopping = z.object({ sluta: z.string().default('') })

manageRoutes.get(recallPaths.manage(':token'), open(), async (c) => {
  keepSecret(c)
  return show(c, await followerOf(c), recallPaths.manage(c.req.param('token')))
})

manageRoutes.post(recallPaths.manage(':token'), open(), async (c) =>
  stop(c, await followerOf(c), recallPaths.manage(c.req.param('token'))),
)

manageRoutes.get(recallPaths.mine, only('own-pages.use'), async (c) =>
  show(c, await followerOfActor(c), recallPaths.mine),
)

manageRoutes.post(recallPaths.mine, only('own-pages.use'), async (c) =>
  stop(c, await followerOfActor(c), recallPaths.mine),
)

manageRoutes.get(recallPaths.unsubscribe(':token'), open(), (c) => {
  readToken(c)
  return showUnsubscribe(c, 'ask')
})

// Also what a mail program sends by itself (RFC 8058): no cookie, no origin, only the signed address.
manageRoutes.post(recallPaths.unsubscribe(':token'), open(), async (c) => {
  const id = readToken(c)
  await act(c.var.db, null, 'stop following', (trx) => stopAll(trx, id))
  return showUnsubscribe(c, 'done')
})

function readToken(c: C): number {
  const read = token.safeParse(c.var.secrets.verify('follower', c.req.param('token') ?? ''))
  if (!read.success) throw new Problem(404, textsOf(c.var.locale).unsubscribe.broken)
  return read.data.follower
}

/** The follower of a link; null when there is none any longer. */
async function followerOf(c: C): Promise<number | null> {
  const id = readToken(c)
  return (await isFollower(c.var.db, id)) ? id : null
}

async function followerOfActor({ var: { db, actor } }: C): Promise<number | null> {
  return actor ? findFollowerOfPerson(db, actor.personId) : null
}

async function stop(c: C, follower: number | null, path: string): Promise<Response> {
  const { db, actor } = c.var
  const form = await readForm(c, stopping)
  if (follower !== null && form.ok) {
    const { sluta } = form.values
    await act(db, actor, 'stop following', (trx) =>
      sluta === 'allt' ? stopAll(trx, follower) : stopFollow(trx, follower, Number(sluta) || 0),
    )
  }
  return redirect(c, path, 'slutat')
}

async function show(c: C, follower: number | null, path: string): Promise<Response> {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).manage
  const follows = follower === null ? [] : await listFollows(db, follower)
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ManagePage
      l={l}
      path={path}
      follows={await describe(c, follows)}
      mine={path === recallPaths.mine}
      done={c.req.query('klart')}
    />,
  )
}

/** What somebody follows, in words. */
async function describe(c: C, follows: Follow[]): Promise<FollowLine[]> {
  const { locale: l, db, remember } = c.var
  const t = textsOf(l).manage
  const [figures, directory] = await Promise.all([listFigures(db), organisationDirectory(db, remember)])
  return follows.map(({ id, kind, address, place, askedAt, scopes }) => {
    const of = <T,>(read: (scope: Follow['scopes'][number]) => T | null) => [
      ...new Set(scopes.flatMap((scope) => read(scope) ?? [])),
    ]
    const titles = of(({ figureId }) => figureId).flatMap((figureId) => {
      const figure = figures.find((one) => one.id === figureId)
      return figure ? [figureTitle(figure, l)] : []
    })
    const names = of(({ code }) => code).map((code) => directory.byCode.get(code)?.name ?? code)
    const [year] = of((scope) => scope.year)
    const per = new URLSearchParams(address.split('?')[1]).get('per')
    return {
      id,
      kind,
      href: address,
      what: titles.length > 0 ? l.list(titles) : textsOfFigures(l).revisions.allFigures,
      who: names.length > 0 ? l.list(names) : t.everyone,
      when: year === undefined ? t.allYears : t.onlyYear(year),
      place,
      citedOn: per === null ? null : knownDay(per),
      since: askedAt,
    }
  })
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
