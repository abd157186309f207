import type { Context } from 'hono'

/**
 * What is read by somebody's own secret address is kept nowhere, and no other site is told the address. This site is,
 * or browsers would send its forms without saying where they come from.
 */
export function keepSecret(c: Context): void {
  c.header('cache-control', 'private, no-store')
  c.header('referrer-policy', 'same-origin')
}
