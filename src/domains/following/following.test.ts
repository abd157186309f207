import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'
import { gathered } from '../../app/gathered.ts'
import { readConfig } from '../../platform/config.ts'
import { createSecrets } from '../../platform/secrets.ts'
import { publishReadings } from '../key-figures/index.ts'
import { sendDigests } from './digest.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
let member: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
  member = await loggedIn(app, 'medlem')
})
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

const textOf = async (path: string, cookie = member) =>
  (await (await get(app, path, cookie)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const follows = '/mina-sidor/foljer'

/** As a member reports a value of a year that had none. */
async function report(code: string, at: string, { figureId = '2', year = 2031, value = 50 } = {}) {
  const reading = { figureId, code, year, value, missing: null, comment: '', reason: '', reportedBy: 'X' }
  await database.db
    .transaction()
    .execute((trx) => publishReadings(trx, [reading], { now: new Date(at), madeUp: true }))
}

describe('what somebody follows', () => {
  test('begins with the own organisation, which can be stopped and taken up again', async () => {
    expect(await textOf(follows)).toContain('Falkenberg Din organisation, följs från början')
    await post(app, `${follows}/sluta`, { kommun: '1382' }, member)
    expect(await textOf(follows)).toContain('Du följer ingen kommun eller region')
    await post(app, follows, { kommun: 'Falkenberg' }, member)
    expect(await textOf(follows)).toContain('Falkenberg Din organisation')
  })

  test('grows by name from the list, and says when nobody is called so', async () => {
    await post(app, follows, { kommun: 'helsingborgs kommun' }, member)
    await post(app, follows, { nyckeltal: '1a' }, member)
    const page = await textOf(follows)
    expect(page).toContain('Helsingborg Sluta följa')
    expect(page).toMatch(/Nyckeltal .*Sluta följa/)
    const wrong = await post(app, follows, { kommun: 'Ankeborg' }, member)
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Ingen kommun eller region heter så')
    expect((await post(app, follows, { nyckeltal: 'x9' }, member)).status).toBe(422)
  })

  test('is chosen on the page of the thing itself, which then shows the way to stop', async () => {
    expect(await textOf('/kommuner/1283')).toContain('Sluta följa')
    expect(await textOf('/kommuner/1480')).not.toContain('Sluta följa')
    const done = await post(app, follows, { kommun: '1480', fran: '1' }, member)
    expect(done.headers.get('location')).toBe('/kommuner/1480#folj')
    expect(await textOf('/kommuner/1480')).toContain('Sluta följa')
    expect(await textOf('/nyckeltal/1a')).toContain('Sluta följa')
    await post(app, `${follows}/sluta`, { kommun: '1480', fran: '1' }, member)
    expect(await textOf('/kommuner/1480')).not.toContain('Sluta följa')
  })

  test('is not offered to visitors', async () => {
    expect(await textOf('/kommuner/1480', '')).not.toContain('Följ Göteborg')
  })

  test('comes with everything held about the person', async () => {
    const held = await (await get(app, '/mina-sidor/uppgifter.json', member)).text()
    const { following } = JSON.parse(held)
    expect(following.things).toContainEqual(expect.objectContaining({ organisation_code: '1283' }))
  })
})

describe('what has happened', () => {
  test('stands on the own page: new values, corrections, marked when made up', async () => {
    await report('1283', '2026-11-20T09:00:00Z')
    await report('1480', '2026-11-20T09:00:00Z')
    const page = await textOf('/mina-sidor?visa=allt')
    expect(page).toMatch(/Helsingborg har nya värden för \S.* påhittat 20 november 2026/)
    expect(page).not.toContain('Göteborg har nya värden')
    await report('1382', '2026-11-21T09:00:00Z', { year: 2023, value: 51 })
    expect(await textOf('/mina-sidor?visa=allt')).toMatch(/ett värde för Falkenberg har rättats/)
  })

  test('tells of a followed figure, whoever the values are of', async () => {
    await report('1480', '2026-11-22T09:00:00Z', { figureId: '1a' })
    expect(await textOf('/mina-sidor?visa=allt')).toMatch(/Göteborg har nya värden för/)
  })
})

describe('the mail about it', () => {
  const digest = (at: string) =>
    sendDigests({
      db: database.db,
      config: readConfig({ BASE_URL: 'https://eko.example' }),
      secrets: createSecrets('a secret of the tests, long enough'),
      gathered,
      now: new Date(at),
      today: at.slice(0, 10),
    })
  const mails = async () => (await mailbox.all()).filter(({ subject }) => subject?.includes('det du följer'))

  test('leaves once a day at seven, with what is new since the last', async () => {
    await post(app, `${follows}/mejl`, { takt: 'daily' }, member)
    await database.db
      .updateTable('following_digest')
      .set({ told_until: new Date('2026-11-22T06:00:00Z') })
      .execute()
    await digest('2026-11-23T05:30:00Z')
    expect(await mails()).toHaveLength(0)
    await Promise.all([digest('2026-11-23T06:30:00Z'), digest('2026-11-23T06:30:00Z')])
    await digest('2026-11-23T06:40:00Z')
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail?.text).toContain('Göteborg har nya värden')
    expect(mail?.text).not.toContain('har rättats')
    expect(mail?.text).toContain('(påhittat)')
    await digest('2026-11-24T06:30:00Z')
    expect(await mails()).toHaveLength(1)
  })

  test('is ended by one press on its link, without a login', async () => {
    const [mail] = await mails()
    const header = mail?.headers.get('list')
    const address = /"url":"(https:[^"]+)"/.exec(JSON.stringify(header))?.[1] ?? ''
    const path = new URL(address).pathname
    expect((await get(app, path)).status).toBe(200)
    const pressed = await app.request(`https://eko.example${path}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(pressed.status).toBe(200)
    expect(await database.db.selectFrom('following_digest').selectAll().execute()).toEqual([])
    expect((await get(app, '/avanmal/foljer/annan.nyckel')).status).toBe(404)
  })
})
