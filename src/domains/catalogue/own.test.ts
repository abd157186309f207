import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { listFigures } from '../key-figures/index.ts'
import { listOwnFigures } from './own-queries.ts'
import { ownLimits } from './rules/own.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let falkenberg: string
let helsingborg: string
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  // The demonstration's delegate of Helsingborg reports for it too.
  await database.db
    .insertInto('appointment')
    .columns(['person_id', 'organisation_code', 'role', 'since'])
    .expression((eb) =>
      eb
        .selectFrom('appointment')
        .where('organisation_code', '=', '1283')
        .where('role', '=', 'delegate')
        .select(['person_id', 'organisation_code', eb.val('reporter').as('role'), 'since'])
        .limit(1),
    )
    .execute()
  falkenberg = await loggedIn(app, 'rapportor')
  helsingborg = await loggedIn(app, 'ombud')
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (response: Response) =>
  (await response.text())
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/[\s\u00a0]+/g, ' ')
const read = async (path: string, cookie = '') => textOf(await get(app, path, cookie))

const words = {
  namn: 'Solceller på skolor',
  forklaring: 'Effekt av solceller på kommunens skolor, per elev.',
  enhet: 'W/elev',
  decimaler: '1',
  riktning: 'up',
  galler: 'organisation',
  kriterier: ['1'],
}
const id = 'egen-1382-solceller-pa-skolor'
const here = `/rapportera/1382/egna/${id}`

describe('an own key figure', () => {
  test('asks for what is missing, and keeps what was typed', async () => {
    const answer = await post(app, '/rapportera/1382/egna/nytt', { namn: 'Utan resten' }, falkenberg)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const words of ['Skriv enheten', 'Förklara nyckeltalet', 'Välj minst ett kriterium']) {
      expect(html).toContain(words)
    }
    expect(html).toContain('Utan resten')
  })

  test('is added by somebody who represents the member, and shows as its own', async () => {
    const answer = await post(app, '/rapportera/1382/egna/nytt', words, falkenberg)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${here}?klart=sparat`)
    const page = await read(`/nyckeltal/${id}`)
    expect(page).toContain('Solceller på skolor (eget nyckeltal)')
    expect(page).toContain('Det här är ett eget nyckeltal för Falkenberg')
    expect(page).toContain('inte beslutat av årsmötet')
    expect(page).toContain('påhittat')
    expect(await read('/nyckeltal')).toContain('Solceller på skolor (eget nyckeltal)')
    expect((await post(app, '/rapportera/1283/egna/nytt', words, falkenberg)).status).toBe(403)
  })

  test('gets values by those who follow it, warned of but never walled off', async () => {
    for (const [ar, varde] of [
      ['2021', '4'],
      ['2022', '5,5'],
      ['2023', '6'],
      ['2024', '7'],
      ['2025', '8'],
    ]) {
      const answer = await post(app, `${here}/varde`, { ar: ar ?? '', varde: varde ?? '' }, falkenberg)
      expect(answer.headers.get('location')).toBe(`${here}?klart=varde`)
    }
    const odd = await post(app, `${here}/varde`, { ar: '2025', varde: '80' }, falkenberg)
    const where = odd.headers.get('location') ?? ''
    expect(where).toBe(`${here}/varde?ar=2025&klart=ovanligt`)
    expect(await read(where, falkenberg)).toContain('mer än tre gånger från ert förra')
    await post(
      app,
      `${here}/varde`,
      { ar: '2025', varde: '8,5', kommentar: 'Ny skola med tak.', skal: 'En nolla för mycket.' },
      falkenberg,
    )
    const page = await read(`/nyckeltal/${id}?kommun=1382&vy=tabell`)
    expect(page).toContain('8,5 W/elev')
    expect(page).toContain('Ny skola med tak.')
    const history = await database.db
      .selectFrom('key_figure_value')
      .where('key_figure_id', '=', id)
      .where('year', '=', 2025)
      .select(['value', 'revision_sv'])
      .orderBy('known_from')
      .execute()
    expect(history.map(({ value }) => value)).toEqual([8, 80, 8.5])
    expect(history.at(-1)?.revision_sv).toBe('En nolla för mycket.')
  })

  test.for([
    [{ ar: '2025', varde: '' }, 'Skriv ett värde'],
    [{ ar: '2026', varde: '1' }, 'Skriv ett år som har varit'],
    [{ ar: '2025', varde: '1.234' }, 'läsas på två sätt'],
    [{ ar: '2025', varde: '1', saknas: 'not-measured' }, 'Svara på ett sätt'],
  ] as const)('refuses the value %j', async ([fields, why]) => {
    const answer = await post(app, `${here}/varde`, fields, falkenberg)
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain(why)
  })

  test('keeps unit and direction once there are values; other words need a promise', async () => {
    const version = { version: '0' }
    const unit = await post(app, `${here}/andra`, { ...words, ...version, enhet: 'kW/elev' }, falkenberg)
    expect(unit.status).toBe(422)
    expect(await textOf(unit)).toContain('Lägg till ett nytt nyckeltal i stället')
    const changed = { ...words, ...version, forklaring: 'Solcellernas effekt på kommunens skolor, per elev.' }
    expect((await post(app, `${here}/andra`, changed, falkenberg)).status).toBe(422)
    expect((await post(app, `${here}/andra`, { ...changed, samma: '1' }, falkenberg)).status).toBe(303)
    // The version that was seen is no longer the latest.
    expect((await post(app, `${here}/andra`, { ...changed, samma: '1' }, falkenberg)).status).toBe(422)
  })

  test('is shared by invitation: asked once, by mail, answered by the other, left again', async () => {
    const asked = await post(app, `${here}/bjud-in`, { medlem: 'Helsingborg' }, falkenberg)
    expect(asked.headers.get('location')).toBe(`${here}?klart=inbjuden`)
    const again = await post(app, `${here}/bjud-in`, { medlem: 'Helsingborg' }, falkenberg)
    expect(await textOf(again)).toContain('redan tillfrågad')
    const stranger = await post(app, `${here}/bjud-in`, { medlem: 'Kungälv' }, falkenberg)
    expect(await textOf(stranger)).toContain('Bara medlemmar')
    const mails = await database.db
      .selectFrom('mail')
      .where('kind', '=', 'own-figure-invited')
      .selectAll()
      .execute()
    expect(mails.length).toBeGreaterThan(0)

    const theirs = `/rapportera/1283/egna/${id}`
    expect((await post(app, `${theirs}/varde`, { ar: '2025', varde: '3' }, helsingborg)).status).toBe(409)
    expect(await read('/rapportera/1283/egna', helsingborg)).toContain('Falkenberg bjuder in er')
    expect((await post(app, `${theirs}/svar`, { svar: 'accept' }, helsingborg)).status).toBe(303)
    expect((await post(app, `${theirs}/varde`, { ar: '2025', varde: '3' }, helsingborg)).status).toBe(303)
    expect((await post(app, `${theirs}/andra`, words, helsingborg)).status).toBe(404)
    expect(await read(`/nyckeltal/${id}`)).toContain('Följs också av Helsingborg')
    expect(await read('/kommuner/1283')).toContain('Solceller på skolor (eget nyckeltal)')
    expect((await post(app, `${theirs}/svar`, { svar: 'leave' }, helsingborg)).status).toBe(303)
    expect((await post(app, `${theirs}/varde`, { ar: '2024', varde: '3' }, helsingborg)).status).toBe(409)
    expect((await post(app, `${here}/svar`, { svar: 'leave' }, falkenberg)).status).toBe(409)
  })

  test('stays out of rounds, the glance and the means of members', async () => {
    expect(await read('/kansli/rapportering', office)).not.toContain('Solceller')
    expect(await read('/')).not.toContain('Solceller')
    const number = await database.db
      .selectFrom('kolada_kpi')
      .where('key_figure_id', '=', id)
      .select('number')
      .executeTakeFirstOrThrow()
    const kpi = `/kolada/v3/data/kpi/U${number.number}/year/2025`
    const { values } = await (await app.request(kpi)).json()
    expect(values.map((one: { municipality: string }) => one.municipality)).toEqual(['1283', '1382'])
    const group = await (await app.request(`${kpi}?municipality_id=G1`)).json()
    expect(group.values).toEqual([])
  })

  test('can be hidden by the secretariat with a reason that its owner reads, and shown again', async () => {
    const hide = `/kansli/nyckeltal/egna/${id}/dolj`
    expect((await post(app, hide, { orsak: '' }, office)).status).toBe(422)
    expect((await post(app, hide, { orsak: 'Reklam för ett företag.' }, office)).status).toBe(303)
    expect((await get(app, `/nyckeltal/${id}`)).status).toBe(404)
    expect(await read('/nyckeltal')).not.toContain('Solceller på skolor')
    expect(await read('/kommuner/1382')).not.toContain('Solceller på skolor')
    for (const path of ['/oppna-data/nyckeltal.csv', '/api/v1/values?organisation=1382&limit=1000']) {
      const answer = await app.request(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain(id)
    }
    expect((await listFigures(database.db)).some((figure) => figure.id === id)).toBe(false)
    expect(await read(here, falkenberg)).toContain('Reklam för ett företag.')
    expect((await post(app, `${here}/varde`, { ar: '2020', varde: '3' }, falkenberg)).status).toBe(409)
    expect((await post(app, hide, { orsak: 'Igen.' }, falkenberg)).status).toBe(403)
    expect((await post(app, `/kansli/nyckeltal/egna/${id}/visa`, {}, office)).status).toBe(303)
    expect((await get(app, `/nyckeltal/${id}`)).status).toBe(200)
  })

  test('is put away and taken up by its owner; its values stay', async () => {
    await post(app, `${here}/arkivera`, { vad: 'sluta' }, falkenberg)
    expect(await read(`/nyckeltal/${id}`)).toContain('följs inte längre')
    expect((await post(app, `${here}/varde`, { ar: '2020', varde: '3' }, falkenberg)).status).toBe(409)
    await post(app, `${here}/arkivera`, { vad: 'ta-upp' }, falkenberg)
    expect((await post(app, `${here}/varde`, { ar: '2020', varde: '3' }, falkenberg)).status).toBe(303)
  })

  test('is one of ten at most that a member keeps at once, however fast they are added', async () => {
    const tries = Array.from({ length: 14 }, (_, i) =>
      post(app, '/rapportera/1382/egna/nytt', { ...words, namn: `Nummer ${i}` }, falkenberg),
    )
    const refused = (await Promise.all(tries)).filter(({ status }) => status === 422)
    expect(refused.length).toBeGreaterThan(0)
    const kept = (await listOwnFigures(database.db)).filter(
      ({ ownerCode, archived }) => ownerCode === '1382' && !archived,
    )
    expect(kept).toHaveLength(ownLimits.inUse)
  })

  test('leaves a trace of who did what', async () => {
    const rows = await database.db
      .selectFrom('audit_entry')
      .where('row_key', 'like', `${id}%`)
      .select(['action', 'table_name', 'actor_name'])
      .execute()
    const actions = new Set(rows.map(({ action }) => action))
    for (const action of ['add an own key figure', 'own key figure: accept', 'hide an own key figure']) {
      expect(actions).toContain(action)
    }
    expect(rows.every(({ actor_name }) => actor_name !== '')).toBe(true)
  })
})
