import { Hono } from 'hono'
import { encode } from 'uqr'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { justLoggedIn, only } from './guard.ts'
import { mayGuess } from './login.ts'
import { FactorSetupPage, RecoveryCodesPage } from './pages/second-factor.tsx'
import { SecurityPage } from './pages/security.tsx'
import { listPasskeys } from './passkey-queries.ts'
import { loginPaths } from './paths.ts'
import { confirmFactor, proposeFactor } from './second-factor.ts'
import { deleteSecondFactor, findSecondFactor } from './second-factor-queries.ts'
import { endSessions, listSessions } from './session-queries.ts'
import { textsOf } from './texts.ts'

const ending = z.object({ session: z.union([z.literal('andra'), z.coerce.number().int()]) })
const confirmation = z.object({
  kod: line('code-missing', 20),
  key: z.string(),
  address: z.string().default(''),
})

/** One's own sessions, passkeys and second factor. */
export const securityRoutes = new Hono<AppEnv<Database>>()

securityRoutes.get(loginPaths.security, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { locale: l, db, actor } = c.var
  if (!actor) return c.notFound()
  const [sessions, passkeys, factor] = await Promise.all([
    listSessions(db, actor.personId),
    listPasskeys(db, actor.personId),
    findSecondFactor(db, actor.personId),
  ])
  const { title, lead } = textsOf(l).security
  return page(
    c,
    { title, description: lead, noIndex: true },
    <SecurityPage
      l={l}
      sessions={sessions}
      here={actor.sessionId}
      passkeys={passkeys}
      factorOn={factor?.confirmed ?? false}
      done={c.req.query('klart')}
    />,
  )
})

securityRoutes.post(loginPaths.endSession, only('own-pages.use'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, ending)
  if (!actor || !form.ok) return c.notFound()
  const { session } = form.values
  await endSessions(db, actor.personId, session === 'andra' ? { allBut: actor.sessionId } : { only: session })
  return redirect(c, loginPaths.security, 'utloggad')
})

securityRoutes.get(loginPaths.secondFactor, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { locale: l, db, actor, secrets } = c.var
  if (!actor) return c.notFound()
  const factor = await findSecondFactor(db, actor.personId)
  if (factor?.confirmed) return redirect(c, loginPaths.security)
  const { key, address } = await proposeFactor(db, secrets, actor)
  const { factor: title, factorScan } = textsOf(l).security
  return page(
    c,
    { title, description: factorScan, noIndex: true },
    <FactorSetupPage l={l} secretKey={key} address={address} modules={encode(address).data} />,
  )
})

securityRoutes.post(loginPaths.secondFactor, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { locale: l, db, actor, secrets } = c.var
  if (!actor) return c.notFound()
  const form = await readForm(c, confirmation)
  const t = textsOf(l)
  const allowed = await mayGuess(db, `factor ${actor.personId}`)
  const codes = form.ok && allowed ? await confirmFactor(db, secrets, actor, form.values.kod) : undefined
  if (codes) {
    c.header('cache-control', 'no-store')
    return page(
      c,
      { title: t.security.recovery, description: t.security.recoveryLead, noIndex: true },
      <RecoveryCodesPage l={l} codes={codes} />,
    )
  }
  const key = form.ok ? form.values.key : String(form.typed.key ?? '')
  const address = form.ok ? form.values.address : String(form.typed.address ?? '')
  return page(
    c,
    { title: t.security.factor, description: t.security.factorScan, noIndex: true },
    <FactorSetupPage
      l={l}
      secretKey={key}
      address={address}
      modules={encode(address.slice(0, 500)).data}
      error={allowed ? t.code.wrong : t.errors['too-often']}
    />,
    422,
  )
})

securityRoutes.post(loginPaths.removeSecondFactor, only('own-pages.use'), justLoggedIn(), async (c) => {
  const { db, actor } = c.var
  if (!actor) return c.notFound()
  await act(db, actor, 'turn off two-step login', (trx) => deleteSecondFactor(trx, actor.personId))
  return redirect(c, loginPaths.security, 'avstangd')
})
