import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { publicOrigin } from '#platform/http/public-origin.ts'
import { partnerPaths } from '../paths.ts'
import { exportKind, ownNetwork } from './export.ts'
import { exchangeKinds, formatName, formatVersion, jsonSchema } from './format.ts'
import { signByOwnKey } from './own-key.ts'
import { findKey, listOffers } from './queries.ts'
import { fingerprintOf, publicKeyOf } from './signing.ts'

type C = Context<AppEnv<Database>>

/** What other networks' programs fetch: who we are, what we offer, and the signed documents. */
export const exchangeApiRoutes = new Hono<AppEnv<Database>>()

exchangeApiRoutes.get(partnerPaths.api, open(), async (c) => {
  const { db } = c.var
  const [key, offers] = await Promise.all([findKey(db), listOffers(db)])
  if (!key || elsewhere(c)) return notOffered(c)
  const origin = originOf(c)
  return answer(c, {
    format: formatName,
    versions: [formatVersion],
    network: ownNetwork(origin),
    key: publicKeyOf(key.publicKey),
    fingerprint: fingerprintOf(key.publicKey),
    offers: offers.map((kind) => ({ kind, address: origin + partnerPaths.apiKind(kind) })),
    schema: origin + partnerPaths.apiSchema,
    about: origin + c.var.locale.href(partnerPaths.exchange),
  })
})

exchangeApiRoutes.get(partnerPaths.apiSchema, open(), (c) => answer(c, jsonSchema()))

for (const kind of exchangeKinds) {
  exchangeApiRoutes.get(partnerPaths.apiKind(kind), open(), async (c) => {
    const { db, secrets, now, today, remember } = c.var
    const offers = await listOffers(db)
    if (!offers.includes(kind) || elsewhere(c)) return notOffered(c)
    const content = await exportKind(kind, { db, remember, today, now, origin: originOf(c) })
    const signed = await signByOwnKey(db, secrets, content)
    return signed ? answer(c, signed) : notOffered(c)
  })
}

/** The API has its addresses once, whatever the language of the site. */
function elsewhere(c: C): boolean {
  return c.req.path !== c.var.path
}

function originOf(c: C): string {
  return publicOrigin(c.req.url, c.var.config)
}

function answer(c: C, content: object): Response {
  c.header('access-control-allow-origin', '*')
  return c.json(content)
}

function notOffered(c: C): Response {
  const problem = { title: 'Not offered', status: 404, detail: `See ${originOf(c)}${partnerPaths.exchange}` }
  return c.body(JSON.stringify(problem), 404, { 'content-type': 'application/problem+json' })
}
