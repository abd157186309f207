import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Rule } from '../../src/domains/accounts/guard.ts'
import { createSignals } from '../../src/platform/http/signals.ts'
import { testApp } from '../support/app.ts'
import { loadedDatabase, type TestDatabase } from '../support/database.ts'
import { everyRoute, fillPath, fitting, type Route } from '../support/every-route.ts'
import { loggedIn } from '../support/login.ts'

/** One example person for each role; all with a member's role belong to Falkenberg, the delegate to Helsingborg. */
const accounts = [
  'kontaktpolitiker',
  'kontakttjansteperson',
  'rapportor',
  'fakturamottagare',
  'medlem',
  'ombud',
  'sokande',
  'styrelseledamot',
  'ordforande',
  'ersattare',
  'expert',
  'revisor',
  'valberedning',
  'kansli',
  'administrator',
] as const
type Account = (typeof accounts)[number]

const contacts: Account[] = ['kontaktpolitiker', 'kontakttjansteperson']
const ofFalkenberg: Account[] = [...contacts, 'rapportor', 'fakturamottagare', 'medlem']
const everyone: Account[] = [...accounts]
const office: Account[] = ['kansli', 'administrator']
const readers: Account[] = [...office, 'expert', 'styrelseledamot', 'ordforande', 'ersattare', 'revisor']

/**
 * Who is let in, rule by rule, as the association wants it; where a rule is about an organisation, it is Falkenberg.
 * Written down here a second time on purpose: a change of the program's own table must be meant.
 */
const expected: Record<Exclude<Rule, 'open'>, Account[]> = {
  'own-pages.use': everyone,
  'network.use': everyone.filter((account) => account !== 'sokande'),
  'organisation.edit': [...contacts, ...office],
  'people.manage': [...contacts, ...office],
  'people.see': [...ofFalkenberg, ...office, 'revisor'],
  'promises.make': [...ofFalkenberg, ...office],
  'desk.use': office,
  'register.edit': office,
  'letters.write': ['kansli'],
  'subjects.edit': office,
  'audit.read': [...office, 'revisor'],
  'login.configure': ['administrator'],
  'reports.write': [...contacts, 'rapportor', ...office],
  'reports.approve': ['kontakttjansteperson'],
  'recalls.edit': office,
  'examples.write': [...ofFalkenberg, ...office],
  'examples.moderate': office,
  'questions.moderate': office,
  'events.edit': office,
  'events.check-in': office,
  'events.delegate': contacts,
  'news.write': office,
  'news.propose': [...ofFalkenberg, 'ombud'],
  'partners.edit': office,
  'projects.write': [...ofFalkenberg, 'ombud', ...office],
  'advocacy.edit': [...office, 'expert'],
  'advocacy.comment': everyone.filter((account) => account !== 'sokande'),
  'advocacy.endorse': contacts,
  'advocacy.send': office,
  'rounds.edit': office,
  'catalogue.edit': office,
  'own-figures.edit': [...contacts, 'rapportor'],
  'imports.run': office,
  'operations.use': office,
  'fees.read': [...office, 'revisor'],
  'fees.edit': ['kansli'],
  'invoices.see': [...contacts, 'fakturamottagare', ...office, 'revisor'],
  // The application of the samples is Göteborg's.
  'application.edit': ['sokande'],
  'application.see': ['sokande', ...readers],
  'applications.read': readers,
  'applications.check': ['kansli'],
  'applications.review': ['expert'],
  'applications.decide': ['kansli', 'ordforande'],
  'statutes.edit': office,
  'annual.edit': office,
  'annual.chair': [...office, 'ordforande'],
  'annual.delegates': contacts,
  'motions.write': [...contacts, 'ombud'],
  'nominations.make': everyone.filter((account) => account !== 'sokande'),
  'nominations.propose': [...office, 'valberedning'],
  'ballots.run': ['kansli', 'ordforande'],
  // The roll itself is asked with each vote.
  'ballots.vote': everyone,
  'board.read': [...office, 'styrelseledamot', 'ordforande', 'ersattare', 'revisor'],
  'board.edit': ['kansli'],
  'board.decide': ['kansli', 'ordforande'],
  'minutes.read': everyone.filter((account) => account !== 'sokande'),
  'minutes.write': ['kansli'],
  'minutes.approve': everyone.filter((account) => account !== 'sokande'),
}

/** What stands for a parameter of an address; on that day the demonstration corrected values. */
const samples: Record<string, string> = {
  code: '1382',
  day: '2025-06-10',
  language: 'sv',
  round: '2025',
  annual: '2027',
  job: 'import-nightly',
}

const routes = everyRoute()

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  // Empty forms change nothing that is public, so what was computed may be kept from one answer to the next.
  app = testApp(database.db, 'demo', undefined, undefined, {
    signals: createSignals(),
    dataVersion: () => '1',
  })
  const seat = await database.db
    .selectFrom('seat')
    .select('id')
    .where('organisation_code', '=', '1382')
    .where('role', '=', 'contact-official')
    .executeTakeFirstOrThrow()
  samples.seat = String(seat.id)
  const application = await database.db
    .selectFrom('application')
    .select('id')
    .where('organisation_code', '=', '1480')
    .executeTakeFirstOrThrow()
  samples.application = String(application.id)
  const example = await database.db
    .selectFrom('good_example')
    .select('id')
    .where('organisation_code', '=', '1382')
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow()
  samples.example = String(example.id)
})
afterAll(() => database.drop())

const sampleOf = (path: string) => fillPath(path, (name, pattern) => samples[name] ?? fitting(pattern))

/** Does something with each route, a few at once: the program works while the database does. */
async function someAtOnce(asked: Route[], act: (route: Route) => Promise<void>): Promise<void> {
  const waiting = asked.values()
  // Fewer than the connections, so that one is left for whoever holds one and needs another.
  const walk = async () => {
    for (const route of waiting) await act(route)
  }
  await Promise.all([walk(), walk(), walk()])
}

/** Asks for a route; forms are sent empty, which changes nothing but is let in or not all the same. */
async function ask({ method, path }: Route, cookie: string): Promise<Response> {
  return app.request(`https://eko.example${sampleOf(path)}`, {
    method,
    headers: { cookie, origin: 'https://eko.example' },
    ...(method === 'POST' ? { body: new URLSearchParams({ ingenting: '1' }) } : {}),
  })
}

describe('every route', () => {
  test('states its rule', () => {
    expect(routes.length).toBeGreaterThan(80)
    expect(
      routes.filter(({ rule }) => rule === undefined).map(({ method, path }) => `${method} ${path}`),
    ).toEqual([])
  })

  test('with a rule leads a visitor to the login', async () => {
    const open: string[] = []
    const closed = routes.filter(({ rule }) => rule !== 'open')
    await someAtOnce(closed, async (route) => {
      const response = await ask(route, '')
      const led = response.status === 303 && response.headers.get('location')?.startsWith('/logga-in?till=')
      if (!led) open.push(`${route.method} ${route.path}: ${response.status}`)
    })
    expect(open).toEqual([])
  })

  test('that is open answers a visitor', async () => {
    const closed: string[] = []
    const opened = routes.filter(({ rule }) => rule === 'open')
    await someAtOnce(opened, async (route) => {
      const response = await ask(route, '')
      // The way back from an organisation's login refuses who never left for it.
      if (response.status === 403 && !route.path.endsWith('/tillbaka')) {
        closed.push(`${route.method} ${route.path}`)
      }
      if (response.status >= 500) closed.push(`${route.method} ${route.path}: ${response.status}`)
    })
    expect(closed).toEqual([])
  })
})

// What ends the session or the account is asked for last, by nobody but its own tests.
const ending = /\/(avsluta|radera|logga-ut)$/

describe.each(accounts)('%s', (account) => {
  test('is let in exactly where the association wants it', async () => {
    const cookie = await loggedIn(app, account)
    const wrong: string[] = []
    await someAtOnce(routes, async (route) => {
      if (route.rule === 'open' || route.rule === undefined || ending.test(route.path)) return
      const { status } = await ask(route, cookie)
      const mayBe = expected[route.rule].includes(account)
      // Let in means: whatever comes after the door. A missing thing is 404, an empty form 422.
      if (mayBe ? status === 403 || status >= 500 : status !== 403) {
        wrong.push(`${route.method} ${route.path} (${route.rule}): ${status}`)
      }
    })
    expect(wrong).toEqual([])
  })
})
