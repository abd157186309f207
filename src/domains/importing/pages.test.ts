import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { importPlace } from '../../../tests/support/imports.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { temporaryFolder } from '../../../tests/support/temporary-folder.ts'
import { gathered } from '../../app/gathered.ts'
import { createSecrets } from '../../platform/secrets.ts'
import { toXlsx } from '../../platform/table-files.ts'
import { importCommand } from './command.ts'
import { dropOldFiles } from './file/file-queries.ts'
import { performWaiting } from './perform.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')
const show = async (path: string) => plain(await (await get(app, path, office)).text())

async function layUp(file: string | Uint8Array<ArrayBuffer>, mapping = '', name = 'aker.csv') {
  const form = new FormData()
  form.set('fil', new File([file], name))
  form.set('kolumner', mapping)
  const response = await post(app, '/kansli/import/fil', form, office)
  return { response, path: response.headers.get('location') ?? '' }
}

const columns = {
  blad: '',
  organisation: 'Kommun',
  ar: 'År',
  varde: 'Andel',
  nyckeltal: '',
  figur: '4',
  faktor: '1',
  decimal: 'auto',
  utgivare: 'Jordbruksverket',
  status: 'final',
  grund: 'published',
  namn: 'Ekologisk åker',
}
const csv =
  'Kommun;År;Andel\nFalkenbergs kommun;2019;9,5\nfalkenberg;2020;"1 000,25"\nRiket;2020;8\nHylte;2020;..\n'

const readingOf = (code: string, year: number) =>
  database.db
    .selectFrom('key_figure_value')
    .selectAll()
    .where('key_figure_id', '=', '4')
    .where('organisation_code', '=', code)
    .where('year', '=', year)
    .where('known_until', 'is', null)
    .executeTakeFirst()

describe('a national file', () => {
  let path = ''
  test('is laid up, its columns are told, and what it changes is shown before anything is written', async () => {
    path = (await layUp(csv)).path
    expect(await show(path)).toContain('Filens första rader')
    const mapped = await post(app, path, columns, office)
    expect(mapped.headers.get('location')).toBe(`${path}#andringar`)
    const preview = await show(path)
    expect(preview).toContain('Lästa värden: 3')
    expect(preview).toContain('Rader som inte gäller någon kommun eller region: 1')
    expect(preview).toMatch(/Falkenberg 4 Ekologisk odling 2020 \S+ 1\s000,25 Ersätter påhittat/)
    expect((await readingOf('1382', 2019))?.basis).toBe('made-up')
  })

  test('is loaded as one, with its publisher as the source', async () => {
    const loading = await post(app, `${path}/las-in`, {}, office)
    const run = loading.headers.get('location') ?? ''
    expect(run).toMatch(/^\/kansli\/import\/korning\/\d+\?klart=startad$/)
    expect(await show(run)).toContain('Väntar på sin tur.')
    await performWaiting(importPlace(database.db, {}), 'file')
    expect(await show(run)).toMatch(/Klar 1 av 1 klara .*aker\.csv klar 3 3 nya/)
    expect(await readingOf('1382', 2019)).toMatchObject({
      value: 9.5,
      basis: 'published',
      source_id: 'fil-ekologisk-aker',
      reported_by: 'Jordbruksverket',
    })
    expect(await readingOf('1315', 2020)).toMatchObject({ value: null, missing_reason: 'not-reported' })
  })

  test('the next year uses the same columns by their name, whatever the sheet is called', async () => {
    const table = {
      name: 'Omdöpt',
      columns: ['Kommun', 'År', 'Andel'].map((label) => ({ key: label, label })),
      rows: [['Falkenberg', 2019, 9.75]],
      notes: [],
    }
    const { path: next } = await layUp(new Uint8Array(await toXlsx(table)), 'Ekologisk åker', 'aker.xlsx')
    expect(await show(next)).toMatch(/Falkenberg 4 Ekologisk odling 2019 9,5 9,75 Rättas/)
  })

  test('with faults tells each row and reason, and loads nothing halfway unless somebody leaves them out', async () => {
    const { path: bad } = await layUp(`${csv}Falkenbrg;2021;1\nHylte;2021;i fjol\n`, 'Ekologisk åker')
    const preview = await show(bad)
    expect(preview).toContain('Rad 6, Kommun: Det finns ingen kommun eller region som heter ”Falkenbrg”.')
    expect(preview).toContain('Rad 7, Andel: ”i fjol” är inget tal.')
    const load = async (fields: Record<string, string>) => {
      const run = (await post(app, `${bad}/las-in`, fields, office)).headers.get('location') ?? ''
      await performWaiting(importPlace(database.db, {}), 'file')
      return show(run)
    }
    expect(await load({})).toContain('Filen har 2 fel. Inget är inläst.')
    expect(await load({ hoppa: '1' })).toContain('2 fel hoppades över.')
  })

  test('that is wrong in itself is refused with the reason, and so are columns that it does not have', async () => {
    const upload = async (file: string | Uint8Array<ArrayBuffer>) => {
      const { response } = await layUp(file)
      return `${response.status} ${plain(await response.text())}`
    }
    expect(await upload(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).toMatch(/422 .*trasig eller låst/)
    expect(await upload('')).toMatch(/422 .*Välj en fil/)
    expect(await upload(new Uint8Array([0, 1, 2]))).toMatch(/422 .*varken CSV eller XLSX/)
    const wrong = await post(app, path, { ...columns, varde: 'Hittepå', utgivare: '', faktor: '0' }, office)
    const text = plain(await wrong.text())
    expect(wrong.status).toBe(422)
    for (const message of ['Filen har ingen sådan kolumn', 'Skriv vem som ger ut', 'inte är noll']) {
      expect(text).toContain(message)
    }
  })

  test('is gone after 30 days; what it changed stays told', async () => {
    await dropOldFiles(database.db, new Date(Date.now() + 29 * 86_400_000), 30)
    expect((await get(app, path, office)).status).toBe(200)
    await dropOldFiles(database.db, new Date(Date.now() + 31 * 86_400_000), 30)
    expect((await get(app, path, office)).status).toBe(404)
    expect(await show('/kansli/import')).toContain('aker.csv')
  })
})

describe('the command', () => {
  const call = async (...args: string[]) => {
    const said: string[] = []
    const { db, config, today } = importPlace(database.db, {})
    const code = await importCommand.run({
      db,
      config,
      secrets: createSecrets('a secret of the tests, long enough'),
      gathered,
      args,
      now: () => new Date(),
      today,
      print: (line) => said.push(line),
      remark: (line) => said.push(line),
      signal: new AbortController().signal,
      asOwner: (run) => run(db),
    })
    return { code, said: said.join('\n') }
  }

  test('tries a file out, and loads it', async () => {
    const file = join(await temporaryFolder('import'), 'aker.csv')
    await writeFile(file, 'Kommun;År;Andel\nHylte;2018;7,5\n')
    const tried = await call('file', file, '--mapping', 'Ekologisk åker', '--dry-run')
    expect(tried.code).toBe(0)
    expect(tried.said).toMatch(/^4 {2}1315 Hylte 2018: \S+ → 7\.5 \(replaces made-up\)/)
    expect(tried.said).toContain('1 changes would be made. Nothing is written.')
    expect((await readingOf('1315', 2018))?.basis).toBe('made-up')
    expect((await call('file', file, '--mapping', 'Ekologisk åker')).said).toContain('1 changes are made.')
    expect(await readingOf('1315', 2018)).toMatchObject({ value: 7.5 })
  })

  test('says what is wrong with the call', async () => {
    expect(await call('sms')).toMatchObject({ code: 2 })
    expect(await call('scb', '--figure', '4')).toMatchObject({ code: 2 })
    expect(await call('kolada', '--loud')).toMatchObject({ code: 2 })
    expect((await call('file', 'x.csv', '--mapping', 'Nej')).said).toContain('There are: Ekologisk åker.')
  })

  test('tells that a source does not answer, and ends with 1', async () => {
    const { code, said } = await call('scb')
    expect(code).toBe(1)
    expect(said).toContain('The source does not answer')
  })
})

describe('the page of imports', () => {
  test('starts one import at a time and shows who did', async () => {
    const started = await post(app, '/kansli/import/starta', { kalla: 'kolada', prov: '1' }, office)
    expect(started.headers.get('location')).toMatch(/korning\/\d+\?klart=startad$/)
    const again = await post(app, '/kansli/import/starta', { kalla: 'kolada' }, office)
    expect(again.headers.get('location')).toBe('/kansli/import?klart=redan')
    const front = await show('/kansli/import')
    expect(front).toContain('Nattens hämtning är avstängd, så att en demonstration inte ringer upp')
    expect(front).toMatch(/Kolada prov \S+ \S+ Väntar/)
  })

  test('lets the secretariat say whose figure is whose, with a trace', async () => {
    const path = '/kansli/import/kopplingar/5'
    const origin = { kalla: 'kolada', id: 'N12345', faktor: '0,001', aktiv: '1' }
    expect((await post(app, path, { ...origin, oforandrat: '1' }, office)).status).toBe(422)
    expect((await post(app, path, { ...origin, id: 'X1' }, office)).status).toBe(422)
    const saved = await post(app, path, origin, office)
    expect(saved.headers.get('location')).toBe('/kansli/import/kopplingar?klart=sparad')
    expect(await show('/kansli/import/kopplingar')).toMatch(
      /5 Miljöcertifierat skogsbruk Kolada: N12345 0,001 nej, egen/,
    )
    const trace = await database.db
      .selectFrom('audit_entry')
      .select(['action', 'row_key', 'actor_name'])
      .where('table_name', '=', 'key_figure_origin')
      .execute()
    expect(trace).toMatchObject([{ action: 'change an origin', row_key: '5 kolada N12345' }])
    expect(trace[0]?.actor_name).not.toBe('')
  })

  test('lets the secretariat choose the tables of the population', async () => {
    const form = (rows: string[][]) => {
      const data = new FormData()
      for (const row of rows)
        for (const [i, name] of ['tabell', 'innehall', 'slag', 'fran', 'till'].entries())
          data.append(name, row[i] ?? '')
      return post(app, '/kansli/import/befolkning', data, office)
    }
    const exact = ['TAB638', 'BE0101N1', 'published', '1990', '2024']
    expect((await form([exact, ['TAB9', 'X', 'perturbed', '2024', '']])).status).toBe(422)
    expect((await form([exact, ['TAB9', 'X', 'perturbed', '2025', '']])).status).toBe(303)
    expect(await (await get(app, '/kansli/import/befolkning', office)).text()).toContain('value="TAB9"')
  })
})
