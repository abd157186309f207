import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startBalancer } from '../../tests/fault/cluster/proxy.ts'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { get, loggedIn, post } from '../../tests/support/login.ts'
import { connect } from '../database/connect.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let secretariat: string
let close: () => Promise<unknown>
beforeAll(async () => {
  database = await loadedDatabase()
  const server = inject('server')
  if ('connectionString' in server || 'connectionString' in database.connection) {
    throw new Error('These tests need a server of their own.')
  }
  const line = await startBalancer(server.port)
  const db = connect({ ...database.connection, port: line.port }, 4)
  app = testApp(db)
  secretariat = await loggedIn(app, 'kansli')
  await line.close()
  close = () => db.destroy()
})
afterAll(async () => {
  await close()
  await database.drop()
})

const toldIn = async (response: Response) => (await response.text()).replace(/<[^>]+>/g, ' ')

test('While the database is away a page says so, and when to come back, under the usual headers', async () => {
  const [visitor, person] = await Promise.all([get(app, '/kommuner'), get(app, '/mina-sidor', secretariat)])
  for (const response of [visitor, person]) {
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('10')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await toldIn(response)).toContain('Vår databas svarar inte just nu')
  }
  const english = await get(app, '/en/kommuner')
  expect(await toldIn(english)).toContain('Our database does not answer right now')
}, 40_000)

test('A form says that nothing was saved, and that what was typed still stands', async () => {
  const response = await post(app, '/logga-in', { epost: 'nagon@gast.example' })
  expect(response.status).toBe(503)
  const told = await toldIn(response)
  expect(told).toContain('Det du skickade sparades inte')
  expect(told).toContain('där det du skrev står kvar')
}, 40_000)

test('A program gets a problem that it can read', async () => {
  const response = await get(app, '/api/v1/key-figures')
  expect(response.status).toBe(503)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({
    status: 503,
    title: 'Our database does not answer right now',
  })
}, 40_000)
