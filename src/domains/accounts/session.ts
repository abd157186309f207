import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Config } from '#platform/config.ts'
import type { Actor, AppEnv } from '#platform/http/context.ts'
import { log } from '#platform/log.ts'
import { hashOf, newToken } from '#platform/secrets.ts'
import { findSecondFactor } from './second-factor-queries.ts'
import { admitSession, endSessions, findActor, insertSession, sessionLimits } from './session-queries.ts'
import type { LoginMeans } from './tables.ts'

type C = Context<AppEnv<Database>>

/** Who sends a request: the person of its session, when that is fully logged in. */
export async function findActorOfRequest(c: C, db: Kysely<Database>, today: string): Promise<Actor | null> {
  const found = await findSession(c, db, today)
  return found && !found.needsCode ? found : null
}

/** The session of a request, also one that still needs its second factor. */
export async function findSession(c: C, db: Kysely<Database>, today: string) {
  const token = getCookie(c, nameOf(c.var.config))
  return token ? ((await findActor(db, hashOf(token), today)) ?? null) : null
}

/**
 * Logs a person in. With a second factor the session opens nothing until its code is given, unless the means
 * of login holds two factors already, as a passkey does.
 */
export async function startSession(
  c: C,
  personId: number,
  means: LoginMeans,
): Promise<{ needsCode: boolean }> {
  const { db, config } = c.var
  const factor = means === 'passkey' || means === 'demo' ? undefined : await findSecondFactor(db, personId)
  const needsCode = factor?.confirmed ?? false
  // Whoever logs in once more in the same browser leaves no session behind that nobody sees.
  const before = await findSession(c, db, c.var.today)
  if (before) await endSessions(db, before.personId, { only: before.sessionId })
  const token = newToken()
  await insertSession(db, { tokenHash: hashOf(token), personId, means, device: deviceOf(c), needsCode })
  setSessionCookie(c, config, token)
  log.info({ person: personId, means, needsCode }, 'somebody logged in')
  return { needsCode }
}

/** Lets a session in after its code, under a new cookie. */
export async function admit(c: C, sessionId: number): Promise<void> {
  const token = newToken()
  await admitSession(c.var.db, sessionId, hashOf(token))
  setSessionCookie(c, c.var.config, token)
}

export function forgetSession(c: C): void {
  const secure = isSecure(c.var.config)
  deleteCookie(c, nameOf(c.var.config), { path: '/', secure })
}

function setSessionCookie(c: C, config: Config, token: string): void {
  setCookie(c, nameOf(config), token, {
    path: '/',
    httpOnly: true,
    secure: isSecure(config),
    sameSite: 'Lax',
    maxAge: sessionLimits.days * 86_400,
  })
}

const isSecure = ({ baseUrl }: Config) => baseUrl.startsWith('https:')

/** `__Host-` binds the cookie to this very host; browsers demand https for it. */
const nameOf = (config: Config) => (isSecure(config) ? '__Host-session' : 'session')

/** The browser and system in few words, for the list of one's sessions. */
function deviceOf(c: C): string {
  const agent = c.req.header('user-agent') ?? ''
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? ''
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(agent)?.[0] ?? ''
  const name = { Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser
  return [name, system].filter(Boolean).join(', ')
}
