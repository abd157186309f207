import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { publicOrigin } from '#platform/http/public-origin.ts'
import { localeOf } from '#platform/i18n.ts'
import { log } from '#platform/log.ts'
import { outageOf } from '#platform/outage.ts'
import { page } from '#ui/page.tsx'
import type { Asked } from './asked.ts'
import { documentOf } from './document.ts'
import { exampleAnswers } from './examples.ts'
import { type Answer, type Operation, shownOf } from './operation.ts'
import { operations } from './operations.ts'
import { ReferencePage } from './pages/reference.tsx'
import { apiPaths } from './paths.ts'
import { exposedHeaders, problemResponse, Refusal } from './problem.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** The API for programs, its description and the page that explains it. */
export const routes = new Hono<AppEnv<Database>>()

routes.get(apiPaths.reference, async (c) => {
  const { locale: l, config } = c.var
  const t = textsOf(l).page
  const asked = askedOf(c)
  const examples = await c.var.remember(`api examples ${l.language} ${asked.origin}`, () =>
    exampleAnswers(asked),
  )
  return page(
    c,
    { title: t.title, description: t.description },
    <ReferencePage
      l={l}
      document={documentOf(l, asked.origin)}
      examples={examples}
      origin={asked.origin}
      requestsPerMinute={config.apiRequestsPerMinute}
      demo={config.mode === 'demo'}
    />,
  )
})

// The API has its addresses once, whatever the language of the site: texts follow `lang`.
for (const path of [apiPaths.document, `${apiPaths.root}/*`]) {
  routes.use(path, async (c, next) => {
    c.header('access-control-allow-origin', '*')
    c.header('access-control-expose-headers', exposedHeaders)
    c.header('cache-control', 'public, no-cache')
    if (c.var.locale.language === 'en') throw notFound(c)
    await next()
  })
  routes.options(path, (c) =>
    c.body(null, 204, {
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*',
      'access-control-max-age': '86400',
    }),
  )
}

routes.get(apiPaths.document, (c) => {
  const asked = askedOf(c)
  return c.json(documentOf(asked.l, asked.origin))
})

for (const operation of operations) {
  routes.get(apiPaths.root + operation.path.replace(/\{(\w+)\}/, ':$1'), async (c) => {
    const asked = askedOf(c)
    const { searchParams } = new URL(c.req.url)
    const answer = await operation.answer(asked, searchParams, namedIn(c, operation))
    return sendAnswer(c, answer, asked)
  })
}

routes.all(`${apiPaths.root}/*`, (c) => {
  const known = operations.some(({ path }) => fits(path, c.req.path))
  if (!known) throw notFound(c)
  throw new Refusal('method-not-allowed', textsOf(askedOf(c).l).problems.onlyGet(c.req.method.slice(0, 20)))
})

routes.onError((error, c) => {
  const { l, origin } = askedOf(c)
  if (error instanceof Refusal) {
    const headers = error.kind === 'method-not-allowed' ? { allow: 'GET, HEAD, OPTIONS' } : {}
    return problemResponse(error, l, origin, headers)
  }
  if (outageOf(error)) {
    // The whole program answers that in one way.
    c.header('access-control-allow-origin', '*')
    throw error
  }
  log.error({ err: error, method: c.req.method }, 'a request failed')
  return problemResponse(new Refusal('internal-error', textsOf(l).problems.internal), l, origin)
})

function askedOf(c: C): Asked {
  const { db, remember, today, now, config } = c.var
  const language = c.req.query('lang') ?? c.var.locale.language
  const l = localeOf(language === 'en' ? 'en' : 'sv')
  return { db, remember, today, now, l, origin: publicOrigin(c.req.url, config) }
}

function namedIn(c: C, { named }: Operation): string {
  return named === null ? '' : (c.req.param(named) ?? '')
}

function fits(path: string, asked: string): boolean {
  const wanted = (apiPaths.root + path).split('/')
  const parts = asked.replace(/\/$/, '').split('/')
  return (
    wanted.length === parts.length && wanted.every((part, at) => part.startsWith('{') || part === parts[at])
  )
}

function notFound(c: C): Refusal {
  const { problems } = textsOf(askedOf(c).l)
  return new Refusal('not-found', problems.noAddress(operations.map(({ path }) => apiPaths.root + path)))
}

function sendAnswer(c: C, answer: Answer, { origin }: Asked): Response {
  const show = (item: object) => shownOf(item, answer.fields)
  if (answer.kind === 'one') return c.json(show(answer.item))
  const { items, next } = answer.page
  const address = next === null ? null : nextAddress(c, origin, next)
  if (address) c.header('link', `<${address}>; rel="next"`)
  return c.json({ items: items.map(show), count: items.length, next: address })
}

function nextAddress(c: C, origin: string, cursor: string): string {
  const url = new URL(c.req.url)
  url.searchParams.set('cursor', cursor)
  return origin + url.pathname + url.search
}
