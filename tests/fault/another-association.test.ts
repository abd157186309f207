import { expect, test } from 'vitest'
import { emptyFolder, home, openHouse } from './house.ts'
import { small, start } from './program.ts'

openHouse()

/** What belongs to the association of the clone, and what of its country's words a page may show to readers. */
const theFirst =
  /Sverige|Swed(?:en|ish)|\bkommun(?:er|en)?\b|\bkr\b|\bkronor\b|\bSEK\b|\bSCB\b|Kolada|Bankgiro|Peppol|Falkenberg|\bregions?\b/

/** The words of a page as a reader sees them, and the names of its fields and pictures. */
function wordsOf(html: string): string {
  return html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')
}

async function read(address: string, cookie = ''): Promise<string> {
  const response = await fetch(address, { headers: { cookie } })
  expect(response.status, address).toBe(200)
  return response.text()
}

async function logIn(base: string, konto: string): Promise<string> {
  const response = await fetch(`${base}/demo/logga-in`, {
    method: 'POST',
    headers: { origin: base },
    body: new URLSearchParams({ konto }),
    redirect: 'manual',
  })
  expect(response.status, konto).toBe(303)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

test('a second association is started from its folder, and its pages are its own', async () => {
  const settings = { ...small, DATA_DIR: await emptyFolder() }
  const program = start(home, settings)
  const base = await program.ready()

  const pages = ['/', '/om', '/om/kriterier', '/om/kansliet', '/kommuner', '/kommuner/0201', '/kommuner/0013']
  pages.push('/nyckeltal', '/nyckeltal/road-salt', '/nyckeltal/road-salt?kommun=0201&vy=rangordning')
  pages.push(
    '/bli-medlem',
    '/stadgar',
    '/evenemang',
    '/nyheter',
    '/exempel',
    '/fragor',
    '/demo',
    '/oppna-data',
    '/tillganglighet',
    '/integritet',
    '/arsmote',
    '/arsmote/2026',
    '/arsmote/2026/omrostningar',
    '/arsmote/2027',
    '/styrelse/beslut',
    '/paverkan',
    '/paverkan/2',
  )
  for (const page of pages) {
    const html = await read(base + page)
    expect(wordsOf(html).match(theFirst)?.[0], page).toBeUndefined()
    expect(html, page).toContain('<html lang="en"')
  }
  expect(await read(`${base}/api`)).toContain('/organisations/0201')
  const first = await read(base)
  expect(first).toContain('Eco-Municipalities of Wisconsin')
  expect(await read(`${base}/bli-medlem`)).toContain('$250')
  expect(await read(`${base}/nyckeltal/road-salt`)).not.toContain('vy=karta')
  expect(await read(`${base}/om/historia`)).toContain('Övertorneå')
  expect((await fetch(`${base}/kolada/v3/kpi`)).status).toBe(404)

  const [, colours = ''] = /href="(\/assets\/association-[0-9a-f]{12}\.css)"/.exec(first) ?? []
  expect(await read(base + colours)).toContain('--eko-brand:#7a2e12')

  for (const konto of [
    'kontaktpolitiker',
    'kontakttjansteperson',
    'ombud',
    'rapportor',
    'sokande',
    'kansli',
  ]) {
    expect(await read(`${base}/mina-sidor`, await logIn(base, konto)), konto).toContain('<h1')
  }

  const office = await logIn(base, 'kansli')
  for (const page of [
    '/styrelse/moten/1/protokoll',
    '/arsmote/2027/kansli',
    '/paverkan/1',
    '/kansli/avgifter',
  ])
    expect(wordsOf(await read(base + page, office)).match(theFirst)?.[0], page).toBeUndefined()
  // Dues are paid in another program.
  for (const page of [
    '/kansli/avgifter/fakturor',
    '/kansli/avgifter/bokforing',
    '/mina-sidor/fakturor/0201',
  ]) {
    const response = await fetch(base + page, { headers: { cookie: office } })
    expect(response.status, page).toBe(404)
    expect(await response.text()).toContain('Invoicing is not switched on')
  }

  await program.stop()
  const refused = start(home, { DATA_DIR: settings.DATA_DIR })
  expect(await refused.end()).toBe(1)
  expect(refused.output).toContain('This database holds Eco-Municipalities of Wisconsin (EMW)')
}, 120_000)
