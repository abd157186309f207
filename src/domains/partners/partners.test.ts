import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { savePartners } from './reference-queries.ts'
import { tellAuthors } from './translations/tell.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let member: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  member = await loggedIn(app, 'medlem')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const mails = (kind: string) => database.db.selectFrom('mail').selectAll().where('kind', '=', kind).execute()
const now = () => new Date('2026-11-23T12:00:00Z')

describe('the world outside', () => {
  test('shows where eco-municipalities are, what happened when, and where each fact stands', async () => {
    const html = await textOf('/internationellt')
    for (const said of [
      'Finland',
      'Suomussalmi',
      'Whistler',
      '1983',
      'Helsingborg 2008',
      'Källa: <span lang="sv">Sveriges Ekokommuner',
    ]) {
      expect(html).toContain(said)
    }
    expect(await textOf('/en/internationellt')).toContain('The idea of an eco-municipality is born')
    const finnish = await textOf('/fi/internationellt')
    expect(finnish).toContain('<html lang="fi"')
    expect(finnish).toContain('Vieraile ruotsalaisessa ekokunnassa')
    expect((await get(app, '/fi/kansli/internationellt', office)).headers.get('location')).toBe(
      '/en/kansli/internationellt',
    )
  })

  test('has a page for each network, with country, since when, municipalities and history', async () => {
    const html = await textOf('/internationellt/natverk/klimatkommunerna')
    expect(html).toContain('14 november 2008')
    expect(html).toContain('2003')
    expect(await textOf('/internationellt/natverk/iemea')).toContain('Washburn, Wisconsin')
    expect((await get(app, '/internationellt/natverk/finns-inte')).status).toBe(404)
    expect(await textOf('/sok?q=Klimatkommunerna')).toContain('/internationellt/natverk/klimatkommunerna')
    expect(await textOf('/sitemap.xml')).toContain('/fi/internationellt/natverk/iemea')
  })

  test('is kept by the secretariat, and the file of facts leaves alone what it has changed', async () => {
    const path = '/kansli/internationellt/kommun/whistler'
    expect((await get(app, path, member)).status).toBe(403)
    const form = {
      namn: 'Whistler',
      land: 'CA',
      kalla: 'Kommunen själv',
      version: '1',
      'text-sv': 'En skidort.',
      'text-en': 'A ski resort.',
    }
    expect((await post(app, path, { ...form, natverk: 'finns-inte' }, office)).status).toBe(422)
    expect((await post(app, path, form, office)).status).toBe(303)
    expect((await post(app, path, form, office)).status).toBe(409)
    await database.db.transaction().execute((trx) =>
      savePartners(trx, [
        {
          kind: 'municipality',
          id: 'whistler',
          name: 'Från filen',
          country: 'CA',
          website: '',
          text_sv: '',
          text_en: '',
          source: 'Filen',
          source_address: '',
        },
      ]),
    )
    expect(await textOf('/internationellt')).toContain('En skidort.')
    await post(app, path, { ...form, version: '2', dold: '1' }, office)
    expect(await textOf('/internationellt')).not.toContain('En skidort.')
  })

  test('takes a series of conferences from the events', async () => {
    const path = '/kansli/evenemang/serier'
    expect((await post(app, path, { 'namn-sv': 'Östersjömötet' }, office)).status).toBe(422)
    await post(app, path, { 'namn-sv': 'Östersjömötet', 'namn-en': 'The Baltic meeting' }, office)
    const { id } = await database.db
      .selectFrom('event')
      .select('id')
      .where('published_at', 'is not', null)
      .where('open_to', '=', 'everyone')
      .where('series_id', 'is', null)
      .limit(1)
      .executeTakeFirstOrThrow()
    const html = await textOf(`/kansli/evenemang/${id}`, office)
    expect(html).toContain('value="ostersjomotet"')
    await database.db.updateTable('event').set({ series_id: 'ostersjomotet' }).where('id', '=', id).execute()
    expect(await textOf('/internationellt')).toContain(`href="/evenemang/${id}"`)
  })
})

describe('a cooperation project', () => {
  const form = {
    namn: 'Gröna tak',
    borjar: '2025',
    slutar: '2026',
    belopp: '1 250 000',
    valuta: 'SEK',
    betalar: 'Vinnova',
    natverk: ['iemea'],
    medlemmar: 'Falkenberg\nHelsingborg',
    'kort-sv': 'Vi bygger gröna tak.',
    'resultat-sv': 'Det blev **svalare**.',
    lankar: 'Rapport https://example.org/rapport',
    version: '0',
  }

  test('is written by a member, is nobody else’s until it is published, and then tells everything', async () => {
    const wrong = await post(
      app,
      '/mina-sidor/projekt/nytt',
      { ...form, medlemmar: 'Atlantis', slutar: '2024' },
      member,
    )
    expect(wrong.status).toBe(422)
    const said = await wrong.text()
    expect(said).toContain('Någon av raderna är ingen medlem.')
    expect(said).toContain('Projektet kan inte sluta innan det börjar.')
    const begun = await post(app, '/mina-sidor/projekt/nytt', form, member)
    const own = begun.headers.get('location')?.split('?')[0] ?? ''
    const shown = own.replace('/mina-sidor/', '/internationellt/')
    expect((await get(app, shown)).status).toBe(404)
    expect((await get(app, own, await loggedIn(app, 'ombud'))).status).toBe(404)
    await post(app, `${own}/publicera`, {}, member)
    const html = await textOf(shown)
    for (const each of [
      'Gröna tak',
      '2025–2026',
      'Helsingborg',
      'från Vinnova',
      '<strong>svalare</strong>',
      'https://example.org/rapport',
      '/internationellt/natverk/iemea',
    ]) {
      expect(html).toContain(each)
    }
    expect(await textOf('/sok?q=gröna+tak')).toContain(shown)
    expect((await post(app, own, form, member)).status).toBe(409)

    const hide = own.replace('/mina-sidor/', '/kansli/internationellt/')
    expect((await post(app, `${hide}/dolj`, { skal: '' }, office)).status).toBe(422)
    await post(app, `${hide}/dolj`, { skal: 'Fel siffror' }, office)
    expect((await get(app, shown)).status).toBe(404)
    expect(await textOf(own, member)).toContain('Fel siffror')
    await post(app, `${hide}/visa`, {}, office)
    expect((await get(app, shown)).status).toBe(200)
  })
})

describe('an example that is in Swedish only', () => {
  test('can be asked for in English; its author hears of it once a month, and until it is there', async () => {
    const example = await database.db
      .selectFrom('good_example as e')
      .select(['e.id'])
      .where('e.state', '=', 'published')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('good_example_text as t')
              .select('t.language')
              .whereRef('t.example_id', '=', 'e.id')
              .where('t.language', '=', 'en'),
          ),
        ),
      )
      .executeTakeFirst()
    const id = example?.id ?? 0
    await database.db.deleteFrom('translation_wish').execute()
    const author = await database.db
      .selectFrom('session')
      .select('person_id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await database.db
      .updateTable('good_example')
      .set({ written_by: author.person_id })
      .where('id', '=', id)
      .execute()
    expect(await textOf('/en/internationellt/exempel')).toContain(
      `/en/internationellt/exempel/${id}/oversatt`,
    )
    const path = `/en/internationellt/exempel/${id}/oversatt`
    expect((await post(app, path, { fran: 'buy www.pills.example' })).status).toBe(422)
    expect((await post(app, path, { fran: 'Trap', webbplats: 'https://spam.example' })).status).toBe(303)
    expect((await post(app, path, { fran: 'Madison' })).status).toBe(303)
    await post(app, path, { fran: '' })
    const site = { baseUrl: 'https://eko.example', now: now(), today: '2026-11-23' }
    await tellAuthors(database.db, site)
    await post(app, path, { fran: 'Duluth' })
    await tellAuthors(database.db, site)
    const [mail, ...more] = await mails('translation-wish')
    expect(more).toEqual([])
    expect(mail?.person_id).toBe(author.person_id)
    expect(mail?.plain).toContain('Madison')
    expect(mail?.plain).not.toContain('Trap')
    expect(mail?.plain).toContain(`/mina-sidor/exempel/${id}/text/en`)
    const { count } = await database.db
      .selectFrom('translation_wish')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(3)

    await database.db
      .insertInto('good_example_text')
      .values({ example_id: id, language: 'en', title: 'Now in English' })
      .execute()
    await tellAuthors(database.db, site)
    expect(await database.db.selectFrom('translation_wish').selectAll().execute()).toEqual([])
    expect((await get(app, path)).status).toBe(303)
  })

  test('is asked for only so often from one place', async () => {
    const { id } = await database.db
      .selectFrom('good_example')
      .select('id')
      .where('state', '=', 'published')
      .limit(1)
      .executeTakeFirstOrThrow()
    const path = `/internationellt/exempel/${id}/oversatt`
    for (let i = 0; i < 10; i += 1) await post(app, path, { fran: '' })
    const refused = await post(app, path, { fran: 'Madison' })
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('value="Madison"')
  })
})
