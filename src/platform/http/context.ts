import type { Context, Hono } from 'hono'
import type { Kysely } from 'kysely'
import type { Config } from '#platform/config.ts'
import type { Language, Locale } from '#platform/i18n.ts'
import type { Assets } from './assets.ts'
import type { Remember } from './remember.ts'

/** A link of the main menu. */
export interface MenuItem {
  href: string
  label: string
}

/** What every request handler can lean on. `D` is the database's table type. */
export interface Variables<D> {
  db: Kysely<D>
  config: Config
  locale: Locale
  /** The path without the language prefix: `/om` for both `/om` and `/en/om`. */
  path: string
  assets: Assets
  menu: MenuItem[]
  /** The time of the request. */
  now: Date
  /** The day of the request in Stockholm, `YYYY-MM-DD`. */
  today: string
  /** Keeps what is read or computed from the public data until the data changes. */
  remember: Remember
}

export interface AppEnv<D> {
  Variables: Variables<D>
}

export type AppContext<D> = Context<AppEnv<D>>

/** What a domain hands to the app: its routes, on Swedish paths, and its links in the main menu. */
export interface Domain<D> {
  name: string
  routes: Hono<AppEnv<D>>
  menu: { href: string; label: Record<Language, string> }[]
}
