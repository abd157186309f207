import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { type ReadPdf, readPdf } from '../../../tests/support/read-pdf.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

const plain = (html: string) =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/[\s\u2009\u202f]+/g, ' ')
    .replace(/ ([.,:)])/g, '$1')
const get = async (path: string) => {
  const response = await app.request(path)
  const html = response.status < 500 ? await response.clone().text() : ''
  return { status: response.status, headers: response.headers, html, text: plain(html), response }
}
const pdfOf = async (path: string) => {
  const { response } = await get(path)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return Buffer.from(await response.arrayBuffer())
}
const linkTo = (html: string, found: RegExp) => (found.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

describe('a member’s report', () => {
  const path = '/kommuner/1382/rapport/2025'

  test('is found from the profile, the latest year first', async () => {
    expect((await get('/kommuner/1382')).html).toContain('href="/kommuner/1382/rapport"')
    expect((await get('/kommuner/1382/rapport')).headers.get('location')).toBe(path)
    expect((await get('/en/kommuner/1382/rapport')).headers.get('location')).toBe(`/en${path}`)
  })

  test('says in plain words how it goes: which way, the biggest step, the weak spot, the targets', async () => {
    const { text } = await get(path)
    expect(text).toMatch(
      /Av 16 gemensamma nyckeltal med värden går \d+ åt rätt håll och \d+ åt fel håll\. Oförändrade: \d+\. För få värden för att bedömas: 1\./,
    )
    expect(text).toMatch(/Det största steget framåt är .+: från .+ år 20\d\d till .+ år 2025/)
    expect(text).toMatch(/Den svaga punkten är .+, som går åt fel håll: från .+ till .+ år 2025/)
    expect(text).toMatch(/Egna och nationella mål: 4\. Redan nådda: 1\./)
    expect(text).toContain('Rapporten innehåller påhittade värden')
  })

  test('tells of each figure: value, way, comparison, targets with their decision, source', async () => {
    const { text } = await get(path)
    const one = text.slice(
      text.indexOf('7 Mängd hushållsavfall rätt håll'),
      text.indexOf('8a Bly i avloppsslam oförändrat'),
    )
    expect(one).toMatch(/Värde \d+ kg\/inv år 2025 \(påhittat värde/)
    expect(one).toMatch(/Utvecklingen går åt rätt håll sedan 2010: −\d,\d kg\/inv per år/)
    expect(one).toMatch(
      /Alla medlemmar: Plats \d+ av 97, troligen \d+–\d+\. .* Medianen är \d+ kg\/inv \(97 värden\)/,
    )
    expect(one).toMatch(
      /Eget mål 400 kg\/inv år 2030\. Målet för 2030 är redan nått\. Beslut: Avfallsplan 2025–2030/,
    )
    expect(one).toContain('Målet är påhittat')
    expect(one).toContain('Källa Ekokommun: Påhittat för demonstrationen')
  })

  test('names similar municipalities that improved more, from what to what, and whom to ask', async () => {
    const { text, html } = await get(path)
    expect(text).toMatch(
      /Liknande kommuner som har förbättrats mer .*?: från \d+ kg\/inv år 2010 till \d+ kg\/inv år 2025 \(−\d+,\d kg\/inv per år\)/,
    )
    expect(html).toContain('href="/kommuner/0188"')
    expect(text).toMatch(/Fråga .+, Ordförande i samhällsbyggnadsnämnden/)
  })

  test('shows what members did about a figure, with a link to the good example', async () => {
    const { text, html } = await get(`${path}?grupp=liknande`)
    expect(text).toMatch(/Goda exempel från andra medlemmar \S+: .+ \(påhittat\) \(20\d\d\)\./)
    expect(html).toMatch(/href="\/exempel\/\d+/)
    expect(text).toMatch(/Jämförelse Liknande kommuner: Plats \d av 8/)
  })

  test('proposes a decision that names what goes the wrong way', async () => {
    const { text } = await get(path)
    expect(text).toContain(
      'Kommunstyrelsen noterar redovisningen av Sveriges Ekokommuners nyckeltal för 2025.',
    )
    expect(text).toMatch(/uppdrar åt förvaltningen att föreslå åtgärder för .*4 Ekologisk odling/)
  })

  test('of a region shows the figures that there are, for its own board', async () => {
    const latest = (await get('/kommuner/0003/rapport')).headers.get('location') ?? ''
    const { status, text } = await get(latest)
    expect(status).toBe(200)
    expect(text).toContain('Regionstyrelsen noterar')
    expect(text).toContain('Inget av de gemensamma nyckeltalen har något värde')
    expect(text).toContain('Utsläpp från konsumtion')
    expect((await readPdf(await pdfOf(`${latest}.pdf`))).text).toContain('Utsläpp från konsumtion')
  })

  test('of an earlier year leaves out everything later', async () => {
    const { text } = await get('/kommuner/1382/rapport/2019')
    expect(text).toMatch(/Mängd hushållsavfall .*?år 2019/)
    expect(text.slice(0, text.indexOf('Andra år'))).not.toMatch(/år 202[0-5]/)
  })

  test('is not made for who is no member, or for a year without values', async () => {
    const stranger = await get('/kommuner/1440/rapport')
    expect(stranger.status).toBe(404)
    expect(stranger.text).toContain('Årsrapporter görs för medlemmarna')
    const { status, text } = await get('/kommuner/1382/rapport/1850')
    expect(status).toBe(404)
    expect(text).toContain('Det finns ingen rapport för 1850')
  })

  test('reads in English without Swedish words', async () => {
    const { text } = await get(`/en${path}`)
    expect(text).toContain('Yearly report 2025: Falkenberg')
    expect(text).toContain('The biggest step forward is')
    expect(text.slice(text.indexOf('Summary'), text.indexOf('Key figure by key figure'))).not.toMatch(
      /rätt håll|medlemmar|påhittat|nyckeltal/i,
    )
  })
})

describe('a report stays as it was', () => {
  const path = '/kommuner/1382/rapport/2023'
  const value = (text: string) => /7 Mängd hushållsavfall rätt håll .*?Värde (\d+) kg\/inv/.exec(text)?.[1]

  test('at the address to cite, whatever becomes known later', async () => {
    const before = await get(path)
    const cited = linkTo(before.html, /href="([^"]*per=[^"]*)">Adress/)
    await sql`
      update key_figure_value set known_until = '2026-11-23 11:00Z'
      where organisation_code = '1382' and key_figure_id = '7' and year = 2023 and known_until is null`.execute(
      database.db,
    )
    await sql`
      insert into key_figure_value (key_figure_id, organisation_code, year, value, status, basis, source_id, reported_by,
        revision_sv, revision_en, known_from)
      values ('7', '1382', 2023, 299, 'final', 'made-up', 'demonstration', '', 'Fel', 'Wrong', '2026-11-23 11:00Z')`.execute(
      database.db,
    )
    await sql`delete from organisation_target where organisation_code = '1382' and key_figure_id = '7'`.execute(
      database.db,
    )
    const fresh = testApp(database.db)
    const now = plain(await (await fresh.request(path)).text())
    const then = plain(await (await fresh.request(cited)).text())
    expect(value(now)).toBe('299')
    expect(now).not.toContain('Eget mål 400 kg/inv')
    expect(value(then)).toBe(value(before.text))
    expect(then).toContain('Eget mål 400 kg/inv')
    expect(then).toContain('Du läser rapporten som den såg ut 23 november 2026')
  })
})

describe('the document of a report', () => {
  let bytes: Buffer
  let pdf: ReadPdf
  let page: Awaited<ReturnType<typeof get>>
  beforeAll(async () => {
    page = await get('/kommuner/1283/rapport/2025')
    bytes = await pdfOf(linkTo(page.html, /href="([^"]*\.pdf[^"]*)"/))
    pdf = await readPdf(bytes)
  })

  test('can be walked by a screen reader: PDF/UA, language, title, headings, tables with heads, pictures', () => {
    expect(bytes.toString('latin1')).toContain('pdfuaid')
    expect(pdf).toMatchObject({ title: 'Årsrapport 2025: Helsingborg', language: 'sv', marked: true })
    for (const role of ['H1', 'H2', 'H3', 'H4', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure']) {
      expect(pdf.roles, role).toContain(role)
    }
    expect(pdf.roles.filter((role) => role === 'Figure')).toHaveLength(16)
    expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1)
  })

  test('says what the page says', () => {
    const sentences = [...page.html.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, text = '']) => plain(text))
    expect(sentences.length).toBeGreaterThan(60)
    const words = (text: string) => text.replace(/&amp;/g, '&').replace(/\s+/g, '')
    const all = words(pdf.text)
    expect(sentences.filter((sentence) => !all.includes(words(sentence)))).toEqual([])
  })

  test('fits in eight pages, each numbered, and names the address that gives it again', () => {
    expect(pdf.pages.length).toBeLessThanOrEqual(8)
    pdf.pages.forEach((text, i) => {
      expect(text).toContain(`Sida ${i + 1} av ${pdf.pages.length}`)
    })
    expect(pdf.text.replace(/\s/g, '')).toContain(
      'https://eko.example/kommuner/1283/rapport/2025?per=2026-11-2',
    )
  })

  test('is the same to the byte when it is made again, and is asked for again at little cost', async () => {
    const again = await app.request(linkTo(page.html, /href="([^"]*\.pdf[^"]*)"/))
    const etag = again.headers.get('etag') ?? ''
    expect(Buffer.from(await again.arrayBuffer()).equals(bytes)).toBe(true)
    const unchanged = await app.request(linkTo(page.html, /href="([^"]*\.pdf[^"]*)"/), {
      headers: { 'if-none-match': etag },
    })
    expect(unchanged.status).toBe(304)
  })

  test('in English is English', async () => {
    const english = await readPdf(await pdfOf('/en/kommuner/1283/rapport/2025.pdf'))
    expect(english).toMatchObject({ title: 'Yearly report 2025: Helsingborg', language: 'en' })
    expect(english.text).toContain('The biggest step forward is')
  })
})

describe('the network’s report', () => {
  test('tells of all members together: mean, median, spread, change among the same, who improved most', async () => {
    const { text } = await get('/nyckeltal/arsrapport/2025')
    expect(text).toMatch(/\d+ av 16 gemensamma nyckeltal går åt rätt håll för de 98 kommunerna/)
    expect(text).toMatch(/Medel 458 kg\/inv, median 448 kg\/inv år 2025\. 97 av 98 har värde/)
    expect(text).toMatch(/Hälften ligger mellan 412 kg\/inv och 499 kg\/inv/)
    expect(text).toMatch(/Hos de \d+ som har värde både 2010 och 2025 har medlet ändrats −\d+,\d kg\/inv/)
    expect(text).toMatch(/Har förbättrats mest \S+: från \d+ kg\/inv år 2010/)
    expect(text).toMatch(/\d+ av 96 har nått målet/)
  })

  test('thanks those who reported, and lists what was corrected in the year', async () => {
    const { text } = await get('/nyckeltal/arsrapport/2025')
    const thanks = text.slice(text.indexOf('Tack till dem'), text.indexOf('Fler siffror'))
    expect(thanks).toContain('Falkenberg')
    expect(thanks).toContain('I demonstrationen är värdena påhittade')
    expect(text).toMatch(/\d+ värden rättades under 2025\./)
    expect(text).toContain('blev')
    expect((await get('/nyckeltal/arsrapport/2020')).text).toContain('Inga värden rättades under 2020')
  })

  test('is a document too, and found from the key figures', async () => {
    expect((await get('/nyckeltal')).html).toContain('href="/nyckeltal/arsrapport"')
    expect((await get('/nyckeltal/arsrapport')).headers.get('location')).toBe('/nyckeltal/arsrapport/2025')
    const { title, roles, text } = await readPdf(await pdfOf('/nyckeltal/arsrapport/2025.pdf'))
    expect(title).toBe('Sveriges Ekokommuners årsrapport 2025')
    expect(roles).toContain('Figure')
    expect(text).toContain('Tack till dem som rapporterat')
  })
})
