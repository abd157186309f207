import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let reporter: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  reporter = await loggedIn(app, 'rapportor')
})
afterAll(() => database.drop())

const path = '/rapportera/1382/2025/arbetsbok'
type Rows = (string | number | boolean | Date | null)[][]

async function upload(rows: Rows, sheet = 'Blad1') {
  const data = rows.map((row) =>
    row.map((value) =>
      value === null ? null : value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value },
    ),
  )
  const bytes = await writeExcelFile([{ sheet, data }]).toBuffer()
  return send(new Uint8Array(bytes))
}

function send(bytes: Uint8Array<ArrayBuffer>, name = 'rapport.xlsx') {
  const form = new FormData()
  form.set('fil', new File([bytes], name))
  return post(app, path, form, reporter)
}

/** Writes into the row of a figure, by the headings of the columns. */
function fill(rows: Rows, id: string, cells: Record<string, string | number | boolean | Date>) {
  const row = rows.find(([one]) => String(one) === id) ?? []
  for (const [heading, value] of Object.entries(cells)) row[rows[0]?.indexOf(heading) ?? 0] = value
}

const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** Saves what a preview shows, as its form would. */
function save(html: string) {
  const form = /<form method="post" action="[^"]*spara">(.*?)<\/form>/s.exec(html)?.[1] ?? ''
  const data = new FormData()
  for (const [, name = '', value = ''] of form.matchAll(/name="([^"]*)" value="([^"]*)"/g))
    data.append(name, value)
  return post(app, `${path}/spara`, data, reporter)
}

async function exported(): Promise<Rows> {
  const response = await get(app, path, reporter)
  const rows = await readSheet(Buffer.from(await response.arrayBuffer()))
  return rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)),
  )
}

describe('a report as a workbook', () => {
  test('holds every figure with the last value, and changes nothing when it comes back untouched', async () => {
    const rows = await exported()
    expect(rows[0]).toEqual([
      'id',
      'nyckeltal',
      'enhet',
      'medlem',
      'mätår',
      'förra värdet',
      'värde',
      'täljare',
      'nämnare',
      'saknas för att',
      'kommentar',
    ])
    expect(rows.map(([id]) => String(id)).slice(1)).toEqual([
      '2',
      '3',
      '8a',
      '8b',
      '8c',
      '9',
      '10a',
      '10b',
      '12',
    ])
    const back = await upload(rows)
    expect(back.status).toBe(200)
    expect(await back.text()).toContain('Arbetsboken ändrar ingenting')
  })

  test('is filled in, looked at, and saved: numbers, texts with comma, parts, reasons', async () => {
    const rows = await exported()
    fill(rows, '2', { värde: 97 })
    fill(rows, '3', { värde: '61,5', kommentar: 'Ny upphandling <i>2025</i>' })
    fill(rows, '8a', { 'saknas för att': 'Vi mäter inte det här' })
    fill(rows, '9', { täljare: 45, nämnare: 60 })
    const preview = await upload(rows, 'Omdöpt av någon')
    const html = await preview.text()
    expect(preview.status).toBe(200)
    expect(plain(html)).toMatch(/2 Resor med kollektivtrafik inte besvarat 97 resor\/inv/)
    expect(plain(html)).toContain('75 %')
    expect(html).toContain('Ny upphandling &lt;i>2025&lt;/i>')
    expect(plain(await (await get(app, '/rapportera/1382/2025', reporter)).text())).not.toContain('97 resor')
    expect((await save(html)).headers.get('location')).toBe('/rapportera/1382/2025?klart=inlast')
    expect(plain(await (await get(app, '/rapportera/1382/2025', reporter)).text())).toContain('97 resor')
    // What was looked at is not what stands any longer.
    expect((await save(html)).status).toBe(409)
  })

  test('is found whatever stands above it, in English, and with the columns in another order', async () => {
    const response = await upload([
      ['Falkenberg', null, null],
      [null, null, null],
      ['value', 'comment', 'id'],
      [0.42, 'Measured twice', '8B'],
    ])
    expect(plain(await response.text())).toMatch(/8b Kadmium i avloppsslam .{1,20} 0,42 mg\/kg TS/)
  })

  test.for([
    ['a date', [[new Date('2025-05-01'), '2']], 'A2: Cellen är ett datum'],
    ['a truth', [[true, '2']], 'A2: Cellen är sant eller falskt'],
    ['a figure that nobody knows', [[1, '99x']], 'B2: Det finns inget sådant nyckeltal'],
    [
      'a figure twice',
      [
        [1, '2'],
        [2, '2'],
      ],
      'B3: Nyckeltalet står två gånger',
    ],
  ] as const)('with %s tells the cell, and the rest is still taken', async ([, rows, reason]) => {
    const response = await upload([['värde', 'id'], ...rows.map((row) => [...row]), [33, '12']])
    expect(response.status).toBe(422)
    const text = plain(await response.text())
    expect(text).toContain(reason)
    expect(text).toMatch(/12 Miljöcertifierade skolor och förskolor .{1,30} 33 %/)
  })

  test.for([
    ['NaN', 'Skriv ett tal'],
    ['1.234', 'kan läsas på två sätt'],
    ['i fjol', 'Skriv ett tal'],
  ] as const)('with the words %s for a number tells the row', async ([words, reason]) => {
    const text = plain(
      await (
        await upload([
          ['id', 'värde'],
          ['2', words],
        ])
      ).text(),
    )
    expect(text).toContain('rad 2')
    expect(text).toContain(reason)
  })

  test('that is none is refused', async () => {
    expect(await (await send(new TextEncoder().encode('id;värde\n2;3'))).text()).toContain('ingen arbetsbok')
    expect(await (await send(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).text()).toContain('trasig eller låst')
    expect(await (await upload([['a', 'b']])).text()).toContain('har rubrikerna id och värde')
  })
})
