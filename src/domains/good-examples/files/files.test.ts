import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { smallPdf } from '../../../../tests/support/application.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let member: string
let colleague: string
let stranger: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  member = await loggedIn(app, 'medlem')
  colleague = await loggedIn(app, 'ombud')
  stranger = await loggedIn(app, 'revisor')
})
afterAll(() => database.drop())

/** The draft of Falkenberg; a colleague in Helsingborg is asked to comment on it. */
const draft = 12
/** A published example of Falkenberg. */
const published = 1

const photo = (width = 2400, height = 1600, background = '#0f5c46') =>
  sharp({ create: { width, height, channels: 3, background } })

function addPicture(bytes: Uint8Array, alt = 'En cykel i snö', example = draft) {
  const data = new FormData()
  data.set('alt_sv', alt)
  data.set('fil', new File([Buffer.from(bytes)], 'bild.jpg', { type: 'image/jpeg' }))
  return post(app, `/mina-sidor/exempel/${example}/bilder`, data, member)
}

function addDocument(file: File, titel = 'Utvärderingen') {
  const data = new FormData()
  data.set('titel', titel)
  data.set('fil', file)
  return post(app, `/mina-sidor/exempel/${draft}/dokument/nytt`, data, member)
}

const pageOf = async (path: string, cookie = member) => (await get(app, path, cookie)).text()
const addressesIn = (html: string) => [
  ...new Set([...html.matchAll(/\/exempel\/bilder\/[\w-]+\.webp/g)].map(String)),
]

describe('a picture', () => {
  test('is drawn anew in two sizes, without the place where it was taken', async () => {
    const bytes = await photo()
      .withExif({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 54/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    expect((await addPicture(bytes)).status).toBe(303)
    const [small = ''] = addressesIn(await pageOf(`/mina-sidor/exempel/${draft}/bilder`))
    const sizes = await Promise.all(
      [small, small.replace('-liten', '')].map(async (address) => {
        const response = await get(app, address, member)
        expect(response.headers.get('content-type')).toBe('image/webp')
        const drawn = Buffer.from(await response.arrayBuffer())
        const { format, width, height, exif } = await sharp(drawn).metadata()
        expect([format, exif]).toEqual(['webp', undefined])
        return `${width}×${height}`
      }),
    )
    expect(sizes).toEqual(['480×320', '1600×1067'])
  })

  test.each([
    [
      'an SVG with a script',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a page called .jpg', async () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture cut off', async () => (await photo().png().toBuffer()).subarray(0, 60)],
    ['100 million pixels in few bytes', () => photo(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer()],
    ['more than five megabytes', async () => Buffer.alloc(5 * 1024 * 1024 + 200_000)],
    ['no picture at all', async () => Buffer.alloc(0)],
  ])('is refused when it is %s', async (_what, bytesOf) => {
    const response = await addPicture(await bytesOf())
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#fil"')
  })

  test('needs words for those who do not see it, now and later', async () => {
    const response = await addPicture(await photo(30, 30, '#123456').png().toBuffer(), '')
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#alt_sv"')
    const { id } = await database.db
      .selectFrom('good_example_picture')
      .select('id')
      .where('example_id', '=', draft)
      .executeTakeFirstOrThrow()
    const emptied = await post(
      app,
      `/mina-sidor/exempel/${draft}/bilder/${id}`,
      { alt_sv: '', gor: 'spara' },
      member,
    )
    expect(emptied.status).toBe(422)
    expect(await emptied.text()).toContain(`href="#alt_sv-${id}"`)
  })

  test('changes places with the one before it, and goes when it is taken away', async () => {
    for (const colour of ['#aa0000', '#00aa00']) {
      await addPicture(await photo(60, 40, colour).png().toBuffer(), `Färg ${colour}`)
    }
    const alts = async () =>
      (
        await database.db
          .selectFrom('good_example_picture')
          .select(['id', 'alt_sv'])
          .where('example_id', '=', draft)
          .orderBy('ordinal')
          .execute()
      ).map(({ id, alt_sv }) => ({ id, alt: alt_sv }))
    const before = await alts()
    expect(before.map(({ alt }) => alt)).toEqual(['En cykel i snö', 'Färg #aa0000', 'Färg #00aa00'])
    const last = before.at(-1)?.id
    const wish = (gor: string) => post(app, `/mina-sidor/exempel/${draft}/bilder/${last}`, { gor }, member)
    await wish('upp')
    await wish('upp')
    await wish('upp')
    expect((await alts()).map(({ alt }) => alt)).toEqual(['Färg #00aa00', 'En cykel i snö', 'Färg #aa0000'])
    await wish('ta-bort')
    expect((await alts()).map(({ alt }) => alt)).toEqual(['En cykel i snö', 'Färg #aa0000'])
  })

  test('is kept once, and only so many of them', async () => {
    const same = await photo(60, 40, '#aa0000').png().toBuffer()
    expect(await (await addPicture(same)).text()).toContain('Den bilden finns redan.')
    for (let n = 0; n < 6; n++) {
      await addPicture(await photo(50, 50, `#0000${n}${n}`).png().toBuffer())
    }
    const ninth = await addPicture(await photo(50, 50, '#ffffff').png().toBuffer())
    expect(ninth.status).toBe(422)
    expect(await ninth.text()).toContain('så många bilder som det kan ha')
  })

  test('of a draft is seen by its writers and those asked to comment, of a published one by everyone', async () => {
    const [small = ''] = addressesIn(await pageOf(`/mina-sidor/exempel/${draft}/bilder`))
    const statuses = async (address: string) =>
      Promise.all(['', stranger, colleague, member].map(async (who) => (await get(app, address, who)).status))
    expect(await statuses(small)).toEqual([404, 404, 200, 200])

    await addPicture(await photo(90, 60, '#335577').png().toBuffer(), 'Cyklar på rad', published)
    const html = await pageOf('/exempel/1-bilpoolen-som-ersatte-den-egna-bilen-i-tjansten', '')
    expect(html).toContain('alt="Cyklar på rad"')
    const [shown = ''] = addressesIn(html)
    expect(await statuses(shown)).toEqual([200, 200, 200, 200])
    expect(await pageOf('/exempel', '')).toContain(shown.replace(/(-liten)?\.webp/, '-liten.webp'))
    // Nobody finds it by its number alone.
    expect((await get(app, shown.replace(/-[0-9a-f]{12}/, '-000000000000'))).status).toBe(404)

    const kept = await get(app, shown)
    expect(kept.headers.get('cache-control')).toBe('public, max-age=3600, must-revalidate')
    const again = await app.request(`https://eko.example${shown}`, {
      headers: { 'if-none-match': kept.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    const office = await loggedIn(app, 'kansli')
    await post(app, '/kansli/exempel/dolj', { exempel: '1', skal: 'Bilden visar en person' }, office)
    expect(await statuses(shown)).toEqual([404, 404, 404, 200])
    await post(app, '/kansli/exempel/1/visa', {}, office)
  })
})

describe('a document', () => {
  test('is taken in when its content is what its name says, and given as a file to save', async () => {
    expect((await addDocument(smallPdf('utvardering'))).status).toBe(303)
    const html = await pageOf(`/mina-sidor/exempel/${draft}/dokument`)
    const address = /\/exempel\/dokument\/\d+/.exec(html)?.[0] ?? ''
    const response = await get(app, address, colleague)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain('attachment; filename="utvardering.pdf"')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await get(app, address)).status).toBe(404)
    expect((await get(app, address, stranger)).status).toBe(404)
    const id = /dokument\/(\d+)/.exec(address)?.[1]
    await post(app, `/mina-sidor/exempel/${draft}/dokument/${id}`, {}, member)
    expect((await get(app, address, member)).status).toBe(404)
  })

  test('is refused when it is something else, has no title, or is there already', async () => {
    const page = new File(['<html>'], 'rapport.pdf')
    expect(await (await addDocument(page)).text()).toContain('Filens innehåll stämmer inte med dess namn.')
    expect(await (await addDocument(smallPdf('a'), '')).text()).toContain('href="#titel"')
    expect(await (await addDocument(new File([], ''))).text()).toContain('Välj en fil.')
    await addDocument(smallPdf('b'))
    expect(await (await addDocument(smallPdf('b'))).text()).toContain('Det dokumentet finns redan.')
  })

  test('leaves its content out of the log', async () => {
    const { before, after } = await database.db
      .selectFrom('audit_entry')
      .select(['before', 'after'])
      .where('table_name', '=', 'good_example_document')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify([before, after])).not.toContain('content')
  })
})
