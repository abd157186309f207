import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocksOf } from '#ui/markdown-blocks.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()

describe('an issue of the magazine', () => {
  test('is read as a page: own articles, news and good examples in their order', async () => {
    expect(await textOf('/nyheter/tidning')).toContain('Mat, mark och mod')
    const html = await textOf('/nyheter/tidning/2026-2')
    const order = ['Mod är att vänta', 'Så blev ängarna', 'Så läser du nyckeltalen'].map((title) =>
      html.indexOf(`">${title}`),
    )
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(html).toContain('alt="Tecknat landskap: gröna kullar, en sjö och en låg sol"')
    expect(html).toContain('Numret är påhittat för demonstrationen.')
    expect(await textOf('/nyheter.atom')).toContain('Nummer 2, 2026: Mat, mark och mod')
  })

  test('is read as a tagged PDF with the same texts', async () => {
    const response = await get(app, '/nyheter/tidning/2026-2.pdf')
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pdf = await readPdf(new Uint8Array(await response.arrayBuffer()))
    expect(pdf).toMatchObject({ title: 'Mat, mark och mod', marked: true })
    expect(pdf.language).toMatch(/^sv/)
    expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Figure', 'L']))
    for (const words of ['Mod är att vänta', 'Det tar fem år', 'Så blev ängarna billigare', 'påhittat']) {
      expect(pdf.text).toContain(words)
    }
  })

  test('is put together by the secretariat, seen by nobody else until its hour', async () => {
    const begun = await post(
      app,
      '/kansli/nyheter/tidning/ny',
      { ar: '2027', nummer: '1', sprak: 'sv', rubrik: 'Vår', ingress: 'Om våren.' },
      office,
    )
    const path = begun.headers.get('location')?.split('?')[0] ?? ''
    await post(app, `${path}/artiklar/ny`, { rubrik: 'Första', text: 'Text ett.' }, office)
    await post(app, `${path}/artiklar/ny`, { rubrik: 'Andra', text: 'Text två.', av: 'Ada' }, office)
    await post(app, `${path}/artiklar`, { nyhet: '1' }, office)
    const listed = async () =>
      [...(await textOf(path, office)).matchAll(/Ta bort ”(.*?)”/g)].map(([, title]) => title)
    expect(await listed()).toEqual(['Första', 'Andra', 'Årsmötet valde ny styrelse'])
    const [, second = ''] = [...(await textOf(path, office)).matchAll(/artiklar\/(\d+)\/plats/g)].map(
      ([, id]) => id,
    )
    await post(app, `${path}/artiklar/${second}/plats`, { gor: 'upp' }, office)
    expect(await listed()).toEqual(['Andra', 'Första', 'Årsmötet valde ny styrelse'])

    expect((await get(app, '/nyheter/tidning/2027-1')).status).toBe(404)
    expect((await get(app, '/nyheter/tidning/2027-1.pdf')).status).toBe(404)
    expect(await textOf('/nyheter/tidning/2027-1', office)).toContain('Sidan syns bara för kansliet.')
    const taken = await post(
      app,
      '/kansli/nyheter/tidning/ny',
      { ar: '2026', nummer: '2', sprak: 'sv', rubrik: 'Igen', ingress: 'x' },
      office,
    )
    expect(taken.status).toBe(422)
    const [, version = ''] = /name="version" value="(\d+)"/.exec(await textOf(path, office)) ?? []
    const fields = {
      ar: '2027',
      nummer: '1',
      sprak: 'sv',
      rubrik: 'Vår',
      ingress: 'Om våren.',
      dag: '2026-11-20',
    }
    expect((await post(app, path, { ...fields, version: '1' }, office)).status).toBe(409)
    expect((await post(app, path, { ...fields, version }, office)).status).toBe(303)
    expect(await textOf('/nyheter/tidning/2027-1')).toContain('Av Ada')
    expect((await get(app, path, await loggedIn(app, 'medlem'))).status).toBe(403)
  })

  test('has pictures of our own in its texts, only with what they show', async () => {
    const path = '/kansli/nyheter/tidning/1/bilder'
    const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#14608f' } })
      .png()
      .toBuffer()
    const form = new FormData()
    form.set('fil', new File([new Uint8Array(bytes)], 'sjo.png'))
    expect((await post(app, path, form, office)).status).toBe(422)
    form.set('alt', 'En sjö')
    expect((await post(app, path, form, office)).status).toBe(303)
    const [, code = ''] = /<code>(!\[En sjö\]\([^<]+\))<\/code>/.exec(await textOf(path, office)) ?? []
    expect(code).toMatch(/^!\[En sjö\]\(\/nyheter\/bild\/\d+-[0-9a-f]{16}\.webp\)$/)
    await post(
      app,
      '/kansli/nyheter/tidning/1/artiklar/ny',
      { rubrik: 'Vid sjön', text: `Se här:\n\n${code}\n\n![spion](https://evil.example/x.png)` },
      office,
    )
    const html = await textOf('/nyheter/tidning/2026-2')
    expect(html).toMatch(/<img src="\/nyheter\/bild\/[^"]+" alt="En sjö" loading="lazy"/)
    expect(html).not.toContain('evil.example')
    expect((await get(app, '/nyheter/tidning/2026-2.pdf')).status).toBe(200)
  })
})

test('on paper only known things are drawn, and links lead where the page lets them', () => {
  const isOwn = (address: string) => address === '/bild'
  expect(
    blocksOf('![x](/bild) ![y](https://evil.example)\n\n[z](javascript:x)', 'https://eko.example', isOwn),
  ).toEqual([
    { kind: 'picture', address: '/bild', alt: 'x' },
    { kind: 'paragraph', runs: expect.arrayContaining([expect.objectContaining({ text: 'y', href: '' })]) },
    { kind: 'paragraph', runs: [{ text: 'z', strong: false, emphasis: false, href: '' }] },
  ])
})
