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
