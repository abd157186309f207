import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>

beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

const get = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, headers: response.headers, body: await response.text() }
}
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')

describe('a key figure page answers whether it goes the right way', () => {
  test('for my municipality: the word, since when, how fast, and the place with its interval', async () => {
    const { status, body } = await get('/nyckeltal/1b?kommun=1382')
    const text = textOf(body)
    expect(status).toBe(200)
    expect(text).toContain('Går Falkenberg åt rätt håll?')
    expect(text).toMatch(/Utvecklingen går åt rätt håll sedan 1990: −0,10 ton\/inv per år/)
    expect(text).toMatch(/Plats \d+ av 98, troligen \d+–\d+/)
  })

  test('for the members when nobody is chosen: unweighted and weighted mean, median and quartiles', async () => {
    const text = textOf((await get('/nyckeltal/1b')).body)
    for (const name of ['Medel', 'Medel vägt efter folkmängd', 'Median', 'Undre och övre kvartil'])
      expect(text).toContain(name)
  })

  test('with the year in which a target is reached at this pace', async () => {
    const text = textOf((await get('/nyckeltal/4?kommun=0980')).body)
    expect(text).toMatch(/I den takten nås målet 20\d\d/)
  })

  test('in English at /en, without Swedish words', async () => {
    const text = textOf((await get('/en/nyckeltal/7?kommun=1382')).body)
    expect(text).toContain('Does Falkenberg move the right way?')
    expect(text).not.toMatch(/rätt håll|medlemmar|påhittat/i)
  })

  test('and says in page, chart and file when values are made up', async () => {
    expect((await get('/nyckeltal/7')).body).toContain('Innehåller påhittade värden')
    expect((await get('/nyckeltal/7.svg')).body).toContain('Innehåller påhittade värden')
    expect((await get('/nyckeltal/7.csv')).body).toContain('påhittat värde')
    expect((await get('/nyckeltal/7.json')).body).toContain('påhittat värde')
    expect((await get('/nyckeltal/1b.csv')).body).not.toContain('påhittat')
  })

  test('every view has its own address and its own chart', async () => {
    for (const view of ['', '&vy=rangordning', '&vy=spridning', '&vy=karta']) {
      const { status, body } = await get(`/nyckeltal/1b?kommun=1382${view}`)
      expect(status).toBe(200)
      expect(body).toMatch(/<svg class="chart__picture/)
    }
    expect(textOf((await get('/nyckeltal/1b?vy=tabell')).body)).toContain('Övertorneå')
  })
})

describe('honest comparison', () => {
  test('the short ranking shows nobody as last; the whole list is a click away', async () => {
    const short = (await get('/nyckeltal/1b?vy=rangordning&grupp=sverige&kommun=1382')).body
    const whole = (await get('/nyckeltal/1b?vy=rangordning&grupp=sverige&kommun=1382&alla=1')).body
    const rows = (html: string) =>
      html.slice(html.indexOf('id="rangordning"')).match(/<tr class="mine"|<tr>/g)?.length ?? 0
    expect(rows(short)).toBeLessThan(12)
    expect(rows(whole)).toBeGreaterThan(290)
    expect(short).toContain('alla=1')
  })

  test('a break cuts the line and neither trend nor rank looks across it', async () => {
    const text = textOf((await get('/nyckeltal/utslapp-med-utrikes?kommun=2281')).body)
    expect(text).toContain('Ny metod 2023')
    expect(text).toContain('För få värden för att säga åt vilket håll det går: 2 av minst fem')
    const before = textOf((await get('/nyckeltal/utslapp-med-utrikes?kommun=2281&ar=2022')).body)
    expect(before).toMatch(/rätt håll sedan 1990/)
  })

  test('a value of another definition shows but does not count', async () => {
    const rows = parse((await get('/nyckeltal/1b.csv')).body, { columns: true }) as Record<string, string>[]
    const published = rows.find((row) => row.kod === '2281' && row.år === '2019')
    expect(published).toMatchObject({ värde: '2.6', anmärkning: expect.stringContaining('Bara koldioxid') })
    expect((await get('/nyckeltal/1b?ar=2019')).status).toBe(404)
  })

  test('the means that the association published stand beside ours', async () => {
    expect(textOf((await get('/nyckeltal/2')).body)).toContain(
      'Föreningens publicerade medel 2015: 76 resor/inv',
    )
  })

  test('fewer than three values give no mean', async () => {
    const text = textOf((await get('/nyckeltal/11?grupp=egen&lista=2061,1401&ar=2022')).body)
    expect(text).toContain('Bara 2 värden: för få för ett medel som säger något')
  })

  test('groups: county, SKR group, similar ones and an own list', async () => {
    expect(textOf((await get('/nyckeltal/1b?kommun=1382&grupp=lan')).body)).toContain(
      'Samma län: Hallands län',
    )
    expect(textOf((await get('/nyckeltal/1b?kommun=1382&grupp=skr')).body)).toContain(
      'Samma SKR-grupp: Mindre stad/tätort',
    )
    expect(textOf((await get('/nyckeltal/1b?kommun=1382&grupp=liknande')).body)).toMatch(/Plats \d av 8/)
    expect(textOf((await get('/nyckeltal/1b?kommun=1382&grupp=egen&lista=1380,1381')).body)).toMatch(
      /Plats \d av 3/,
    )
    expect(textOf((await get('/nyckeltal/1b?grupp=lan')).body)).toContain('behöver du först välja en kommun')
  })
})

describe('figures as they were known on a day', () => {
  test('a later correction is left out, and the citation keeps showing what was cited', async () => {
    const now = (await get('/nyckeltal/7.json?kommun=1382')).body
    const then = (await get('/nyckeltal/7.json?kommun=1382&per=2025-05-14')).body
    const valueIn = (body: string) =>
      JSON.parse(body).rows.find(
        (row: { code: string; year: number }) => row.code === '1382' && row.year === 2023,
      ).value
    expect(valueIn(then)).not.toBe(valueIn(now))
    expect(textOf((await get('/nyckeltal/7?kommun=1382')).body)).toContain(
      'Fel underlag i den första rapporten',
    )
    const cited = /href="([^"]*per=[^"]*)"/.exec((await get('/nyckeltal/7?kommun=1382')).body)?.[1] ?? ''
    expect((await get(cited.replaceAll('&amp;', '&'))).status).toBe(200)
  })

  test('the page says that it shows old knowledge', async () => {
    expect(textOf((await get('/kommuner/1382?per=2025-05-14')).body)).toContain(
      'som de var kända 14 maj 2025',
    )
  })

  test('what was not known then is not shown', async () => {
    expect(textOf((await get('/nyckeltal/1b?per=2025-05-14')).body)).toContain(
      'Inga värden var kända den dagen',
    )
  })
})

describe('files at the address of the page', () => {
  test('CSV for programs and CSV for a Swedish spreadsheet', async () => {
    const plain = await get('/nyckeltal/1b.csv?kommun=1382')
    expect(plain.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(plain.body.split('\r\n')[0]).toBe(
      'kod,organisation,år,värde,enhet,saknas för att,status,grund,anmärkning,källa,rapporterat av,kommentar',
    )
    const response = await app.request('/nyckeltal/1b.csv?format=sv')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toMatch(/1382;Falkenberg;2024;5,\d+;ton\/inv/)
  })

  test('a workbook, JSON with the same keys in both languages, SVG and PNG', async () => {
    const workbook = await app.request('/nyckeltal/1b.xlsx')
    expect(new TextDecoder().decode((await workbook.arrayBuffer()).slice(0, 2))).toBe('PK')
    const keys = async (path: string) => Object.keys(JSON.parse((await get(path)).body).rows[0])
    expect(await keys('/nyckeltal/1b.json')).toEqual(await keys('/en/nyckeltal/1b.json'))
    expect((await get('/nyckeltal/1b.svg')).body).toMatch(/^<\?xml/)
    const png = new Uint8Array(await (await app.request('/nyckeltal/1b.png')).arrayBuffer())
    expect([...png.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47])
  })

  test('profiles and comparisons too', async () => {
    expect((await get('/kommuner/1382.csv')).body).toMatch(/1382,Falkenberg,1b,/)
    const compared = (await get('/jamfor.csv?kommun=1382&med=1283&nyckeltal=1b,4')).body
    expect(compared.trim().split('\r\n')).toHaveLength(5)
  })

  test('an embedded chart may be framed, a page may not', async () => {
    const csp = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? ''
    expect(await csp('/embed/nyckeltal/1b?kommun=1382')).toContain('frame-ancestors *')
    expect(await csp('/nyckeltal/1b')).toContain("frame-ancestors 'none'")
  })
})

describe('the register of municipalities and regions', () => {
  test('a search for a name leads straight to its page, in any spelling that people use', async () => {
    for (const typed of ['Falkenberg', 'falkenberg', 'Falkenbergs kommun', '1382']) {
      const response = await app.request(`/kommuner?sok=${encodeURIComponent(typed)}`)
      expect(response.headers.get('location')).toBe('/kommuner/1382')
    }
    expect((await app.request('/kommuner?sok=Bor%C3%A5s+kommun')).headers.get('location')).toBe(
      '/kommuner/1490',
    )
  })

  test('å, ä and ö come last', async () => {
    const text = textOf((await get('/kommuner')).body)
    expect(text.indexOf('Övertorneå')).toBeGreaterThan(text.lastIndexOf('Ydre'))
    expect(text.indexOf('Ängelholm')).toBeGreaterThan(text.indexOf('Åstorp'))
  })

  test('a region has a profile too', async () => {
    const text = textOf((await get('/kommuner/0010')).body)
    expect(text).toContain('Region Blekinge')
    expect(text).toContain('Växthusgaser totalt, med utrikes transporter')
  })
})

describe('bad input is answered, not crashed on', () => {
  test.each([
    ['/nyckeltal/99', 404, 'inget nyckeltal'],
    ['/nyckeltal/1b?kommun=9999', 404, 'ingen kommun eller region'],
    ['/nyckeltal/1b?ar=1850', 400, 'inget årtal'],
    ['/nyckeltal/1b?ar=1991', 404, 'Det finns värden för'],
    ['/nyckeltal/1b?grupp=alla', 400, 'medlemmar, sverige, lan'],
    ['/nyckeltal/1b?vy=torta', 400, 'utveckling, rangordning'],
    ['/nyckeltal/1b?per=2025-02-30', 400, 'inget datum'],
    ['/nyckeltal/1b?per=2999-01-01', 400, 'har inte varit än'],
    ['/nyckeltal/1b.exe', 404, 'csv, xlsx, json, svg eller png'],
    ['/kommuner/9999', 404, 'ingen kommun eller region'],
    ['/jamfor?nyckeltal=77', 404, 'inget nyckeltal'],
    ['/finns-inte', 404, 'Sidan finns inte'],
  ])('%s answers %i and says what exists', async (path, status, words) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(textOf(answer.body)).toContain(words)
    expect(answer.body).toMatch(/^<!doctype html>/)
  })

  test('a file that cannot be had answers with a problem that programs can read', async () => {
    const { status, headers, body } = await get('/nyckeltal/99.json')
    expect(status).toBe(404)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.parse(body)).toMatchObject({ status: 404 })
  })

  test('a list of 5,000 codes is cut, with a message', async () => {
    const list = Array.from({ length: 5000 }, () => '1382').join()
    const { status, body } = await get(`/nyckeltal/1b?grupp=egen&kommun=1382&lista=${list}`)
    expect(status).toBe(200)
    expect(textOf(body)).toContain('Du valde 5000 kommuner och regioner. Vi visar de första 60')
  })

  test('no parameter makes an error of ours', async () => {
    const names = [
      'kommun',
      'med',
      'grupp',
      'lista',
      'ar',
      'fran',
      'vy',
      'alla',
      'per',
      'nyckeltal',
      'format',
      'sok',
    ]
    const paths = [
      '/nyckeltal/1b',
      '/kommuner/1382',
      '/jamfor',
      '/kommuner',
      '/nyckeltal',
      '/embed/nyckeltal/7',
      '/nyckeltal/4.csv',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.array(
          fc.tuple(
            fc.constantFrom(...names),
            fc.oneof(
              fc.string({ unit: 'binary' }),
              fc.constantFrom('1382', '2024', 'egen', '0010', '-1', '1e9'),
            ),
          ),
        ),
        async (path, pairs) => {
          const query = pairs
            .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
            .join('&')
          const { status } = await app.request(`${path}?${query}`)
          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('an address is sent on to its one right form, which is then right', async () => {
    const first = await app.request('/nyckeltal/1b?kommun=Falkenberg&med=&grupp=sverige&ar=&fran=')
    expect(first.status).toBe(302)
    expect(first.headers.get('location')).toBe('/nyckeltal/1b?kommun=1382&grupp=sverige')
    expect((await app.request(first.headers.get('location') ?? '')).status).toBe(200)
  })
})
