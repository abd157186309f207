import { createHash } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DecisionRefused } from '#platform/http/business.ts'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { readPdf } from '../../../tests/support/read-pdf.ts'
import { gathered } from '../../app/gathered.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
const cookies: Record<string, string> = {}
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  for (const konto of ['kansli', 'expert', 'kontaktpolitiker', 'ombud', 'kontakttjansteperson', 'sokande']) {
    cookies[konto] = await loggedIn(app, konto)
  }
})
afterAll(() => database.drop())

const read = async (path: string, konto = '') => (await get(app, path, cookies[konto])).text()
const send = (path: string, fields: Record<string, string | string[]>, konto: string) =>
  post(app, path, fields, cookies[konto])
const notice = (response: Response) =>
  new URL(response.headers.get('location') ?? '', 'https://eko.example').search

const facts = {
  slag: 'consultation',
  rubrik: 'Regler för regnvatten',
  motpart: 'Vattenutredningen',
  beteckning: 'V 2026/1',
  handlar: 'Om hur kommuner ska få ta hand om regn.',
  sprak: 'sv',
  'sista-dag': '2026-12-20',
  version: '1',
}
const endorsement = {
  delegation: 'Delegationsordningen 3.4',
  beslutat: 'Kommunstyrelsen',
  dag: '2026-11-20',
}

/** Begins a matter, with a text and open to the network unless told otherwise, and gives its address. */
async function begun({
  text = 'Vi stöder förslaget.\n\nDet behövs pengar.',
  opened = true,
} = {}): Promise<string> {
  const response = await send('/paverkan/ny', facts, 'kansli')
  const address = (response.headers.get('location') ?? '').replace(/\/andra.*/, '')
  if (opened) await send(`${address}/oppna`, {}, 'kansli')
  if (text) await send(`${address}/skriv`, { text, version: '0', gor: 'spara' }, 'expert')
  return address
}

const idOf = (address: string) => Number(address.split('/').at(-1))
const save = (address: string, text: string, version: number, more: Record<string, string> = {}) =>
  send(`${address}/skriv`, { text, version: String(version), gor: 'spara', ...more }, 'expert')

async function adopted(): Promise<string> {
  const address = await begun()
  await send(`${address}/krav`, { krav: '- Ge kommunerna medel.\n2. Ändra lagen.' }, 'expert')
  await send(`${address}/stall-er-bakom/1382`, { ...endorsement, version: '1' }, 'kontaktpolitiker')
  await send(`${address}/till-styrelsen`, {}, 'kansli')
  await send(
    `${address}/beslut`,
    { dag: '2026-11-22', mote: 'Styrelsen', paragraf: '§ 12', reservationer: 'Kim Ek ville vänta.' },
    'kansli',
  )
  return address
}

describe('the archive', () => {
  test('shows what was sent to everyone, and nothing of what is being written', async () => {
    const visitor = await read('/paverkan')
    expect(visitor).toContain('Nya regler för cykelvägar utanför tätort')
    expect(visitor).toContain('påhittat')
    expect(visitor).not.toContain('Återbruk av byggvaror')
    expect(await read('/paverkan', 'ombud')).toContain('Återbruk av byggvaror')
  })

  test('is searched in any bending and narrowed by facets that say how many there are', async () => {
    expect(await read('/paverkan?sok=cykelväg')).toContain('1 svar')
    expect(await read('/paverkan?sok=finnsinte')).toContain('Inget passar')
    const narrowed = await read('/paverkan?slag=initiative')
    expect(narrowed).toContain('Låt kommuner ställa klimatkrav')
    expect(narrowed).not.toContain('<a href="/paverkan/3-')
    expect(await read('/paverkan?utfall=law')).toContain('1 svar')
  })

  test('is an Atom feed with whole texts and the PDF', async () => {
    const { feed } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(
      await read('/paverkan.atom'),
    )
    expect(feed.entry).toHaveLength(2)
    expect(feed.entry[0].title).toBe('Remiss: Nya regler för cykelvägar utanför tätort')
    expect(JSON.stringify(feed.entry[0].link)).toContain('/svar.pdf')
  })

  test('is found in the search of the whole site, drafts by members alone', async () => {
    const hits = async (words: string, konto = '') =>
      [...(await read(`/sok?q=${words}`, konto)).matchAll(/<h3><a href="(\/paverkan\/\d+)"/g)].length
    expect(await hits('cykelvägar+tätort')).toBe(1)
    expect(await hits('inventering+byggvaror')).toBe(0)
    expect(await hits('byggvaror+inventeras+rivning', 'ombud')).toBe(1)
  })

  test('tells what became of the demands over the years', async () => {
    const html = await read('/paverkan/krav')
    expect(html).toContain('hade 50 % av 6 krav blivit lag eller praxis'.replace(' %', '\u00a0%'))
    expect(html).toContain('Blev lag')
    expect(html).toContain('SFS 2024:0000 (påhittad)')
  })
})

describe('what is written', () => {
  test('is the drafters’ alone while it is prepared, the network’s when it is open, and never a visitor’s', async () => {
    const address = await begun({ opened: false })
    expect((await get(app, address, cookies.ombud)).status).toBe(404)
    expect((await get(app, address)).headers.get('location')).toContain('/logga-in?till=')
    await send(`${address}/oppna`, {}, 'expert')
    expect((await get(app, `${address}/text`, cookies.ombud)).status).toBe(200)
    expect((await get(app, `${address}/text`, cookies.sokande)).status).toBe(403)
    expect((await get(app, address)).headers.get('location')).toContain('/logga-in?till=')
  })

  test('is put together when two wrote on different paragraphs, and shown when on the same', async () => {
    const address = await begun()
    await save(address, 'Vi stöder förslaget helt.\n\nDet behövs pengar.', 1)
    const merged = await save(address, 'Vi stöder förslaget.\n\nDet behövs tid.', 1)
    expect(notice(merged)).toBe('?klart=sammanfogat')
    expect(await read(`${address}/text`, 'ombud')).toContain('Version 3')
    const clash = await save(address, 'Vi stöder inte förslaget.\n\nDet behövs tid.', 1)
    const html = await clash.text()
    expect(clash.status).toBe(409)
    expect(html).toContain('Ni har skrivit i samma stycke')
    expect(html).toContain('Vi stöder förslaget helt.')
    expect(html).toContain('Vi stöder inte förslaget.')
    expect(html).toContain('name="version" value="3"')
  })

  test('shows in words what differs between versions', async () => {
    const address = await begun()
    await save(address, 'Vi stöder delvis förslaget.\n\nDet behövs pengar.', 1, { vad: 'Försiktigare' })
    const html = await read(`${address}/versioner`, 'ombud')
    expect(html).toMatch(/<ins>delvis ?<\/ins>/)
    expect(html).toContain('Försiktigare')
  })

  test('is commented on paragraph by paragraph, also after the paragraph is gone', async () => {
    const address = await begun()
    const commented = await send(
      `${address}/kommentera`,
      { kommentar: 'Hur mycket pengar?', stycke: '2', version: '1' },
      'ombud',
    )
    expect(commented.status).toBe(303)
    await save(address, 'Vi stöder förslaget.\n\nDet behövs mycket pengar.', 1)
    const html = await read(`${address}/text`, 'expert')
    expect(html.indexOf('mycket pengar')).toBeLessThan(html.indexOf('Hur mycket pengar?'))
    expect(html).toContain('till version 1')
    await save(address, 'Vi stöder förslaget.', 2)
    expect(await read(`${address}/text`, 'ombud')).toContain('Kommentarer till stycken som är borta')
    expect(
      (await send(`${address}/kommentera`, { kommentar: '', stycke: '1', version: '1' }, 'ombud')).status,
    ).toBe(422)
    expect(
      await (
        await send(`${address}/kommentera`, { kommentar: 'Hej', stycke: '77', version: '1' }, 'ombud')
      ).text(),
    ).toContain('Stycket finns inte')
  })

  test('holds key figures with source, year and day, and says which markers are wrong', async () => {
    const address = await begun()
    const text = 'Falkenberg har {{nyckeltal cykelvag 1382 2025}} cykelväg.'
    await save(address, text, 1)
    const html = await read(`${address}/text`, 'ombud')
    expect(html).toMatch(
      /<a href="\/nyckeltal\/cykelvag\?kommun=1382&amp;ar=2025&amp;per=2026-11-23T12:00:00Z">[\d,]+/,
    )
    expect(html).toContain('hämtad 23 november 2026')
    for (const [wrong, said] of [
      ['{{nyckeltal finnsej 1382 2025}}', 'nyckeltalet finns inte'],
      ['{{nyckeltal cykelvag 9999 2025}}', 'kommunen eller regionen finns inte'],
      ['{{nyckeltal cykelvag 1382 1950}}', 'det finns inget värde det året'],
      ['{{nyckeltal cykelvag}}', 'går inte att läsa'],
    ] as const) {
      const response = await save(address, wrong, 2)
      expect(response.status).toBe(422)
      expect(await response.text()).toContain(said)
    }
    const put = await send(
      `${address}/skriv`,
      { text, version: '2', gor: 'lagg-till', tal: 'cykelvag', 'tal-kommun': 'Falkenberg', 'tal-ar': '' },
      'expert',
    )
    expect(await put.text()).toContain('cykelväg.\n\n{{nyckeltal cykelvag 1382 2025}}</textarea>')
  })
})

describe('an endorsement', () => {
  test('says by whom, when and under which delegation, counts in the weight, and can be withdrawn', async () => {
    const address = await begun()
    const done = await send(
      `${address}/stall-er-bakom/1382`,
      { ...endorsement, version: '1' },
      'kontaktpolitiker',
    )
    expect(notice(done)).toBe('?klart=bakom')
    const path = done.headers.get('location')?.split('?')[0] ?? ''
    const html = await read(path, 'ombud')
    expect(html).toContain('Delegationsordningen 3.4')
    expect(html).toContain('Kommunstyrelsen, 20 november 2026')
    expect(html).toContain('av landets befolkning')
    expect(html).toContain('Ingen räknas två gånger')
    await send(`${address}/stall-er-bakom/1382/dra-tillbaka`, {}, 'kontaktpolitiker')
    expect(await read(path, 'ombud')).toContain('Ingen har ställt sig bakom än.')
  })

  test('stands to its version: a change in substance asks for confirmation, one of language does not', async () => {
    const address = await begun({ text: 'Vi stöder förslagett från 2030.' })
    await send(`${address}/stall-er-bakom/1382`, { ...endorsement, version: '1' }, 'kontaktpolitiker')
    await save(address, 'Vi stöder förslaget från 2030.', 1, { sprakligt: '1' })
    const path = `/paverkan/${idOf(address)}-regler-for-regnvatten`
    expect(await read(path, 'kontaktpolitiker')).toContain('Falkenberg står bakom')
    await save(address, 'Vi stöder förslaget från 2035.', 2, { sprakligt: '1' })
    const changed = await read(path, 'kontaktpolitiker')
    expect(changed).toContain('Står Falkenberg fortfarande bakom?')
    expect(changed).toContain('Ni ställde er bakom version 1. Nu gäller version 3')
    expect(changed).toContain('Ingen har ställt sig bakom än.')
    const asked = await read(`${address}/stall-er-bakom/1382`, 'kontaktpolitiker')
    expect(asked).toContain('<ins>2035</ins>')
    await send(`${address}/stall-er-bakom/1382/bekrafta`, { version: '3' }, 'kontaktpolitiker')
    expect(await read(path, 'kontaktpolitiker')).toContain('Version 3, beslutat av Kommunstyrelsen')
  })

  test('is refused for others’ organisations, days to come and what is missing', async () => {
    const address = await begun()
    const ask = (fields: Record<string, string>, konto: string, code = '1382') =>
      send(`${address}/stall-er-bakom/${code}`, { ...endorsement, version: '1', ...fields }, konto)
    expect((await ask({}, 'kontaktpolitiker', '1283')).status).toBe(403)
    expect((await ask({}, 'ombud')).status).toBe(403)
    expect((await ask({ dag: '2027-01-01' }, 'kontaktpolitiker')).status).toBe(422)
    expect((await ask({ delegation: '' }, 'kontaktpolitiker')).status).toBe(422)
  })

  test('waits for contact people on their own page', async () => {
    const html = await read('/mina-sidor', 'kontaktpolitiker')
    expect(html).toContain('har ändrats sedan Falkenberg ställde sig bakom')
  })
})

describe('sections', () => {
  test('are cut out of a text, reach a few who know with reasons, and are answered with own figures', async () => {
    const address = await begun()
    await send(
      `${address}/delar/dela-upp`,
      { remisstext: '## Dagvatten och ängar\nVad gör ni?\n\n## Avgifter\nHur tar ni betalt?' },
      'expert',
    )
    const list = await read(`${address}/delar`, 'expert')
    const part = /\/paverkan\/\d+\/del\/\d+/.exec(list)?.[0] ?? ''
    const edit = await read(`${part}/andra`, 'expert')
    expect(edit).toContain('Den här frågan når')
    const shown = /name="nar" value="([\d,]*)"/.exec(edit)?.[1] ?? ''
    expect(shown.split(',').length).toBeGreaterThan(0)
    expect(shown.split(',').length).toBeLessThanOrEqual(5)
    const ties = [...edit.matchAll(/name="(nyckeltal|amne)" value="([^"]+)" checked/g)]
    const chosen = (name: string) => ties.filter((tie) => tie[1] === name).map((tie) => tie[2] ?? '')
    const sent = await send(
      `${part}/skicka`,
      { nar: shown, gor: 'skicka', nyckeltal: chosen('nyckeltal'), amne: chosen('amne') },
      'expert',
    )
    expect(notice(sent)).toBe('?klart=del-skickad')
    const page = await read(part, 'kontakttjansteperson')
    expect(page).toContain('Nyckeltal för Falkenberg')
    const marker = /name="tal" value="(\{\{[^"]+\}\})"/.exec(page)?.[1] ?? ''
    const inserted = await send(part, { svar: 'Så här är det.', tal: marker }, 'kontakttjansteperson')
    expect(await inserted.text()).toContain(`Så här är det.\n\n${marker}`)
    const answered = await send(
      part,
      { svar: `Vi ligger på ${marker}.`, gor: 'svara' },
      'kontakttjansteperson',
    )
    expect(notice(answered)).toBe('?klart=svarat')
    const html = await read(part, 'ombud')
    expect(html).toContain('hämtad 23 november 2026')
    expect(html).not.toContain(`Vi ligger på ${marker}`)
  })
})

describe('the board', () => {
  const asked = () => ({
    db: database.db,
    locale: localeOf('sv'),
    today: '2026-11-23',
    now: new Date('2026-11-23T12:00:00Z'),
    remember: createMemory(1000)(String(Math.random())),
  })
  const decide = (id: number, outcome: string, text = '') =>
    database.db.transaction().execute((trx) =>
      gathered.business.decided(trx, {
        kind: 'response',
        id: String(id),
        outcome,
        text,
        organ: 'board',
        meetingId: 1,
        meeting: 'Styrelsen 2026-11-23',
        decidedOn: '2026-11-23',
        paragraph: '§ 7',
        href: '/moten/1',
        actor: { personId: 1, name: 'Kansliet' },
        baseUrl: 'https://eko.example',
        now: new Date('2026-11-23T12:00:00Z'),
        madeUp: true,
      }),
    )

  test('gets what is laid before it, and its decision takes effect once', async () => {
    const address = await begun()
    const id = idOf(address)
    const waits = async () =>
      (await gathered.business.waiting(asked(), 'board')).some(
        (one) => one.kind === 'response' && one.id === String(id),
      )
    expect(await waits()).toBe(false)
    await send(`${address}/till-styrelsen`, {}, 'kansli')
    expect(await waits()).toBe(true)
    expect(await (await save(address, 'Ändrat', 1)).text()).toContain('hos styrelsen')
    await decide(id, 'return', 'Skriv kortare.')
    expect(await read(`/paverkan/${id}-regler-for-regnvatten`, 'ombud')).toContain(
      'återremitterade svaret: Skriv kortare.',
    )
    await send(`${address}/till-styrelsen`, {}, 'kansli')
    await decide(id, 'adopt')
    await expect(decide(id, 'adopt')).rejects.toThrow(DecisionRefused)
    expect(await read(`/paverkan/${id}-regler-for-regnvatten`, 'ombud')).toContain('Styrelsen 2026-11-23 § 7')
  })
})

describe('what was sent', () => {
  test('is public with an accessible PDF that lists who stands behind it, and never changes', async () => {
    const address = await adopted()
    const id = idOf(address)
    expect(notice(await send(`${address}/skicka`, {}, 'kansli'))).toBe('?klart=skickat')
    const html = await read(`/paverkan/${id}-regler-for-regnvatten`)
    expect(html).toContain('Vi stöder förslaget.')
    expect(html).toContain('Kim Ek ville vänta.')
    const response = await get(app, `/paverkan/${id}/svar.pdf`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const pdf = await readPdf(bytes.slice())
    expect(pdf.marked).toBe(true)
    expect(pdf.roles).toContain('TH')
    expect(pdf.text).toContain('Falkenberg')
    expect(pdf.text).toContain('Delegationsordningen 3.4')
    expect(pdf.text).toContain('Ge kommunerna medel.')
    expect(pdf.text).toContain('Kim Ek ville vänta.')
    expect(html).toContain(createHash('sha256').update(bytes).digest('hex'))
    // Neither a form nor the database lets anything be changed any more.
    expect((await save(address, 'Efteråt', 1)).status).toBe(409)
    expect((await send(`${address}/stall-er-bakom/1382/dra-tillbaka`, {}, 'kontaktpolitiker')).status).toBe(
      409,
    )
    const { db } = database
    const update = db.updateTable('advocacy_sent').set({ text: 'Falskt' }).where('matter_id', '=', id)
    await expect(update.execute()).rejects.toThrow()
    const withdrawn = db
      .updateTable('advocacy_endorsement')
      .set({ withdrawn_at: new Date() })
      .where('matter_id', '=', id)
    await expect(withdrawn.execute()).rejects.toThrow(/has been sent/)
    const reworded = db.updateTable('advocacy_demand').set({ text: 'Annat' }).where('matter_id', '=', id)
    await expect(reworded.execute()).rejects.toThrow(/has been sent/)
  })

  test('is followed up demand by demand, with day and source', async () => {
    const address = await adopted()
    await send(`${address}/skicka`, {}, 'kansli')
    const id = idOf(address)
    const page = `/paverkan/${id}-regler-for-regnvatten`
    const demand = /krav\/(\d+)"/.exec(await read(page, 'expert'))?.[1] ?? ''
    const follow = (fields: Record<string, string>) => send(`${address}/krav/${demand}`, fields, 'expert')
    const wrong = await follow({ utfall: 'law', nar: '', kalla: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Skriv vilken dag det hände.')
    await follow({
      utfall: 'law',
      nar: '2026-11-01',
      kalla: 'SFS 2026:1',
      adress: 'https://riksdagen.example/sfs',
    })
    const html = await read(page)
    expect(html).toContain('Blev lag')
    expect(html).toContain('<a href="https://riksdagen.example/sfs">SFS 2026:1</a>')
  })
})

describe('documents', () => {
  test('are recognised by their content and read by those who may read the matter', async () => {
    const address = await begun()
    const upload = (name: string, content: string) => {
      const form = new FormData()
      form.set('titel', 'Remissen')
      form.set('fil', new File([content], name))
      return post(app, `${address}/dokument`, form, cookies.kansli)
    }
    expect(await (await upload('remiss.pdf', 'inte alls')).text()).toContain('stämmer inte med dess namn')
    expect((await upload('remiss.pdf', '%PDF-1.7\n%%EOF')).status).toBe(303)
    const document = /\/paverkan\/dokument\/\d+/.exec(await read(`${address}/andra`, 'kansli'))?.[0] ?? ''
    const id = document.split('/').at(-1)
    expect(await read(`${address}/delar?dokument=${id}`, 'kansli')).toContain(
      'har ingen text som går att läsa',
    )
    expect((await get(app, document, cookies.ombud)).headers.get('content-type')).toBe('application/pdf')
    expect((await get(app, document)).status).toBe(404)
  })
})

test('the text of a document is laid in the form that cuts it into sections', async () => {
  const address = await begun()
  const form = new FormData()
  form.set('titel', 'Vårt första svar')
  const pdf = await (await get(app, '/paverkan/3/svar.pdf')).arrayBuffer()
  form.set('fil', new File([pdf], 'svar.pdf'))
  await post(app, `${address}/dokument`, form, cookies.kansli)
  const link = /delar\?dokument=\d+/.exec(await read(`${address}/delar`, 'kansli'))?.[0]
  expect(await read(`${address}/${link}`, 'kansli')).toMatch(/<textarea[^>]*>[^<]*Nya regler för cykelvägar/)
})

test('a person who is forgotten leaves texts and endorsements behind without a name', async () => {
  const { db } = database
  const { written_by: personId } = await db
    .selectFrom('advocacy_version')
    .select('written_by')
    .where('written_by', 'is not', null)
    .executeTakeFirstOrThrow()
  expect(Object.keys(await gathered.personalData(db, personId ?? 0))).toContain('responseVersions')
  await db.transaction().execute((trx) => gathered.erase(trx, personId ?? 0, '2026-11-23'))
  const left = await db
    .selectFrom('advocacy_version')
    .select('number')
    .where('written_by', '=', personId)
    .execute()
  expect(left).toEqual([])
})
