import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { sql } from 'kysely'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { textOfEntry } from '../../platform/files/zip.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let reporter: string
const report = '/rapportera/1382/2025'
const forms = `${report}/formular`
const file = (form: string, ending: 'xlsx' | 'csv') => `${forms}/${form}/formular.${ending}`

beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  reporter = await loggedIn(app, 'rapportor')
  // The secretariat asks for organic food too, which has a counterpart in Kolada.
  await sql`insert into reporting_round_figure select id, '11' from reporting_round where year = 2025`.execute(
    database.db,
  )
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = reporter) =>
  (await (await get(app, path, cookie)).text()).replace(/<[^>]+>/g, ' ').replace(/[\s\u2009]+/g, ' ')
const bytesOf = async (path: string) => Buffer.from(await (await get(app, path, reporter)).arrayBuffer())
const version = async (path: string) =>
  /name="version" value="(-?\d+)"/.exec(await (await get(app, path, reporter)).text())?.[1] ?? ''

const comments = z.object({
  comments: z.object({
    commentList: z.object({
      comment: z.array(
        z.object({ '@ref': z.string(), text: z.object({ t: z.object({ '#text': z.string() }) }) }),
      ),
    }),
  }),
})

/** The notes of a workbook's first sheet by cell. */
async function notesOf(workbook: Buffer): Promise<Map<string, string>> {
  const xml = (await textOfEntry(workbook, 'xl/comments1.xml', 1_000_000)) ?? ''
  const options = { ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false }
  const parser = new XMLParser({ ...options, isArray: (name: string) => name === 'comment' })
  const read = comments.parse(parser.parse(xml))
  return new Map(read.comments.commentList.comment.map((one) => [one['@ref'], one.text.t['#text']]))
}

describe('before the report is signed off', () => {
  test('nothing is filled in', async () => {
    const response = await get(app, forms, reporter)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('Skicka in rapporten först')
    expect((await get(app, file('kolada', 'xlsx'), reporter)).status).toBe(409)
    expect(await textOf(report)).not.toContain('Andra formulär')
  })

  test('and nobody else’s forms are shown', async () => {
    expect((await get(app, '/rapportera/1283/2025/formular', reporter)).status).toBe(403)
    expect((await get(app, forms, await loggedIn(app, 'fakturamottagare'))).status).toBe(403)
  })
})

describe('one sign-off', () => {
  beforeAll(async () => {
    const page = await (await get(app, report, reporter)).text()
    const asked = [...page.matchAll(/2025\/nyckeltal\/([a-z0-9-]+)"/g)].map(([, id = '']) => id)
    for (const id of new Set(asked)) {
      const path = `${report}/nyckeltal/${id}`
      const fields =
        id === '11'
          ? { taljare: '18', namnare: '60', kommentar: 'Ny <leverantör> & avtal från april' }
          : { saknas: 'not-measured' }
      const given = await post(app, path, { version: await version(path), ...fields }, reporter)
      expect(given.status, id).toBe(303)
    }
    const sent = await post(
      app,
      `${report}/steg`,
      { version: await version(report), steg: 'submit' },
      reporter,
    )
    expect(sent.status).toBe(303)
  })

  test('leads from the report to the forms', async () => {
    expect(await textOf(report)).toContain('Andra formulär, ifyllda ur rapporten')
    const text = await textOf(forms)
    expect(text).toContain('Egen rapportering till Kolada')
    expect(text).toContain('Inmatningens egen filmall är inte offentlig')
    expect(text).toMatch(/4 av 4 värden är ifyllda\. 1 kommer ur er rapport och 3 ur det som är publicerat\./)
    expect(text).toContain('Utsläppsinventering enligt Borgmästaravtalet')
    expect(text).toContain('Det här är inte avtalets egen mall')
  })

  test('fills Kolada’s layout: id, municipality, year, gender and value, with the parts that were reported', async () => {
    const rows = await readSheet(await bytesOf(file('kolada', 'xlsx')))
    expect(rows[0]).toEqual(['Nyckeltal', 'Namn', 'Kommun', 'År', 'Kön', 'Täljare', 'Nämnare', 'Värde'])
    expect(rows[1]).toEqual([
      'U07514',
      'Ekologiska livsmedel i kommunens verksamhet, andel (%)',
      '1382',
      2025,
      'T',
      18,
      60,
      30,
    ])
    expect(rows.map((row) => row[0])).not.toContain('N60404')
  })

  test('leaves a note on each filled cell: figure, value, source, who reported and signed off, and when', async () => {
    const workbook = await bytesOf(file('kolada', 'xlsx'))
    const notes = await notesOf(workbook)
    expect([...notes.keys()].filter((cell) => cell.endsWith('2'))).toEqual(['D2', 'F2', 'G2', 'H2'])
    const note = notes.get('H2') ?? ''
    expect(note).toContain('Nyckeltal: 11 Ekologiska livsmedel 2025')
    expect(note).toContain('Källa: Medlemmens rapport 2025')
    expect(note).toMatch(/Rapporterat av: .+ 20\d\d-\d\d-\d\d/)
    expect(note).toMatch(/Insänt eller godkänt av: .+ 20\d\d-\d\d-\d\d/)
    expect(note).toContain('Kommentar: Ny <leverantör> & avtal från april')
    expect(note).toContain('påhittat')
    const shapes = (await textOfEntry(workbook, 'xl/drawings/notes1.vml', 1_000_000)) ?? ''
    expect(shapes.match(/<x:ClientData/g)).toHaveLength(notes.size)
  })

  test('has the same on a sheet of its own, and says what is assumed', async () => {
    const workbook = await bytesOf(file('kolada', 'xlsx'))
    const notes = await notesOf(workbook)
    const provenance = await readSheet(workbook, 2)
    expect(provenance[0]?.slice(0, 5)).toEqual(['Ruta', 'Rad', 'Nyckeltal', 'År', 'Värde'])
    expect(provenance.slice(1).map((row) => row[0])).toEqual([...notes.keys()])
    expect((await readSheet(workbook, 3)).flat().join(' ')).toContain(
      'Inmatningens egen filmall är inte offentlig',
    )
  })

  test('fills the inventory in tonnes: per inhabitant times the inhabitants of that very year', async () => {
    const workbook = await bytesOf(file('borgmastaravtalet', 'xlsx'))
    const rows = await readSheet(workbook)
    const transport = rows.find((row) => row[0] === 'Transporter')
    const [year, tonnes] = [Number(transport?.[5]), Number(transport?.[6])]
    const { value } = await database.db
      .selectFrom('key_figure_value')
      .select('value')
      .where('key_figure_id', '=', 'utslapp-transporter')
      .where('organisation_code', '=', '1382')
      .where('year', '=', year)
      .where('known_until', 'is', null)
      .executeTakeFirstOrThrow()
    const { inhabitants } = await database.db
      .selectFrom('population')
      .select('inhabitants')
      .where('organisation_code', '=', '1382')
      .where('year', '=', year)
      .executeTakeFirstOrThrow()
    expect(tonnes).toBeCloseTo((value ?? 0) * inhabitants, 3)
    const cell = `G${rows.findIndex((row) => row[0] === 'Transporter') + 1}`
    expect((await notesOf(workbook)).get(cell)).toMatch(/Omräkning: gånger \d+\s\d+ invånare 20\d\d/)
    expect(rows.find((row) => row[0] === 'Bostäder')?.slice(1, 5)).toEqual([null, null, null, null])
    expect(rows.find((row) => row[0] === 'Offentlig belysning')?.slice(1)).toEqual(Array(6).fill(null))
  })

  test('comes as CSV too, with the origin of each row', async () => {
    const response = await get(app, file('kolada', 'csv'), reporter)
    expect(response.headers.get('cache-control')).toContain('no-store')
    const rows: string[][] = parse(await response.text(), { bom: true, delimiter: ';' })
    expect(rows[0]?.at(-1)).toBe('Ursprung')
    expect(rows[1]?.slice(0, 8)).toEqual([
      'U07514',
      'Ekologiska livsmedel i kommunens verksamhet, andel (%)',
      '1382',
      '2025',
      'T',
      '18',
      '60',
      '30',
    ])
    expect(rows[1]?.[8]).toContain('Källa: Medlemmens rapport 2025')
  })

  test('reads in English', async () => {
    expect(await textOf(`/en${forms}`)).toContain('Emission inventory of the Covenant of Mayors')
    const rows = await readSheet(await bytesOf(`/en${file('borgmastaravtalet', 'xlsx')}`))
    expect(rows.map((row) => row[0])).toContain('Residential buildings')
  })

  test('knows no other forms', async () => {
    expect((await get(app, file('annat', 'xlsx'), reporter)).status).toBe(404)
  })
})
