import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unfoldsWithin } from '#platform/files/zip.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { toCsv, toXlsx } from '../../platform/table-files.ts'
import { dropDraftsNaming, dropOldDrafts } from './import-queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let secretariat: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  secretariat = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

type Bytes = string | Uint8Array

const textOf = async (path: string) => (await get(app, path, secretariat)).text()
const countPeople = async () =>
  (
    await database.db
      .selectFrom('person')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirst()
  )?.n

async function upload(bytes: Bytes, name = 'medlemmar.csv') {
  const data = new FormData()
  data.set('file', new File([typeof bytes === 'string' ? bytes : Buffer.from(bytes)], name))
  return post(app, '/kansli/import/personer', data, secretariat)
}

/** Uploads a file that can be read, and gives the address of its preview. */
async function preview(bytes: Bytes, name?: string): Promise<string> {
  const response = await upload(bytes, name)
  const address = response.headers.get('location')
  if (!address) throw new Error(`${response.status} ${/field-hint[\s\S]{0,400}/.exec(await response.text())}`)
  return address
}

async function confirm(address: string) {
  const seen = /name="seen" value="([^"]*)"/.exec(await textOf(address))?.[1] ?? ''
  return post(app, address, { seen }, secretariat)
}

const header = 'organisationskod;roll;namn;e-post;titel;telefon;organisationsnummer;e-fakturaadress\r\n'

describe('an import', () => {
  test('shows what every row does before anything is written, and then does exactly that, once', async () => {
    const before = await countPeople()
    const address = await preview(
      `${header}1382;Rapportör;Žofia Ångström-Øst;Zofia@falkenberg.example;Ekolog;'+46 70 1;;\r\n` +
        '1382;Medlem;李小龍;li@falkenberg.example;;;;\r\n' +
        '1283;medlem;שרה לוי;sara@helsingborg.example;;;212000-0142;0007:2120000142\r\n' +
        '1283;Rapportör;Trasig;inte-en-adress;;;;\r\n' +
        '1283;;;;;;212000-0143;\r\n' +
        '9999;Medlem;Okänd;okand@x.example;;;;\r\n',
    )
    const html = await textOf(address)
    expect(html).toContain('Nya: 3')
    expect(html).toContain('Fel: 3')
    expect(html).toContain('E-postadressen är inte rätt skriven.')
    expect(html).toContain('Organisationsnumret stämmer inte.')
    expect(html).toContain('”9999” finns inte i registret')
    expect(html).toContain('Nytt uppdrag: Rapportör')
    expect(await countPeople()).toBe(before)

    expect((await confirm(address)).headers.get('location')).toBe(`${address}?klart=inlast`)
    expect(await countPeople()).toBe((before ?? 0) + 3)
    const people = await textOf('/kansli/personer?organisation=1382&sok=falkenberg.example')
    expect(people).toContain('Žofia Ångström-Øst')
    expect(people).toContain('李小龍')
    expect(await textOf('/kansli/register/1283')).toContain('212000-0142')
    const log = await database.db
      .selectFrom('audit_entry')
      .where('action', '=', 'import people')
      .select('actor_name')
      .distinct()
      .execute()
    expect(log).toEqual([{ actor_name: 'Annika Strand' }])

    await post(app, address, { seen: 'again' }, secretariat)
    const again = await preview(
      `${header}1382;Rapportör;Žofia Ångström-Øst;zofia@falkenberg.example;Ekolog;;;\r\n`,
    )
    expect(await textOf(again)).toContain('Oförändrade: 1')
    expect(await countPeople()).toBe((before ?? 0) + 3)
  })

  test('gives back the rows with errors to mend, with line and reason', async () => {
    const address = await preview(
      `${header}1382;Kejsare;"=1+1";x@y.example;;;;\r\n1382;Medlem;Bra Rad;bra@y.example;;;;\r\n`,
    )
    const file = await textOf(`${address}/fel.csv`)
    expect(file).toContain('roll: Rollen saknas eller finns inte.')
    expect(file).toContain("'=1+1")
    expect(file).toContain(';2;')
    expect(file).not.toContain('Bra Rad')
    const mended = await preview(file.replace('Kejsare', 'Medlem'), 'fel.csv')
    const html = await textOf(mended)
    expect(html).toContain('Nya: 1')
    expect(html).toContain('känns igen och inte läses: rad och fel')
  })

  test('replaces the holder of a seat for one, and says whom', async () => {
    const address = await preview(
      `${header}1382;Kontaktpolitiker;Ny Politiker;ny.p@falkenberg.example;;;;\r\n`,
    )
    expect(await textOf(address)).toMatch(/Nytt uppdrag: Kontaktpolitiker, efter \S+/)
    await confirm(address)
    expect(await textOf('/kansli/personer?roll=contact-politician&organisation=1382')).toContain(
      'Ny Politiker',
    )
    expect(await textOf('/kansli/personer?roll=contact-politician&organisation=1382')).toContain('1 person.')
  })

  test('is not done when the register has changed since somebody looked', async () => {
    const row = `${header}1382;Medlem;Sent Namn;sent@falkenberg.example;;;;\r\n`
    const [first, second] = [await preview(row), await preview(row.replace('Sent Namn', 'Annat Namn'))]
    const seen = /name="seen" value="([^"]*)"/.exec(await textOf(first))?.[1] ?? ''
    await confirm(second)
    const late = await post(app, first, { seen }, secretariat)
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('Registret har ändrats')
    expect(html).toContain('Namn: Annat Namn → Sent Namn')
  })

  test('tells rows that contradict each other, and opens a person who stands twice once', async () => {
    const address = await preview(
      `${header}1382;Medlem;Samma;samma@x.example;;;;\r\n1283;Medlem;Samma;samma@x.example;;;;\r\n` +
        '1382;Rapportör;Annan;samma@x.example;;;;\r\n',
    )
    const html = await textOf(address)
    expect(html).toContain('Nya: 2')
    expect(html).toContain('namn: Säger emot rad 2.')
    await confirm(address)
    expect(await textOf('/kansli/personer?sok=samma%40x.example')).toContain('1 person.')
  })

  test('two who confirm the same file at once: it is done once', async () => {
    const address = await preview(`${header}1382;Medlem;En Gång;en.gang@x.example;;;;\r\n`)
    const answers = await Promise.all([confirm(address), confirm(address)])
    expect(answers.map(({ status }) => status).every((status) => status === 303)).toBe(true)
    expect(await textOf('/kansli/personer?sok=en.gang%40x.example')).toContain('1 person.')
  })
})

describe('files', () => {
  const names = ['Žofia Ångström-Øst', '李小龍', 'שרה לוי', 'O’Neill, "Kim"', '=1+1', '🌱 Grön']
  const table = {
    name: 'personer',
    columns: ['organisationskod', 'roll', 'namn', 'e-post', 'telefon'].map((key) => ({ key, label: key })),
    rows: names.map((name, i) => ['0114', 'Medlem', name, `n${i}@x.example`, '+46 8 1']),
    notes: ['Om'],
  }
  test.each([
    ['CSV with commas', () => toCsv(table, 'plain')],
    ['CSV of a Swedish Excel', () => toCsv(table, 'swedish')],
    ['XLSX', () => toXlsx(table)],
    ['CSV in UTF-16', () => Buffer.from(`\ufeff${toCsv(table, 'plain').replaceAll(',', '\t')}`, 'utf16le')],
  ])('of the kind %s keep every name', async (kind, bytesOf) => {
    if (kind.endsWith('16')) table.rows = table.rows.filter(([, , name]) => !String(name).includes(','))
    const html = await textOf(await preview(await bytesOf(), 'x.bin'))
    expect(html).toContain('Fel: 0')
    for (const [, , name] of table.rows) {
      expect(html).toContain(String(name).replaceAll('"', '&quot;').slice(0, 8))
    }
    expect(html).toContain('<bdi>=1+1</bdi>')
  })

  test('in Windows-1252 and with a code that lost its zero are understood', async () => {
    const text = 'Kommunkod;Uppdrag;Namn;E-post\r\n114;Medlem;Åsa Öberg;asa@x.example\r\n'
    const html = await textOf(await preview(Buffer.from(text, 'latin1')))
    expect(html).toContain('Åsa Öberg')
    expect(html).toContain('Upplands Väsby')
  })

  test('may name the organisation, in the words people use', async () => {
    const html = await textOf(
      await preview(
        'organisation,roll,namn,e-post\nFalkenbergs kommun,Medlem,A,a@x.example\nGöteborgs stad,Medlem,B,b@x.example\n',
      ),
    )
    expect(html).toContain('Falkenberg')
    expect(html).toContain('Göteborg är inte medlem')
  })

  const zip = (unfolded: number, declared = unfolded) => {
    const data = deflateRawSync(Buffer.alloc(unfolded))
    const name = Buffer.from('xl/worksheets/sheet1.xml')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(declared, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(data.length, 20)
    central.writeUInt32LE(declared, 24)
    central.writeUInt16LE(name.length, 28)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(central.length + name.length, 12)
    end.writeUInt32LE(local.length + name.length + data.length, 16)
    return Buffer.concat([local, name, data, central, name, end])
  }

  test.each([
    ['nothing', '', 'Välj en fil'],
    ['only headings', header, 'inga rader'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'varken CSV eller XLSX'],
    ['an old Excel file', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'gamla Excelformatet'],
    ['a zip that is no workbook', zip(100), 'går inte att läsa'],
    ['a zip that unfolds to 200 MB', zip(200_000_000), 'går inte att läsa'],
    ['a zip that lies of its size', zip(200_000_000, 10), 'går inte att läsa'],
    ['a quotation mark that never ends', `${header}1382;Medlem;"Oj;x@y.example\r\n`, 'inte rätt skriven CSV'],
    ['a column twice', 'namn;namn;organisation\r\na;b;c\r\n', 'finns två gånger'],
    ['no organisation', 'namn;e-post\r\nA;a@x.example\r\n', 'saknar kolumnen'],
    ['too many rows', `${header}${'1382;Medlem;A;a@x.example\r\n'.repeat(20_001)}`, 'för många rader'],
  ])('that hold %s are refused with the reason', async (_what, bytes, reason) => {
    const response = await upload(bytes)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#file"')
    expect(html).toContain(reason)
  })

  test('larger than ten megabytes are refused before they are read', async () => {
    const response = await upload(new Uint8Array(10 * 1024 * 1024 + 200_000))
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('för stor')
  })

  test('that are workbooks pass the check of size, and only up to it', async () => {
    const workbook = await toXlsx(table)
    expect(await unfoldsWithin(workbook, 1_000_000)).toBe(true)
    expect(await unfoldsWithin(workbook, 1000)).toBe(false)
    expect(await unfoldsWithin(Buffer.concat([Buffer.alloc(200), workbook]), 1_000_000)).toBe(false)
  })
})

describe('drafts', () => {
  beforeEach(() => database.db.deleteFrom('import_draft').execute())

  test('are dropped after 30 days, and at once when somebody named in them is erased', async () => {
    const address = await preview(`${header}1382;Medlem;Glöm Mig;glom@x.example;;;;\r\n`)
    await confirm(address)
    const later = new Date(Date.now() + 31 * 86_400_000)
    await dropOldDrafts(database.db, new Date(), 30)
    expect((await get(app, address, secretariat)).status).toBe(200)
    const person = await database.db
      .selectFrom('person')
      .where('email', '=', 'glom@x.example')
      .select('id')
      .executeTakeFirstOrThrow()
    await database.db.transaction().execute((trx) => dropDraftsNaming(trx, person.id))
    expect((await get(app, address, secretariat)).status).toBe(404)
    const other = await preview(`${header}1382;Medlem;Annan;annan@x.example;;;;\r\n`)
    await dropOldDrafts(database.db, later, 30)
    expect((await get(app, other, secretariat)).status).toBe(404)
  })
})

test('ten thousand rows are read, shown and taken in within seconds', async () => {
  const codes = await database.db.selectFrom('membership').select('organisation_code').distinct().execute()
  // Names that differ as names do: the digits of a number in letters.
  const nameOf = (i: number) =>
    [i * 7919, i * 104_729]
      .map((n) => [...String(n % 1_000_003)].map((digit) => 'aeiounrstl'[Number(digit)]).join(''))
      .join(' ')
  const rows = Array.from({ length: 10_000 }, (_, i) => {
    const code = codes[i % codes.length]?.organisation_code
    return `${code};Medlem;${nameOf(i)} Žö;person.${i}@stor.example;Titel ${i};;;\r\n`
  })
  const started = performance.now()
  const address = await preview(header + rows.join(''))
  const read = performance.now()
  const html = await textOf(address)
  const shown = performance.now()
  const done = await confirm(address)
  const applied = performance.now()
  expect(html).toMatch(/Nya: 10\s000/)
  expect(done.status).toBe(303)
  console.info(
    `10,000 rows: read ${Math.round(read - started)} ms, preview ${Math.round(shown - read)} ms, taken in ${Math.round(applied - shown)} ms`,
  )
  const listed = performance.now()
  expect((await get(app, '/kansli/personer?sok=anna', secretariat)).status).toBe(200)
  const doubles = performance.now()
  expect((await get(app, '/kansli/personer/dubbletter', secretariat)).status).toBe(200)
  console.info(
    `search among them ${Math.round(doubles - listed)} ms, doubles ${Math.round(performance.now() - doubles)} ms`,
  )
}, 240_000)
