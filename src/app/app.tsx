import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import type { Kysely } from 'kysely'
import type { Replicas } from '#database/replicas/follow.ts'
import type { Database } from '#database/tables.ts'
import { findActorOfRequest } from '#domains/accounts/index.ts'
import { ownStylesheet, serveOwnStylesheet } from '#platform/association/stylesheet.ts'
import { furtherLanguages } from '#platform/association.ts'
import type { Config } from '#platform/config.ts'
import { type Assets, serveAssets } from '#platform/http/assets.ts'
import { limitBodies } from '#platform/http/body-limits.ts'
import { commonHeaders } from '#platform/http/common-headers.ts'
import type { AppEnv, Door } from '#platform/http/context.ts'
import { answeringKept } from '#platform/http/kept-answers.ts'
import { createPageMemory, pageCache } from '#platform/http/page-cache.ts'
import { createMemory } from '#platform/http/remember.ts'
import { createSignals, type Signals } from '#platform/http/signals.ts'
import { inLanguage, inOwnWords, localeOf, prefixOf } from '#platform/i18n.ts'
import { observeRequests } from '#platform/observe/requests.ts'
import { withinRequest } from '#platform/patience.ts'
import { createSecrets } from '#platform/secrets.ts'
import { askingAgain, mustAskPrimary, noteReplica } from './ask-again.ts'
import { dayInStockholm } from './day.ts'
import { domains } from './domains.ts'
import { answerFailure, answerMissing } from './failures.tsx'
import { gathered } from './gathered.ts'
import { addHealth, type Health } from './health.ts'
import { createReaders } from './reader.ts'
import { isTold, tongueFinder, tongueOf, withoutTongue } from './tongues.ts'

export interface AppParts {
  db: Kysely<Database>
  config: Config
  assets: Assets
  /** The program's one secret: seals, signatures. */
  secret: string
  /** The current version of the public data. */
  dataVersion: () => string
  /** What the database tells those who listen; without it nobody hears of anything. */
  signals?: Signals
  /** Servers that reading requests are answered from; without them the primary answers all. */
  replicas?: Replicas | undefined
  /** Whether the program can serve; without it, it always can. */
  health?: Health
  now: () => Date
}

/** About half a kilobyte each: readings, standings, organisations. */
const rememberedThings = 60_000

/** The whole program as one request handler. */
export function createApp(parts: AppParts): Hono<AppEnv<Database>> {
  const { db, config, assets, now, signals = createSignals(), health = {} } = parts
  const memory = createMemory(rememberedThings)
  const secrets = createSecrets(parts.secret)
  const readers = createReaders(parts, (c) => mustAskPrimary(c.req.raw) || isLive(withoutTongue(c.req.path)))

  const app = new Hono<AppEnv<Database>>({ strict: false })
  app.use((c, next) => withinRequest(c.req.method === 'GET' || c.req.method === 'HEAD', next))
  const tonguesOf = tongueFinder(app)
  app.use(observeRequests(withoutTongue))
  const ownHeaders = commonHeaders(headersFor(config, "'none'"))
  const embedHeaders = commonHeaders(headersFor(config, '*'))
  app.use((c, next) => (isEmbed(c.req.path) ? embedHeaders : ownHeaders)(c, next))
  addHealth(app, db, health)
  if (ownStylesheet) app.get(ownStylesheet.address, serveOwnStylesheet)
  app.get('/assets/*', serveAssets(assets))

  app.use(async (c, next) => {
    const tongue = tongueOf(c.req.path)
    const locale = localeOf(tongue)
    const time = now()
    const today = dayInStockholm(time)
    const reader = readers.choose(c)
    if (reader.fromReplica) noteReplica(c.req.raw)
    const dataVersion = versionOn(reader.version, today)
    const remember = memory(dataVersion)
    c.set('db', reader.db)
    c.set('primary', db)
    c.set('config', config)
    c.set('secrets', secrets)
    c.set('signals', signals)
    c.set('gathered', gathered)
    c.set('assets', assets)
    c.set('locale', locale)
    c.set('tonguesOf', tonguesOf)
    c.set('path', withoutTongue(c.req.path))
    c.set('now', time)
    c.set('today', today)
    c.set('dataVersion', dataVersion)
    c.set('remember', remember)
    // Said before the database is asked: where it does not answer, that page is a visitor's.
    c.set('actor', null)
    c.set('menu', [])
    const door = doorAt(c.req.path)
    // Who somebody is and may do is always asked of the primary: nobody stays logged in on a server that is late.
    const actor = door ? null : await findActorOfRequest(c, db, today)
    c.set('actor', actor)
    c.set(
      'menu',
      domains.flatMap(({ menu }) =>
        menu
          .filter(
            ({ only, label }) =>
              (!only || (only === 'members') === (actor !== null)) &&
              (tongue === locale.language || tongue in label),
          )
          .map(({ href, label }) => ({ href, label: inOwnWords(inLanguage(label, locale), tongue) })),
      ),
    )
    await next()
    if (!door) await readers.remember(c, reader)
    if (actor) c.header('cache-control', 'private, no-store')
  })
  app.use(limitBodies)
  // One-click unsubscription comes from mail programs, without an origin; its signed address is its proof.
  const ownForms = csrf({
    origin: (origin, c) => origin === new URL(c.req.url).origin || origin === config.baseUrl,
  })
  app.use((c, next) => (isOneClick(c.req.path) || doorAt(c.req.path) ? next() : ownForms(c, next)))
  app.use((c, next) => (doorAt(c.req.path)?.handler ?? goOn)(c, next))
  const pages = createPageMemory(config.pageCacheBytes)
  const forVisitors = pageCache<AppEnv<Database>>({
    pages,
    version: (c) => c.var.dataVersion,
    isPlain: (c) => !doorAt(c.req.path) && !isLive(c.var.path),
  })
  const forPeople = compress()
  app.use((c, next) => (c.var.actor ? forPeople(c, next) : forVisitors(c, next)))
  for (const { routes, translated, translatedRoutes = routes } of domains) {
    for (const tongue of furtherLanguages) {
      if (isTold(tongue)) app.route(prefixOf(tongue), routes)
      else if (isTold(tongue, translated)) app.route(prefixOf(tongue), translatedRoutes)
    }
    app.route('/', routes)
  }
  app.notFound(answerMissing)
  app.onError(answerFailure)
  if (parts.replicas) app.fetch = askingAgain(app.fetch)
  app.fetch = answeringKept(app.fetch, {
    pages,
    version: () => versionOn(readers.versionForVisitors(), dayInStockholm(now())),
    isClosed: () => health.isStopping?.() ?? false,
  })
  return app
}

const doors = domains.flatMap(({ doors: own = [] }) => own)
const goOn: MiddlewareHandler<AppEnv<Database>> = (_c, next) => next()

/** The door for programs that an address belongs to. */
function doorAt(path: string): Door<Database> | undefined {
  return doors.find((door) => path === door.path || path.startsWith(`${door.path}/`))
}

/** What a page shows depends on the data and on the day. */
function versionOn(version: string, day: string): string {
  return `${version} ${day}`
}

/** Pages of those who have just been told of a change. */
function isLive(path: string): boolean {
  return domains.some(({ live }) => live?.(path))
}

/** Pages made to stand in a frame on somebody else's site. */
function isEmbed(path: string): boolean {
  return withoutTongue(path).startsWith('/embed/')
}

function isOneClick(path: string): boolean {
  return withoutTongue(path).startsWith('/avanmal/')
}

/** Nothing from anywhere else, no script or style in the page itself. */
function headersFor(config: Config, frameAncestors: string): Parameters<typeof commonHeaders>[0] {
  return {
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: [frameAncestors],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: config.baseUrl.startsWith('https:')
      ? 'max-age=31536000; includeSubDomains'
      : false,
    // For browsers that do not know frame-ancestors.
    xFrameOptions: frameAncestors === "'none'" ? 'DENY' : false,
    // Whoever stands at the door of an event may read QR codes with the camera.
    permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [] },
  }
}
