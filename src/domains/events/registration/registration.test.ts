import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { createMemory } from '../../../platform/http/remember.ts'
import { localeOf } from '../../../platform/i18n.ts'
import { events } from '../domain.ts'
import { listParticipants, type Participant } from './participant-queries.ts'
import { forgetOldRegistrations } from './person-queries.ts'
import { fillAll, remind } from './remind.ts'

const site = { baseUrl: 'https://eko.example', mailFrom: 'noreply@eko.example' }
let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let contact: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  contact = await loggedIn(app, 'kontakttjansteperson')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const participants = (id: number) => listParticipants(database.db, id)

/** A published event, with what the form says otherwise. */
async function newEvent(otherwise: Record<string, string> = {}): Promise<number> {
  const fields = {
    slag: 'seminar',
    form: 'on-site',
    oppet: 'everyone',
    dag: '2027-03-04',
    fran: '09:30',
    till: '11:00',
    plats: 'Rådhuset, Kalmar',
    anmalning: 'here',
    ko: '1',
    gaster: '1',
    svarsdagar: '30',
    'rubrik-sv': 'Slam utan kadmium',
    'ingress-sv': 'Kalmar visar hur.',
    ...otherwise,
  }
  const begun = await post(app, '/kansli/evenemang/nytt', fields, office)
  if (begun.status !== 303) throw new Error(await begun.text())
  const path = begun.headers.get('location')?.split('?')[0] ?? ''
  await post(app, `${path}/publicera`, {}, office)
  lastFields.set(Number(path.split('/').at(-1)), fields)
  return Number(path.split('/').at(-1))
}
const lastFields = new Map<number, Record<string, string>>()
const paid = { gaster: '', pris: '1000', avbokning: '2026-11-20' }

/** The secretariat changes what the form of an event says. */
const change = (id: number, otherwise: Record<string, string>) =>
  post(app, `/kansli/evenemang/${id}`, { ...lastFields.get(id), ...otherwise }, office)

/** Somebody whom the secretariat adds, and whose code opens the page. */
async function added(id: number, name: string, otherwise: Record<string, string> = {}): Promise<Participant> {
  const plain = name.toLowerCase().replace(/[åä]/g, 'a').replace(/ö/g, 'o')
  const email = `${plain.replace(/[^a-z0-9]+/g, '.').replace(/^\./, '')}@gast.example`
  const fields = { namn: name, epost: email, deltar: 'on-site', ...otherwise }
  const response = await post(app, `/kansli/evenemang/${id}/anmalda/lagg-till`, fields, office)
  const one = (await participants(id)).find((each) => each.email === email && each.state !== 'cancelled')
  if (response.status !== 303 || !one) throw new Error(await response.text())
  return one
}

const standing = async (id: number) =>
  (await participants(id)).map(({ name, state, inLine }) => `${name}: ${inLine ?? state}`)

/** Mails to somebody, the newest last, with their calendars as an independent reader understands them. */
async function mailTo(email: string) {
  const mails = await database.db
    .selectFrom('mail as m')
    .leftJoin('mail_attachment as a', 'a.mail_id', 'm.id')
    .where('recipient', '=', email)
    .select(['m.kind', 'subject', 'plain', 'content', 'media_type as type'])
    .orderBy('m.id')
    .execute()
  return mails.map(({ content, ...mail }) => {
    const calendar = content && new ICAL.Component(ICAL.parse(content.toString()))
    const entry = calendar?.getFirstSubcomponent('vevent')
    return {
      ...mail,
      method: calendar?.getFirstPropertyValue('method'),
      event: entry ? new ICAL.Event(entry) : undefined,
      status: entry?.getFirstPropertyValue('status'),
    }
  })
}

describe('a delegation', () => {
  test('is registered in one go: each with answers of their own, places first, the rest in line', async () => {
    const id = await newEvent({
      form: 'both',
      platser: '2',
      'digitala-platser': '5',
      lank: 'https://mote.example/a',
    })
    const question = { 'fraga-sv': 'Vad äter du inte?', slag: 'text', kravs: '1', kanslig: '1' }
    await post(app, `/kansli/evenemang/${id}/fragor`, question, office)
    const first = await textOf(`/evenemang/${id}/anmalan`, contact)
    expect(first).toContain('Vilka anmäler du?')
    const colleague = /name="kollega" value="(\d+)"/.exec(first)?.[1] ?? ''
    const chosen = {
      jag: '1',
      kollega: colleague,
      andra: 'Kim Ek, Kim.Ek@falkenberg.example\nPär Östs <par.ost@falkenberg.example>',
    }
    const second = await (
      await post(app, `/evenemang/${id}/anmalan`, { ...chosen, steg: 'vilka' }, contact)
    ).text()
    expect(second).toContain('Hur deltar Kim Ek?')
    expect(second).toContain('Svaren tas bort 30 dagar efter evenemanget.')
    expect(second).toContain('Bara kansliet ser svaret.')
    const asked = /name="svar-0-(\d+)"/.exec(second)?.[1] ?? ''
    const lacking = { ...chosen, steg: 'anmal', 'deltar-0': 'on-site' }
    const refused = await post(app, `/evenemang/${id}/anmalan`, lacking, contact)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Besvara frågan.')
    expect(await participants(id)).toEqual([])

    const whole = Object.fromEntries(
      [0, 1, 2, 3].flatMap((i) => [
        [`deltar-${i}`, i === 3 ? 'online' : 'on-site'],
        [`svar-${i}-${asked}`, `Inget ${i}`],
      ]),
    )
    const done = await post(app, `/evenemang/${id}/anmalan`, { ...chosen, ...whole, steg: 'anmal' }, contact)
    expect(done.headers.get('location')).toBe('/mina-sidor/evenemang?klart=anmalda')
    const all = await participants(id)
    expect(all.map(({ state, inLine }) => inLine ?? state)).toEqual(['placed', 'placed', 1, 'placed'])
    expect(new Set(all.map(({ bookingId }) => bookingId)).size).toBe(1)
    expect(all.map(({ organisationName }) => organisationName)).toEqual(Array(4).fill('Falkenberg'))
    expect(all.map(({ email }) => email).slice(2)).toEqual([
      'kim.ek@falkenberg.example',
      'par.ost@falkenberg.example',
    ])

    const [waits] = await mailTo('kim.ek@falkenberg.example')
    expect(waits?.subject).toBe('Du står i kö: Slam utan kadmium')
    expect(waits?.plain).toContain('har anmält dig')
    expect(waits?.status).toBe('TENTATIVE')
    const [online] = await mailTo('par.ost@falkenberg.example')
    expect(online?.plain).toContain('https://mote.example/a')
    expect(online?.plain).not.toContain('Rådhuset')
    expect(online?.event?.location).toBe('https://mote.example/a')
    const booker = all[0]?.email ?? ''
    expect((await mailTo(booker)).map(({ kind }) => kind)).toEqual(['event-registered', 'event-booking'])
    expect((await mailTo(booker))[1]?.plain).toContain('Kim Ek: står i kö, plats 1')
    const list = await textOf(`/mina-sidor/evenemang`, contact)
    expect(list).toContain('Kim Ek')
    const again = { ...chosen, ...whole, kollega: '', andra: '', steg: 'anmal' }
    expect((await post(app, `/evenemang/${id}/anmalan`, again, contact)).status).toBe(409)
  })

  test('cannot name people of another organisation by their number, nor more than fit, nor lines without address', async () => {
    const id = await newEvent()
    const stranger = await database.db
      .selectFrom('appointment')
      .where('organisation_code', '=', '1283')
      .select('person_id')
      .executeTakeFirstOrThrow()
    const send = (fields: Record<string, string>) =>
      post(app, `/evenemang/${id}/anmalan`, { steg: 'anmal', 'deltar-0': 'on-site', ...fields }, contact)
    expect((await send({ kollega: String(stranger.person_id) })).status).toBe(422)
    expect(await (await send({ andra: 'Bara ett namn' })).text()).toContain(
      'Skriv namn och e-postadress på varje rad',
    )
    expect((await send({ jag: '1', andra: 'A B, a@b.example\nC D, A@b.example' })).status).toBe(422)
    const many = Array.from({ length: 51 }, (_, i) => `Namn ${i}, n${i}@x.example`).join('\n')
    expect(await (await send({ andra: many })).text()).toContain('högst 50')
    expect(await participants(id)).toEqual([])
  })
})

describe('a place', () => {
  test('that is given back goes to the first in line, who is told; the calendar takes the other one out', async () => {
    const id = await newEvent({ platser: '1' })
    const [anna, bo] = [await added(id, 'Anna Ett'), await added(id, 'Bo Två')]
    await added(id, 'Cia Tre')
    expect(await standing(id)).toEqual(['Anna Ett: placed', 'Bo Två: 1', 'Cia Tre: 2'])
    expect(await textOf(`/evenemang/anmalan/${bo.code}`)).toContain('Du har plats 1 i kön.')
    expect(await textOf(`/evenemang/anmalan/${anna.code}/avboka`)).toContain('Vill du avboka?')
    const cancelled = await post(app, `/evenemang/anmalan/${anna.code}/avboka`, {})
    expect(cancelled.headers.get('location')).toBe(`/evenemang/anmalan/${anna.code}?klart=avbokad`)
    expect(await standing(id)).toEqual(['Anna Ett: cancelled', 'Bo Två: placed', 'Cia Tre: 1'])

    const toAnna = await mailTo('anna.ett@gast.example')
    expect(toAnna.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'PUBLISH CONFIRMED',
      'CANCEL CANCELLED',
    ])
    expect(toAnna[1]?.event?.uid).toBe(toAnna[0]?.event?.uid)
    const toBo = await mailTo('bo.tva@gast.example')
    expect(toBo.map(({ subject }) => subject)).toEqual([
      'Du står i kö: Slam utan kadmium',
      'Du har fått en plats: Slam utan kadmium',
    ])
    expect(toBo[1]?.status).toBe('CONFIRMED')
    expect(toBo[1]?.plain).toContain(`https://eko.example/evenemang/anmalan/${bo.code}`)
    await post(app, `/evenemang/anmalan/${anna.code}/avboka`, {})
    expect(await mailTo('anna.ett@gast.example')).toHaveLength(2)
  })

  test('that is added goes to the first in line; one that is taken cannot be taken away', async () => {
    const id = await newEvent({ platser: '2' })
    for (const name of ['Dag Ett', 'Eva Två', 'Fia Tre', 'Gun Fyra']) await added(id, name)
    expect((await change(id, { platser: '1' })).status).toBe(422)
    expect((await change(id, { form: 'online', plats: '' })).status).toBe(422)
    expect((await change(id, { platser: '3' })).status).toBe(303)
    expect(await standing(id)).toEqual([
      'Dag Ett: placed',
      'Eva Två: placed',
      'Fia Tre: placed',
      'Gun Fyra: 1',
    ])
    const gun = (await participants(id))[3]
    await post(app, `/kansli/evenemang/${id}/anmalda/ge-plats`, { deltagare: String(gun?.id) }, office)
    expect((await standing(id))[3]).toBe('Gun Fyra: placed')
    expect(await textOf(`/kansli/evenemang/${id}/anmalda`, office)).toContain('4 av 4 platser')
  })

  test('cannot be given twice by anybody, not even by hand in the database', async () => {
    const id = await newEvent({ platser: '1' })
    await added(id, 'Hans Ett')
    const second = await added(id, 'Ida Två')
    const byHand = database.db
      .updateTable('event_registration')
      .set({ state: 'placed' })
      .where('id', '=', second.id)
      .execute()
    await expect(byHand).rejects.toThrow(/no such place left/)
    const fewer = database.db.updateTable('event').set({ places: 0 }).where('id', '=', id).execute()
    await expect(fewer).rejects.toThrow(/no such place left/)
  })

  test('that is the last goes to exactly one of many who come at the same time', async () => {
    const id = await newEvent({ platser: '3' })
    const names = Array.from({ length: 12 }, (_, i) => `Samtidig ${i}`)
    await Promise.all(names.map((name) => added(id, name)))
    const all = await participants(id)
    expect(all.filter(({ state }) => state === 'placed')).toHaveLength(3)
    expect(all.map(({ inLine }) => inLine)).toEqual([null, null, null, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  test('is changed from site to online only when one is free there, and the old one goes on', async () => {
    const id = await newEvent({ form: 'both', platser: '1', 'digitala-platser': '1' })
    const [jan, kaj] = [await added(id, 'Jan Ett'), await added(id, 'Kaj Två')]
    const to = (code: string, deltar: string) =>
      post(app, `/evenemang/anmalan/${code}/andra`, { namn: 'Jan Ettan', 'deltar-0': deltar })
    expect((await to(jan.code, 'online')).status).toBe(303)
    expect(await standing(id)).toEqual(['Kaj Två: placed', 'Jan Ettan: placed'])
    const full = await to(kaj.code, 'online')
    expect(full.status).toBe(409)
    expect(await full.text()).toContain('Din anmälan är som förut')
  })
})

describe('a guest', () => {
  test('registers by a link in a mail, and nobody else can', async () => {
    const id = await newEvent({ platser: '5' })
    expect(await textOf(`/evenemang/${id}`)).toContain('Du behöver inget konto.')
    expect(await textOf(`/evenemang/${id}/anmalan`)).toContain('Skicka länken')
    const asked = await post(app, `/evenemang/${id}/anmalan/gast`, { epost: 'Lo@Gast.example' })
    expect(await asked.text()).toContain('Titta i din e-post')
    expect(await participants(id)).toEqual([])
    const [mail] = await mailTo('lo@gast.example')
    const path = /https:\/\/eko\.example(\/\S+)/.exec(mail?.plain ?? '')?.[1] ?? ''
    expect(await textOf(path)).toContain('Bekräftelsen skickas till lo@gast.example.')
    expect((await get(app, `${path.slice(0, -4)}AAAA`)).status).toBe(404)
    expect((await post(app, path, { namn: '' })).status).toBe(422)
    const done = await post(app, path, { namn: 'Lo Gäst', organisationsnamn: 'Lo & Co' })
    const own = done.headers.get('location') ?? ''
    expect(own).toMatch(/^\/evenemang\/anmalan\/[\w-]{22}\?klart=anmald$/)
    const response = await get(app, own)
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(await response.text()).toContain('Lo &amp; Co')
    expect((await post(app, path, { namn: 'Lo Gäst' })).status).toBe(409)
    const other = await newEvent()
    const token = path.split('/').at(-1) ?? ''
    expect((await get(app, `/evenemang/${other}/anmalan/gast/${token}`)).status).toBe(404)
  })

  test('gets no mail for an event without guests, and not many for one with', async () => {
    const closed = await newEvent({ gaster: '' })
    await post(app, `/evenemang/${closed}/anmalan/gast`, { epost: 'my@gast.example' })
    expect(await mailTo('my@gast.example')).toEqual([])
    const id = await newEvent()
    const statuses: number[] = []
    for (let i = 0; i < 6; i++)
      statuses.push((await post(app, `/evenemang/${id}/anmalan/gast`, { epost: 'ny@gast.example' })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect(await mailTo('ny@gast.example')).toHaveLength(5)
  })

  test('cannot come to what costs, nor see the board’s meetings', async () => {
    const priced = { ...paid, gaster: '1' }
    await expect(newEvent(priced)).rejects.toThrow(/Gäster kan anmäla sig bara till kostnadsfria/)
    const id = await newEvent(paid)
    expect(await textOf(`/evenemang/${id}/anmalan`)).toContain('faktureras kommuner och regioner')
    const board = await newEvent({ slag: 'board-meeting', oppet: 'board', gaster: '' })
    expect((await get(app, `/evenemang/${board}/anmalan`)).status).toBe(404)
    expect(await textOf(`/evenemang/${board}/anmalan`, contact)).toContain('inte öppet för dig')
    const applicant = await loggedIn(app, 'sokande')
    const members = await newEvent({ oppet: 'members', gaster: '' })
    expect(await textOf(`/evenemang/${members}/anmalan`, applicant)).toContain('inte öppet för dig')
  })
})

describe('an event with a price', () => {
  const invoices = async (code: string) =>
    database.db
      .selectFrom('invoice')
      .where('purpose', '=', 'other')
      .where('organisation_code', '=', code)
      .select(['number', 'kind', 'total_ore', 'document'])
      .orderBy('id')
      .execute()

  test('is invoiced once for each booking, credited when somebody is let go, and all of it when called off', async () => {
    const id = await newEvent(paid)
    const before = await textOf(`/evenemang/${id}/anmalan`, contact)
    expect(before).toContain('Vilka anmäler du?')
    const people = { jag: '1', andra: 'Nils Ek, nils@falkenberg.example\nOla Ek, ola@falkenberg.example' }
    const terms = await (
      await post(app, `/evenemang/${id}/anmalan`, { ...people, steg: 'vilka' }, contact)
    ).text()
    expect(terms).toContain('kostar 1\u202f000\u00a0kr per person')
    expect(terms).toContain('Falkenberg får en faktura')
    await post(app, `/evenemang/${id}/anmalan`, { ...people, steg: 'anmal', referens: 'KS-12' }, contact)
    const [mine, nils, ola] = await participants(id)
    expect(await textOf(`/kansli/evenemang/${id}/anmalda`, office)).toContain('3 deltagare ska faktureras')

    // The last free day has gone: the place is given back, the price stays.
    expect(await textOf(`/evenemang/anmalan/${nils?.code}/avboka`)).toContain(
      'betala 1\u202f000\u00a0kr även om',
    )
    await post(app, `/evenemang/anmalan/${nils?.code}/avboka`, {})
    expect((await mailTo('nils@falkenberg.example')).at(-1)?.plain).toContain('faktureras ändå')

    const send = () => post(app, `/kansli/evenemang/${id}/anmalda/fakturera`, {}, office)
    await Promise.all([send(), send()])
    const [invoice, ...others] = await invoices('1382')
    expect(others).toEqual([])
    expect(invoice).toMatchObject({ kind: 'invoice', total_ore: 300_000 })
    expect(invoice?.document).toMatchObject({ buyerReference: 'KS-12', lines: [{ quantity: 3 }] })
    expect(invoice?.document.lines[0]?.description).toContain('Nils Ek')

    const letGo = { deltagare: String(ola?.id), 'utan-kostnad': '1' }
    await post(app, `/kansli/evenemang/${id}/anmalda/avboka`, letGo, office)
    await post(app, `/kansli/evenemang/${id}/stall-in`, { skal: 'Sjukdom.' }, office)
    const all = await invoices('1382')
    expect(all.map(({ kind, total_ore }) => `${kind} ${total_ore}`)).toEqual([
      'invoice 300000',
      'credit-note 100000',
      'credit-note 200000',
    ])
    const left = await database.db
      .selectFrom('invoice_balance')
      .innerJoin('invoice', 'invoice.id', 'invoice_id')
      .where('number', '=', invoice?.number ?? '')
      .select('open_ore')
      .executeTakeFirstOrThrow()
    expect(left.open_ore).toBe(0)
    const last = (await mailTo(mine?.email ?? '')).at(-1)
    expect(last?.subject).toBe('Inställt: Slam utan kadmium')
    expect(last?.plain).toContain('Sjukdom.')
    expect(last?.method).toBe('CANCEL')
  })

  test('costs nothing to leave until the last free day, and is not invoiced before it has gone', async () => {
    const id = await newEvent({ ...paid, avbokning: '2026-11-23' })
    const pia = await added(id, 'Pia Fri', { kod: '1382' })
    await added(id, 'Rut Utan')
    expect(await textOf(`/kansli/evenemang/${id}/anmalda`, office)).toContain('från 24 november 2026')
    await post(app, `/kansli/evenemang/${id}/anmalda/fakturera`, {}, office)
    await post(app, `/evenemang/anmalan/${pia.code}/avboka`, {})
    const all = await participants(id)
    expect(all.map(({ chargeable, priceOre }) => chargeable && priceOre > 0)).toEqual([false, false])
    expect(all.every(({ invoiceId }) => invoiceId === null)).toBe(true)
  })
})

describe('whoever has registered', () => {
  test('is told when the event moves, in the calendar too, and when the link of the meeting comes', async () => {
    const id = await newEvent({ form: 'both' })
    await added(id, 'Sam Plats')
    await added(id, 'Tea Nät', { deltar: 'online' })
    expect((await mailTo('tea.nat@gast.example'))[0]?.plain).toContain('Länken kommer i ett eget mejl.')
    await change(id, { form: 'both', lank: 'https://mote.example/ny' })
    expect(await mailTo('sam.plats@gast.example')).toHaveLength(1)
    expect((await mailTo('tea.nat@gast.example'))[1]?.plain).toContain('https://mote.example/ny')
    await change(id, { form: 'both', lank: 'https://mote.example/ny', fran: '10:00', till: '12:00' })
    const [before, after] = await mailTo('sam.plats@gast.example')
    expect(after?.subject).toBe('Ändrat: Slam utan kadmium')
    expect(after?.event?.sequence).toBe((before?.event?.sequence ?? 0) + 1)
    expect(after?.event?.startDate.toJSDate().toISOString()).toBe('2027-03-04T09:00:00.000Z')
  })

  test('is reminded a week and a day before, once, unless they have cancelled', async () => {
    const id = await newEvent({ platser: '2' })
    const uno = await added(id, 'Uno Kommer')
    await added(id, 'Vera Kommer')
    await added(id, 'Ylva Väntar')
    await post(app, `/kansli/evenemang/${id}/anmalda/avboka`, { deltagare: String(uno.id) }, office)
    const on = (day: string) => remind({ db: database.db, site, now: new Date(`${day}T07:00:00Z`) })
    await on('2027-02-24')
    await Promise.all([on('2027-02-25'), on('2027-02-25')])
    await on('2027-02-26')
    await on('2027-03-03')
    await on('2027-03-03')
    const kinds = async (email: string) => (await mailTo(email)).map(({ kind }) => kind)
    expect(await kinds('vera.kommer@gast.example')).toEqual(['event-registered', 'event-week', 'event-day'])
    expect(await kinds('uno.kommer@gast.example')).toEqual(['event-registered', 'event-cancelled'])
    expect(await kinds('ylva.vantar@gast.example')).toEqual([
      'event-registered',
      'event-moved-up',
      'event-week',
      'event-day',
    ])
  })

  test('follows a calendar of their own, whose address can be changed', async () => {
    const id = await newEvent()
    const member = await loggedIn(app, 'medlem')
    await post(app, `/evenemang/${id}/anmalan`, { steg: 'anmal' }, member)
    const html = await textOf('/mina-sidor/evenemang', member)
    const feed = /(\/evenemang\/mina\/[\w-]+\.ics)</.exec(html)?.[1] ?? ''
    const entries = async (path: string) =>
      new ICAL.Component(ICAL.parse(await textOf(path)))
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one))
    const inFeed = async () =>
      (await entries(feed)).map(({ summary }) => summary).filter((summary) => summary.includes('Slam'))
    expect(await inFeed()).toEqual(['Slam utan kadmium (påhittat)'])
    const [mine] = await participants(id)
    await post(app, `/evenemang/anmalan/${mine?.code}/avboka`, {})
    expect(await inFeed()).toEqual(['AVBOKAT: Slam utan kadmium (påhittat)'])
    await post(app, `/evenemang/${id}/anmalan`, { steg: 'anmal' }, member)
    expect(await inFeed()).toEqual(['Slam utan kadmium (påhittat)'])
    const deadlines = (await entries(`${feed}?sista-dag=ja`)).filter(({ uid }) => uid.endsWith('-sista-dag'))
    const course = deadlines.find(({ summary }) => summary.includes('Grundkurs'))
    expect(course?.startDate.toString()).toBe('2027-01-11')
    expect(course?.startDate.isDate).toBe(true)
    expect((await entries('/evenemang.ics?sista-dag=ja')).some(({ uid }) => uid.endsWith('-sista-dag'))).toBe(
      true,
    )
    expect((await entries('/evenemang.ics')).some(({ uid }) => uid.endsWith('-sista-dag'))).toBe(false)
    await post(app, '/mina-sidor/evenemang/ny-adress', {}, member)
    expect((await get(app, feed)).status).toBe(404)
  })

  test('sees it among what waits; a new event is told of; the secretariat sees who is in line', async () => {
    const { db } = database
    const asked = {
      db,
      locale: localeOf('sv'),
      today: '2026-11-23',
      now: new Date('2026-11-23T12:00:00Z'),
      remember: createMemory(10)('1'),
    }
    const person = await db
      .selectFrom('event_registration as r')
      .innerJoin('person as p', 'p.id', 'r.person_id')
      .innerJoin('event_text as t', 't.event_id', 'r.event_id')
      .where('t.title', 'like', 'Rapportörernas träff%')
      .select(['p.id', 'p.name', 'p.email'])
      .executeTakeFirstOrThrow()
    const role = { role: 'reporter', organisationCode: '1280', organisationName: 'Malmö', member: true }
    const actor = { personId: person.id, name: person.name, email: person.email, sessionId: 1, roles: [role] }
    const waiting = (await events.waiting?.(asked, actor)) ?? []
    expect(waiting.find(({ due }) => due === '2026-12-03')?.text).toContain(
      'Du är anmäld till Rapportörernas träff',
    )
    const happened = await events.happened?.(asked, {
      organisationCodes: [],
      figureIds: [],
      since: new Date('2026-08-01T00:00:00Z'),
    })
    expect(happened?.some(({ text }) => text.startsWith('Nytt evenemang: Grundkurs'))).toBe(true)
    const desk = (await events.desk?.(asked)) ?? []
    expect(desk.find(({ text }) => text.includes('kö till Grundkurs'))?.count).toBe(3)
  })
})

describe('what was answered', () => {
  test('shows to the secretariat alone, in files without formulas, and is deleted in time', async () => {
    const id = await newEvent({ svarsdagar: '10' })
    const question = { 'fraga-sv': 'Kost?', slag: 'text' }
    await post(app, `/kansli/evenemang/${id}/fragor`, question, office)
    const one = await added(id, '=1+1')
    const form = await textOf(`/evenemang/anmalan/${one.code}/andra`)
    const asked = /name="svar-0-(\d+)"/.exec(form)?.[1] ?? ''
    await post(app, `/evenemang/anmalan/${one.code}/andra`, { namn: '=1+1', [`svar-0-${asked}`]: '@SUM(A1)' })
    expect(await textOf(`/evenemang/anmalan/${one.code}`)).toContain('@SUM(A1)')
    const file = `/kansli/evenemang/${id}/anmalda/anmalda.csv`
    expect(await textOf(file, office)).toContain(";'@SUM(A1)")
    expect(await textOf(file, office)).toContain("'=1+1")
    expect((await get(app, file, contact)).status).toBe(403)
    expect((await get(app, file.replace('csv', 'xlsx'), office)).status).toBe(200)
    const log = await database.db
      .selectFrom('audit_entry')
      .where('table_name', 'like', 'event_%')
      .select(['before', 'after'])
      .execute()
    expect(JSON.stringify(log)).not.toContain('SUM(A1)')
    expect(JSON.stringify(log)).not.toContain(one.code)

    const left = () => database.db.selectFrom('event_answer').where('registration_id', '=', one.id).execute()
    await forgetOldRegistrations(database.db, new Date('2027-03-14T09:00:00Z'))
    expect(await left()).toHaveLength(1)
    await forgetOldRegistrations(database.db, new Date('2027-03-14T11:00:00Z'))
    expect(await left()).toEqual([])
    await forgetOldRegistrations(database.db, new Date('2029-03-05T11:00:00Z'))
    expect((await participants(id))[0]).toMatchObject({ name: 'Raderad person', email: '' })
  })

  test('must be one of the choices', async () => {
    const id = await newEvent()
    const choice = { 'fraga-sv': 'Lunch?', slag: 'choice', alternativ: 'Soppa\nSallad', kravs: '1' }
    expect(
      (await post(app, `/kansli/evenemang/${id}/fragor`, { ...choice, alternativ: 'En' }, office)).status,
    ).toBe(422)
    await post(app, `/kansli/evenemang/${id}/fragor`, choice, office)
    const member = await loggedIn(app, 'medlem')
    const asked = /name="svar-0-(\d+)"/.exec(await textOf(`/evenemang/${id}/anmalan`, member))?.[1] ?? ''
    const answer = (text: string) =>
      post(app, `/evenemang/${id}/anmalan`, { steg: 'anmal', [`svar-0-${asked}`]: text }, member)
    expect((await answer('Oxfilé')).status).toBe(422)
    expect((await answer('Soppa')).status).toBe(303)
    expect(await textOf(`/evenemang/${id}/anmalan`, member)).toContain('Du är redan anmäld')
    await post(app, `/kansli/evenemang/${id}/fragor/ta-bort`, { fraga: asked }, office)
    expect(await textOf(`/kansli/evenemang/${id}/fragor`, office)).toContain('inga egna frågor')
  })
})

test('a person who is erased leaves their place to the next, and no name behind', async () => {
  const id = await newEvent({ platser: '1' })
  const reporter = await loggedIn(app, 'rapportor')
  await post(app, `/evenemang/${id}/anmalan`, { steg: 'anmal' }, reporter)
  await added(id, 'Åsa Nästa')
  const [mine] = await participants(id)
  const personId = mine?.personId ?? 0
  const held = await events.personalData?.(database.db, personId)
  expect(JSON.stringify(held)).toContain('Slam utan kadmium')
  await database.db.transaction().execute(async (trx) => events.erase?.(trx, personId, '2026-11-23'))
  const fill = events.jobs?.find(({ name }) => name === 'fill-event-places')
  expect(fill).toBeDefined()
  await fillAll({ db: database.db, site, now: new Date('2026-11-23T12:00:00Z') })
  const all = await participants(id)
  expect(all.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'Raderad person: cancelled',
    'Åsa Nästa: placed',
  ])
})

test('after the last day nobody registers but the secretariat', async () => {
  const id = await newEvent({ senast: '2026-11-22' })
  expect(await textOf(`/evenemang/${id}`)).toContain('Anmälan stängde 22 november 2026.')
  expect(await textOf(`/evenemang/${id}/anmalan`, contact)).toContain('går inte att anmäla sig')
  await post(app, `/evenemang/${id}/anmalan`, { steg: 'anmal', jag: '1' }, contact)
  expect(await participants(id)).toEqual([])
  expect((await added(id, 'Örjan Sen')).state).toBe('placed')
})

test('nobody registers without end, nor changes to and fro', async () => {
  const id = await newEvent()
  const politician = await loggedIn(app, 'kontaktpolitiker')
  const statuses: number[] = []
  for (let i = 0; i < 31; i++) {
    const people = { andra: `Namn ${i}, flod${i}@gast.example`, steg: 'anmal' }
    statuses.push((await post(app, `/evenemang/${id}/anmalan`, people, politician)).status)
  }
  expect(statuses.filter((status) => status === 303)).toHaveLength(30)
  const last = await post(
    app,
    `/evenemang/${id}/anmalan`,
    { andra: 'Sist Ut, sist@gast.example', steg: 'anmal' },
    politician,
  )
  expect(last.status).toBe(429)
  const html = await last.text()
  expect(html).toContain('för många försök')
  expect(html).toContain('Sist Ut, sist@gast.example')
  const [first] = await participants(id)
  const again = () => post(app, `/evenemang/anmalan/${first?.code}/andra`, { namn: 'Annat Namn' })
  const tries = []
  for (let i = 0; i < 21; i++) tries.push((await again()).status)
  expect(tries.at(-1)).toBe(429)
})

test('a code that nobody has opens nothing', async () => {
  for (const path of ['', '/andra', '/avboka', '/kalender.ics'])
    expect((await get(app, `/evenemang/anmalan/${'A'.repeat(22)}${path}`)).status).toBe(404)
  expect((await get(app, `/evenemang/mina/${'A'.repeat(32)}.ics`)).status).toBe(404)
})
