import { setTimeout as pause } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'
import { hashOf } from '../../platform/secrets.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
})
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

/** The address of one demonstration account, and a cookie of it. */
async function somebody(konto: string): Promise<{ email: string; cookie: string }> {
  const cookie = await loggedIn(app, konto)
  const data = await (await get(app, '/mina-sidor/uppgifter.json', cookie)).json()
  return { email: data.person.email, cookie }
}

/** Asks for a link, and gives the path that came by mail. The mail is written after the answer. */
async function askForLink(email: string, till = ''): Promise<string> {
  const before = (await mailbox.mailTo(email)).length
  await post(app, '/logga-in', { email, till })
  for (let i = 0; i < 50 && (await mailbox.mailTo(email)).length === before; i += 1) await pause(20)
  return mailbox.linkTo(email)
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

describe('the demonstration', () => {
  test('has somebody for every role, who logs in with one click', async () => {
    const html = await (await get(app, '/demo')).text()
    const accounts = [...html.matchAll(/name="konto" value="(\w+)"/g)].map(([, account]) => account ?? '')
    expect(accounts).toHaveLength(15)
    for (const account of accounts) expect(await loggedIn(app, account)).toContain('session=')
  })

  test('and its logins and post room do not exist in production', async () => {
    const real = testApp(database.db, 'production')
    for (const path of ['/demo', '/demo/post', '/demo/post/1', '/en/demo']) {
      expect((await get(real, path)).status).toBe(404)
    }
    expect((await post(real, '/demo/logga-in', { konto: 'kansli' })).status).toBe(404)
  })
})

describe('a link by mail', () => {
  test('logs in once, and leads to where one wanted to go', async () => {
    const { email } = await somebody('medlem')
    const link = await askForLink(email, '/mina-sidor/inloggning')
    // A mail program's look at the link does not use it up.
    expect((await get(app, link)).status).toBe(200)
    const first = await post(app, link, {})
    expect(first.headers.get('location')).toBe('/mina-sidor/inloggning')
    expect((await get(app, '/mina-sidor/inloggning', cookieOf(first))).status).toBe(200)
    const second = await post(app, link, {})
    expect(second.status).toBe(404)
    expect(second.headers.get('set-cookie')).toBeNull()
  })

  test('used twice at the same moment lets one in', async () => {
    const { email } = await somebody('rapportor')
    const link = await askForLink(email)
    const both = await Promise.all([post(app, link, {}), post(app, link, {})])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404])
  })

  test('is refused after fifteen minutes', async () => {
    const { email } = await somebody('fakturamottagare')
    const link = await askForLink(email)
    await database.db
      .updateTable('one_time_token')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute()
    expect((await post(app, link, {})).status).toBe(404)
  })

  test('is answered alike for a known and an unknown address', async () => {
    const { email } = await somebody('ombud')
    const plain = async (address: string) => {
      const response = await post(app, '/logga-in', { email: address })
      return { status: response.status, html: (await response.text()).replaceAll(address, '…') }
    }
    expect(await plain('nobody@nowhere.example')).toEqual(await plain(email))
  })

  test('never leads to another site', async () => {
    const { email } = await somebody('expert')
    for (const till of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
      const link = await askForLink(email, till)
      expect((await post(app, link, {})).headers.get('location')).toBe('/mina-sidor')
      await database.db.deleteFrom('rate_limit').execute()
    }
  })

  test('can be asked for five times in a quarter of an hour', async () => {
    const answers = []
    for (let i = 0; i < 6; i += 1)
      answers.push((await post(app, '/logga-in', { email: 'often@x.example' })).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 429])
  })

  test.each(['', 'no address', 'a@b', 'x@y.example\r\nBcc: all@y.example'])(
    '%j is not an address',
    async (email) => {
      const response = await post(app, '/logga-in', { email })
      expect(response.status).toBe(422)
      expect(await response.text()).toContain('<title>Fel: ')
    },
  )
})

describe('a session', () => {
  test('is listed, and can be ended by its owner only', async () => {
    const mine = await loggedIn(app, 'revisor')
    const other = await loggedIn(app, 'revisor')
    const stranger = await loggedIn(app, 'medlem')
    const html = await (await get(app, '/mina-sidor/inloggning', mine)).text()
    const here = /class="mine">[\s\S]*?name="session" value="(\d+)"/.exec(html)?.[1] ?? ''
    await post(app, '/mina-sidor/inloggning/avsluta', { session: here }, stranger)
    expect((await get(app, '/mina-sidor/inloggning', mine)).status).toBe(200)
    await post(app, '/mina-sidor/inloggning/avsluta', { session: 'andra' }, mine)
    expect((await get(app, '/mina-sidor/inloggning', other)).status).toBe(303)
    expect((await get(app, '/mina-sidor/inloggning', mine)).status).toBe(200)
    await post(app, '/logga-ut', {}, mine)
    expect((await get(app, '/mina-sidor/inloggning', mine)).status).toBe(303)
  })

  test('is worth nothing to who reads the database', async () => {
    const cookie = await loggedIn(app, 'medlem')
    const rows = await database.db.selectFrom('session').select('token_hash').execute()
    expect(rows.map(({ token_hash }) => token_hash)).not.toContain(cookie.split('=')[1])
  })

  test('that is not new changes nothing of how one logs in, nor ends the account', async () => {
    const cookie = await loggedIn(app, 'expert')
    const token = hashOf(cookie.split('=')[1] ?? '')
    await database.db
      .updateTable('session')
      .set({ created_at: new Date(Date.now() - 31 * 60_000) })
      .where('token_hash', '=', token)
      .execute()
    for (const path of ['/mina-sidor/inloggning', '/mina-sidor/tvafaktor']) {
      const led = await get(app, path, cookie)
      expect(led.headers.get('location')).toBe(`/logga-in?igen=1&till=${encodeURIComponent(path)}`)
    }
    for (const path of [
      '/mina-sidor/tvafaktor/ta-bort',
      '/mina-sidor/passnycklar/fraga',
      '/mina-sidor/passnycklar',
      '/mina-sidor/passnycklar/ta-bort',
      '/mina-sidor/adress/x',
      '/mina-sidor/radera',
    ]) {
      const led = await post(app, path, { bekrafta: 'ja', id: 'x' }, cookie)
      expect([path, led.headers.get('location')]).toEqual([
        path,
        '/logga-in?igen=1&till=%2Fmina-sidor%2Finloggning',
      ])
    }
    expect(await (await get(app, '/logga-in?igen=1', cookie)).text()).toContain('Logga in igen')
  })

  test('ends when its owner logs in once more in the same browser', async () => {
    const first = await loggedIn(app, 'expert')
    const answer = await post(app, '/demo/logga-in', { konto: 'expert' }, first)
    expect(cookieOf(answer)).not.toBe(first)
    expect((await get(app, '/mina-sidor/inloggning', first)).status).toBe(303)
    expect((await get(app, '/mina-sidor/inloggning', cookieOf(answer))).status).toBe(200)
  })

  test('cannot be chosen by somebody else beforehand', async () => {
    const response = await app.request('https://eko.example/demo/logga-in', {
      method: 'POST',
      body: new URLSearchParams({ konto: 'expert' }),
      headers: { origin: 'https://eko.example', cookie: '__Host-session=chosen-by-a-stranger' },
    })
    expect(cookieOf(response)).toMatch(/^__Host-session=[\w-]{43}$/)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(response.headers.get('set-cookie')).toMatch(/Secure/)
    expect(response.headers.get('set-cookie')).toMatch(/SameSite=Lax/)
    expect(response.headers.get('set-cookie')).not.toMatch(/Domain=/)
  })

  test.each([
    ['that nobody has used for two weeks', { last_seen_at: new Date(Date.now() - 15 * 86_400_000) }],
    ['after ninety days', { expires_at: new Date(Date.now() - 1000) }],
  ])('%s is worth nothing', async (_, past) => {
    const cookie = await loggedIn(app, 'expert')
    const token = hashOf(cookie.split('=')[1] ?? '')
    await database.db.updateTable('session').set(past).where('token_hash', '=', token).execute()
    expect((await get(app, '/mina-sidor', cookie)).status).toBe(303)
  })

  test('is never kept by a cache', async () => {
    const cookie = await loggedIn(app, 'medlem')
    expect((await get(app, '/om', cookie)).headers.get('cache-control')).toBe('private, no-store')
    expect((await get(app, '/om')).headers.get('cache-control')).toBe('no-cache')
  })

  test('cannot be used from a form on another site', async () => {
    const cookie = await loggedIn(app, 'medlem')
    for (const origin of ['https://evil.example', 'null']) {
      const response = await app.request('https://eko.example/logga-ut', {
        method: 'POST',
        headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
      expect(response.status).toBe(403)
    }
  })
})

describe('two-step login', () => {
  test('asks for a code after the link, which works once; a recovery code works too', async () => {
    const { email, cookie } = await somebody('kansli')
    const setup = await (await get(app, '/mina-sidor/tvafaktor', cookie)).text()
    const key = /name="key" value="(\w+)"/.exec(setup)?.[1] ?? ''
    const totp = new TOTP({ secret: Secret.fromBase32(key) })
    const wrong = await post(app, '/mina-sidor/tvafaktor', { kod: '000000', key }, cookie)
    expect(wrong.status).toBe(422)
    const codes = await (
      await post(app, '/mina-sidor/tvafaktor', { kod: totp.generate(), key }, cookie)
    ).text()
    const [recovery = ''] = [...codes.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(([, code]) => code)

    const half = cookieOf(await post(app, await askForLink(email), {}))
    expect((await get(app, '/mina-sidor/inloggning', half)).status).toBe(303)
    // The code that turned it on is used up.
    expect((await post(app, '/logga-in/kod', { kod: totp.generate() }, half)).status).toBe(422)
    const next = totp.generate({ timestamp: Date.now() + 30_000 })
    const whole = cookieOf(await post(app, '/logga-in/kod', { kod: next }, half))
    expect((await get(app, '/mina-sidor/inloggning', whole)).status).toBe(200)
    expect((await get(app, '/mina-sidor/inloggning', half)).status).toBe(303)

    const again = cookieOf(await post(app, await askForLink(email), {}))
    expect((await post(app, '/logga-in/kod', { kod: recovery }, again)).status).toBe(303)
    const third = cookieOf(await post(app, await askForLink(email), {}))
    expect((await post(app, '/logga-in/kod', { kod: recovery }, third)).status).toBe(422)
    await post(app, '/mina-sidor/tvafaktor/ta-bort', {}, whole)
    const plain = cookieOf(await post(app, await askForLink(email), {}))
    expect((await get(app, '/mina-sidor/inloggning', plain)).status).toBe(200)
  })
})
