import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { Kysely, Transaction } from 'kysely'
import type { Config } from '#platform/config.ts'
import type { InLanguages, Language, Locale, Tongue } from '#platform/i18n.ts'
import type { Letterbox } from '#platform/mail/letterbox.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Command } from '../command.ts'
import type { Assets } from './assets.ts'
import type { BusinessOfHouse, GatheredBusiness } from './business.ts'
import type { Invariant } from './invariant.ts'
import type { Remember } from './remember.ts'
import type { Signals } from './signals.ts'

/** A link of the main menu. */
export interface MenuItem {
  href: string
  label: string
}

/** A role that somebody holds today, and where. */
export interface HeldRole {
  role: string
  organisationCode: string
  organisationName: string
  /** Whether the organisation is a member today; the association itself always counts. */
  member: boolean
}

/** Who asks: a person who has logged in, with the roles of today. */
export interface Actor {
  personId: number
  name: string
  email: string | null
  sessionId: number
  roles: HeldRole[]
}

/** What every request handler can lean on. `D` is the database's table type. */
export interface Variables<D> {
  /** What a request reads from and writes to; a request that only reads may be answered by a replica. */
  db: Kysely<D>
  /** The server that takes writes, for what is beside the request. */
  primary: Kysely<D>
  config: Config
  locale: Locale
  /** The path without the language prefix: `/om` for both `/om` and `/en/om`. */
  path: string
  assets: Assets
  /** Null for a visitor who has not logged in. */
  actor: Actor | null
  secrets: Secrets
  /** Who listens to what in this process. */
  signals: Signals
  /** What all domains together give to pages that gather from many. */
  gathered: Gathered<D>
  /** The languages that the page at a path, without language, can be read in, in the association's order. */
  tonguesOf: (path: string) => Tongue[]
  menu: MenuItem[]
  /** The time of the request. */
  now: Date
  /** The day of the request in Stockholm, `YYYY-MM-DD`. */
  today: string
  /** The version of the public data and the day that the request is answered from. */
  dataVersion: string
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
  menu: {
    href: string
    label: InLanguages<string>
    /** Shown only to those who have logged in, or only to everybody else. */
    only?: 'members' | 'visitors'
  }[]
  /** Languages beside those of every house in which its public pages can be read. */
  translated?: Tongue[]
  /** The routes that those languages get, where not every route of the house is for everyone. */
  translatedRoutes?: Hono<AppEnv<D>>
  /** Whether readers of a path, without language, have just been told of a change: no replica that is late answers them. */
  live?: (path: string) => boolean
  /** True when every route of the house is open to all; else each route states its own rule. */
  open?: boolean
  /** Addresses for programs anywhere. */
  doors?: Door<D>[]
  /** What the secretariat has to do today. */
  desk?: (asked: Asked<D>) => Promise<DeskItem[]>
  /** What the next holder of a seat should know, from this house. */
  handover?: (
    asked: Asked<D>,
    seat: { organisationCode: string; role: string; seatId: number },
  ) => Promise<HandoverPart[]>
  /** What this house has on a key figure, an organisation or a person, for those who read about it. */
  related?: (asked: Asked<D>, about: About) => Promise<RelatedPart[]>
  /** What waits for somebody who has logged in, from this house. */
  waiting?: (asked: Asked<D>, actor: Actor) => Promise<WaitingItem[]>
  /** What somebody follows, from this house. */
  follows?: (asked: Pick<Asked<D>, 'db' | 'today'>, personId: number) => Promise<FollowedThings>
  /** What has happened, from this house, with what somebody follows; the newest first. */
  happened?: (asked: Asked<D>, followed: Followed) => Promise<Happening[]>
  /** Everything held about a person, by heading. */
  personalData?: (db: Kysely<D>, personId: number) => Promise<Record<string, unknown>>
  /** Forgets a person, and says what stays and why. */
  erase?: (trx: Transaction<D>, personId: number, today: string) => Promise<void>
  jobs?: Job<D>[]
  commands?: Command<D>[]
  /** Addresses of this house that take mail. */
  letterboxes?: Letterbox<D>[]
  /** What must always hold in the tables of this house. */
  invariants?: Invariant<D>[]
  /** What meetings decide of this house. */
  business?: BusinessOfHouse<D>
  /** Pages whose text stands in the code of the house, for the search. */
  ownPages?: (locale: Locale) => OwnPage[]
}

/** A page, or a part of one with an anchor, whose text stands in the code. */
export interface OwnPage {
  address: string
  title: string
  lead: string
  /** Its texts in whatever shape the house keeps them: every string in it can be found. */
  said: unknown
}

/**
 * A part of the site for programs anywhere: nobody is logged in there and no form of ours is sent there, so requests
 * from other sites do no harm. `handler` sees every request, also those that are answered from memory.
 */
export interface Door<D> {
  /** `/api/v1` stands for itself and everything below. */
  path: string
  handler: MiddlewareHandler<AppEnv<D>>
}

/** For whom and when something is gathered. */
export interface Asked<D> {
  db: Kysely<D>
  locale: Locale
  today: string
  now: Date
  remember: Remember
}

/** One line of the secretariat's desk: what, how many, where to do it. */
export interface DeskItem {
  text: string
  href: string
  count: number
}

/** One thing that waits for a person: what, where to do it, and until when if there is a day. */
export interface WaitingItem {
  text: string
  href: string
  /** `YYYY-MM-DD`. */
  due?: string
}

/** Organisations and key figures that somebody follows. */
export interface FollowedThings {
  organisationCodes: string[]
  figureIds: string[]
}

/** What somebody follows, and since when it is asked what has happened with it. */
export interface Followed extends FollowedThings {
  since: Date
}

/** Something that has happened, for those who follow it. Only what everyone in the network may see. */
export interface Happening {
  at: Date
  text: string
  href: string
  madeUp: boolean
}

/** A part of a hand-over: heading and lines, each perhaps a link. */
export interface HandoverPart {
  title: string
  lines: { text: string; href?: string }[]
  empty: string
}

/** What a page tells of. */
export type About = { figureId: string } | { organisationCode: string } | { personId: number }

/** Ways on from a page into another house, under one heading. */
export interface RelatedPart {
  title: string
  /** The language that it is told in, where that is not the one of the page. */
  lang?: Language
  /** `lang` is the language of the label, where that is another one. */
  links: { href: string; label: string; lang?: Language | undefined; note: string; madeUp: boolean }[]
  /** Where there are more of them. */
  more: { href: string; label: string }
}

/** A recurring job. It may run twice at once on two machines, so it must claim what it does. */
export interface Job<D> {
  name: string
  /** Cron, in Stockholm's time. */
  schedule: string
  run: (context: JobContext<D>) => Promise<void>
}

export interface JobContext<D> {
  db: Kysely<D>
  config: Config
  secrets: Secrets
  gathered: Gathered<D>
  now: Date
  today: string
  /** True when somebody asked for it to be run now; by the clock it says nothing. */
  woken?: boolean | undefined
  /** Aborted when the program stops: a long job then ends where it can be gone on with. */
  signal?: AbortSignal
}

/** What the domains give, put together. */
export interface Gathered<D> {
  desk: (asked: Asked<D>) => Promise<DeskItem[]>
  handover: (
    asked: Asked<D>,
    seat: { organisationCode: string; role: string; seatId: number },
  ) => Promise<HandoverPart[]>
  related: (asked: Asked<D>, about: About) => Promise<RelatedPart[]>
  /** The most urgent first. */
  waiting: (asked: Asked<D>, actor: Actor) => Promise<WaitingItem[]>
  follows: (asked: Pick<Asked<D>, 'db' | 'today'>, personId: number) => Promise<FollowedThings>
  /** The newest first. */
  happened: (asked: Asked<D>, followed: Followed) => Promise<Happening[]>
  personalData: (db: Kysely<D>, personId: number) => Promise<Record<string, unknown>>
  erase: (trx: Transaction<D>, personId: number, today: string) => Promise<void>
  letterboxes: Letterbox<D>[]
  business: GatheredBusiness<D>
}
