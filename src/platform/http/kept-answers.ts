import { requestIdFrom } from '../observe/request-id.ts'
import { within } from '../observe/scope.ts'
import { pageAsked, requestAnswered } from '../observe/topics.ts'
import { tracing } from '../observe/tracing.ts'
import { type KeptPage, keyOf, matches, ofBodies, type PageMemory } from './page-cache.ts'

interface Front {
  pages: PageMemory
  /** The version of the public data that somebody sees who is nobody. */
  version: () => string
  /** Whether every request must go through the whole program now. */
  isClosed: () => boolean
}

/**
 * Answers with a kept page before the program looks at the request at all, when it brings no cookie and so nothing that
 * could make its answer another one. A thousand visitors at once are served from here. The answer is what the program
 * sent the first time, but for the name of the request.
 */
export function answeringKept<Rest extends unknown[]>(
  fetch: (request: Request, ...rest: Rest) => Response | Promise<Response>,
  { pages, version, isClosed }: Front,
) {
  const find = (request: Request): KeptPage | undefined => {
    if (request.method !== 'GET' || isClosed() || tracing() || request.headers.has('cookie')) return undefined
    return pages.kept?.get(keyOf(version(), request))
  }
  return (request: Request, ...rest: Rest): Response | Promise<Response> => {
    const started = performance.now()
    const page = find(request)
    if (page?.whole) return send(page, page.whole, request, started)
    return learn(request, fetch(request, ...rest))
  }

  /** Keeps the whole answer beside the page, when it is one that may be sent again. */
  async function learn(request: Request, answering: Response | Promise<Response>): Promise<Response> {
    const answer = await answering
    const { page, route } = pages.plain.get(request) ?? {}
    if (!page || !route || page.whole || answer.status !== 200 || request.method !== 'GET') return answer
    if (request.headers.has('cookie') || answer.headers.has('set-cookie')) return answer
    const { 'x-request-id': _, ...headers } = Object.fromEntries(answer.headers)
    page.whole = { headers, route }
    return answer
  }
}

function send(
  page: KeptPage,
  { headers, route }: NonNullable<KeptPage['whole']>,
  request: Request,
  started: number,
): Response {
  const requestId = requestIdFrom(request.headers.get('x-request-id') ?? undefined)
  const isKnown = matches(request.headers.get('if-none-match') ?? undefined, page.etag)
  const status = isKnown ? 304 : 200
  pageAsked.tell({ kept: true })
  within({ requestId, route }, () =>
    requestAnswered.tell({ method: 'GET', route, status, ms: performance.now() - started }),
  )
  const own = { ...headers, 'x-request-id': requestId }
  if (!isKnown) return new Response(page.body, { status, headers: own })
  const bare = Object.entries(own).filter(([name]) => !ofBodies.includes(name))
  return new Response(null, { status, headers: Object.fromEntries(bare) })
}
