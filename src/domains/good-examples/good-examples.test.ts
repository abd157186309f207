import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

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
const story = {
  rubrik: 'Vi delar verktyg',
  sammanfattning: 'Ett förråd för hela kvarteret.',
  problem: 'Alla köpte egna.',
  gjorde: 'Vi ställde ut ett skåp.\n\nSedan två till.',
  resultat: '40 borrmaskiner färre.',
}
/** Begins an example of Falkenberg and gives its number. */
async function begun(title: string): Promise<string> {
  const response = await post(app, '/mina-sidor/exempel/ny/1382', { rubrik: title, sprak: 'sv' }, member)
  return /exempel\/(\d+)/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
}
const save = (id: string, part: string, fields: Record<string, string | string[]>) =>
  post(app, `/mina-sidor/exempel/${id}/${part}`, fields, member)

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

  test('takes what it cannot understand for not asked', async () => {
    const response = await get(app, '/exempel?kriterium=9&mal=x&sida=-1&nyckeltal=%00')
    expect(response.status).toBe(200)
  })
})

describe('writing an example', () => {
  test('goes part by part, and is published when it is whole', async () => {
    const id = await begun('Vi delar verktyg')
    expect(await textOf(`/mina-sidor/exempel/${id}`, member)).toContain('Innan exemplet kan publiceras')
    expect((await get(app, `/exempel/${id}`)).status).toBe(404)
    expect((await save(id, 'text/sv', { ...story, version: '1' })).status).toBe(303)
    const facts = { ar: '2021', nyckeltal: ['7', '1a'], kriterium: ['2'], mal: ['12'], version: '2' }
    const links = { text1: 'Rapporten', adress1: 'https://falkenberg.example/rapport' }
    expect((await save(id, 'fakta', { ...facts, ...links })).status).toBe(303)
    await save(id, 'publicera', {})
    const html = await textOf(`/exempel/${id}-vi-delar-verktyg`)
    expect(html).toContain('40 borrmaskiner färre.')
    expect(html).toContain('https://falkenberg.example/rapport')
    expect(await textOf('/exempel?nyckeltal=1a')).toContain('Vi delar verktyg')
    expect(await textOf('/exempel.atom')).toContain('Vi delar verktyg')
  })

  test('is refused over what somebody else has saved, with what was typed kept', async () => {
    const id = await begun('Två skriver')
    await save(id, 'text/sv', { ...story, problem: 'Med en \0 i', version: '1' })
    const late = await save(id, 'text/sv', { ...story, rubrik: 'Den senare', version: '1' })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Någon annan har sparat medan du skrev')
    expect(html).toContain('value="Den senare"')
    expect((await save(id, 'text/sv', { ...story, rubrik: 'Den senare', version: '2' })).status).toBe(303)
  })

  test('says what is wrong beside each field', async () => {
    const id = await begun('Fel i formuläret')
    const wrong = await save(id, 'fakta', {
      ar: '1066',
      nyckeltal: ['finns-inte'],
      kontakt: '1',
      text1: 'Hit',
      adress1: 'javascript:alert(1)',
      version: '1',
    })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(html).toContain('Skriv ett år mellan 1980 och i år')
    expect(html).toContain('Välj nyckeltal ur listan.')
    expect(html).toContain('Välj någon ur listan.')
    expect(html).toContain('Skriv en hel adress')
    expect((await post(app, '/mina-sidor/exempel/ny/1382', { rubrik: '' }, member)).status).toBe(422)
  })

  test('keeps what is published whole, and what it was in the log', async () => {
    const id = await begun('Hel')
    await save(id, 'text/sv', { ...story, version: '1' })
    await save(id, 'fakta', { ar: '2020', version: '2' })
    await save(id, 'publicera', {})
    const emptied = await save(id, 'text/sv', { ...story, resultat: '', version: '3' })
    expect(emptied.status).toBe(422)
    expect((await save(id, 'fakta', { ar: '', version: '3' })).status).toBe(422)
    await save(id, 'text/sv', { ...story, resultat: 'Det blev bättre.', version: '3' })
    const log = await database.db
      .selectFrom('audit_entry')
      .select(['before', 'after', 'action'])
      .where('table_name', '=', 'good_example_text')
      .where('row_key', '=', `${id} sv`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(log).toMatchObject({
      action: 'write a good example',
      before: { result: '40 borrmaskiner färre.' },
      after: { result: 'Det blev bättre.' },
    })
  })

  test('can be thrown away as a draft, not when it is published', async () => {
    const id = await begun('Slängs')
    await save(id, 'ta-bort', {})
    expect((await get(app, `/mina-sidor/exempel/${id}`, office)).status).toBe(404)
    await save('1', 'ta-bort', {})
    expect((await get(app, '/exempel/1', member)).status).toBe(301)
  })

  test('is for the organisation’s own people and the secretariat', async () => {
    const delegate = await loggedIn(app, 'ombud')
    expect((await get(app, '/mina-sidor/exempel/1', delegate)).status).toBe(403)
    expect((await post(app, '/mina-sidor/exempel/ny/1382', { rubrik: 'Nej' }, delegate)).status).toBe(403)
    expect((await get(app, '/mina-sidor/exempel/1', office)).status).toBe(200)
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
    expect(await readPersonal(db, person)).not.toMatchObject({ goodExamples: [] })
    await db.transaction().execute((trx) => forgetPerson(trx, person))
    expect(await readPersonal(db, person)).toMatchObject({ goodExamples: [] })
    expect(await textOf('/exempel')).toContain('Bilpoolen som ersatte')
  })
})
