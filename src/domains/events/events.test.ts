import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { eventIdOf } from '../../../tests/support/events.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { localeOf } from '../../platform/i18n.ts'
import { calendarOf } from './calendar.ts'
import { type Event, listPublicEvents } from './queries.ts'
import { whenOf } from './when.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let member: string
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  member = await loggedIn(app, 'medlem')
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()

/** The events of a calendar, as an independent reader understands them. */
function readCalendar(text: string): { event: ICAL.Event; component: ICAL.Component }[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => ({ event: new ICAL.Event(component), component }))
}

const idOf = (title: string) => eventIdOf(database.db, title)

describe('the list', () => {
  test('has what is coming first in time, and what has been newest first', async () => {
    const html = await textOf('/evenemang')
    const places = [
      'Rapportörernas träff',
      'Frukost på nätet',
      'Grundkurs',
      'Återbruk i stor skala',
      'vårkonferens',
      'Matsvinnet',
      'Årsmöte 2026',
    ]
    const order = places.map((title) => html.indexOf(title))
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(html).toContain('https://eko.example/evenemang.ics')
    expect(html).toContain('påhittat')
  })

  test('keeps the board’s meetings within the network', async () => {
    const id = await idOf('Styrelsemöte i december')
    expect(await textOf('/evenemang')).not.toContain('Styrelsemöte i december')
    expect(await textOf('/evenemang.ics')).not.toContain('Styrelsemöte')
    expect((await get(app, `/evenemang/${id}`)).status).toBe(404)
    expect((await get(app, `/evenemang/${id}.ics`)).status).toBe(404)
    expect(await textOf('/evenemang', member)).toContain('Styrelsemöte i december')
    expect(await textOf(`/evenemang/${id}`, member)).toContain('Ansökningar om medlemskap')
    expect((await listPublicEvents(database.db)).every(({ openTo }) => openTo !== 'board')).toBe(true)
  })

  test('is read from a day to a day, page by page', async () => {
    const { db } = database
    const coming = await listPublicEvents(db, { from: '2026-11-23' })
    expect(coming.map(({ texts }) => texts.sv?.title)).toHaveLength(5)
    const first = await listPublicEvents(db, { from: '2026-11-23', limit: 2 })
    const rest = await listPublicEvents(db, { from: '2026-11-23', after: first.at(-1)?.id ?? 0 })
    expect([...first, ...rest]).toEqual(coming)
    expect(await listPublicEvents(db, { from: '2027-04-21', to: '2027-04-21' })).toHaveLength(1)
  })
})

describe('the page of an event', () => {
  test('says when, where, for whom and how to register', async () => {
    const html = await textOf(`/evenemang/${await idOf('Grundkurs i de fyra hållbarhetskriterierna')}`)
    expect(html).toContain('21 januari 2027 kl. 09.30–16.00')
    expect(html).toContain('Länsmuseet, Örebro')
    expect(html).toContain('1\u2009200\u00a0kr')
    expect(html).toContain('Anmäl dig senast 11 januari 2027.')
    expect(html).toContain('<strong>egna exempel</strong>')
  })

  test('promises no link when it has been', async () => {
    const coming = `/evenemang/${await idOf('Frukost på nätet: sol på skolans tak')}`
    expect(await textOf(coming)).toContain('Digitalt: Länken får du när du har anmält dig')
    const past = `/evenemang/${await idOf('Räkna rätt på klimatet')}`
    for (const html of [await textOf(past), await textOf(past, office)]) {
      expect(html).toContain('Stadshuset, Falkenberg')
      expect(html).not.toMatch(/Länken får du|Följ passet digitalt|länken visas här/)
    }
    expect((await get(app, `${past}?kod=%00`)).status).toBe(200)
  })

  test('tells search engines the same in their words', async () => {
    const html = await textOf(`/evenemang/${await idOf('Ekokommunernas vårkonferens och årsmöte 2027')}`)
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(json)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      startDate: '2027-04-20T09:00:00+02:00',
      endDate: '2027-04-21T15:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Folkets hus, Umeå' }, { '@type': 'VirtualLocation' }],
      offers: { price: '2900.00', priceCurrency: 'SEK' },
    })
  })

  test('is answered with 404 when there is none, never with a fault', async () => {
    for (const path of ['/evenemang/999999999', '/evenemang/99999999999999999999.ics', '/evenemang/x']) {
      expect((await get(app, path)).status).toBe(404)
    }
  })
})

describe('the calendar', () => {
  test('is read back by another program as it was meant', async () => {
    const response = await get(app, '/evenemang.ics')
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await response.text()
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    const events = readCalendar(text)
    const stored = await listPublicEvents(database.db, { from: '2025-11-23' })
    expect(events).toHaveLength(stored.length)
    for (const [i, { event, component }] of events.entries()) {
      const one = stored[i]
      expect(event.uid).toBe(one?.uid)
      expect(event.startDate.toJSDate()).toEqual(one?.startsAt)
      expect(event.endDate.toJSDate()).toEqual(one?.endsAt)
      expect(event.sequence).toBe(one?.sequence)
      expect(event.summary).toContain(one?.texts.sv?.title)
      expect(event.summary).toContain('(påhittat)')
      expect(event.description).toContain(one?.texts.sv?.summary)
      expect(component.getFirstPropertyValue('url')).toBe(`https://eko.example/evenemang/${one?.id}`)
      expect(component.getFirstPropertyValue('status')).toBe(one?.cancelledAt ? 'CANCELLED' : 'CONFIRMED')
    }
  })

  test('is the same, byte for byte, while nothing changes, and speaks English under /en', async () => {
    expect(await textOf('/evenemang.ics')).toBe(await textOf('/evenemang.ics'))
    expect(await textOf('/en/evenemang.ics')).toContain('SUMMARY:Basic course in the four')
  })

  test('carries signs that mean something to calendars without harm', () => {
    const title = 'Komma, semikolon; snedstreck\\ och "citat"\nEND:VEVENT'
    const event: Event = {
      id: 1,
      uid: '0193b3c1-0000-7000-8000-000000000001',
      kind: 'seminar',
      form: 'on-site',
      startsAt: new Date('2027-03-04T08:30:00Z'),
      endsAt: new Date('2027-03-04T10:00:00Z'),
      place: 'Å, ä; ö',
      openTo: 'everyone',
      priceOre: 0,
      registration: 'none',
      registerAt: '',
      registerBy: null,
      places: null,
      onlinePlaces: null,
      waitingList: true,
      cancelBy: null,
      guestsAllowed: false,
      publishedAt: new Date(),
      cancelledAt: null,
      cancelReason: '',
      seriesId: null,
      sequence: 0,
      texts: { sv: { title, summary: '🌱'.repeat(60), programme: '' } },
      madeUp: false,
      createdAt: new Date(),
      updatedAt: new Date(),
    }
    const [read, ...others] = readCalendar(
      calendarOf([event], { l: localeOf('sv'), baseUrl: 'https://eko.example' }),
    )
    expect(others).toEqual([])
    expect(read?.event.summary).toBe(title)
    expect(read?.event.location).toBe('Å, ä; ö')
    expect(read?.event.description).toContain('🌱'.repeat(60))
  })
})

describe('the secretariat', () => {
  const fields = {
    slag: 'seminar',
    form: 'both',
    oppet: 'everyone',
    dag: '2027-03-04',
    fran: '09:30',
    till: '11:00',
    plats: 'Kalmar',
    anmalning: 'none',
    'rubrik-sv': 'Slam utan kadmium',
    'ingress-sv': 'Kalmar visar hur.',
    'program-sv': '## Program\n\n<script>alert(1)</script>',
  }
  const eventOf = (text: string, title: string) =>
    readCalendar(text).find(({ event }) => event.summary.includes(title))?.event

  test('writes, publishes, moves and cancels; calendars are told each time', async () => {
    const begun = await post(app, '/kansli/evenemang/nytt', fields, office)
    const path = begun.headers.get('location')?.split('?')[0] ?? ''
    const id = path.split('/').at(-1)
    expect((await get(app, `/evenemang/${id}`)).status).toBe(404)
    expect(await textOf(`/evenemang/${id}`, office)).toContain('sidan syns bara för kansliet')
    await post(app, `${path}/publicera`, {}, office)
    const html = await textOf(`/evenemang/${id}`)
    expect(html).toContain('&lt;script>alert(1)')
    expect(html).toContain('<h3>Program</h3>')
    expect(eventOf(await textOf('/evenemang.ics'), 'Slam utan kadmium')?.sequence).toBe(0)

    await post(app, path, { ...fields, 'ingress-sv': 'Nya ord.' }, office)
    expect(eventOf(await textOf('/evenemang.ics'), 'Slam utan kadmium')?.sequence).toBe(0)
    await post(app, path, { ...fields, fran: '10:00', till: '12:00' }, office)
    const moved = eventOf(await textOf('/evenemang.ics'), 'Slam utan kadmium')
    expect([moved?.sequence, moved?.startDate.toJSDate().toISOString()]).toEqual([
      1,
      '2027-03-04T09:00:00.000Z',
    ])

    expect((await post(app, `${path}/stall-in`, { skal: '' }, office)).status).toBe(422)
    await post(app, `${path}/stall-in`, { skal: 'För få anmälda.' }, office)
    const cancelled = eventOf(await textOf(`/evenemang/${id}.ics`), 'INSTÄLLT: Slam utan kadmium')
    expect(cancelled?.sequence).toBe(2)
    expect(await textOf(`/evenemang/${id}`)).toContain('För få anmälda.')
    expect(await textOf(path, office)).toContain('inställt och kan inte ändras')
  })

  test('is told what is wrong beside each field, with what was typed kept', async () => {
    const wrong = await post(
      app,
      '/kansli/evenemang/nytt',
      { ...fields, slag: 'board-meeting', till: '09:00', plats: '', pris: 'många', 'rubrik-sv': '' },
      office,
    )
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Skriv priset i kronor')
    const odd = await post(
      app,
      '/kansli/evenemang/nytt',
      { ...fields, slag: 'board-meeting', till: '09:00', plats: '', 'rubrik-sv': '' },
      office,
    )
    const html = await odd.text()
    for (const message of [
      'slutar innan det börjar',
      'Skriv var det är',
      'bara för styrelsen',
      'Skriv en rubrik',
    ]) {
      expect(html).toContain(message)
    }
    expect(html).toContain('Kalmar visar hur.')
  })
})

test('an event over several days says from which day to which', () => {
  const when = { startsAt: new Date('2027-04-20T07:00:00Z'), endsAt: new Date('2027-04-21T13:00:00Z') }
  expect(whenOf(when, localeOf('sv'))).toBe('20 april 2027 kl. 09.00 – 21 april 2027 kl. 15.00')
  expect(whenOf(when, localeOf('en'))).toBe('20 April 2027 at 09:00 – 21 April 2027 at 15:00')
})
