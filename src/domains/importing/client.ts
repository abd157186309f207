import { type PoliteClient, politeClient } from '#platform/fetch/polite-client.ts'
import type { Place } from './adapter.ts'

/** Asks a source under its address, saying who we are and where more can be read. */
export function clientFor({ config, signal, wait }: Place, base: string, everyMs: number): PoliteClient {
  return politeClient({
    base,
    everyMs,
    userAgent: `Ekokommun/1 (+${config.baseUrl})`,
    ...(signal ? { signal } : {}),
    ...(wait ? { wait } : {}),
  })
}
