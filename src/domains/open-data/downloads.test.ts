import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { sql } from 'kysely'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localeOf } from '#platform/i18n.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { type Cell, type Column, type Content, contentOf, contents } from './content.ts'
import { formatsOf } from './formats.ts'
import { ReadingsChanged, readingBatches } from './readings.ts'
import { textsOf } from './texts.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  // Some thousands of values say as much as all, and every correction is among them.
  await sql`
    alter table key_figure_value disable trigger user;
    delete from key_figure_value v where v.id % 13 <> 0 and not exists (
      select from key_figure_value c where c.key_figure_id = v.key_figure_id and c.organisation_code = v.organisation_code
        and c.year = v.year and c.known_until is not null);
    alter table key_figure_value enable trigger user`.execute(database.owner)
  // Texts that files tend to break on: a formula, every sign that separates, line ends, an emoji.
  await database.db
    .insertInto('key_figure_value')
    .values(
      (
        [
          ['0180', '=HYPERLINK("http://ond.example")', 1.5],
          ['0114', 'rad ett\r\nrad "två"; tre, fyra 😀', -0.25],
          ['0115', '@SUM(A1)', 1e-7],
        ] as const
      ).map(([organisation_code, comment, value]) => ({
        key_figure_id: '9',
        organisation_code,
        year: 1999,
        value,
        missing_reason: null,
        status: 'final' as const,
        basis: 'published' as const,
        source_id: 'sekom',
        reported_by: '+46 kommunen',
        comment,
        known_from: '2026-11-20T10:00:00.123Z',
      })),
    )
    .execute()
})
afterAll(() => database.drop())

const reader = () => ({
  db: database.db,
  remember: async <T>(_: string, load: () => Promise<T> | T) => load(),
  locale: localeOf('sv'),
})
const bytesOf = async (path: string) => Buffer.from(await (await app.request(path)).arrayBuffer())

async function rowsOf(content: Content): Promise<Cell[][]> {
  const rows: Cell[][] = []
  for await (const batch of content.read(reader())) rows.push(...batch)
  return rows
}

/** A cell of CSV as its column's type says. A text that was kept from being a formula is what it was. */
function readCell(text: string, { type }: Column, decimal: '.' | ','): Cell {
  if (text === '') return null
  if (type === 'boolean') return text === 'true'
  if (type === 'integer' || type === 'number' || type === 'gYear') return Number(text.replace(decimal, '.'))
  return text.replace(/^'(?=[=+\-@\t\r])/, '')
}

/** What the files of people have instead of codes. */
function inWords(content: Content, rows: Cell[][]): Cell[][] {
  const t = textsOf(localeOf('sv'))
  return rows.map((row) =>
    row.map((cell, i) => {
      const words = content.columns[i]?.words
      const dictionary: Record<string, string> = words ? t.words[words] : {}
      return typeof cell === 'string' ? (dictionary[cell] ?? cell) : cell
    }),
  )
}

describe.each(contents.map((content) => [content.name, content] as const))('%s', (name, content) => {
  let rows: Cell[][]
  beforeAll(async () => {
    rows = await rowsOf(content)
  })

  test('has rows, a key that tells them apart, and nothing missing where something must be', async () => {
    expect(rows.length).toBe(await content.count(reader()))
    const at = content.key.map((key) => content.columns.findIndex((column) => column.key === key))
    expect(new Set(rows.map((row) => at.map((i) => row[i]).join('|'))).size).toBe(rows.length)
    for (const [i, { key, required }] of content.columns.entries()) {
      if (required)
        expect(
          rows.filter((row) => row[i] === null || row[i] === ''),
          key,
        ).toEqual([])
    }
  })

  test('comes back whole from CSV', async () => {
    const [head, ...lines] = parse(await bytesOf(`/oppna-data/${name}.csv`), { record_delimiter: '\r\n' })
    expect(head).toEqual(content.columns.map(({ key }) => key))
    const read = lines.map((line) => content.columns.map((column, i) => readCell(line[i] ?? '', column, '.')))
    expect(read).toEqual(rows)
  })

  test('comes back whole from the CSV of a Swedish Excel, with words for codes', async () => {
    const bytes = await bytesOf(`/oppna-data/${name}.csv?format=sv`)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, ...lines] = parse(bytes, { bom: true, delimiter: ';', record_delimiter: '\r\n' })
    expect(head?.[0]).toBe(textsOf(localeOf('sv')).columns[content.columns[0]?.key ?? 'id'][0])
    const read = lines.map((line) => content.columns.map((column, i) => readCell(line[i] ?? '', column, ',')))
    expect(read).toEqual(inWords(content, rows))
  })

  test('comes back whole from Excel, codes as text, formulas as text', async () => {
    const [, ...read] = await readSheet(await bytesOf(`/oppna-data/${name}.xlsx`), 1)
    const asText = (cell: Cell) => (typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n').trim() : cell)
    expect(read.map((row) => content.columns.map((_, i) => asText(cellOf(row[i]))))).toEqual(
      inWords(content, rows).map((row) => row.map(asText)),
    )
  })

  test('comes back whole from Parquet, with typed columns', async () => {
    const bytes = await bytesOf(`/oppna-data/${name}.parquet`)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    const { schema } = parquetMetadata(file)
    expect(schema.slice(1).map((one) => one.name)).toEqual(content.columns.map(({ key }) => key))
    for (const [i, { type }] of content.columns.entries()) {
      if (type === 'number') expect(schema[i + 1]?.type).toBe('DOUBLE')
      if (type === 'dateTime') expect(schema[i + 1]?.converted_type).toBe('TIMESTAMP_MILLIS')
    }
    const read = await parquetReadObjects({ file })
    const plain = read.map((row) =>
      content.columns.map(({ key, type }) => {
        const cell: unknown = row[key]
        if (!(cell instanceof Date)) return cell ?? null
        return type === 'date' ? cell.toISOString().slice(0, 10) : cell.toISOString()
      }),
    )
    expect(plain).toEqual(rows)
  })

  test('is described by CSVW as its CSV is: the same columns in order, types that its values have, keys', async () => {
    const csv = await app.request(`/oppna-data/${name}.csv`, { method: 'HEAD' })
    const [, address = ''] = /^<([^>]+)>; rel="describedby"/.exec(csv.headers.get('link') ?? '') ?? []
    expect(address).toBe(`https://eko.example/oppna-data/${name}.csv-metadata.json`)
    const response = await app.request(address)
    expect(response.headers.get('content-type')).toBe('application/csvm+json')
    const { tables } = await response.json()
    const [{ url, tableSchema }] = tables
    expect(url).toBe(`https://eko.example/oppna-data/${name}.csv`)
    expect(tableSchema.primaryKey).toEqual(content.key)
    const [head, ...lines] = parse(await bytesOf(`/oppna-data/${name}.csv`))
    expect(tableSchema.columns.map((column: { name: string }) => column.name)).toEqual(head)
    for (const [i, { datatype, titles, name: key }] of tableSchema.columns.entries()) {
      expect(titles).toContain(key)
      const wrong = lines
        .map((line) => line[i] ?? '')
        .filter((text) => text !== '' && !fits[datatype]?.test(text))
      expect(wrong, `${key} is ${datatype}`).toEqual([])
    }
    // What a column refers to is described beside it, and has the value.
    for (const { columnReference, reference } of tableSchema.foreignKeys) {
      expect(tables.map((table: { url: string }) => table.url)).toContain(reference.resource)
      const [otherHead = [], ...others] = parse(await bytesOf(new URL(reference.resource).pathname))
      const known = new Set(others.map((line) => line[otherHead.indexOf(reference.columnReference)]))
      const own = new Set(lines.map((line) => line[head?.indexOf(columnReference) ?? -1]))
      expect([...own].filter((value) => value !== '' && !known.has(value ?? ''))).toEqual([])
    }
  })
})

/** How the values of a type are written, by XML Schema. */
const fits: Record<string, RegExp> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i,
  boolean: /^(true|false)$/,
  gYear: /^\d{4}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
}

function cellOf(cell: unknown): Cell {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null
}

describe('JSON-stat', () => {
  interface Cube {
    id: string[]
    size: number[]
    role: Record<string, string[]>
    dimension: Record<string, { category: { index: string[]; label: Record<string, string> } }>
    value: (number | null)[]
    status: Record<string, string>
    href: string
  }

  test('holds every value, found by counting as the standard says', async () => {
    const collection = JSON.parse((await bytesOf('/oppna-data/nyckeltal.json-stat')).toString())
    expect(collection).toMatchObject({ version: '2.0', class: 'collection' })
    const cubes: Cube[] = collection.link.item
    const found = new Map<string, number | null>()
    const signed = new Map<string, string>()
    for (const cube of cubes) {
      expect(cube).toMatchObject({ version: '2.0', class: 'dataset', id: ['figure', 'organisation', 'year'] })
      expect(cube.value).toHaveLength(cube.size.reduce((product, size) => product * size, 1))
      expect(Object.values(cube.role).flat().sort()).toEqual([...cube.id].sort())
      for (const [i, name] of cube.id.entries()) {
        const { index = [], label = {} } = cube.dimension[name]?.category ?? {}
        expect(index).toHaveLength(cube.size[i] ?? 0)
        expect(Object.keys(label).sort()).toEqual([...index].sort())
      }
      for (const [offset, value] of cube.value.entries()) {
        const key = coordinates(cube, offset)
        found.set(key, value)
        if (cube.status[offset]) signed.set(key, cube.status[offset])
      }
    }
    const rows = await rowsOf(contentOf('nyckeltal'))
    const differs = rows.filter(
      ([figure, , code, , year, value]) => found.get(`${figure}|${code}|${year}`) !== value,
    )
    expect(differs).toEqual([])
    expect([...found.values()].filter((value) => value !== null)).toHaveLength(
      rows.filter(([, , , , , value]) => value !== null).length,
    )
    for (const [figure, , code, , year, value, , , , basis] of rows) {
      const sign = signed.get(`${figure}|${code}|${year}`)
      if (value === null) expect('xsn').toContain(sign)
      else if (basis === 'made-up') expect(sign).toBe('m')
    }
  })

  test('has an address for each figure, which gives the same', async () => {
    const collection = JSON.parse((await bytesOf('/oppna-data/nyckeltal.json-stat')).toString())
    const [first] = collection.link.item
    expect(await (await app.request(first.href)).json()).toEqual(first)
    expect((await app.request('/oppna-data/nyckeltal/finns-inte.json-stat')).status).toBe(404)
  })

  function coordinates({ id, size, dimension }: Cube, offset: number): string {
    let rest = offset
    const places = id.map(() => 0)
    for (let i = id.length - 1; i >= 0; i -= 1) {
      places[i] = rest % (size[i] ?? 1)
      rest = Math.floor(rest / (size[i] ?? 1))
    }
    return id.map((name, i) => dimension[name]?.category.index[places[i] ?? 0]).join('|')
  }
})

describe('the history', () => {
  test('keeps what was corrected, with when and why', async () => {
    const rows = await rowsOf(contentOf('nyckeltal-historik'))
    const closed = rows.filter((row) => row[15] !== null)
    expect(closed.length).toBeGreaterThan(1)
    const current = await rowsOf(contentOf('nyckeltal'))
    expect(rows.length - closed.length).toBe(current.length)
    for (const [figure, , code, , year, , , , , , , , , , , until] of closed.slice(0, 20)) {
      expect(
        rows.some((row) => row[0] === figure && row[2] === code && row[4] === year && row[14] === until),
      ).toBe(true)
    }
  })
})

describe('an answer', () => {
  test('keeps formulas from running: in texts, never in numbers', async () => {
    const csv = (await bytesOf('/oppna-data/nyckeltal.csv')).toString()
    expect(csv).toContain(`"'=HYPERLINK(""http://ond.example"")"`)
    expect(csv).toContain(",'@SUM(A1),")
    expect(csv).toContain(",'+46 kommunen,")
    expect(csv).toContain(',1999,-0.25,')
    expect((await bytesOf('/oppna-data/nyckeltal.csv?format=sv')).toString()).toContain(';1999;-0,25;')
  })

  test('has an ETag of the data, and is 304 until they change', async () => {
    const own = testApp(database.db)
    const first = await own.request('/oppna-data/medlemskap.csv')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const ask = () => own.request('/oppna-data/medlemskap.csv', { headers: { 'if-none-match': etag } })
    const again = await ask()
    expect([again.status, await again.text()]).toEqual([304, ''])
    await own.request('/demo/logga-in', { method: 'POST' })
    expect((await ask()).status).toBe(200)
    const other = await own.request('/oppna-data/medlemskap.csv?format=sv')
    expect(other.headers.get('etag')).not.toBe(etag)
  })

  test('tells when the values last changed', async () => {
    const { latest } = await database.db
      .selectFrom('key_figure_value')
      .select((eb) => eb.fn.max('known_from').as('latest'))
      .executeTakeFirstOrThrow()
    const { headers } = await app.request('/oppna-data/nyckeltal.csv', { method: 'HEAD' })
    expect(headers.get('last-modified')).toBe(latest.toUTCString())
  })

  test('is compressed while it is sent, if the client can read that', async () => {
    const response = await app.request('/oppna-data/definitioner.csv', {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(response.headers.get('etag')).toMatch(/-gzip"$/)
    const unpacked = gunzipSync(Buffer.from(await response.arrayBuffer()))
    expect(unpacked).toEqual(await bytesOf('/oppna-data/definitioner.csv'))
  })

  test('is made as it is read, and no further: a reader who stops asks the database no more', async () => {
    const response = await app.request('/oppna-data/nyckeltal.csv')
    const parts = response.body?.getReader()
    const head = await parts?.read()
    expect(new TextDecoder().decode(head?.value)).toMatch(/^figure,[a-z_,]+\r\n$/)
    await parts?.cancel()
    expect((await parts?.read())?.done).toBe(true)
  })

  test('is in the words of the language in the address', async () => {
    const csv = (await bytesOf('/en/oppna-data/metodbrott.csv')).toString()
    expect(csv).not.toMatch(/[åäö]/)
    const words = (await bytesOf('/en/oppna-data/medlemskap.csv?format=sv')).toString()
    expect(words).toMatch(/^\ufeffcode;name;kind;from;to;made up\r\n/)
    expect(words).toContain(';member;')
  })

  test('to a file that does not exist says what there is', async () => {
    const response = await app.request('/oppna-data/nyckeltall.csv')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const { choices } = await response.json()
    expect(choices.map(({ href }: { href: string }) => href)).toContain('/oppna-data/nyckeltal.parquet')
    expect((await app.request('/oppna-data/kallor.json-stat')).status).toBe(404)
  })
})

describe('reading in batches', () => {
  const wanted = { history: false, every: 1 }

  test('gives the same whatever their size', async () => {
    const idsBy = async (size: number) => {
      const ids: number[] = []
      for await (const batch of readingBatches(database.db, wanted, size))
        ids.push(...batch.map(([id]) => id))
      return ids
    }
    const ids = await idsBy(5000)
    expect(new Set(ids).size).toBe(ids.length)
    expect(await idsBy(ids.length)).toEqual(ids)
  })

  test('breaks off when values change in between, so that no file mixes before and after', async () => {
    const own = await loadedDatabase()
    const batches = readingBatches(own.db, wanted, 1000)
    await batches.next()
    await own.db.transaction().execute(async (trx) => {
      const one = await trx
        .selectFrom('key_figure_value')
        .selectAll()
        .where('known_until', 'is', null)
        .limit(1)
        .executeTakeFirstOrThrow()
      const { id, known_until, ...same } = one
      await trx
        .updateTable('key_figure_value')
        .set({ known_until: '2026-11-23T12:00:00Z' })
        .where('id', '=', id)
        .execute()
      await trx
        .insertInto('key_figure_value')
        .values({ ...same, known_from: '2026-11-23T12:00:00Z' })
        .execute()
    })
    const rest = async () => {
      for await (const _ of batches);
    }
    await expect(rest()).rejects.toThrow(ReadingsChanged)
    await own.drop()
  })

  test('leaves out the values of a key figure that the secretariat has hidden', async () => {
    const hidden = '12'
    const csv = async () => (await bytesOf('/oppna-data/nyckeltal.csv')).toString()
    expect(await csv()).toContain(`\r\n${hidden},`)
    await database.db
      .insertInto('own_figure')
      .values({
        key_figure_id: hidden,
        owner_code: '1382',
        created_by: null,
        hidden_at: new Date(),
        hidden_reason: 'Ett prov',
      })
      .execute()
    expect(await csv()).not.toContain(`\r\n${hidden},`)
    expect(await contentOf('nyckeltal').count(reader())).toBe((await rowsOf(contentOf('nyckeltal'))).length)
    await database.db.deleteFrom('own_figure').where('key_figure_id', '=', hidden).execute()
  })
})

test('Excel is not offered for more rows than a sheet holds', () => {
  const excel = formatsOf(contentOf('nyckeltal')).find(({ id }) => id === 'xlsx')
  expect(excel?.mostRows).toBe(1_048_575)
})
