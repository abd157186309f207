import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { requestIdFrom } from './request-id.ts'
import { type Scope, within } from './scope.ts'
import { requestAnswered } from './topics.ts'
import { tracing } from './tracing.ts'

/** The route of an address that nothing answers to. */
const noRoute = '(none)'

/**
 * Gives every request a name, tells what became of it, and has it traced when somebody wants that. `foldRoute` makes one
 * pattern of those that differ by language only.
 */
export function observeRequests(foldRoute: (pattern: string) => string): MiddlewareHandler {
  return (c, next) => {
    const requestId = requestIdFrom(c.req.header('x-request-id'))
    const pattern = matchedRoutes(c).find(({ method }) => method !== 'ALL')?.path
    const route = pattern === undefined ? noRoute : foldRoute(pattern)
    const { method } = c.req
    const started = performance.now()
    const scope: Scope = { requestId, route }
    const answer = async () => {
      await next()
      c.header('x-request-id', requestId)
      requestAnswered.tell({ method, route, status: c.res.status, ms: performance.now() - started })
    }
    return within(scope, () => {
      const traced = tracing()
      if (!traced) return answer()
      return traced.inSpan(
        {
          name: `${method} ${route}`,
          kind: 'server',
          attributes: { 'http.request.method': method, 'http.route': route, 'request.id': requestId },
          parent: { traceparent: c.req.header('traceparent'), tracestate: c.req.header('tracestate') },
        },
        async (span) => {
          await answer()
          span.set({ 'http.response.status_code': c.res.status })
          if (c.res.status >= 500) span.fail()
        },
      )
    })
  }
}
