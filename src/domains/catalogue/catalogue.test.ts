import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { copyOfFacts } from '../../../tests/support/facts.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { loadReference } from '../../app/load.ts'
import { readDataVersion } from '../../database/data-version.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (response: Response) =>
  (await response.text())
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/[\s\u00a0\u2009]+/g, ' ')
const read = async (path: string, cookie = '') => textOf(await get(app, path, cookie))

const decision = {
  motet: 'Årsmötet',
  dag: '2026-04-28',
  paragraf: '12',
  lank: 'https://eko.example/protokoll-2026.pdf',
}
const set = {
  ...decision,
  namn: 'Nyckeltalen 2026',
  namn_en: 'Key figures of 2026',
  beslutat: 'Årsmötet beslutade om en ny uppsättning.',
  beslutat_en: 'The annual meeting decided on a new set.',
  galler_fran: '2027-01-01',
  nyckeltal: ['1b', '4', '7', '11'],
}
/** What the form of a figure holds when it is opened. */
async function formOf(path: string): Promise<Record<string, string | string[]>> {
  const html = await (await get(app, path, office)).text()
  const fields: Record<string, string | string[]> = {}
  for (const [, name = '', value = ''] of html.matchAll(/<input[^>]*?name="(\w+)"[^>]*?value="([^"]*)"/g)) {
    if (
      !/type="(checkbox|radio)"/.test(
        html.slice(html.indexOf(`name="${name}"`) - 120, html.indexOf(`name="${name}"`)),
      )
    )
      fields[name] = value
  }
  return fields
}

describe('a set of key figures', () => {
  test('needs a decision of a meeting', async () => {
    const { motet: _, paragraf: __, ...rest } = set
    const answer = await post(app, '/kansli/nyckeltal/ny-uppsattning', rest, office)
    expect(answer.status).toBe(422)
    const text = await textOf(answer)
    expect(text).toContain('Skriv vilket möte som beslutade.')
    expect(text).toContain('Skriv paragrafen i protokollet.')
  })

  test('is looked through before it is saved: what is no longer followed, and which rounds ask for it', async () => {
    const answer = await post(app, '/kansli/nyckeltal/ny-uppsattning', set, office)
    expect(answer.status).toBe(200)
    const text = await textOf(answer)
    expect(text).toContain('Den har 4 nyckeltal.')
    expect(text).toContain(
      'De här följs inte längre, men värdena finns kvar: 1a Koldioxidutsläpp från industrin',
    )
    expect(text).toContain('Den öppna omgången för 2025 frågar efter')
    expect(await read('/nyckeltal')).not.toContain('Nyckeltalen 2026')
  })

  test('shows as one to come with its decision until the day when it takes over', async () => {
    const saved = await post(app, '/kansli/nyckeltal/ny-uppsattning', { ...set, steg: 'spara' }, office)
    expect(saved.headers.get('location')).toBe('/kansli/nyckeltal/uppsattning/2026?klart=sparat')
    const page = await read('/nyckeltal')
    expect(page).toContain('Årsmötet 28 april 2026, § 12')
    const taken = await post(app, '/kansli/nyckeltal/ny-uppsattning', { ...set, steg: 'spara' }, office)
    expect(await textOf(taken)).toContain('Det finns redan en uppsättning från det året.')
    expect(await read('/kansli/nyckeltal', office)).toMatch(/Nyckeltalen 2012 gäller nu/)
  })

  test('gets a new version of a figure, which has its own series and takes the place of the old one', async () => {
    const path = '/kansli/nyckeltal/tal/7/ny-version'
    const version = {
      ...decision,
      uppsattning: '2026',
      nummer: '7',
      namn: 'Hushållsavfall utan trädgårdsavfall',
      namn_en: 'Household waste without garden waste',
      forklaring: 'Avfall från hushåll i kilo per invånare, utan trädgårdsavfall. Lägre är bättre.',
      forklaring_en: 'Waste of households in kilos per inhabitant, without garden waste. Lower is better.',
      enhet: 'kg/inv',
      enhet_en: 'kg per inhabitant',
      decimaler: '0',
      riktning: 'down',
      galler: 'place',
      rapporteras: 'reporter',
      kalla: 'Avfall Sverige',
      kalla_en: 'Avfall Sverige',
      kriterier: ['2'],
      globala: '12',
      lagst: '50',
      hogst: '900',
    }
    const look = await textOf(await post(app, path, version, office))
    expect(look).toContain('Den tar platsen efter 7 i Nyckeltalen 2026.')
    expect(look).toMatch(/Det finns [\d ]+ värden för \d+ kommuner och regioner/)
    const saved = await post(app, path, { ...version, steg: 'spara' }, office)
    expect(saved.headers.get('location')).toBe('/kansli/nyckeltal/tal/7-2026?klart=version')
    const page = await read('/nyckeltal/7-2026')
    expect(page).toContain('Ersätter 7 ')
    expect(page).toContain('Årsmötet 28 april 2026, § 12')
    expect(await read('/nyckeltal/7')).toContain('Ersatt av 7 Hushållsavfall utan trädgårdsavfall')
    expect(await read('/kansli/nyckeltal/uppsattning/2026', office)).toContain('7-2026')
    const kpis = await (await app.request('/kolada/v3/kpi?title=trädgårdsavfall')).json()
    expect(kpis.values).toHaveLength(1)
    expect(kpis.values[0].id).toMatch(/^U97\d{3}$/)
    const faulty = await post(app, path, { ...version, lagst: '900', hogst: '50' }, office)
    expect(await textOf(faulty)).toContain('Det högsta rimliga värdet ska vara större')
  })

  test('takes over on its day: the kept figures with it, in the pages of everybody', async () => {
    const edit = '/kansli/nyckeltal/uppsattning/2026/andra'
    const begun = { ...set, nyckeltal: ['1b', '4', '11'], galler_fran: '2026-11-01', version: '0' }
    expect(await textOf(await post(app, edit, begun, office))).toContain('Den gäller genast')
    await post(app, edit, { ...begun, steg: 'spara' }, office)
    const late = await post(app, edit, { ...begun, steg: 'spara' }, office)
    expect(await textOf(late)).toContain('Någon annan har ändrat uppsättningen')
    await post(app, '/kansli/nyckeltal/uppsattning/2026/nummer', { id: ['11'], nummer: ['10'] }, office)
    const page = await read('/nyckeltal')
    expect(page).toContain('10 Ekologiska livsmedel')
    expect(page).toContain('Tidigare: Nyckeltalen 2012')
    expect(await read('/')).toContain('Hushållsavfall utan trädgårdsavfall')
    expect(await read('/kommuner/1382')).not.toContain('1a Koldioxidutsläpp från industrin')
    expect(await read('/kontakter', await loggedIn(app, 'rapportor'))).not.toContain('1a Koldioxid')
  })
})

describe('a key figure with values', () => {
  const path = '/kansli/nyckeltal/tal/4'
  const all = async () => ({
    ...(await formOf(path)),
    riktning: 'up',
    galler: 'place',
    rapporteras: 'national',
    kriterier: ['2'],
  })

  test('keeps its unit; another definition needs a break or a new version', async () => {
    const { db } = database
    const row = await db.selectFrom('key_figure').where('id', '=', '4').selectAll().executeTakeFirstOrThrow()
    const form = {
      ...(await all()),
      forklaring: row.explanation_sv,
      forklaring_en: row.explanation_en,
      anmarkning: row.values_note_sv ?? '',
      anmarkning_en: row.values_note_en ?? '',
      riktning: row.direction,
      galler: row.scope,
      rapporteras: row.reported_by,
      kriterier: row.criteria.map(String),
    }
    const unit = await post(app, path, { ...form, enhet: 'hektar' }, office)
    expect(unit.status).toBe(422)
    expect(await textOf(unit)).toContain('lägg till en ny version')
    const definition = {
      ...form,
      taljare: 'Annat',
      taljare_en: 'Other',
      namnare: 'Mark',
      namnare_en: 'Land',
    }
    const refused = await post(app, path, definition, office)
    expect(await textOf(refused)).toContain('krävs ett metodbyte eller en ny version')
    const withBreak = {
      ...definition,
      ...decision,
      brott_ar: '2015',
      brott_skal: 'Ny definition.',
      brott_skal_en: 'New definition.',
    }
    const look = await post(app, path, withBreak, office)
    expect(look.status).toBe(200)
    expect(await textOf(look)).toContain('Ett metodbyte införs 2015.')
    const saved = await post(app, path, { ...withBreak, steg: 'spara' }, office)
    expect(saved.headers.get('location')).toBe(`${path}?klart=sparat`)
    const page = await read('/nyckeltal/4?kommun=0980')
    expect(page).toContain('Från 2015 gäller en annan metod: Ny definition.')
    expect(page).toContain('Ny metod 2015')
  })

  test('has its words mended at once when no value changes its meaning', async () => {
    const { db } = database
    const before = await db
      .selectFrom('key_figure')
      .where('id', '=', '6')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(before.kept_by).toBe('reference')
    const form = {
      ...(await formOf('/kansli/nyckeltal/tal/6')),
      namn: 'Skyddade områden',
      forklaring: before.explanation_sv,
      forklaring_en: before.explanation_en,
      anmarkning: before.values_note_sv ?? '',
      anmarkning_en: before.values_note_en ?? '',
      riktning: before.direction,
      galler: before.scope,
      rapporteras: before.reported_by,
      kriterier: before.criteria.map(String),
    }
    expect((await post(app, '/kansli/nyckeltal/tal/6', form, office)).status).toBe(303)
    expect(await read('/nyckeltal/6')).toContain('Skyddade områden')
    const after = await db
      .selectFrom('key_figure')
      .where('id', '=', '6')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect({ ...after, name_sv: '', version: 0, kept_by: '' }).toEqual({
      ...before,
      name_sv: '',
      version: 0,
      kept_by: '',
    })
  })

  test('gets a break with reason and decision, and loses it again', async () => {
    const breaks = '/kansli/nyckeltal/tal/1b/brott'
    const given = { ...decision, brott_ar: '2010', brott_skal: 'Ny beräkning.', brott_skal_en: 'New method.' }
    expect((await post(app, breaks, { ...given, paragraf: '' }, office)).status).toBe(422)
    expect(await textOf(await post(app, breaks, given, office))).toContain('jämför inte längre över 2010')
    const version = await readDataVersion(database.db)
    await post(app, breaks, { ...given, steg: 'spara' }, office)
    expect(await readDataVersion(database.db), 'kept pages are of an older version').not.toBe(version)
    const page = await read('/nyckeltal/1b?kommun=1382')
    expect(page).toContain('Från 2010 gäller en annan metod: Ny beräkning.')
    expect(page).toMatch(/sedan 201\d/)
    const twice = await post(app, breaks, { ...given, steg: 'spara' }, office)
    expect(await textOf(twice)).toContain('har redan ett metodbyte')
    expect(await read(`${breaks}/2010/ta-bort`, office)).toContain('jämför åter över 2010')
    await post(app, `${breaks}/2010/ta-bort`, { steg: 'spara' }, office)
    expect(await read('/nyckeltal/1b?kommun=1382')).not.toContain('Ny beräkning.')
  })
})

describe('what the secretariat keeps', () => {
  test('is left alone when reference facts load, and told of', async () => {
    const facts = await copyOfFacts()
    await facts.change('key-figures/2012.yaml', 'name_sv: Skyddad natur', 'name_sv: Något annat')
    await facts.change('key-figures/2012.yaml', 'name_sv: Mängd hushållsavfall', 'name_sv: Hushållens avfall')
    const told: string[] = []
    await loadReference(database.db, (line) => told.push(line), facts.folder)
    expect(told.join()).toContain('Left as the secretariat keeps them: 1b, 4, 6')
    const names = await database.db
      .selectFrom('key_figure')
      .where('id', 'in', ['6', '7'])
      .select('name_sv')
      .orderBy('id')
      .execute()
    expect(names.map(({ name_sv }) => name_sv)).toEqual(['Skyddade områden', 'Hushållens avfall'])
    expect(await read('/nyckeltal/4?kommun=0980')).toContain('Ny definition.')
  })

  test('has a history of who changed what, before and after', async () => {
    const history = await read('/kansli/nyckeltal/historik', office)
    expect(history).toContain('Skyddade områden')
    expect(history).toContain('Metodbyte 1b 2010')
    expect(history).toContain('Uppsättning 2026')
    expect((await get(app, '/kansli/nyckeltal/historik', await loggedIn(app, 'rapportor'))).status).toBe(403)
  })
})
