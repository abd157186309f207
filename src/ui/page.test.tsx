import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { AppEnv } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { embedPage, page } from './page.tsx'

const head = { title: 'Nyckeltal', description: 'Tolv nyckeltal' }

describe('a page', () => {
  test('is a whole document in its language, named after the page and the site', async () => {
    const html = await get('/nyckeltal')
    expect(html).toMatch(/^<!doctype html><html lang="sv"/)
    expect(html).toContain('<title>Nyckeltal – Sveriges Ekokommuner</title>')
    expect(await get('/en/nyckeltal')).toContain('<html lang="en"')
  })

  test('leads to itself in the other language with the same query', async () => {
    expect(await get('/nyckeltal?ar=2024')).toContain('href="/en/nyckeltal?ar=2024" hreflang="en" lang="en"')
    expect(await get('/en/nyckeltal?ar=2024')).toContain('href="/nyckeltal?ar=2024" hreflang="sv" lang="sv"')
  })

  test('keeps my municipality in the menu and marks the place', async () => {
    const html = await get('/nyckeltal?kommun=1382')
    expect(html).toContain('<a href="/nyckeltal?kommun=1382" aria-current="page">')
    expect(html).toContain('<a href="/kommuner?kommun=1382">')
  })

  test('carries no style or script of its own, so that the strict content policy holds', async () => {
    const html = await get('/nyckeltal')
    expect(html).not.toMatch(/ style=|<style| on\w+=/)
    expect(html.match(/<script[^>]*>[^<]*/g)).toEqual([
      '<script type="module" src="/assets/client.js" defer>',
    ])
  })

  test('says that it is a demonstration, and only then', async () => {
    expect(await get('/nyckeltal')).toContain('påhittade')
    expect(await get('/nyckeltal', 'production')).not.toContain('påhittade')
  })

  test('never links away from the site by a doubled slash', async () => {
    expect(await get('//example.org/x')).not.toMatch(/(href|content)="[^"]*\/\/example\.org/)
  })

  test('with faults in a form says so first in the title', async () => {
    expect(await get('/fel')).toContain('<title>Fel: Nyckeltal – Sveriges Ekokommuner</title>')
  })

  test('in a frame elsewhere has no menu, but the way to the whole page', async () => {
    const html = await get('/embed')
    expect(html).not.toContain('<nav')
    expect(html).toContain('<a href="/nyckeltal" target="_blank" rel="noopener">Öppna hela sidan</a>')
  })
})

async function get(path: string, mode: 'demo' | 'production' = 'demo'): Promise<string> {
  const app = new Hono<AppEnv<unknown>>()
  app.use(async (c, next) => {
    const english = c.req.path.startsWith('/en/')
    c.set('locale', localeOf(english ? 'en' : 'sv'))
    c.set('path', english ? c.req.path.slice(3) : c.req.path)
    c.set('tonguesOf', () => ['sv', 'en'])
    c.set('assets', {
      script: '/assets/client.js',
      styles: '/assets/main.css',
      font: '/assets/font.woff2',
      folder: '',
    })
    c.set('config', {
      port: 3000,
      host: '127.0.0.1',
      trustedProxies: () => false,
      baseUrl: 'https://ekokommun.example',
      dataDir: '/var',
      dataDirChosen: false,
      peppolOutbox: '/var/peppol',
      koladaUrl: '',
      koladaRate: 1,
      scbUrl: '',
      importNightly: false,
      fileStore: { written: undefined, places: [] },
      observe: { logLevel: 'warn', slowQueryMs: 500, metrics: undefined, tracing: undefined },
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      databaseReadUrls: [],
      databaseReadLag: 10,
      work: 'yes',
      drainSeconds: 0,
      mode,
      pageCacheBytes: 0,
      apiRequestsPerMinute: 0,
      smtpUrl: undefined,
      mailFrom: 'noreply@ekokommun.example',
      mailInPort: undefined,
      mailInDomain: undefined,
      secret: undefined,
    })
    c.set('actor', null)
    c.set('menu', [
      { href: '/nyckeltal', label: 'Nyckeltal' },
      { href: '/kommuner', label: 'Kommuner' },
    ])
    await next()
  })
  app.get('/embed', (c) => embedPage(c, { ...head, href: '/nyckeltal' }, <p>Diagram</p>))
  app.get('/fel', (c) => page(c, head, <p>Fel</p>, 422))
  app.get('*', (c) => page(c, head, <h1>Nyckeltal</h1>))
  const response = await app.request(`https://ekokommun.example${path}`)
  return response.text()
}
