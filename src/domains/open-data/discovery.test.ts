import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { atomFaults } from '../../../tests/support/atom.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

const read = async (path: string) => (await app.request(path)).text()
const dataOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? 'null')
const feedsOf = (html: string) =>
  [...html.matchAll(/<link rel="alternate" type="application\/atom\+xml"[^>]*href="([^"]+)"/g)].map(
    ([, href = '']) => href.replaceAll('&amp;', '&'),
  )

describe('the page of open data', () => {
  test.each(['', '/en'])('lists every download with its size, in %s', async (prefix) => {
    const html = await read(`${prefix}/oppna-data`)
    for (const path of [
      'nyckeltal.csv',
      'nyckeltal.csv?format=sv',
      'nyckeltal.xlsx',
      'nyckeltal.parquet',
      'nyckeltal.json-stat',
      'nyckeltal-historik.csv',
      'kallor.csv',
      'medlemskap.csv-metadata.json',
    ]) {
      expect(html).toContain(`href="${prefix}/oppna-data/${path}"`)
    }
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(text).toMatch(
      prefix ? /CSV \(about 10 MB\)|CSV \(about \d+(\.\d)? MB\)/ : /CSV \(cirka \d+(,\d)? MB\)/,
    )
    expect(text).toContain('CC0 1.0')
    expect(text).toContain('https://eko.example/kolada/v3')
    expect(html).toContain('href="/oppna-data/katalog.rdf"')
    expect(html).not.toMatch(/undefined|\[object|NaN/)
  })

  test('is found from the foot of every page, and in the sitemap', async () => {
    expect(await read('/om')).toContain('href="/oppna-data"')
    expect(await read('/sitemap.xml')).toContain('<loc>https://eko.example/oppna-data</loc>')
  })
})

describe('search engines', () => {
  test('find a data set for each content, with files that exist', async () => {
    const catalogue = dataOf(await read('/oppna-data'))
    expect(catalogue).toMatchObject({ '@context': 'https://schema.org', '@type': 'DataCatalog' })
    expect(catalogue.dataset).toHaveLength(7)
    for (const { '@type': kind, name, description, distribution } of catalogue.dataset) {
      expect(kind).toBe('Dataset')
      expect(name.length).toBeGreaterThan(5)
      // Google wants 50 to 5000 characters.
      expect(description.length).toBeGreaterThan(50)
      for (const { contentUrl, encodingFormat } of distribution) {
        const { status, headers } = await app.request(contentUrl, { method: 'HEAD' })
        expect([contentUrl, status]).toEqual([contentUrl, 200])
        expect(headers.get('content-type')?.split(';')[0]).toBe(encodingFormat)
      }
    }
  })

  test('find a data set on the page of a key figure, with its files', async () => {
    const figure = dataOf(await read('/nyckeltal/1b'))
    expect(figure).toMatchObject({ '@type': 'Dataset', url: 'https://eko.example/nyckeltal/1b' })
    expect(figure.temporalCoverage).toMatch(/^\d{4}\/\d{4}$/)
    for (const { contentUrl, encodingFormat } of figure.distribution) {
      const response = await app.request(contentUrl)
      expect([contentUrl, response.status]).toEqual([contentUrl, 200])
      expect(response.headers.get('content-type')?.split(';')[0]).toBe(encodingFormat)
    }
  })

  test('cannot be tricked: no text ends the element that the data stand in', async () => {
    await database.db
      .updateTable('key_figure')
      .set({ explanation_sv: 'Slut </script><script>alert(1)</script>' })
      .where('id', '=', '3')
      .execute()
    const html = await (await testApp(database.db).request('/nyckeltal/3')).text()
    expect(html).not.toContain('<script>alert')
    expect(dataOf(html).description).toContain('</script><script>alert(1)</script>')
  })
})

describe('feeds', () => {
  test.each([
    ['/oppna-data', '/nyckeltal/revideringar.atom'],
    ['/en/oppna-data', '/en/nyckeltal/revideringar.atom'],
    ['/nyckeltal/2', '/nyckeltal/revideringar.atom?nyckeltal=2'],
    ['/nyckeltal/revideringar?kommun=1382', '/nyckeltal/revideringar.atom?kommun=1382'],
    ['/kommuner/1382', '/nyckeltal/revideringar.atom?kommun=1382'],
  ])('are found by programs on %s, and hold what RFC 4287 demands', async (page, feed) => {
    expect(feedsOf(await read(page))).toEqual([feed])
    const response = await app.request(feed)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(atomFaults(await response.text())).toEqual([])
  })

  test('that break the standard are found to do so', () => {
    expect(atomFaults('<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>').length).toBeGreaterThan(5)
  })
})
