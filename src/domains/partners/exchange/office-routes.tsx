import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, optionalLine, readForm, several, type Typed, ticked } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { page } from '#ui/page.tsx'
import { officeTextsOf } from '../office-texts.ts'
import { partnerPaths } from '../paths.ts'
import { missing } from '../public-routes.tsx'
import { listNetworks } from '../queries.ts'
import { readFingerprint } from './fingerprint-text.ts'
import { exchangeKinds } from './format.ts'
import { ensureKey, renewKey } from './own-key.ts'
import { OfficeExchangePage } from './pages/office-exchange.tsx'
import {
  deleteSubscription,
  findKey,
  findSubscription,
  insertSubscription,
  listOffers,
  listSubscriptions,
  type Subscription,
  setFingerprint,
  setOffers,
} from './queries.ts'
import { fetchSubscription, readIndex } from './receive.ts'
import { fingerprintOf } from './signing.ts'

type C = Context<AppEnv<Database>>

/** The job that fetches; woken when somebody begins to subscribe. */
export const fetchJob = 'fetch-exchange'

/** How the secretariat opens and closes the exchange, in both directions. */
export const exchangeOfficeRoutes = new Hono<AppEnv<Database>>()

const edits = only('partners.edit')
const id = ':subscription{[0-9]{1,9}}'
const fingerprint = z
  .string()
  .default('')
  .refine((typed) => readFingerprint(typed) !== undefined, 'fingerprint-wrong')
  .transform((typed) => readFingerprint(typed) ?? '')

const offerForm = z.object({ slag: several(z.enum(exchangeKinds)) })
const renewForm = z.object({ sakert: ticked.refine(Boolean, 'sure-missing') })
const repinForm = z.object({ fingeravtryck: fingerprint })
const subscribeForm = z.object({
  adress: line('address-wrong', 300).transform(siteIn).refine(Boolean, 'address-wrong'),
  fingeravtryck: fingerprint,
  hamta: several(z.enum(exchangeKinds)).refine((kinds) => kinds.length > 0, 'kinds-missing'),
  natverk: optionalLine(60),
})

/** Where a site begins, without a slash at the end; empty when that cannot be read. */
function siteIn(typed: string): string {
  const url = URL.parse(typed.includes('://') ? typed : `https://${typed}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return ''
  return url.origin
}

exchangeOfficeRoutes.get(partnerPaths.exchangeOffice, edits, (c) => show(c, { typed: {}, errors: {} }, 200))

exchangeOfficeRoutes.post(partnerPaths.offer, edits, async (c) => {
  const { db, actor, secrets, now } = c.var
  const form = await readForm(c, offerForm)
  if (!form.ok) return show(c, form, 422)
  const kinds = form.values.slag
  await act(db, actor, 'change what is offered to other networks', async (trx) => {
    if (kinds.length > 0) await ensureKey(trx, secrets)
    await setOffers(trx, kinds, now)
  })
  return redirect(c, partnerPaths.exchangeOffice, 'erbjudet')
})

exchangeOfficeRoutes.post(partnerPaths.renewKey, edits, async (c) => {
  const { db, actor, secrets, now } = c.var
  const form = await readForm(c, renewForm)
  if (!form.ok) return show(c, form, 422)
  await act(db, actor, 'change the key of the exchange', (trx) => renewKey(trx, secrets, now))
  return redirect(c, partnerPaths.exchangeOffice, 'bytt')
})

exchangeOfficeRoutes.post(partnerPaths.subscribe, edits, async (c) => {
  const { db, actor, config } = c.var
  const form = await readForm(c, subscribeForm)
  if (!form.ok || !actor) return show(c, form.ok ? { typed: form.typed, errors: {} } : form, 422)
  const { adress: address, fingeravtryck, hamta: kinds, natverk } = form.values
  const refuse = (field: string, error: string) =>
    show(c, { typed: form.typed, errors: { [field]: error } }, 422)
  if (address === new URL(config.baseUrl).origin) return refuse('adress', 'own-address')
  const networks = await listNetworks(db, true)
  if (natverk && !networks.some((one) => one.id === natverk)) return refuse('natverk', 'network-wrong')
  const index = await readIndex(address, config)
  if (!index.ok) return refuse('adress', index.fault)
  if (index.fingerprint !== fingeravtryck) return refuse('fingeravtryck', 'fingerprint-other')
  if (kinds.some((kind) => !index.kinds.includes(kind))) return refuse('hamta-0', 'kinds-not-offered')
  const { name, country } = index
  const begun = await act(db, actor, 'subscribe to a network', async (trx) => {
    const subscribed = await insertSubscription(trx, {
      address,
      name,
      country,
      fingerprint: fingeravtryck,
      networkId: natverk || null,
      kinds,
      personId: actor.personId,
    })
    if (subscribed !== undefined) await wakeJob(trx, fetchJob)
    return subscribed
  })
  if (begun === undefined) return refuse('adress', 'already-subscribed')
  return redirect(c, partnerPaths.exchangeOffice, 'prenumererar')
})

exchangeOfficeRoutes.post(partnerPaths.fetchNow(id), edits, async (c) => {
  const { db, config, now } = c.var
  const subscription = await subscriptionIn(c)
  if (!subscription.madeUp) await fetchSubscription({ db, config, now }, subscription)
  return redirect(c, partnerPaths.exchangeOffice, 'hamtat')
})

exchangeOfficeRoutes.post(partnerPaths.unsubscribe(id), edits, async (c) => {
  const { db, actor } = c.var
  const subscription = await subscriptionIn(c)
  await act(db, actor, 'end a subscription', (trx) => deleteSubscription(trx, subscription.id))
  return redirect(c, partnerPaths.exchangeOffice, 'slutat')
})

exchangeOfficeRoutes.post(partnerPaths.repin(id), edits, async (c) => {
  const { db, actor } = c.var
  const subscription = await subscriptionIn(c)
  const form = await readForm(c, repinForm)
  if (!form.ok) {
    return show(c, { typed: {}, errors: { [`nyckel-${subscription.id}`]: 'fingerprint-wrong' } }, 422)
  }
  await act(db, actor, 'trust another key', (trx) =>
    setFingerprint(trx, subscription.id, form.values.fingeravtryck),
  )
  return redirect(c, partnerPaths.exchangeOffice, 'nyckel')
})

async function subscriptionIn(c: C): Promise<Subscription> {
  const found = await findSubscription(c.var.db, Number(c.req.param('subscription')))
  if (!found) throw missing(c)
  return found
}

async function show(
  c: C,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const [offers, key, subscriptions, networks] = await Promise.all([
    listOffers(db),
    findKey(db),
    listSubscriptions(db),
    listNetworks(db, true),
  ])
  const { title, lead } = officeTextsOf(l).exchange
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficeExchangePage
      l={l}
      fingerprint={key ? fingerprintOf(key.publicKey) : null}
      done={c.req.query('klart')}
      {...{ offers, subscriptions, networks, typed, errors }}
    />,
    status,
  )
}
