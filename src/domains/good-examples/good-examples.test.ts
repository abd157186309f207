import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { createMemory } from '../../platform/http/remember.ts'
import { localeOf } from '../../platform/i18n.ts'
import { goodExamples } from './domain.ts'

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

describe('the page of an example', () => {
  const carPool = '/exempel/1-bilpoolen-som-ersatte-den-egna-bilen-i-tjansten'

  test('tells the story, draws its figures with the year marked, and says that it is made up', async () => {
    const html = await textOf(carPool)
    expect(html).toContain('Det här skulle vi göra annorlunda')
    expect(html).toContain('påhittat')
    expect(html).toMatch(/c-moment-label[^>]*>Åtgärden 2019</)
    expect(html).toContain('/nyckeltal/10a?kommun=1382')
    expect(html).toContain('type="application/atom+xml"')
  })

  test('has one address; any other that names it leads there', async () => {
    const response = await get(app, '/exempel/1-gammal-rubrik')
    expect([response.status, response.headers.get('location')]).toEqual([301, carPool])
    expect((await get(app, '/exempel/999999')).status).toBe(404)
  })

  test('is told in English where it is, and marks its Swedish words where it is not', async () => {
    expect(await textOf(`/en${carPool}`)).toContain('The car pool that replaced private cars at work')
    const swedishOnly = await textOf('/en/exempel/9-bussen-som-gar-dit-folk-ska')
    expect(swedishOnly).toContain('<span lang="sv">Bussen som går dit folk ska</span>')
    expect(swedishOnly).toContain('Told in Swedish.')
  })

  test('shows whom to ask only as far as that person wants to be seen', async () => {
    const { db } = database
    const { contact_id } = await db
      .selectFrom('good_example')
      .select('contact_id')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    const person = contact_id ?? 0
    const { name } = await db
      .selectFrom('person')
      .select('name')
      .where('id', '=', person)
      .executeTakeFirstOrThrow()
    const show = (shown_to: 'nobody' | 'members' | 'everyone') =>
      db.updateTable('contact_card').set({ shown_to }).where('person_id', '=', person).execute()
    expect(await textOf(carPool)).toContain(name)
    await show('members')
    expect(await textOf(carPool)).not.toContain(name)
    expect(await textOf(carPool)).toContain('Logga in för att se vem du kan fråga')
    expect(await textOf(carPool, member)).toContain(name)
    await show('nobody')
    expect(await textOf(carPool, member)).not.toContain(name)
    await show('everyone')
  })
})

describe('the library', () => {
  test('narrows by facets and words, and links from a key figure', async () => {
    const html = await textOf('/exempel?nyckeltal=7&kriterium=2')
    expect(html).toContain('1 exempel')
    expect(html).toContain('Återbruksgatan')
    expect(await textOf('/exempel?sok=finnsinte')).toContain('Inget exempel passar')
    expect(await textOf('/nyckeltal/7')).toContain('/exempel/2-aterbruksgatan')
    expect(await textOf('/kommuner/1382')).toContain('Goda exempel härifrån')
  })

  test('lets several values be chosen at a time, each to be taken away by itself', async () => {
    const html = await textOf('/exempel?kriterium=3&amne=mat&amne=skog')
    expect(html).toContain('2 exempel')
    expect(html).toContain('aria-label="Ta bort Ämne: Skog"')
    expect(html).toContain('href="/exempel?amne=mat&amp;kriterium=3"')
    // What is searched for keeps what is chosen.
    expect(html).toContain('type="hidden" name="amne" value="skog"')
    expect(await textOf('/exempel?storlek=storst')).toContain('Inget exempel passar')
    expect(await textOf('/exempel?grupp=C8')).toContain('Kommunens skog som skyltfönster')
    expect(await textOf('/exempel?sok=ekologisk&lan=10')).toContain('Ekologisk mat för samma pengar')
  })

  test('takes what it cannot understand for not asked', async () => {
    const response = await get(app, '/exempel?kriterium=9&mal=x&sida=-1&nyckeltal=%00')
    expect(response.status).toBe(200)
  })
})

describe('the secretariat', () => {
  test('hides an example with a reason that its writers read, and shows it again', async () => {
    expect((await post(app, '/kansli/exempel/dolj', { exempel: '1', skal: '' }, office)).status).toBe(422)
    await post(app, '/kansli/exempel/dolj', { exempel: '1', skal: 'Personnamn i texten' }, office)
    expect((await get(app, '/exempel/1')).status).toBe(404)
    expect(await textOf('/exempel')).not.toContain('Bilpoolen som ersatte')
    expect(await textOf('/mina-sidor/exempel/1', member)).toContain('Personnamn i texten')
    expect(await textOf('/kansli/exempel', office)).toContain('Dolt: Personnamn i texten')
    await post(app, '/kansli/exempel/1/visa', {}, office)
    expect(await textOf('/exempel')).toContain('Bilpoolen som ersatte')
  })

  test('is told by members what is wrong, deals with it, and is not flooded', async () => {
    const delegate = await loggedIn(app, 'ombud')
    const say = (skal: string) => post(app, '/exempel/3/anmal', { skal }, delegate)
    expect((await say('')).status).toBe(422)
    expect((await post(app, '/exempel/3/anmal', {}, delegate)).status).toBe(422)
    for (let n = 1; n <= 5; n++) expect((await say(`Fel ${n}`)).status).toBe(303)
    expect((await say('Fel 6')).status).toBe(429)
    expect(await textOf('/kansli', office)).toContain('5 goda exempel är anmälda')
    const html = await textOf('/kansli/exempel', office)
    const report = /anmalan\/(\d+)/.exec(html)?.[1]
    expect(html).toContain('Fel 1')
    await post(app, `/kansli/exempel/anmalan/${report}`, {}, office)
    expect(await textOf('/kansli/exempel', office)).not.toContain('Fel 1')
    await post(app, '/kansli/exempel/dolj', { exempel: '3', skal: 'Siffran var fel' }, office)
    expect(await textOf('/kansli', office)).not.toContain('exempel är anmäl')
    await post(app, '/kansli/exempel/3/visa', {}, office)
  })
})

describe('the feed', () => {
  test('is Atom with complete addresses, newest first, in both languages', async () => {
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
    const { feed } = parser.parse(await textOf('/en/exempel.atom'))
    expect(feed['xml:lang']).toBe('en')
    expect(feed.link[0]).toMatchObject({ rel: 'self', href: 'https://eko.example/en/exempel.atom' })
    const pool = feed.entry.at(-1)
    expect(pool.title).toBe('The car pool that replaced private cars at work')
    expect(pool.link.href).toMatch(/^https:\/\/eko\.example\/en\/exempel\/1-/)
    expect(pool.content['#text']).toContain('(made up)')
  })
})

describe('a person who leaves', () => {
  test('is no longer named in examples; the story stays', async () => {
    const { forgetPerson, readPersonal } = await import('./personal-queries.ts')
    const { db } = database
    const { contact_id } = await db
      .selectFrom('good_example')
      .select('contact_id')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow()
    const person = contact_id ?? 0
    expect((await readPersonal(db, person)).goodExamples).not.toEqual([])
    await db.transaction().execute((trx) => forgetPerson(trx, person))
    expect(Object.values(await readPersonal(db, person)).flat()).toEqual([])
    expect(await textOf('/exempel')).toContain('Bilpoolen som ersatte')
  })
})

describe('what has happened', () => {
  test('is what followed organisations have published, and what there is on followed key figures', async () => {
    const asked = {
      db: database.db,
      locale: localeOf('sv'),
      today: '2026-11-23',
      now: new Date('2026-11-23T12:00:00Z'),
      remember: createMemory(100)('1'),
    }
    const happened = async (organisationCodes: string[], figureIds: string[], since: string) =>
      (
        (await goodExamples.happened?.(asked, { organisationCodes, figureIds, since: new Date(since) })) ?? []
      ).map(({ text, madeUp }) => `${text}${madeUp ? ' (påhittat)' : ''}`)
    expect(await happened(['1281', '2184'], ['6'], '2026-08-01')).toEqual([
      'Hudiksvall berättar om ett gott exempel: Vägkanterna blev kommunens längsta äng (påhittat)',
      'Lund berättar om ett gott exempel: Elevrådet fick en klimatbudget (påhittat)',
    ])
    expect(await happened([], [], '2020-01-01')).toEqual([])
  })
})
