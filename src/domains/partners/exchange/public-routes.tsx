import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { publicOrigin } from '#platform/http/public-origin.ts'
import { page } from '#ui/page.tsx'
import { countryName } from '../countries.ts'
import { partnerPaths } from '../paths.ts'
import { missing } from '../public-routes.tsx'
import { textsOf } from '../texts.ts'
import { ExchangePage } from './pages/exchange.tsx'
import { FigureFromPage } from './pages/figure-from.tsx'
import { FromPage } from './pages/from.tsx'
import { findKey, findSubscription, listOffers, listSubscriptions, type Subscription } from './queries.ts'
import { readDocuments } from './read-documents.ts'
import { fingerprintOf } from './signing.ts'
import { toldByOthers } from './told.ts'

type C = Context<AppEnv<Database>>

/** What we offer other networks, and what they have given us. */
export const exchangePublicRoutes = new Hono<AppEnv<Database>>()

const id = ':subscription{[0-9]{1,9}}'

exchangePublicRoutes.get(partnerPaths.exchange, open(), async (c) => {
  const { locale: l, db, config } = c.var
  const [offers, key, subscriptions] = await Promise.all([listOffers(db), findKey(db), listSubscriptions(db)])
  const { title, lead } = textsOf(l).exchange
  return page(
    c,
    { title, description: lead },
    <ExchangePage
      l={l}
      offers={offers}
      fingerprint={key ? fingerprintOf(key.publicKey) : null}
      origin={publicOrigin(c.req.url, config)}
      subscriptions={subscriptions}
    />,
  )
})

exchangePublicRoutes.get(partnerPaths.from(id), open(), async (c) => {
  const { locale: l } = c.var
  const subscription = await subscriptionIn(c)
  const brought = await readDocuments(c.var, subscription)
  return page(
    c,
    { title: subscription.name, description: leadOf(c, subscription), noIndex: true },
    <FromPage l={l} subscription={subscription} brought={brought} />,
  )
})

exchangePublicRoutes.get(partnerPaths.figureFrom(id, ':figure{.{1,80}}'), open(), async (c) => {
  const { locale: l } = c.var
  const subscription = await subscriptionIn(c)
  const { figures: document } = await readDocuments(c.var, subscription)
  const figure = document?.figures.find((one) => one.id === c.req.param('figure'))
  if (!document || !figure) throw missing(c)
  const title = `${toldByOthers(figure.name, l).text}, ${subscription.name}`
  return page(
    c,
    { title, description: leadOf(c, subscription), noIndex: true, wide: true },
    <FigureFromPage l={l} subscription={subscription} document={document} figure={figure} />,
  )
})

function leadOf(c: C, { name, country }: Subscription): string {
  return textsOf(c.var.locale).from.lead(name, countryName(c.var.locale, country))
}

async function subscriptionIn(c: C): Promise<Subscription> {
  const found = await findSubscription(c.var.db, Number(c.req.param('subscription')))
  if (!found) throw missing(c)
  return found
}
