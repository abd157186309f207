import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, type Limit, toLogin } from '#domains/accounts/index.ts'
import type { Actor, AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { findMatter, type Matter } from './matter-queries.ts'
import { advocacyPaths } from './paths.ts'
import type { Place } from './place.ts'
import { type Deed, isDoable, readersOf } from './rules/state.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** How much one person may write. */
export const limits = {
  comment: { name: 'advocacy-comment', times: 30, seconds: 3600 },
  answer: { name: 'advocacy-answer', times: 20, seconds: 3600 },
} satisfies Record<string, Limit>

/** Who has logged in; routes that ask are behind a rule that lets nobody else in. */
export function actorOf(c: C): Actor {
  const { actor, locale: l } = c.var
  if (!actor) throw new Problem(403, textsOf(l).notFound)
  return actor
}

/** By whom, where and when something is done. */
export function placeOf(c: C): Place {
  const { db, now, today, config } = c.var
  return { db, actor: actorOf(c), now, today, madeUp: config.mode === 'demo' }
}

/** The matter of the address, if who asks may read it; a 404 otherwise. */
export async function matterIn(c: C): Promise<Matter> {
  const matter = await findMatter(c.var.db, Number.parseInt(c.req.param('matter') ?? '', 10))
  if (!matter || !mayRead(c, matter)) throw missing(c)
  return matter
}

/** The same, if something can be done with it where it stands. Throws a 409 that says where that is. */
export async function matterFor(c: C, deed: Deed): Promise<Matter> {
  const matter = await matterIn(c)
  if (isDoable(deed, matter.state)) return matter
  const l = c.var.locale
  throw new Problem(409, textsOf(l).notNow(textsOf(l).states[matter.state]), [
    { href: l.href(advocacyPaths.byNumber(matter.id)), label: matter.title },
  ])
}

/** What has been sent is everyone's, what is being written the network's, what is being prepared the drafters'. */
export function mayRead(c: C, { state }: Pick<Matter, 'state'>): boolean {
  const { actor } = c.var
  const readers = readersOf(state)
  if (readers === 'everyone' || can(actor, 'advocacy.edit')) return true
  return readers === 'network' && can(actor, 'network.use')
}

/** Leads a visitor to the login when that may help; null when it does not. */
export async function loginFirst(c: C): Promise<Response | null> {
  if (c.var.actor) return null
  const matter = await findMatter(c.var.db, Number.parseInt(c.req.param('matter') ?? '', 10))
  return matter && !mayRead(c, matter) ? toLogin(c) : null
}

/** Says that there is no such matter, and leads to those there are. */
export function missing(c: C): Problem {
  const l = c.var.locale
  const t = textsOf(l)
  return new Problem(404, t.notFound, [{ href: l.href(advocacyPaths.list), label: t.list.title }])
}

/** Organisations for which who asks may endorse. */
export function endorsesFor(actor: Actor | null): { code: string; name: string }[] {
  const places = new Map(
    (actor?.roles ?? [])
      .filter(({ organisationCode }) => can(actor, 'advocacy.endorse', { organisationCode }))
      .map(({ organisationCode, organisationName }) => [organisationCode, organisationName]),
  )
  return [...places].map(([code, name]) => ({ code, name }))
}
