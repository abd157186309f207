import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { machinePaths, sitePaths } from './paths.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const paths = Object.values(sitePaths)

describe('the pages on the demonstration association', () => {
  test.each(paths.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]))(
    '%s answers',
    async (path) => {
      const response = await testApp(database.db).request(path)
      const html = await response.text()
      expect(response.status).toBe(200)
      expect(html).toContain(path.startsWith('/en') ? '<html lang="en"' : '<html lang="sv"')
      expect(html).not.toMatch(/undefined|\[object|NaN/)
    },
  )

  test('the start page tells how many are members and shows every shared key figure', async () => {
    const html = await (await testApp(database.db).request('/')).text()
    for (const id of ['1a', '1b', '2', '8a', '10b', '12']) expect(html).toContain(`href="/nyckeltal/${id}"`)
    const [, municipalities] = /Kommuner som är medlemmar<\/p><p class="stat__value">(\d+)</.exec(html) ?? []
    expect(Number(municipalities)).toBeGreaterThan(90)
  })

  test('the board, the expert group and the secretariat have people', async () => {
    const html = await (await testApp(database.db).request('/om/kansliet')).text()
    expect(html).not.toContain('Ingen är utsedd')
  })

  test('every criterion names the key figures that serve it, the first three several', async () => {
    const html = await (await testApp(database.db).request('/om/kriterier')).text()
    const sections = html.split(/id="kriterium-\d"/).slice(1)
    const served = sections.map((section) => [...section.matchAll(/href="\/nyckeltal\/(\w+)"/g)].length)
    expect(served).toHaveLength(4)
    for (const figures of served.slice(0, 3)) expect(figures).toBeGreaterThan(1)
    expect(sections[3]).toContain('href="/nyckeltal/12"')
  })

  test('every source of the reference facts is told', async () => {
    const html = await (await testApp(database.db).request('/oppna-data/kallor')).text()
    expect(html).toContain('id="scb-folkmangd"')
    expect(html).toContain('id="sekom"')
  })
})

/** Of the hundreds of pages made alike, one municipality in ten is enough. */
function oneOfEachKind() {
  let seen = 0
  return (path = '') => !/\/kommuner\/\d{4}/.test(path) || seen++ % 10 === 0
}

/** Those of the addresses that do not answer 200 or lead on. */
async function unanswered(
  app: ReturnType<typeof testApp>,
  addresses: (string | undefined)[],
): Promise<string[]> {
  const lost: string[] = []
  for (const address of addresses) {
    const { status } = await app.request(address ?? '')
    if (status !== 200 && status !== 302 && status !== 303) lost.push(`${status} ${address}`)
  }
  return lost
}

describe('what programs ask for', () => {
  test('the sitemap holds every municipality, region and key figure in both languages', async () => {
    const response = await testApp(database.db, 'production').request(machinePaths.sitemap)
    const xml = await response.text()
    expect(response.headers.get('content-type')).toContain('application/xml')
    for (const path of ['/kommuner/1382', '/en/kommuner/1382', '/kommuner/0001', '/nyckeltal/1a', '/en/om']) {
      expect(xml).toContain(`<loc>https://eko.example${path}</loc>`)
    }
    expect(xml.match(/<loc>/g)?.length).toBeGreaterThan(2 * (290 + 21 + 15))
  })

  test('every address in the sitemap answers', async () => {
    const app = testApp(database.db)
    const xml = await (await app.request(machinePaths.sitemap)).text()
    const addresses = [...xml.matchAll(/<loc>https:\/\/eko\.example([^<]*)<\/loc>/g)].map(([, path]) => path)
    for (const path of paths) expect(addresses).toContain(path === '/' ? '/' : path)
    const lost = await unanswered(app, addresses.filter(oneOfEachKind()))
    expect(lost).toEqual([])
  })

  test('every link of this house leads somewhere', async () => {
    const app = testApp(database.db)
    const starts = paths.flatMap((path) => [path, `/en${path}`])
    const links = new Set<string>()
    for (const start of [...starts, '/kommuner/1382', '/nyckeltal/1b', '/nyckeltal/8c']) {
      const html = await (await app.request(start)).text()
      for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) links.add(href.replaceAll('&amp;', '&'))
    }
    const lost = await unanswered(
      app,
      [...links].filter((href) => !href.startsWith('/assets/')).filter(oneOfEachKind()),
    )
    expect(lost).toEqual([])
  })

  test('a demonstration is not for search engines, a real site is', async () => {
    const demo = await testApp(database.db, 'demo').request(machinePaths.robots)
    const real = await testApp(database.db, 'production').request(machinePaths.robots)
    expect(await demo.text()).toContain('Disallow: /\n')
    expect(await real.text()).toContain('Sitemap: https://eko.example/sitemap.xml')
  })

  test('security.txt is plain text', async () => {
    const response = await testApp(database.db).request(machinePaths.security)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/plain')
  })

  test('none of them has a twin under /en', async () => {
    for (const path of Object.values(machinePaths)) {
      expect((await testApp(database.db).request(`/en${path}`)).status).toBe(404)
    }
  })
})
