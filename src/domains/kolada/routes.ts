import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { log } from '#platform/log.ts'
import { outageOf } from '#platform/outage.ts'
import * as answers from './answers.ts'
import { koladaPaths, root } from './paths.ts'
import type { Version } from './question.ts'
import { Refusal } from './refusal.ts'

/** The key figures as Kolada's API gives its own, so that programs made for Kolada read ours too. */
export const routes = new Hono<AppEnv<Database>>()

// Whatever happens the answer is JSON, and any page on the web may read it.
routes.use('/kolada/*', async (c, next) => {
  c.header('access-control-allow-origin', '*')
  c.header('cache-control', 'public, no-cache')
  await next()
})

routes.onError((error, c) => {
  c.header('access-control-allow-origin', '*')
  c.header('cache-control', 'no-store')
  if (error instanceof Refusal) return c.json({ detail: error.faults }, error.status)
  if (outageOf(error)) throw error
  log.error({ err: error, method: c.req.method }, 'a request failed')
  return c.json({ detail: 'Internal Server Error' }, 500)
})

const answered: [paths: string[], answer: answers.Answer][] = [
  [koladaPaths.kpis, answers.answerKpis],
  [koladaPaths.kpiGroups, answers.answerKpiGroups],
  [koladaPaths.places, answers.answerPlaces],
  [koladaPaths.placeGroups, answers.answerPlaceGroups],
  [koladaPaths.ous, answers.answerOus],
  [koladaPaths.data, answers.answerData],
  [koladaPaths.ouData, answers.answerOuData],
]
for (const version of ['v3', 'v2'] satisfies Version[]) {
  for (const [paths, answer] of answered) {
    for (const path of paths) routes.get(root(version) + path, open(), (c) => answer(c, version))
  }
}

routes.options('/kolada/*', open(), (c) =>
  c.body(null, 204, {
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': '*',
    'access-control-max-age': '86400',
  }),
)

routes.all('/kolada/*', (c) => {
  c.header('cache-control', 'no-store')
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.json({ detail: 'Not Found' }, 404)
  c.header('allow', 'GET, HEAD, OPTIONS')
  return c.json({ detail: 'Method Not Allowed' }, 405)
})
