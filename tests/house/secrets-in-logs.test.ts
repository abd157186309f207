import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { deliverInvoices } from '../../src/domains/fees/invoices/deliver.ts'
import { readConfig } from '../../src/platform/config.ts'
import { log } from '../../src/platform/log.ts'
import { startPostman } from '../../src/platform/mail/deliver.ts'
import { createSecrets } from '../../src/platform/secrets.ts'
import { withoutSecrets } from '../../src/platform/without-secrets.ts'
import { testApp } from '../support/app.ts'
import { emptyDatabase, loadedDatabase, type TestDatabase } from '../support/database.ts'
import { get, loggedIn, post } from '../support/login.ts'

/** Everything that the program logs in this file, at its most talkative. */
const said: string[] = []
const ownStream: unknown = Reflect.get(log, pino.symbols.streamSym)
const ownLevel = log.level

let database: TestDatabase
let app: ReturnType<typeof testApp>
/** The same program on a database that lacks what logging in needs: every such request fails, and is logged. */
let spoilt: TestDatabase
let failing: ReturnType<typeof testApp>
beforeAll(async () => {
  Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => said.push(line) })
  log.level = 'trace'
  database = await loadedDatabase()
  app = testApp(database.db)
  spoilt = await emptyDatabase()
  await sql`drop table session, one_time_token, second_factor, identity_provider cascade`.execute(
    spoilt.owner,
  )
  failing = testApp(spoilt.db)
})
afterAll(async () => {
  log.level = ownLevel
  Reflect.set(log, pino.symbols.streamSym, ownStream)
  await database.drop()
  await spoilt.drop()
})

/** What may never be read in the log, and where it came from. */
const secrets = new Map<string, string>()
const expectUnsaid = () => {
  expect(said.length).toBeGreaterThan(0)
  const text = said.join('')
  expect([...secrets].filter(([secret]) => text.includes(secret)).map(([, what]) => what)).toEqual([])
}

/** The link of the last mail to somebody, as the postman would send it. */
async function lastLink(email: string): Promise<string> {
  for (let i = 0; i < 100; i += 1) {
    const mail = await database.db
      .selectFrom('mail')
      .where('recipient', '=', email)
      .where('kind', '=', 'login')
      .orderBy('id', 'desc')
      .select('plain')
      .executeTakeFirst()
    const path = /https:\/\/eko\.example(\/\S+)/.exec(mail?.plain ?? '')?.[1]
    if (path) return path
    await pause(20)
  }
  throw new Error('No mail came')
}

test('a login by link, its session and its second factor', async () => {
  const cookie = await loggedIn(app, 'kansli')
  const { email } = (await (await get(app, '/mina-sidor/uppgifter.json', cookie)).json()).person
  await post(app, '/logga-in', { email })
  const link = await lastLink(email)
  secrets.set(link.split('/').at(-1) ?? '', 'the token of the link')
  expect((await get(failing, link)).status).toBeGreaterThanOrEqual(500)
  expect((await post(failing, link, {})).status).toBeGreaterThanOrEqual(500)
  const session = (await post(app, link, {})).headers.get('set-cookie')?.split(';')[0] ?? ''
  secrets.set(session.split('=')[1] ?? '', 'the session')
  const setup = await (await get(app, '/mina-sidor/tvafaktor', session)).text()
  const key = /name="key" value="(\w+)"/.exec(setup)?.[1] ?? ''
  secrets.set(key, 'the key of the authenticator')
  const kod = new TOTP({ secret: Secret.fromBase32(key) }).generate()
  const codes = await (await post(app, '/mina-sidor/tvafaktor', { kod, key }, session)).text()
  for (const [, code = ''] of codes.matchAll(/<code>(\w{5}-\w{5})<\/code>/g))
    secrets.set(code, 'a recovery code')
  expect(secrets.size).toBeGreaterThan(10)
  for (const path of ['/mina-sidor', '/mina-sidor/tvafaktor', '/logga-in/kod']) {
    await get(failing, path, session)
    await post(failing, path, { kod, key }, session)
  }
  expectUnsaid()
})

test('a passkey’s question and answer', async () => {
  const asked = await (await post(app, '/logga-in/passnyckel/fraga', {})).text()
  for (const [token = ''] of asked.matchAll(/[\w-]{43,}/g)) secrets.set(token, 'of a passkey')
  const answer = {
    token: [...secrets.keys()].at(-1),
    answer: {
      id: 'hemlig-id',
      rawId: 'hemlig-id',
      type: 'public-key',
      response: { signature: 'hemlig-signatur' },
    },
  }
  secrets.set('hemlig-signatur', 'the signature of a passkey')
  for (const one of [app, failing]) {
    await one.request('https://eko.example/logga-in/passnyckel', {
      method: 'POST',
      body: JSON.stringify(answer),
      headers: { origin: 'https://eko.example', 'content-type': 'application/json' },
    })
  }
  expectUnsaid()
})

test('the secret of an organisation’s own login', async () => {
  const cookie = await loggedIn(app, 'administrator')
  secrets.set('hemlig-klient', 'the secret of the provider')
  const fields = {
    domain: 'falkenberg.example',
    klient: 'x',
    hemlighet: 'hemlig-klient',
    issuer: 'http://127.0.0.1:9',
  }
  expect((await post(app, '/kansli/inloggning/1382', fields, cookie)).status).toBe(422)
  await post(failing, '/kansli/inloggning/1382', fields, cookie)
  expectUnsaid()
})

test('the passwords of the mail server, the access point and the database', async () => {
  for (const word of ['postens-losen', 'peppols-losen', 'basens-losen']) {
    secrets.set(word, word)
  }
  const postman = startPostman(database.db, 'smtp://eko:postens-losen@127.0.0.1:1', {
    name: 'x',
    address: 'x@eko.example',
  })
  await postman.idle()
  await postman.stop()
  await deliverInvoices(database.db, 'sftp://eko:peppols-losen@127.0.0.1:1/ut?fingerprint=SHA256:abc')
  const told = await openDatabase(
    readConfig({ DATABASE_URL: 'postgres://eko:basens-losen@127.0.0.1:1/eko' }),
    () => {},
    () => {},
  ).catch((error: Error) => error.message)
  said.push(withoutSecrets(String(told)))
  expect(said.join('')).toContain('DATABASE_URL')
  expectUnsaid()
})

test('a setting that is wrong is told without what it holds', () => {
  const secret = 'hemlig-installning'
  for (const name of [
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'SMTP_URL',
    'PEPPOL_OUTBOX',
    'SECRET',
    'KOLADA_URL',
    'SCB_URL',
  ]) {
    let told = ''
    try {
      readConfig({ [name]: name === 'SECRET' ? secret : `ftp://eko:${secret}@127.0.0.1/x` })
    } catch (error) {
      told = withoutSecrets(String(error))
    }
    expect(told).toContain(name)
    expect(told).not.toContain(secret)
  }
})

test('the program’s own secret and what it derives', async () => {
  const own = 'a secret of the tests, long enough'
  secrets.set(own, 'the secret')
  const signed = createSecrets(own).sign('prov', { a: 1 })
  secrets.set(signed.split('.')[1] ?? '', 'a signature')
  await get(failing, `/avanmal/${signed}`)
  await get(failing, `/prenumerera/${signed}`)
  expectUnsaid()
})
