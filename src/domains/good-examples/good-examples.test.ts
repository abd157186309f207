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

describe('writing an example', () => {
  test('begins from an invitation, already tied to the key figure and to what it was learned from', async () => {
    const html = await textOf('/mina-sidor/exempel/ny/1382?nyckeltal=9&efter=6', member)
    expect(html).toContain('type="hidden" name="nyckeltal" value="9"')
    expect(html).toContain('En energiingenjör som betalar sig själv')
    const begin = { rubrik: 'Vi följde efter', sprak: 'sv', nyckeltal: '9', efter: '6' }
    const response = await post(app, '/mina-sidor/exempel/ny/1382', begin, member)
    const draft = response.headers.get('location') ?? ''
    expect(await textOf(draft, member)).toContain('Ni lärde er av')
    const step = await textOf(`${draft.split('?')[0]}/resultat`, member)
    expect(step).toMatch(/value="9"[^>]*checked|checked[^>]*value="9"/)
    expect(step).toContain('Så här ser diagrammen ut')
  })

  test('asks one question a page, checks the answers, and is published when it is whole', async () => {
    const id = await begun('Vi delar verktyg')
    expect(await textOf(`/mina-sidor/exempel/${id}/kontrollera`, member)).toContain(
      'Innan exemplet kan publiceras',
    )
    expect((await get(app, `/exempel/${id}`)).status).toBe(404)
    const { rubrik, sammanfattning, problem, gjorde, resultat } = story
    const next = await save(id, 'rubrik', { rubrik, sammanfattning, version: '1' })
    expect(next.headers.get('location')).toBe(`/mina-sidor/exempel/${id}/problem?klart=sparat`)
    await save(id, 'problem', { problem, version: '2' })
    await save(id, 'atgard', { gjorde, ar: '2021', version: '3' })
    await save(id, 'resultat', { resultat, nyckeltal: ['7', '1a'], version: '4' })
    await save(id, 'kopplingar', { amne: ['avfall'], kriterium: ['2'], mal: ['12'], version: '5' })
    const links = { text1: 'Rapporten', adress1: 'https://falkenberg.example/rapport' }
    expect((await save(id, 'dokument', { ...links, version: '6' })).status).toBe(303)
    expect(await textOf(`/mina-sidor/exempel/${id}/kontrollera`, member)).toContain(
      'Allt som behövs finns med.',
    )
    await save(id, 'publicera', {})
    const html = await textOf(`/exempel/${id}-vi-delar-verktyg`)
    expect(html).toContain('40 borrmaskiner färre.')
    expect(html).toContain('https://falkenberg.example/rapport')
    expect(html).toContain('href="/exempel?amne=avfall"')
    expect(await textOf('/exempel?nyckeltal=1a')).toContain('Vi delar verktyg')
    expect(await textOf('/exempel.atom')).toContain('Vi delar verktyg')
  })

  test('leaves alone what another step asks for, and unticks what is not sent', async () => {
    const id = await begun('Två steg')
    await save(id, 'resultat', { resultat: 'Bättre.', nyckeltal: ['7', '9'], version: '1' })
    await save(id, 'resultat', { resultat: 'Bättre.', nyckeltal: ['7'], version: '2', vidare: 'lista' })
    await save(id, 'kostnad', { kostnad: '1 000 kronor', tid: '', version: '3' })
    const { findExample } = await import('./example-queries.ts')
    expect(await findExample(database.db, Number(id))).toMatchObject({
      figures: ['7'],
      texts: { sv: { title: 'Två steg', result: 'Bättre.', cost: '1 000 kronor' } },
    })
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
    const wrong = async (step: string, fields: Record<string, string | string[]>) => {
      const response = await save(id, step, { ...fields, version: '1' })
      expect(response.status).toBe(422)
      return response.text()
    }
    expect(await wrong('atgard', { ar: '1066' })).toContain('Skriv ett år mellan 1980 och i år')
    expect(await wrong('resultat', { nyckeltal: ['finns-inte'] })).toContain('Välj nyckeltal ur listan.')
    expect(await wrong('kopplingar', { amne: ['finns-inte'] })).toContain('Välj ämnen ur listan.')
    expect(await wrong('kontakt', { kontakt: '1' })).toContain('Välj någon ur listan.')
    expect(await wrong('dokument', { text1: 'Hit', adress1: 'javascript:alert(1)' })).toContain(
      'Skriv en hel adress',
    )
    expect(await wrong('rubrik', { rubrik: '' })).toContain('Skriv en rubrik.')
    expect((await post(app, '/mina-sidor/exempel/ny/1382', { rubrik: '' }, member)).status).toBe(422)
  })

  test('keeps what is published whole, and what it was in the log', async () => {
    const id = await begun('Hel')
    await save(id, 'text/sv', { ...story, version: '1' })
    await save(id, 'atgard', { gjorde: story.gjorde, ar: '2020', version: '2' })
    await save(id, 'publicera', {})
    const emptied = await save(id, 'text/sv', { ...story, resultat: '', version: '3' })
    expect(emptied.status).toBe(422)
    expect((await save(id, 'atgard', { gjorde: story.gjorde, ar: '', version: '3' })).status).toBe(422)
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

  test('is told by members what is wrong, deals with it, and is not flooded', async () => {
    const delegate = await loggedIn(app, 'ombud')
    const say = (skal: string) => post(app, '/exempel/3/anmal', { skal }, delegate)
    expect((await say('')).status).toBe(422)
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
