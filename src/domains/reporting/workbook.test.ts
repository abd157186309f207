import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { withPart } from '../../../tests/support/workbook-files.ts'

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

async function fileOf(rows: Rows, sheet = 'Blad1'): Promise<Buffer> {
  const data = rows.map((row) =>
    row.map((value) =>
      value === null ? null : value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value },
    ),
  )
  return writeExcelFile([{ sheet, data }]).toBuffer()
}

async function upload(rows: Rows, sheet?: string) {
  return send(new Uint8Array(await fileOf(rows, sheet)))
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
    ['a date', [[new Date('2025-05-01'), '2']], 'Bladet ”Blad1”, cell A2: Cellen är ett datum'],
    ['a truth', [[true, '2']], 'Bladet ”Blad1”, cell A2: Cellen är sant eller falskt'],
    ['a figure that nobody knows', [[1, '99x']], 'cell B2: Det finns inget sådant nyckeltal'],
    [
      'a figure twice',
      [
        [1, '2'],
        [2, '2'],
      ],
      'Bladet ”Blad1”, cell B3: Nyckeltalet står två gånger',
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
    ['#DIV/0!', 'Skriv ett tal'],
    ['1.234', 'kan läsas på två sätt'],
    ['i fjol', 'Skriv ett tal'],
  ] as const)('with the words %s for a number tells sheet and row', async ([words, reason]) => {
    const rows = [
      ['id', 'värde'],
      ['2', words],
    ]
    const text = plain(await (await upload(rows)).text())
    expect(text).toContain('Bladet ”Blad1”, rad 2')
    expect(text).toContain(reason)
  })

  test.for([
    ['1 234,5', '1\u2009235 resor/inv'],
    ['1\u00a0234,5', '1\u2009235 resor/inv'],
    ['1.234,5', '1\u2009235 resor/inv'],
    ['1,234.5', '1\u2009235 resor/inv'],
    ['97.5', '98 resor/inv'],
    ['−3', '−3 resor/inv'],
  ] as const)('with the number %s typed as text shows how it is read', async ([words, shown]) => {
    const rows = [
      ['id', 'värde', 'kommentar'],
      ['2', words, 'prov'],
    ]
    const response = await upload(rows)
    expect(response.status).toBe(200)
    expect((await response.text()).replaceAll('\u00a0', ' ')).toContain(shown)
  })

  test('half filled in changes only what is filled in', async () => {
    const rows = await exported()
    fill(rows, '12', { värde: 44, kommentar: 'Fyra nya skolor' })
    const text = plain(await (await upload(rows)).text())
    expect(text).toContain('Spara en ändring')
    expect(text).not.toContain('Det här gick inte att förstå')
  })

  test('is found on any sheet, whatever its name', async () => {
    const data = [
      [{ value: 'id' }, { value: 'värde' }, { value: 'kommentar' }],
      [{ value: '2' }, { value: 98 }, { value: 'ny' }],
    ]
    const bytes = await writeExcelFile([
      { sheet: 'Att göra', data: [[{ value: 'Fråga Anna' }]] },
      { sheet: 'Våra tal & annat', data },
    ]).toBuffer()
    expect(plain(await (await send(new Uint8Array(bytes))).text())).toMatch(/98 resor\/inv/)
  })

  describe('with a formula', () => {
    const withFormula = async (cell: string) => {
      const rows = [
        ['id', 'värde', 'kommentar'],
        ['2', 1, 'räknat'],
      ]
      const file = await fileOf(rows, 'Räkna')
      return send(
        await withPart(file, 'xl/worksheets/sheet1.xml', (xml) => xml.replace(/<c r="B2".*?<\/c>/s, cell)),
      )
    }

    test('takes its result and says so', async () => {
      const response = await withFormula('<c r="B2"><f>SUM(C9:C12)/2</f><v>96.4</v></c>')
      expect(response.status).toBe(200)
      const text = plain(await response.text())
      expect(text).toContain('96 resor/inv')
      expect(text).toContain('Räknat med en formel i arbetsboken.')
    })

    test.for([
      ['<c r="B2"><f>SUM(C9:C12)/2</f></c>', 'Formeln i cellen är inte uträknad'],
      ['<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'Formeln i cellen ger ett fel'],
    ] as const)('that is %s is refused with sheet, cell and reason', async ([cell, reason]) => {
      const response = await withFormula(cell)
      expect(response.status).toBe(422)
      expect(plain(await response.text())).toContain(`Bladet ”Räkna”, cell B2: ${reason}`)
    })
  })

  describe('of somebody else', () => {
    test('is refused whole, with what it is about', async () => {
      const rows = await exported()
      for (const row of rows.slice(1)) fill(rows, String(row[0]), { medlem: 'Halmstad', värde: 5 })
      const response = await upload(rows, 'Nyckeltal')
      expect(response.status).toBe(422)
      const text = plain(await response.text())
      expect(text).toContain(
        'Bladet ”Nyckeltal”, cell D2: Raden gäller Halmstad, men rapporten är för Falkenberg. Det gäller 8 rader till.',
      )
      expect(text).not.toContain('Spara')
    })

    test('or another year is refused too, also when the year is text', async () => {
      for (const year of [2023, '2023']) {
        const rows = await exported()
        fill(rows, '2', { mätår: year, värde: 5 })
        expect(plain(await (await upload(rows)).text())).toMatch(
          /cell E2: Raden gäller 2023, men rapporten är för 2025\./,
        )
      }
    })

    test('is not seen in another spelling of one’s own name, or a year as text', async () => {
      const rows = await exported()
      fill(rows, '2', { medlem: 'FALKENBERGS KOMMUN', mätår: '2025', värde: 91 })
      const response = await upload(rows)
      expect(response.status).toBe(200)
      const text = plain(await response.text())
      expect(text).toContain('91 resor/inv')
      expect(text).toContain('Medlemmen är skriven på ett annat sätt, men det är ni.')
    })
  })

  test('that is none is refused', async () => {
    expect(await (await send(new TextEncoder().encode('id;värde\n2;3'))).text()).toContain('ingen arbetsbok')
    expect(await (await send(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))).text()).toContain('trasig eller låst')
    expect(await (await upload([['a', 'b']])).text()).toContain('har rubrikerna id och värde')
  })
})
