import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** What a page knows best about itself: a secret in its address, a file that must not run. */
const pagesOwn = ['referrer-policy', 'content-security-policy']

/** The safe headers of every answer. Where a page has set a stricter one of its own, that one stays. */
export function commonHeaders(headers: Parameters<typeof secureHeaders>[0]): MiddlewareHandler {
  const common = secureHeaders(headers)
  return async (c, next) => {
    const own = new Map<string, string>()
    await common(c, async () => {
      await next()
      for (const name of pagesOwn) {
        const value = c.res.headers.get(name)
        if (value !== null) own.set(name, value)
      }
    })
    for (const [name, value] of own) c.res.headers.set(name, value)
  }
}
