import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

const callback = 'https://eko.example/logga-in/tillbaka'
let database: TestDatabase
let app: ReturnType<typeof testApp>
let server: Server
let issuer: string
/** Who sits at the organisation's own computer. */
let employee: { sub: string; email: string; name: string; email_verified?: boolean }

beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const provider = identityProvider()
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    // The employee's password is right.
    await provider.interactionFinished(request, response, { login: { accountId: employee.sub } })
  })
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await database.drop()
})
beforeEach(async () => {
  await database.db.deleteFrom('rate_limit').execute()
})

/** A real OpenID provider that demands PKCE and consents to everything. */
function identityProvider(): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: 'ekokommun', client_secret: 'hemligt', redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a test key'] },
    findAccount: () => ({ accountId: employee.sub, claims: () => employee }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ accountId: employee.sub, clientId: 'ekokommun' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    routes: { authorization: '/auth' },
  })
}

/** Walks a browser through the provider: its redirects, and its login form. */
async function throughProvider(start: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = start
  for (let i = 0; i < 12; i += 1) {
    if (address.startsWith(callback)) return address.slice('https://eko.example'.length)
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (!next) throw new Error(`The provider answered ${response.status}: ${await response.text()}`)
    address = new URL(next, address).href
  }
  throw new Error('The provider leads round and round.')
}

async function setUp(alla = false): Promise<Response> {
  const cookie = await loggedIn(app, 'administrator')
  return post(
    app,
    '/kansli/inloggning/1382',
    {
      domain: 'falkenberg.example',
      issuer,
      klient: 'ekokommun',
      hemlighet: 'hemligt',
      ...(alla ? { alla: '1' } : {}),
    },
    cookie,
  )
}

/** Logs in at the organisation and gives the answer on the way back. */
async function logInThere(): Promise<Response> {
  const begun = await post(app, '/logga-in', { email: employee.email.replace(/@.*/, '@falkenberg.example') })
  const way = /href="(\/logga-in\/organisation\/[^"]+)"/.exec(await begun.text())?.[1] ?? ''
  const there = await get(app, way.replaceAll('&amp;', '&'))
  const cookie = there.headers.get('set-cookie')?.split(';')[0] ?? ''
  return get(app, await throughProvider(there.headers.get('location') ?? ''), cookie)
}

const sessionOf = (response: Response) =>
  /(__Host-)?session=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''

describe('an organisation’s own login', () => {
  test('is tried before it is kept', async () => {
    const cookie = await loggedIn(app, 'administrator')
    const fields = { domain: 'falkenberg.example', klient: 'x', hemlighet: 'y' }
    const closed = await post(
      app,
      '/kansli/inloggning/1382',
      { ...fields, issuer: 'http://127.0.0.1:9' },
      cookie,
    )
    expect(closed.status).toBe(422)
    expect(await closed.text()).toContain('Vi når ingen OpenID-tjänst')
    expect((await setUp()).headers.get('location')).toBe('/kansli/inloggning?klart=sparad')
  })

  test('keeps its secret sealed, also in the log', async () => {
    await setUp()
    const rows = await database.db.selectFrom('identity_provider').selectAll().execute()
    const log = await database.db
      .selectFrom('audit_entry')
      .select('after')
      .where('table_name', '=', 'identity_provider')
      .execute()
    expect(JSON.stringify([rows, log])).not.toContain('hemligt')
    expect(JSON.stringify(log)).not.toContain('sealed')
  })

  test('lets in who is known here by the address', async () => {
    await setUp()
    const data = await (await get(app, '/mina-sidor/uppgifter.json', await loggedIn(app, 'medlem'))).json()
    employee = { sub: 'employee-1', email: data.person.email, name: 'Någon Annan' }
    const back = await logInThere()
    expect(back.headers.get('location')).toBe('/mina-sidor')
    const mine = await (await get(app, '/mina-sidor/uppgifter.json', sessionOf(back))).json()
    expect(mine.person.name).toBe(data.person.name)
    // From then on by the provider's own identifier, also when the address changes there.
    employee = { sub: 'employee-1', email: 'nytt.namn@falkenberg.example', name: 'Nytt Namn' }
    expect((await logInThere()).headers.get('location')).toBe('/mina-sidor')
  })

  test('does not let in who has no role here, unless everybody is to be let in', async () => {
    await setUp()
    employee = { sub: 'employee-2', email: 'okand@falkenberg.example', name: 'Åke Okänd' }
    const refused = await logInThere()
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('har inget uppdrag här')
    await setUp(true)
    const data = await (await get(app, '/mina-sidor/uppgifter.json', sessionOf(await logInThere()))).json()
    expect(data.person.name).toBe('Åke Okänd')
    expect(data.appointments).toMatchObject([{ organisation: 'Falkenberg', role: 'member-user' }])
  })

  test('vouches for addresses of its own domain only', async () => {
    await setUp(true)
    const data = await (await get(app, '/mina-sidor/uppgifter.json', await loggedIn(app, 'kansli'))).json()
    employee = { sub: 'employee-3', email: data.person.email, name: 'Bedragare' }
    const refused = await logInThere()
    expect(refused.status).toBe(403)
    expect(sessionOf(refused)).toBe('')
  })

  test('refuses an address that the provider has not verified', async () => {
    await setUp(true)
    employee = { sub: 'employee-4', email: 'ny@falkenberg.example', name: 'Ny', email_verified: false }
    expect((await logInThere()).status).toBe(403)
  })

  test('refuses an answer that was asked for in another browser, and one that is used again', async () => {
    await setUp(true)
    employee = { sub: 'employee-5', email: 'fem@falkenberg.example', name: 'Fem' }
    const there = await get(app, '/logga-in/organisation/1382')
    const cookie = there.headers.get('set-cookie')?.split(';')[0] ?? ''
    const way = await throughProvider(there.headers.get('location') ?? '')
    const elsewhere = await get(app, '/logga-in/organisation/1382')
    expect((await get(app, way, elsewhere.headers.get('set-cookie')?.split(';')[0])).status).toBe(403)
    expect((await get(app, way, cookie)).status).toBe(303)
    expect((await get(app, way, cookie)).status).toBe(403)
  })
})
