import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { clientAddress } from '#platform/http/client-address.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm } from '#platform/http/form.ts'
import { ownPath, redirect } from '#platform/http/redirect.ts'
import { log } from '#platform/log.ts'
import { justLoggedIn, only, open } from './guard.ts'
import { mayGuess } from './login.ts'
import {
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  checkPasskey,
  loginAnswer,
  registrationAnswer,
} from './passkey.ts'
import { deletePasskey } from './passkey-queries.ts'
import { loginPaths, myPages } from './paths.ts'
import { startSession } from './session.ts'

const newPasskey = z.object({
  token: z.string(),
  name: z.string().trim().max(100).default(''),
  answer: registrationAnswer,
})
const login = z.object({ token: z.string(), till: z.string().default(''), answer: loginAnswer })
const removal = z.object({ id: line('') })

/** What the script of the login and security pages asks. Only a browser's script can speak with a passkey. */
export const passkeyRoutes = new Hono<AppEnv<Database>>()

passkeyRoutes.post(loginPaths.passkeyOptions, open(), async (c) => {
  const { db, config } = c.var
  if (!(await mayGuess(db, `passkey ${clientAddress(c)}`))) return c.json({ error: 'too-often' }, 429)
  return c.json(await askForPasskey(db, config.baseUrl))
})

passkeyRoutes.post(loginPaths.passkey, open(), async (c) => {
  const { db, config, locale: l } = c.var
  const sent = login.safeParse(await c.req.json().catch(() => null))
  const personId = sent.success ? await checkPasskey(db, config.baseUrl, sent.data) : undefined
  if (!sent.success || personId === undefined) {
    log.info('a passkey was refused')
    return c.json({ error: 'refused' }, 400)
  }
  await startSession(c, personId, 'passkey')
  return c.json({ next: l.href(ownPath(sent.data.till, myPages)) })
})

passkeyRoutes.post(loginPaths.newPasskeyOptions, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { db, config, actor } = c.var
  return actor ? c.json(await askForNewPasskey(db, config.baseUrl, actor)) : c.notFound()
})

passkeyRoutes.post(loginPaths.newPasskey, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { db, config, actor, locale: l } = c.var
  const sent = newPasskey.safeParse(await c.req.json().catch(() => null))
  if (!actor || !sent.success) return c.json({ error: 'refused' }, 400)
  const name = sent.data.name || l.date(c.var.now)
  const added = await addPasskey(db, config.baseUrl, actor, { ...sent.data, name })
  if (!added) return c.json({ error: 'refused' }, 400)
  return c.json({ next: `${l.href(loginPaths.security)}?klart=tillagd` })
})

passkeyRoutes.post(loginPaths.removePasskey, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, removal)
  if (!actor || !form.ok) return c.notFound()
  await act(db, actor, 'remove a passkey', (trx) => deletePasskey(trx, actor.personId, form.values.id))
  return redirect(c, loginPaths.security, 'borttagen')
})
