import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { log } from '../../src/platform/log.ts'
import { testApp } from '../support/app.ts'
import { loadedDatabase, type TestDatabase } from '../support/database.ts'
import { everyRoute, fillPath } from '../support/every-route.ts'
import { type FoundForm, formsIn, linksIn, spoil } from '../support/hostile/forms.ts'
import { hostileRequest, type KnownNames, type Sent } from '../support/hostile/requests.ts'
import { chances } from '../support/hostile/values.ts'
import { faultsOf } from '../support/hostile/verdict.ts'
import { loggedIn } from '../support/login.ts'

/** `npm run fuzz ROUNDS SEED` asks longer, and otherwise. */
const rounds = Number(process.env.FUZZ_ROUNDS ?? 1)
const seed = Number(process.env.FUZZ_SEED ?? 1)
const patience = 120_000 + rounds * 60_000

const accounts = [
  'kansli',
  'kontakttjansteperson',
  'ordforande',
  'administrator',
  null,
  'expert',
  'sokande',
  'ombud',
  'revisor',
] as const
type Account = (typeof accounts)[number]

const routes = everyRoute()
// Who logs out or erases the account asks for nothing more.
const ending = /\/(avsluta|radera|logga-ut)(\?|$)/
const chance = chances(seed)

let database: TestDatabase
let app: ReturnType<typeof testApp>
const names: KnownNames & { queries: string[]; fields: string[]; samples: Record<string, string> } = {
  queries: ['klart', 'sida', 'sok', 'till', 'format', 'lang', 'fel', 'cursor'],
  fields: ['namn', 'id'],
  samples: { code: '1382', day: '2025-06-10', language: 'sv', round: '2025', annual: '2027' },
}
const forms: { account: Account; form: FoundForm }[] = []
const read = new Set<string>()
const kept = new Set<string>()
const kinds = routes.map(({ path }) => ({
  path,
  takes: new RegExp(`^${fillPath(path.replace(/[.+()]/g, '\\$&'), () => '[^/]+').replaceAll('*', '.*')}$`),
}))

beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  for (const account of accounts) await walk(account)
}, patience)
afterAll(() => database.drop())

/**
 * Reads pages as somebody, one of each kind that nobody has read before, and keeps the forms and names on them. Who
 * begins sees most, the others what is theirs alone.
 */
async function walk(account: Account): Promise<void> {
  const tried = new Set<string>()
  const waiting = [
    ...routes.filter(({ method, path }) => method === 'GET' && !path.includes(':')),
    { path: '/' },
  ].map(({ path }) => path)
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address)
    if (read.has(kind) || tried.has(address) || tried.size > 400 || ending.test(address)) continue
    if (/^\/(en|fi)(\/|$)|\.(csv|xlsx|parquet|json|png|svg|pdf|zip)\b/.test(address)) continue
    tried.add(address)
    const response = await app.request(`https://eko.example${address}`, {
      headers: { cookie: await cookieOf(account) },
    })
    const isPage = response.headers.get('content-type')?.startsWith('text/html')
    if (!isPage || response.status >= 400) {
      await response.body?.cancel()
      continue
    }
    read.add(kind)
    const html = await response.text()
    waiting.push(...linksIn(html, address))
    for (const form of formsIn(html, address)) keep(account, form)
  }
}

function keep(account: Account, form: FoundForm): void {
  const kind = `${form.method} ${kindOf(form.action)} ${form.fields.map(([name]) => name).join()}`
  if (ending.test(form.action) || kept.has(kind)) return
  kept.add(kind)
  forms.push({ account, form })
  const known = form.method === 'GET' ? names.queries : names.fields
  for (const [name] of form.fields) if (!known.includes(name)) known.push(name)
}

/** The route that takes an address, so that a page of every kind is read, and not every page. */
function kindOf(address: string): string {
  const path = new URL(address, 'https://eko.example').pathname
  return kinds.find(({ takes }) => takes.test(path))?.path ?? path
}

const cookies = new Map<Account, string>()
async function cookieOf(account: Account): Promise<string> {
  if (account === null) return ''
  const cookie = cookies.get(account) ?? (await loggedIn(app, account))
  cookies.set(account, cookie)
  return cookie
}

/** Sends a request as somebody and gives back what is wrong with the answer, with what was sent. */
async function ask(account: Account, { method, address, headers, body }: Sent): Promise<string[]> {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
  const started = performance.now()
  const response = await app.request(address, {
    method,
    headers: { ...headers, cookie: await cookieOf(account) },
    ...(body === undefined ? {} : { body }),
  })
  const faults = await faultsOf(response)
  const took = performance.now() - started
  if (took > 5000) faults.push(`took ${Math.round(took)} ms`)
  const said = logged.mock.calls.map(([first]) => String(Object(first).err?.stack ?? '').slice(0, 600))
  logged.mockRestore()
  const shown = body instanceof FormData ? JSON.stringify([...body]) : String(body ?? '')
  return faults.map(
    (fault) =>
      `${fault}: ${method} ${address.slice(0, 200)} ${JSON.stringify(headers).slice(0, 200)} ${shown.slice(0, 300)} as ${account} ${said.join('\n')}`,
  )
}

describe('whatever is sent', () => {
  test(
    'to any route, the answer is one of ours: no fault of the program, no word of its inside',
    async () => {
      const faults: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        for (const route of routes) {
          if (ending.test(route.path)) continue
          for (const account of [null, 'administrator', chance.pick(accounts)] as const) {
            faults.push(...(await ask(account, hostileRequest(route, names, chance))))
          }
        }
      }
      expect(faults).toEqual([])
    },
    patience,
  )

  test(
    'in any form, whoever fills it in, the same holds',
    async () => {
      expect(forms.length).toBeGreaterThan(120)
      const faults: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        for (const { account, form } of forms) {
          faults.push(...(await ask(account, spoil(form, chance))))
        }
      }
      expect(faults).toEqual([])
    },
    patience,
  )
})
