import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { listNews } from './queries.ts'
import { stateOf } from './rules.ts'
import { announceNews } from './write-queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const fields = {
  'rubrik-sv': 'Nya siffror om slam',
  'ingress-sv': 'Kalmar visar vägen.',
  'text-sv': '## Vad hände?\n\n**Mycket**, [läs mer](/exempel).',
  version: '1',
}
/** Writes a piece of news and gives the address of its form. */
async function written(more: Record<string, string> = {}): Promise<string> {
  const response = await post(app, '/kansli/nyheter/ny', { ...fields, ...more }, office)
  return response.headers.get('location')?.split('?')[0] ?? ''
}

describe('the news', () => {
  test('stand newest first, without what waits for its hour', async () => {
    const html = await textOf('/nyheter')
    const order = ['Vårkonferensen 2027', 'Nu öppnar', 'Så blev ängarna', 'Årsmötet valde'].map((title) =>
      html.indexOf(title),
    )
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(html).not.toContain('Gott nytt ekoår')
    expect((await get(app, '/nyheter/gott-nytt-ekoar')).status).toBe(404)
    expect(await textOf('/nyheter/gott-nytt-ekoar', office)).toContain('Inte publicerad än')
  })

  test('are told in English where they are, else marked as Swedish', async () => {
    expect(await textOf('/en/nyheter/arsmotet-valde-ny-styrelse')).toContain('elected a new board')
    const swedish = await textOf('/en/nyheter/varkonferensen-2027-halls-i-umea')
    expect(swedish).toContain('<span lang="sv">Vårkonferensen 2027 hålls i Umeå</span>')
    expect(swedish).toContain('made up')
  })

  test('are walked through page by page without losing or doubling any', async () => {
    const now = new Date('2026-11-23T12:00:00Z')
    const all = await listNews(database.db, { now })
    const first = await listNews(database.db, { now, limit: 3 })
    const rest = await listNews(database.db, { now, after: first.at(-1)?.id ?? 0 })
    expect([...first, ...rest]).toEqual(all)
  })
})

describe('the feed', () => {
  test('is Atom with whole texts and complete addresses', async () => {
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
    const response = await get(app, '/nyheter.atom')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const { feed } = parser.parse(await response.text())
    expect(feed.entry).toHaveLength(5)
    expect(feed.updated).toBe('2026-11-19T07:00:00.000Z')
    const [newest] = feed.entry
    expect(newest.link.href).toBe('https://eko.example/nyheter/varkonferensen-2027-halls-i-umea')
    expect(newest.content.type).toBe('html')
    expect(newest.content['#text']).toContain('<a href="https://eko.example/evenemang">')
    expect(await textOf('/nyheter')).toContain('href="/nyheter.atom"')
  })
})

describe('writing news', () => {
  test('shows what it will look like before anything is saved', async () => {
    const response = await post(
      app,
      '/kansli/nyheter/ny',
      { ...fields, 'text-sv': '**Viktigt** <img src=x onerror=alert(1)>', gor: 'forhandsgranska' },
      office,
    )
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('<strong>Viktigt</strong> &lt;img src=x onerror=alert(1)>')
    expect(html).toContain('Inget är sparat än.')
    expect(await textOf('/kansli/nyheter', office)).not.toContain('Nya siffror om slam')
  })

  test('is a draft until it is published, under an address that stays', async () => {
    const path = await written()
    expect((await get(app, '/nyheter/nya-siffror-om-slam')).status).toBe(404)
    await post(app, `${path}/publicera`, {}, office)
    expect(await textOf('/nyheter/nya-siffror-om-slam')).toContain('<h2>Vad hände?</h2>')
    await post(app, path, { ...fields, 'rubrik-sv': 'Ny rubrik', dag: '2026-11-23', version: '2' }, office)
    expect(await textOf('/nyheter/nya-siffror-om-slam')).toContain('Ny rubrik')
    await written()
    expect(await textOf('/kansli/nyheter', office)).toContain('Nya siffror om slam')
    const second = await database.db
      .selectFrom('news_item')
      .select('slug')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(second.slug).toBe('nya-siffror-om-slam-2')
  })

  test('ahead of its hour in Stockholm comes out by itself, and kept pages are made anew', async () => {
    await written({ 'rubrik-sv': 'I morgon bitti', dag: '2026-11-24', tid: '07:30' })
    const { db } = database
    const before = new Date('2026-11-24T06:29:00Z')
    const after = new Date('2026-11-24T06:30:00Z')
    const out = async (now: Date) =>
      (await listNews(db, { now })).some(({ texts }) => texts.sv?.title === 'I morgon bitti')
    expect([await out(before), await out(after)]).toEqual([false, true])
    const version = async () =>
      (await db.selectFrom('data_version').select('version').executeTakeFirstOrThrow()).version
    await announceNews(db, before)
    const kept = await version()
    await announceNews(db, before)
    expect(await version()).toBe(kept)
    await announceNews(db, after)
    expect(await version()).not.toBe(kept)
  })

  test('says what is missing, and refuses what was overtaken', async () => {
    const wrong = await post(
      app,
      '/kansli/nyheter/ny',
      { ...fields, 'ingress-sv': '', 'rubrik-en': 'Only a title', tid: '09:00' },
      office,
    )
    const html = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(html.match(/Skriv en ingress\./g)?.length).toBeGreaterThanOrEqual(2)
    expect(html).toContain('Skriv vilken dag den ska komma ut.')
    const path = await written({ 'rubrik-sv': 'Två skriver samtidigt' })
    expect((await post(app, path, { ...fields, version: '1' }, office)).status).toBe(303)
    expect((await post(app, path, { ...fields, version: '1' }, office)).status).toBe(409)
  })

  test('can be undone: a piece is hidden with a reason and shown again', async () => {
    const path = await written({ 'rubrik-sv': 'Dras tillbaka', dag: '2026-11-20' })
    expect(await textOf('/nyheter')).toContain('Dras tillbaka')
    expect((await post(app, `${path}/dolj`, { skal: '' }, office)).status).toBe(422)
    await post(app, `${path}/dolj`, { skal: 'Fel belopp' }, office)
    expect(await textOf('/nyheter')).not.toContain('Dras tillbaka')
    expect((await get(app, '/nyheter/dras-tillbaka')).status).toBe(404)
    expect(await textOf(path, office)).toContain('Fel belopp')
    await post(app, `${path}/visa`, {}, office)
    expect(await textOf('/nyheter')).toContain('Dras tillbaka')
  })

  test('under a title without letters still has an address', async () => {
    await written({ 'rubrik-sv': '2027', dag: '2026-11-21' })
    await written({ 'rubrik-sv': '🌱🌱', dag: '2026-11-21' })
    expect((await get(app, '/nyheter/nyhet-2027')).status).toBe(200)
    expect((await get(app, '/nyheter/nyhet')).status).toBe(200)
  })
})

test('a piece is out from its hour until somebody hides it, whatever the times', () => {
  const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.option(time), fc.option(time), time, (publishAt, hiddenAt, now) => {
      const state = stateOf({ publishAt, hiddenAt }, now)
      expect(state === 'published').toBe(!hiddenAt && publishAt !== null && publishAt <= now)
    }),
  )
})
