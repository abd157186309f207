import type { Context, MiddlewareHandler } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { inLanguage } from '#platform/i18n.ts'
import { log } from '#platform/log.ts'
import { loginPaths } from './paths.ts'
import { type Action, can, type Subject } from './permissions.ts'
import { isNewSession } from './session-queries.ts'

type C = Context<AppEnv<Database>>

/** What a route demands of who asks. `open` routes are for everyone. */
export type Rule = Action | 'open'

const rules = new WeakMap<object, Rule>()

/** The rule that a route's handler states, for the test that walks them all. */
export function ruleOf(handler: object): Rule | undefined {
  return rules.get(handler)
}

/**
 * States a route's rule and holds it: a visitor is led to the login and back, somebody who may not gets 403.
 * `subjectOf` tells which organisation the address is about; `holdsKey` whether somebody without an account comes with
 * a key of the house's own, such as a signed link.
 */
export function only(
  action: Action,
  subjectOf: (c: C) => Subject | Promise<Subject> = () => ({}),
  holdsKey: (c: C) => boolean | Promise<boolean> = () => false,
): MiddlewareHandler<AppEnv<Database>> {
  const handler: MiddlewareHandler<AppEnv<Database>> = async (c, next) => {
    if (await holdsKey(c)) return next()
    if (!c.var.actor) return toLogin(c)
    if (!can(c.var.actor, action, await subjectOf(c))) {
      log.info({ person: c.var.actor.personId, action }, 'somebody asked for what they may not')
      throw new Problem(403, inLanguage(forbidden, c.var.locale))
    }
    await next()
  }
  rules.set(handler, action)
  return handler
}

/** States that a route is for everyone, in a house whose other routes are not. */
export function open(): MiddlewareHandler<AppEnv<Database>> {
  const handler: MiddlewareHandler<AppEnv<Database>> = (_c, next) => next()
  rules.set(handler, 'open')
  return handler
}

/** The organisation named by `:code` in the address. */
export const inAddress = (c: C): Subject => ({ organisationCode: c.req.param('code') })

/**
 * Lets on only who has just logged in, where somebody changes how they log in or ends their account: a browser that was
 * left open is not enough for that. Others log in once more, and come back to the page of what they may change.
 */
export function justLoggedIn(): MiddlewareHandler<AppEnv<Database>> {
  return async (c, next) => {
    const { actor, primary, locale: l } = c.var
    if (!actor || (await isNewSession(primary, actor.sessionId))) return next()
    const back = c.req.method === 'GET' ? c.var.path : loginPaths.security
    return c.redirect(`${l.href(loginPaths.login)}?igen=1&till=${encodeURIComponent(back)}`, 303)
  }
}

/** Leads a visitor to the login, and back to the page that was asked for. */
export function toLogin(c: C): Response {
  const { search } = new URL(c.req.url)
  const back = c.req.method === 'GET' ? c.var.path + search : '/mina-sidor'
  return c.redirect(`${c.var.locale.href(loginPaths.login)}?till=${encodeURIComponent(back)}`, 303)
}

const forbidden = {
  sv: 'Du har inte behörighet till sidan. Den är till för andra uppdrag än dina. Fråga kansliet om det är fel.',
  en: 'You do not have access to this page. It is for other roles than yours. Ask the secretariat if that is wrong.',
}
