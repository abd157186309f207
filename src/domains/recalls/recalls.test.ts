import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'
import { gathered } from '../../app/gathered.ts'
import { readConfig } from '../../platform/config.ts'
import { createSecrets } from '../../platform/secrets.ts'
import { publishReadings } from '../key-figures/index.ts'
import { recalls } from './domain.ts'

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

const textOf = async (path: string, cookie = '') =>
  (await (await get(app, path, cookie)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** As the member reports a value anew. */
async function correct(value: number, at: string, where: { code?: string; comment?: string } = {}) {
  const { code = '1382', comment = '' } = where
  const reading = {
    figureId: '2',
    code,
    year: 2023,
    value,
    missing: null,
    comment,
    reason: '',
    reportedBy: 'Falkenberg',
  }
  await database.db
    .transaction()
    .execute((trx) => publishReadings(trx, [reading], { now: new Date(at), madeUp: true }))
}

/** Runs a job of the house as the clock would. */
function runJob(name: string, at: string) {
  const now = new Date(at)
  return recalls.jobs
    ?.find((job) => job.name === name)
    ?.run({
      db: database.db,
      config: readConfig({ BASE_URL: 'https://eko.example' }),
      secrets: createSecrets('a secret of the tests, long enough'),
      gathered,
      now,
      today: at.slice(0, 10),
    })
}
const tell = (at: string) => runJob('tell-of-corrections', at)

/** Asks to be told, as the form of a page does. */
const ask = (fields: Record<string, string>, cookie = '') =>
  post(
    app,
    '/bevaka',
    { sida: '/nyckeltal/2?kommun=1382', omfattning: 'chosen', hur: 'subscribed', ...fields },
    cookie,
  )

async function confirmed(epost: string, fields: Record<string, string> = {}): Promise<string> {
  expect((await ask({ epost, ...fields })).status).toBe(200)
  const response = await post(app, await mailbox.linkTo(epost), {})
  return response.headers.get('location')?.split('?')[0] ?? ''
}

/** The notices to an address, oldest first. */
const noticesTo = async (address: string) =>
  (await mailbox.mailTo(address)).filter(
    ({ subject }) => /rättad|rättat|corrected/.test(subject ?? '') && !/Vill du|Do you/.test(subject ?? ''),
  )

describe('asking to be told', () => {
  test('takes an address and a link in a mail, once; a look at the link confirms nothing', async () => {
    const page = await ask({ epost: 'Lisa@tidning.example' })
    expect(await page.text()).toContain('lisa@tidning.example')
    const link = await mailbox.linkTo('lisa@tidning.example')
    expect(await textOf(link)).toContain('Ja, säg till mig')
    await correct(71, '2026-11-23T12:30:00Z')
    await tell('2026-11-24T07:00:00Z')
    expect(await noticesTo('lisa@tidning.example')).toHaveLength(0)
    const done = await post(app, link, {})
    expect(done.status).toBe(303)
    expect(await textOf(done.headers.get('location') ?? '')).toContain(
      'Klart. Vi säger till om värdena rättas.',
    )
    expect((await post(app, link, {})).status).toBe(404)
    // What was corrected while the mail lay unread is told of, too.
    await tell('2026-11-24T07:10:00Z')
    expect(await noticesTo('lisa@tidning.example')).toHaveLength(1)
  })

  test('wrongly gives the form back with what was typed', async () => {
    const response = await ask({ epost: 'inte en adress', hur: 'cited', var: 'Årsrapporten' })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#epost"')
    expect(html).toContain('Årsrapporten')
    expect(html).toMatch(/value="cited" selected/)
  })

  test('is refused for pages that are none, and too many times from one address', async () => {
    for (const sida of ['/nyckeltal/finns-inte', '/kansli', 'https://annan.example/nyckeltal/2', '']) {
      expect((await ask({ sida, epost: 'a@x.example' })).status, sida).toBe(404)
    }
    expect((await ask({ per: 'i går', hur: 'cited', epost: 'a@x.example' })).status).toBe(400)
    const statuses = []
    for (let i = 0; i < 7; i += 1) statuses.push((await ask({ epost: 'ofta@x.example' })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
  })

  test('takes one press for somebody who is logged in, and stands on their own pages', async () => {
    const reporter = await loggedIn(app, 'rapportor')
    expect(await (await get(app, '/nyckeltal/2?kommun=1382', reporter)).text()).not.toContain('name="epost"')
    const done = await ask({ hur: 'embedded', var: 'falkenberg.se' }, reporter)
    expect(done.headers.get('location')).toBe('/mina-sidor/bevakningar?klart=bevakas')
    const mine = await textOf('/mina-sidor/bevakningar', reporter)
    expect(mine).toContain('2 Resor med kollektivtrafik : Falkenberg, alla år')
    expect(mine).toContain('Står i: falkenberg.se')
    const [id] =
      /name="sluta" value="(\d+)"/
        .exec(await (await get(app, '/mina-sidor/bevakningar', reporter)).text())
        ?.slice(1) ?? []
    await post(app, '/mina-sidor/bevakningar', { sluta: id ?? '' }, reporter)
    expect(await textOf('/mina-sidor/bevakningar', reporter)).toContain('Du bevakar inga värden.')
  })

  test('is forgotten when nobody confirms', async () => {
    await ask({ epost: 'aldrig@x.example' })
    const left = () =>
      database.db.selectFrom('follower').select('id').where('email', '=', 'aldrig@x.example').execute()
    await runJob('forget-unconfirmed-follows', '2026-11-26T03:40:00Z')
    expect(await left()).toHaveLength(1)
    await database.db
      .updateTable('follow')
      .set({ asked_at: new Date(Date.now() - 4 * 86_400_000) })
      .where('confirmed_at', 'is', null)
      .execute()
    await runJob('forget-unconfirmed-follows', '2026-11-26T03:40:00Z')
    expect(await left()).toHaveLength(0)
  })
})

describe('a recall notice', () => {
  test('says what it was, what it is, why, by whom, and what to do with the citation', async () => {
    await confirmed('citerar@x.example', {
      hur: 'cited',
      per: '2026-11-23T12:00:00.000Z',
      var: 'Miljöbokslutet 2025',
    })
    // A day before the other corrections of this file are seen, so the citation is of what stood at noon.
    await tell('2026-11-24T07:20:00Z')
    await correct(60, '2026-11-24T10:00:00Z', { comment: 'Bussarna räknades två gånger.' })
    await tell('2026-11-24T22:00:00Z')
    const before = (await noticesTo('citerar@x.example')).length
    await tell('2026-11-25T06:00:00Z')
    const notices = await noticesTo('citerar@x.example')
    expect(notices).toHaveLength(before + 1)
    const text = notices.at(-1)?.text?.replace(/\s+/g, ' ') ?? ''
    expect(text).toContain('Falkenberg 2023: 71 resor/inv blev 60 resor/inv (påhittat)')
    expect(text).toContain(
      'Medlemmen har rapporterat på nytt. Falkenberg kommenterar: ”Bussarna räknades två gånger.”',
    )
    expect(text).toContain('Rättat 24 november 2026. Uppgift från: Falkenberg.')
    expect(text).toContain('Det gäller ”Miljöbokslutet 2025”.')
    expect(text).toContain('Falkenberg 2023: 60 resor/inv (rättat 24 november 2026, tidigare 71 resor/inv)')
    expect(text).toContain('https://eko.example/nyckeltal/revideringar/2026-11-24')
    // Both links open: the page as it was, and as it is.
    const was = /Som det var: https:\/\/eko\.example(\S+)/.exec(text)?.[1] ?? ''
    expect(was).toContain('per=2026-11-24T09:59:59.999Z')
  })

  test('gathers all corrections since the last one into one mail, and compares with what was seen last', async () => {
    await confirmed('samlar@x.example', { omfattning: 'all' })
    await tell('2026-11-25T06:10:00Z')
    const before = (await noticesTo('samlar@x.example')).length
    await correct(50, '2026-11-25T08:00:00Z')
    await correct(40, '2026-11-25T09:00:00Z')
    await correct(90, '2026-11-25T10:00:00Z', { code: '1283' })
    await correct(91, '2026-11-25T11:00:00Z', { code: '1283' })
    await tell('2026-11-26T06:00:00Z')
    const notices = (await noticesTo('samlar@x.example')).slice(before)
    expect(notices).toHaveLength(1)
    expect(notices[0]?.subject).toBe('2 värden som du bevakar är rättade')
    const text = notices[0]?.text ?? ''
    expect(text).toMatch(/Falkenberg 2023: 60.resor\/inv blev 40.resor\/inv/)
    expect(text).not.toMatch(/50.resor/)
  })

  test('is not sent for a value that is back at what it was, nor for a new comment alone', async () => {
    const before = (await noticesTo('samlar@x.example')).length
    await correct(41, '2026-11-26T08:00:00Z')
    await correct(40, '2026-11-26T09:00:00Z', { comment: 'Det var rätt från början.' })
    await tell('2026-11-27T06:00:00Z')
    expect((await noticesTo('samlar@x.example')).length).toBe(before)
  })

  test('about one organisation or year reaches nobody who follows another', async () => {
    await confirmed('helsingborg@x.example', { sida: '/kommuner/1283', omfattning: 'all' })
    await confirmed('annat-ar@x.example', {
      sida: '/nyckeltal/2?kommun=1382&ar=2022',
      omfattning: 'chosen-year',
    })
    await tell('2026-11-27T06:10:00Z')
    const before = (await noticesTo('helsingborg@x.example')).length
    await correct(33, '2026-11-27T08:00:00Z')
    await tell('2026-11-28T06:00:00Z')
    expect((await noticesTo('samlar@x.example')).at(-1)?.text).toMatch(/33.resor/)
    expect((await noticesTo('helsingborg@x.example')).length).toBe(before)
    expect(await noticesTo('annat-ar@x.example')).toHaveLength(0)
  })

  test('leaves once, although two workers tell at once', async () => {
    for (let i = 0; i < 12; i += 1) await confirmed(`manga${i}@x.example`)
    await tell('2026-11-28T06:10:00Z')
    const all = async () =>
      (await database.db.selectFrom('mail').select('recipient').where('kind', '=', 'recall').execute()).length
    const before = await all()
    const waiting = 12 + 3
    await correct(34, '2026-11-28T08:00:00Z')
    await Promise.all([1, 2, 3].map(() => tell('2026-11-29T06:00:00Z')))
    expect(await all()).toBe(before + waiting)
    await tell('2026-11-29T06:10:00Z')
    expect(await all()).toBe(before + waiting)
  })

  test('waits for its hour, which the secretariat sets, and carries the explanation written before', async () => {
    const secretariat = await loggedIn(app, 'kansli')
    const tooLate = await post(app, '/kansli/rattelser/tid', { dagar: '2', timme: '25' }, secretariat)
    expect(tooLate.status).toBe(422)
    await post(app, '/kansli/rattelser/tid', { dagar: '2', timme: '9' }, secretariat)
    await correct(35, '2026-11-29T08:00:00Z')
    const words = { nyckeltal: '2', kommun: '', sv: 'Trafikbolaget bytte räknare.', en: '' }
    expect(
      (await post(app, '/kansli/rattelser/2026-11-29', { ...words, nyckeltal: '9' }, secretariat)).status,
    ).toBe(422)
    await post(app, '/kansli/rattelser/2026-11-29', words, secretariat)
    const before = (await noticesTo('samlar@x.example')).length
    await tell('2026-11-30T12:00:00Z')
    await tell('2026-12-01T07:50:00Z')
    expect((await noticesTo('samlar@x.example')).length).toBe(before)
    await tell('2026-12-01T08:00:00Z')
    const notices = await noticesTo('samlar@x.example')
    expect(notices.length).toBe(before + 1)
    expect(notices.at(-1)?.text?.replace(/\s+/g, ' ')).toContain(
      'Kansliet förklarar: Trafikbolaget bytte räknare.',
    )
    expect(await textOf('/nyckeltal/revideringar/2026-11-29')).toContain('Trafikbolaget bytte räknare.')
    const desk = await textOf('/kansli/rattelser', secretariat)
    expect(desk).toMatch(/29 november 2026 1 .*? 14 håller koll och 1 har citerat/)
  })
})

describe('stopping', () => {
  test('takes one click of the mail program, and forgets the address', async () => {
    await correct(36, '2026-12-02T08:00:00Z')
    await tell('2026-12-04T08:10:00Z')
    const mail = (await noticesTo('manga1@x.example')).at(-1)
    const header = (name: string) => String(mail?.headerLines.find(({ key }) => key === name)?.line)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const address =
      /<https:\/\/eko\.example([^>]+)>/.exec(header('list-unsubscribe').replace(/\r\n\s+/g, ''))?.[1] ?? ''
    expect(await textOf(address)).toContain('Vill du sluta få besked')
    const clicked = await app.request(`https://eko.example${address}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(clicked.status).toBe(200)
    expect(
      await database.db.selectFrom('follower').select('id').where('email', '=', 'manga1@x.example').execute(),
    ).toHaveLength(0)
    for (const token of ['x', 'e30.AAAA', '%00'])
      expect((await get(app, `/avanmal/rattelser/${token}`)).status).toBe(404)
  })

  test('one of several leaves the others', async () => {
    const path = await confirmed('tva@x.example')
    await confirmed('tva@x.example', { sida: '/kommuner/1283', omfattning: 'all' })
    const html = await (await get(app, path)).text()
    const ids = [...html.matchAll(/name="sluta" value="(\d+)"/g)].map(([, id = '']) => id)
    expect(ids).toHaveLength(2)
    await post(app, path, { sluta: ids[0] ?? '' })
    expect(await textOf(path)).toContain('2 Resor med kollektivtrafik')
    await post(app, path, { sluta: 'allt' })
    expect(await textOf(`${path}?klart=slutat`)).toContain('vi har glömt din adress')
  })

  test('comes by itself when a person is erased; an address of theirs is not followed twice', async () => {
    const medlem = await loggedIn(app, 'medlem')
    const person = await database.db
      .selectFrom('appointment as a')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .select(['p.id', 'p.email'])
      .where('a.role', '=', 'member-user')
      .where('a.organisation_code', '=', '1382')
      .where('a.until', 'is', null)
      .executeTakeFirstOrThrow()
    await ask({}, medlem)
    await confirmed(person.email ?? '', { omfattning: 'all' })
    const followers = () =>
      database.db.selectFrom('follower').selectAll().where('person_id', '=', person.id).execute()
    expect(await followers()).toHaveLength(1)
    expect(JSON.stringify(await gathered.personalData(database.db, person.id))).toContain('/nyckeltal/2')
    await database.db.transaction().execute((trx) => gathered.erase(trx, person.id, '2026-11-23'))
    expect(await followers()).toHaveLength(0)
  })
})
