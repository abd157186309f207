import type { Context } from 'hono'
import type { AppEnv } from './context.ts'

/**
 * Leads on after a form (303), in the reader's language. `notice` is the key of a message that the next page
 * shows, carried in its address so that no cookie is needed.
 */
export function redirect<D>(c: Context<AppEnv<D>>, path: string, notice?: string): Response {
  const [address = '', hash] = path.split('#')
  const target = notice ? `${address}${address.includes('?') ? '&' : '?'}klart=${notice}` : address
  return c.redirect(c.var.locale.href(target) + (hash ? `#${hash}` : ''), 303)
}

/** A path of this site from a parameter; anything that could lead elsewhere becomes the fallback. */
export function ownPath(asked: string | undefined, fallback: string): string {
  if (!asked || !/^\/(?![/\\])[^\p{Cc}\\]*$/u.test(asked)) return fallback
  const base = 'https://own.invalid'
  const url = URL.parse(asked, base)
  return url && url.origin === base ? url.pathname + url.search : fallback
}
