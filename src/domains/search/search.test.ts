import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'
import { gatherOwnPages } from '../../app/own-pages.ts'
import type { Database } from '../../database/tables.ts'
import { saveOwnPages } from './index.ts'
import { forgetWords, rebuildSearch } from './word-queries.ts'

let database: TestDatabase
let db: Kysely<Database>
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  db = database.db
  app = testApp(db)
  await saveOwnPages(db, gatherOwnPages())
})
afterAll(() => database.drop())

const pageOf = async (query: string, cookie = '') => (await get(app, `/sok?${query}`, cookie)).text()
const searched = (typed: string, cookie = '', more = '') =>
  pageOf(`q=${encodeURIComponent(typed)}${more}`, cookie)
/** Titles of the hits, without their marks. */
const titlesIn = (html: string) =>
  [...html.matchAll(/<h3><a [^>]*>(.*?)<\/a><\/h3>/g)].map(([, title = '']) =>
    title.replaceAll(/<\/?mark>/g, ''),
  )
const titles = async (typed: string, cookie = '', more = '') => titlesIn(await searched(typed, cookie, more))

describe('words are found', () => {
  test('bent in Swedish and in English', async () => {
    expect(await titles('ängarnas')).toEqual(await titles('ängar'))
    expect(await titles('ängar')).toContain('Så blev ängarna billigare än gräsmattorna')
    expect(await titles('meetings board')).toContain('Årsmötet valde ny styrelse')
  })

  test('from their beginning, so that compounds are found by their first part', async () => {
    expect(await titles('fritidsba', await loggedIn(app, 'medlem'))).toContain(
      'Fritidsbanken lånar ut det som står i förrådet',
    )
    expect(await titles('gräs')).toContain('Så blev ängarna billigare än gräsmattorna')
  })

  test('misspelt, or without rings and dots, and the page says so', async () => {
    const html = await searched('gräsmottorna')
    expect(titlesIn(html)).toContain('Så blev ängarna billigare än gräsmattorna')
    expect(html).toContain('Inget ord börjar på ”gräsmottorna”. Vi letade också efter gräsmattorna')
    expect(await titles('grasmattorna')).toContain('Så blev ängarna billigare än gräsmattorna')
  })

  test('all of them, those in the title first', async () => {
    expect(await titles('ängarna gräsmattorna xyzzyx')).toEqual([])
    const found = await titles('styrelse')
    const inTitle = found.filter((title) => /styrelse/i.test(title))
    expect(inTitle).toContain('Årsmötet valde ny styrelse')
    expect(found.length).toBeGreaterThan(inTitle.length)
    expect(found.slice(0, inTitle.length)).toEqual(inTitle)
  })

  test('and marked in title and text, safely', async () => {
    const { id } = await db
      .insertInto('news_item')
      .values({ slug: 'farlig', publish_at: new Date('2026-11-01T08:00:00Z'), written_by: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const body = 'Se **kvargstad** på [sidan](https://example.org/hemligt). <script>alert(1)</script>'
    await db
      .insertInto('news_text')
      .values({ news_id: id, language: 'sv', title: '<b>Kvargstad</b> & co', lead: 'Kort.', body })
      .execute()
    const html = await searched('kvargstad')
    expect(html).toContain('&lt;b><mark>Kvargstad</mark>&lt;/b> &amp; co')
    expect(html).toContain('Se <mark>kvargstad</mark> på sidan')
    expect(html).not.toMatch(/<script>alert|example\.org|\*\*/)
    await db
      .updateTable('news_text')
      .set({ body: `${'Mycket står före. '.repeat(500)}Sist kvargstäder.` })
      .where('news_id', '=', id)
      .execute()
    expect(await searched('kvargstäder')).toContain('<mark>kvargstäder</mark>')
    await db.deleteFrom('news_item').where('id', '=', id).execute()
    expect(await titles('kvargstad')).toEqual([])
  })
})

describe('the page', () => {
  test('puts a municipality or a key figure that is named on top', async () => {
    expect(await searched('Falkenberg')).toMatch(/direct-hits"><li><a href="\/kommuner\/1382">Falkenberg</)
    expect(await searched('1a')).toMatch(/direct-hits"><li><a href="\/nyckeltal\/1a"/)
    expect(await searched('ängar')).not.toContain('direct-hits')
  })

  test('counts by kind, year, organisation and language, and narrows by each', async () => {
    const html = await searched('kommun', '', '&typ=nyheter')
    expect(html).toMatch(/aria-current="page">Nyheter \((\d+)\)/)
    const [, count] = /aria-current="page">Nyheter \((\d+)\)/.exec(html) ?? []
    expect(titlesIn(html)).toHaveLength(Number(count))
    const inOerebro = await searched('ängar', '', '&kommun=1880')
    expect(inOerebro).toContain('<option value="1880" selected>Örebro (')
    expect(await titles('styrelse', '', '&sprak=en&typ=nyheter')).toEqual(['Årsmötet valde ny styrelse'])
    expect(await titles('styrelse', '', '&ar=2001')).toEqual([])
    expect(await searched('styrelse', '', '&ar=2001')).toContain('Ta bort alla begränsningar')
  })

  test('helps on when nothing is asked or found', async () => {
    expect(await pageOf('')).toContain('Det här kan du söka bland')
    const html = await searched('qqwwzzyy')
    expect(html).toContain('Det blev inga träffar')
    expect(html).toContain('href="/exempel"')
    for (const odd of ['%00', '!!!', "'", '&|!():*', 'a&sida=9999', 'ängar&sida=50']) {
      expect((await get(app, `/sok?q=${odd}`)).status).toBe(200)
    }
  })

  test('is told in English, with what is told in Swedish alone marked as such', async () => {
    const html = await (await get(app, '/en/sok?q=elected')).text()
    expect(html).toMatch(/\d results/)
    expect(html).toContain('The annual meeting <mark>elected</mark> a new board')
    expect(await (await get(app, '/en/sok?q=%C3%A4ngarna')).text()).toMatch(/<a [^>]*lang="sv"/)
  })

  test('is kept nowhere', async () => {
    const response = await get(app, '/sok?q=energi')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
  })

  test('finds the pages whose text stands in the code, and saves them once', async () => {
    const html = await searched('Mann Kendall')
    expect(html).toContain('href="/nyckeltal/metod#ratt-hall"')
    expect(await searched('Suomussalmi')).toContain('href="/om/historia"')
    const ids = () =>
      sql`select id, xmin::text from search_text where source = 'page' order by id`.execute(db)
    const { rows } = await ids()
    await saveOwnPages(db, gatherOwnPages())
    expect((await ids()).rows).toEqual(rows)
  })
})

test('suggestions are links to what is named and titled so, and to the whole search', async () => {
  const html = await (await get(app, '/sok/forslag?q=%C3%A5rsm')).text()
  expect(html).toMatch(/^<ul/)
  expect(html).toContain('Årsmötet valde ny styrelse')
  expect(html).toContain('href="/sok?q=%C3%A5rsm"')
  expect(await (await get(app, '/sok/forslag?q=')).text()).toBe('')
})

describe('the database keeps everything', () => {
  const all = () =>
    sql`
    select source, key, audience, kind, organisation_code, happened_on, year, made_up, shown_during::text, address, texts,
      names, search::text from search_text
    where upper(shown_during) is null or upper(shown_during) > now() order by source, key, audience`.execute(
      db,
    )

  test('so that drawing it anew changes nothing', async () => {
    await db.updateTable('organisation').set({ name: 'Falkenbergstad' }).where('code', '=', '1382').execute()
    await db
      .updateTable('membership')
      .set({ until: '2026-10-01' })
      .where('organisation_code', '=', '1880')
      .execute()
    await db.deleteFrom('person_subject').where('subject_id', '=', 'vatten').execute()
    await db
      .updateTable('news_item')
      .set({ hidden_at: new Date(), hidden_reason: 'x' })
      .where('id', '=', 1)
      .execute()
    await db.updateTable('person').set({ erased_at: new Date() }).where('id', '=', 12).execute()
    await sql`insert into catalogue_decision (meeting, decided_on, paragraph) values ('Årsmötet 2020', '2020-04-20', '§ 9')`.execute(
      db,
    )
    await sql`update key_figure set name_sv = name_sv || ' (ny)', decision_id = (select id from catalogue_decision where meeting = 'Årsmötet 2020') where id = '2'`.execute(
      db,
    )
    await db.updateTable('subject').set({ name_sv: 'Ny ämnesrubrik' }).where('id', '=', 'energi').execute()
    const kept = await all()
    await rebuildSearch(db)
    expect((await all()).rows).toEqual(kept.rows)
    expect(await titles('Falkenbergstad')).not.toEqual([])
    await db.updateTable('organisation').set({ name: 'Falkenberg' }).where('code', '=', '1382').execute()
    await db.updateTable('membership').set({ until: null }).where('organisation_code', '=', '1880').execute()
  })

  test('also when two change parts of one thing at once', async () => {
    const { id } = await db
      .insertInto('news_item')
      .values({ slug: 'samtidigt', publish_at: null, written_by: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('news_text')
      .values({ news_id: id, language: 'sv', title: 'Först', lead: 'a', body: 'b' })
      .execute()
    let published: Promise<unknown> = Promise.resolve()
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('news_text').set({ title: 'Sedan' }).where('news_id', '=', id).execute()
      published = db
        .updateTable('news_item')
        .set({ publish_at: new Date('2026-11-01T08:00:00Z') })
        .where('id', '=', id)
        .execute()
      await sql`select pg_sleep(0.2)`.execute(trx)
    })
    await published
    const { rows } = await sql`select audience, texts #>> '{sv,title}' as title from search_text
      where source = 'news' and key = ${String(id)}`.execute(db)
    expect(rows).toEqual([{ audience: 'everyone', title: 'Sedan' }])
  })

  test('and forgets words that stand nowhere any more', async () => {
    await sql`insert into search_word values ('borttaget', true, 'borttaget')`.execute(db)
    await forgetWords(db)
    const { rows } =
      await sql`select word from search_word where word in ('borttaget', 'gräsmattorna')`.execute(db)
    expect(rows).toEqual([{ word: 'gräsmattorna' }])
  })
})
