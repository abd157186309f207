import ICAL from 'ical.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { eventIdOf } from '../../../../tests/support/events.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let member: string
let event: number
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  member = await loggedIn(app, 'medlem')
  event = await idOf('Grundkurs i de fyra hållbarhetskriterierna')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()

const idOf = (title: string) => eventIdOf(database.db, title)

const programme = () => `/kansli/evenemang/${event}/program`
const session = (fields: Record<string, string>) => ({
  dag: '2027-01-21',
  fran: '10:00',
  till: '11:30',
  'rubrik-sv': 'Varför just fyra?',
  ...fields,
})

describe('speakers', () => {
  const add = (fields: Record<string, string | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ namn: 'Karl-Henrik Robèrt', ...fields }))
      form.set(name, value)
    return post(app, `${programme()}/medverkande/ny`, form, office)
  }
  const picture = async () => {
    const pixels = { width: 900, height: 900, channels: 3, background: '#0f5c46' } as const
    return new File([new Uint8Array(await sharp({ create: pixels }).png().toBuffer())], 'karl.png')
  }

  test('are shown with initials, and with a portrait only when they agreed to it', async () => {
    await add({ namn: 'Maria Öberg', titel: 'Forskare', 'om-sv': 'Forskar om **mark**.' })
    const html = await textOf(`/evenemang/${event}`)
    expect(html).toContain('>MÖ<')
    expect(html).toContain('Forskare')
    const refused = await add({ portratt: await picture() })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('först när personen har sagt ja')
    await add({ portratt: await picture(), samtycke: '1' })
    const address = /src="(\/evenemang\/medverkande\/\d+\.webp)/.exec(
      await textOf(`/evenemang/${event}`),
    )?.[1]
    const portrait = await sharp(Buffer.from(await (await get(app, address ?? '')).arrayBuffer())).metadata()
    expect(portrait).toMatchObject({ format: 'webp', width: 480, height: 480 })
    const id = /(\d+)\.webp/.exec(address ?? '')?.[1]
    await post(
      app,
      `${programme()}/medverkande/${id}`,
      { namn: 'Karl-Henrik Robèrt', 'ta-bort-bild': '1' },
      office,
    )
    expect((await get(app, address ?? '')).status).toBe(404)
  })

  test('refuse what is no picture, a person whom nobody knows, and a name left out', async () => {
    const lie = new File(['<svg onload="x"/>'], 'karl.png')
    expect(await (await add({ portratt: lie, samtycke: '1' })).text()).toContain('PNG, JPEG eller WebP')
    expect(await (await add({ epost: 'ingen@ingenstans.example' })).text()).toContain('Ingen i nätverket')
    expect((await add({ namn: '' })).status).toBe(422)
  })

  test('of the network lead members, and members only, to the contact card', async () => {
    const me = (await (await get(app, '/mina-sidor/uppgifter.json', member)).json()).person
    await add({ namn: 'En av oss', epost: me.email })
    const { id } = await database.db
      .selectFrom('person')
      .select('id')
      .where('email', '=', me.email)
      .executeTakeFirstOrThrow()
    const link = `/kontakter/person/${id}"`
    expect(await textOf(`/evenemang/${event}`, member)).toContain(link)
    expect(await textOf(`/evenemang/${event}`)).not.toContain(link)
    expect(await textOf(`/evenemang/${event}`)).not.toContain(me.email)
  })
})

describe('sessions', () => {
  test('must end after they begin, within the event, and have a title and a safe link', async () => {
    const add = (fields: Record<string, string>) =>
      post(app, `${programme()}/pass/nytt`, session(fields), office)
    for (const fields of [
      { till: '10:00' },
      { fran: '08:00' },
      { dag: '2027-01-22' },
      { dag: '2027-02-30' },
      { 'rubrik-sv': '' },
      { 'beskrivning-en': 'Without a title' },
      { lank: 'http://mote.example' },
      { lank: 'javascript:alert(1)' },
    ]) {
      expect((await add(fields)).status).toBe(422)
    }
    expect((await add({})).headers.get('location')).toContain('klart=pass-sparat')
  })

  test('are a timetable on the page, in the reader’s language, and can be changed and removed', async () => {
    const speaker = /medverkande\/(\d+)"/.exec(await textOf(programme(), office))?.[1] ?? ''
    const path =
      /href="(\/kansli\/evenemang\/\d+\/program\/pass\/\d+)"/.exec(await textOf(programme(), office))?.[1] ??
      ''
    const fields = session({ 'rubrik-en': 'Why four?', 'beskrivning-sv': 'Med **övning**.', lokal: 'Sal 2' })
    await post(app, path, { ...fields, medverkande: [speaker] }, office)
    const html = await textOf(`/evenemang/${event}`)
    expect(html).toMatch(/10\.00<\/time>–<time[^>]*>11\.30/)
    expect(html).toContain('<strong>övning</strong>')
    expect(html).toContain('Sal 2')
    expect(await textOf(`/en/evenemang/${event}`)).toContain('Why four?')
    await post(app, `${programme()}/pass/nytt`, session({ 'rubrik-sv': 'Bort' }), office)
    const gone = /href="([^"]+\/pass\/\d+)">Bort/.exec(await textOf(programme(), office))?.[1]
    await post(app, `${gone}/ta-bort`, {}, office)
    expect(await textOf(`/evenemang/${event}`)).not.toContain('>Bort<')
    expect((await get(app, `${gone}`, office)).status).toBe(404)
  })

  test('stand in the calendar and in the words of search engines', async () => {
    const text = await textOf(`/evenemang/${event}.ics`)
    const [entry] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(entry && new ICAL.Event(entry).description).toContain('10:00–11:30 Varför just fyra? (Sal 2)')
    const json = /ld\+json">(.*?)<\/script>/.exec(await textOf(`/evenemang/${event}`))?.[1] ?? ''
    expect(JSON.parse(json)).toMatchObject({
      subEvent: [
        {
          '@type': 'Event',
          name: 'Varför just fyra?',
          startDate: '2027-01-21T10:00:00+01:00',
          performer: [{}],
        },
      ],
      performer: expect.arrayContaining([
        expect.objectContaining({ '@type': 'Person', name: 'Maria Öberg' }),
      ]),
    })
  })

  test('show where to follow online to those who have registered, nobody else, and only until it is over', async () => {
    const training = await idOf('Räkna rätt på klimatet')
    const link = 'https://mote.example/klimat'
    const { code } = await database.db
      .selectFrom('event_registration')
      .where('event_id', '=', training)
      .select('code')
      .executeTakeFirstOrThrow()
    const own = [await textOf(`/evenemang/${training}`, member), await textOf(`/evenemang/anmalan/${code}`)]
    for (const html of own) expect(html).not.toContain(link)
    await database.db
      .updateTable('event')
      .set({ ends_at: new Date('2026-11-23T16:00:00Z') })
      .where('id', '=', training)
      .execute()
    expect(await textOf(`/evenemang/${training}`)).not.toContain(link)
    expect(await textOf(`/evenemang/${training}`, await loggedIn(app, 'rapportor'))).not.toContain(link)
    expect(await textOf(`/evenemang/${training}`, member)).toContain(link)
    expect(await textOf(`/evenemang/anmalan/${code}`)).toContain(link)
    expect(await textOf(`/evenemang/${training}.ics`)).not.toContain(link)
  })
})

describe('materials', () => {
  const materials = (id: number) => `/kansli/evenemang/${id}/material`
  const upload = (id: number, file: File, fields: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ vad: 'Bilder', oppet: 'participants', ...fields }))
      form.set(name, value)
    form.set('fil', file)
    return post(app, `${materials(id)}/dokument`, form, office)
  }

  test('refuse what is no document, and links that are not safe or say nothing of captions', async () => {
    const lie = new File(['MZ this is a program'], 'bilder.pdf')
    expect(await (await upload(event, lie)).text()).toContain('stämmer inte med dess namn')
    expect((await upload(event, new File([], ''))).status).toBe(422)
    const recording = { vad: 'Film', oppet: 'everyone', adress: 'https://film.example/1', textad: 'nej' }
    for (const wrong of [
      { adress: 'http://film.example/1' },
      { textad: '' },
      { vad: '' },
      { oppet: 'alla' },
    ]) {
      expect(
        (await post(app, `${materials(event)}/inspelning`, { ...recording, ...wrong }, office)).status,
      ).toBe(422)
    }
    await post(app, `${materials(event)}/inspelning`, recording, office)
    expect(await textOf(`/evenemang/${event}`)).toContain('Inspelning, saknar textning')
  })

  test('open to those they are for: participants by account or by the code of their registration', async () => {
    const training = await idOf('Räkna rätt på klimatet')
    const rows = await database.db
      .selectFrom('event_material')
      .where('event_id', '=', training)
      .where('kind', '=', 'document')
      .selectAll()
      .execute()
    const pathTo = (openTo: string) =>
      `/evenemang/${training}/material/${rows.find(({ open_to }) => open_to === openTo)?.id}`
    const outsider = await loggedIn(app, 'rapportor')
    expect((await get(app, pathTo('everyone'))).headers.get('content-type')).toBe('application/pdf')
    expect((await get(app, pathTo('participants'))).status).toBe(403)
    expect((await get(app, pathTo('participants'), outsider)).status).toBe(403)
    expect((await get(app, pathTo('participants'), member)).status).toBe(200)
    const { code } = await database.db
      .selectFrom('event_registration')
      .where('event_id', '=', training)
      .select('code')
      .executeTakeFirstOrThrow()
    expect((await get(app, `${pathTo('participants')}?kod=${code}`)).status).toBe(200)
    const html = await textOf(`/evenemang/${training}`)
    expect(html).toContain('För deltagare. Logga in')
    expect(html).not.toContain('https://film.example/rakna-ratt')
    expect(await textOf(`/evenemang/${training}`, outsider)).toContain('https://film.example/rakna-ratt')
    expect((await get(app, `/evenemang/${event}/material/${rows[0]?.id}`)).status).toBe(404)
  })

  test('can be taken away', async () => {
    const id = /material\/(\d+)\/ta-bort/.exec(await textOf(materials(event), office))?.[1]
    await post(app, `${materials(event)}/${id}/ta-bort`, {}, office)
    expect(await textOf(materials(event), office)).toContain('Inget är upplagt än')
  })
})
