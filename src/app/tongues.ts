import type { Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Database } from '#database/tables.ts'
import { association, firstLanguage, furtherLanguages } from '#platform/association.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { languages, localeOf, prefixOf, type Tongue } from '#platform/i18n.ts'

/** The language of an address. */
export function tongueOf(path: string): Tongue {
  const prefixed = (tongue: Tongue) => path === prefixOf(tongue) || path.startsWith(`${prefixOf(tongue)}/`)
  return furtherLanguages.find(prefixed) ?? firstLanguage
}

/** A path without its language: `/om` for both `/om` and `/en/om`. */
export function withoutTongue(path: string): string {
  return path.slice(prefixOf(tongueOf(path)).length) || '/'
}

/** Whether a house that is translated to some languages can be read in one. */
export function isTold(tongue: Tongue, translated: Tongue[] = []): boolean {
  return languages.some((language) => language === tongue) || translated.includes(tongue)
}

/** So many addresses are remembered. */
const rememberedPaths = 20_000

/**
 * Tells in which languages of the association there is a page at a path, which has no language of its own. The routes
 * of a program never change, so each path is looked up once.
 */
export function tongueFinder(app: Hono<AppEnv<Database>>): (path: string) => Tongue[] {
  const known = new LRUCache<string, Tongue[]>({ max: rememberedPaths })
  return (path) => {
    const found = known.get(path) ?? tonguesOf(app, path)
    known.set(path, found)
    return found
  }
}

function tonguesOf(app: Hono<AppEnv<Database>>, path: string): Tongue[] {
  const handlers = (address: string) => app.router.match('GET', address)[0].length
  // What stands before every page stands before an address that leads nowhere too.
  const before = handlers('/%')
  return association.languages.filter((tongue) => handlers(localeOf(tongue).href(path)) > before)
}
