import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let politician: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  politician = await loggedIn(app, 'kontaktpolitiker')
})
afterAll(() => database.drop())

const form = '/mina-sidor/organisation/1382'
const publicPage = '/kommuner/1382'

/** The form as it stands, with one's own answers and perhaps a file. */
async function fill(answers: Record<string, string>, logo?: { bytes: Uint8Array; name: string }) {
  const html = await (await get(app, form, politician)).text()
  const data = new FormData()
  data.set('version', /name="version" value="([^"]*)"/.exec(html)?.[1] ?? '')
  for (const [name, value] of Object.entries(answers)) data.set(name, value)
  if (logo) data.set('logo', new File([Buffer.from(logo.bytes)], logo.name, { type: 'image/png' }))
  return data
}

const picture = (width = 1200, height = 300) =>
  sharp({ create: { width, height, channels: 4, background: '#0f5c46' } })

describe('the profile of a member', () => {
  test('is written by its contacts and shown to everyone, escaped, in the words they chose', async () => {
    const data = await fill({
      presentationSv: 'Vi byggde låg-energi <b>tidigt</b>.\n\nFråga oss!',
      presentationEn: 'We built early.',
      website: 'www.falkenberg.example',
      socialLinks: 'https://social.example/falkenberg\nhttps://video.example/@falkenberg',
      programmeTitle: 'Hållbara Falkenberg – 李小龍',
      programmeAdoptedOn: '2024-05-02',
      organisationNumber: '2120000142',
      einvoiceAddress: '0007:2120000142',
      email: 'Kontakt@falkenberg.example',
      postalCode: '31180',
      city: 'Falkenberg',
    })
    const sent = await post(app, form, data, politician)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`${form}?klart=sparad`)
    const swedish = await (await get(app, publicPage)).text()
    expect(swedish).toContain('låg-energi &lt;b>tidigt&lt;/b>')
    expect(swedish).toContain('href="https://www.falkenberg.example/"')
    expect(swedish).toContain('Hållbara Falkenberg – 李小龍')
    expect(swedish).toContain('antaget 2 maj 2024')
    expect(swedish).toContain('311 80 Falkenberg')
    expect(swedish, 'numbers for invoices are not public').not.toContain('212000-0142')
    expect(await (await get(app, `/en${publicPage}`)).text()).toContain('We built early.')
  })

  test('comes back with what was typed when something is wrong, and nothing is saved', async () => {
    const data = await fill({
      organisationNumber: '212000-0143',
      website: 'javascript:alert(1)',
      einvoiceAddress: 'faktura@x.example',
      email: 'nej',
      city: 'Falköping',
    })
    const response = await post(app, form, data, politician)
    const html = await response.text()
    expect(response.status).toBe(422)
    for (const field of ['organisationNumber', 'website', 'einvoiceAddress', 'email'])
      expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('value="Falköping"')
    expect(await (await get(app, publicPage)).text()).not.toContain('Falköping')
  })

  test('saved by two at once: the second is told, and loses nothing', async () => {
    const [mine, theirs] = [await fill({ city: 'Mitt' }), await fill({ city: 'Deras' })]
    expect((await post(app, form, theirs, politician)).status).toBe(303)
    const late = await post(app, form, mine, politician)
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('value="Mitt"')
    expect(html).toContain('Någon annan sparade profilen')
  })

  test('is for its own contacts and the secretariat only', async () => {
    const other = await loggedIn(app, 'rapportor')
    expect((await get(app, form, other)).status).toBe(403)
    expect((await post(app, form, {}, other)).status).toBe(403)
    expect((await get(app, '/mina-sidor/organisation/1283', politician)).status).toBe(403)
    expect((await get(app, form, await loggedIn(app, 'kansli'))).status).toBe(200)
    expect((await get(app, form)).headers.get('location')).toContain('/logga-in')
  })
})

describe('a logo', () => {
  test('is drawn anew as WebP, smaller, without its hidden notes', async () => {
    const bytes = await picture()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'hemlig plats' } })
      .toBuffer()
    const sent = await post(
      app,
      form,
      await fill({ logoAlt: 'Falkenbergs kommun' }, { bytes, name: 'x.exe' }),
      politician,
    )
    expect(sent.status).toBe(303)
    const served = await get(app, '/kommuner/1382/logotyp.webp')
    expect(served.headers.get('content-type')).toBe('image/webp')
    expect(served.headers.get('etag')).toBeTruthy()
    expect(served.headers.get('cache-control')).toBe('no-cache')
    const logo = Buffer.from(await served.arrayBuffer())
    const { format, width = 0, height = 0, exif } = await sharp(logo).metadata()
    expect([format, width, height, exif]).toEqual(['webp', 600, 150, undefined])
    expect(await (await get(app, publicPage)).text()).toContain('alt="Falkenbergs kommun"')
  })

  test('needs words for those who cannot see it', async () => {
    const bytes = await picture(20, 20).png().toBuffer()
    const response = await post(app, form, await fill({ logoAlt: '' }, { bytes, name: 'a.png' }), politician)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#logoAlt"')
  })

  test.each([
    [
      'an SVG with a script',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
    ['a page called .png', async () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture cut off', async () => (await picture().png().toBuffer()).subarray(0, 60)],
    [
      'a picture of 100 million pixels in few bytes',
      () => picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer(),
    ],
  ])('refuses %s', async (_what, bytesOf) => {
    const data = await fill({ logoAlt: 'x' }, { bytes: await bytesOf(), name: 'logo.png' })
    const response = await post(app, form, data, politician)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('href="#logo"')
  })

  test('of more than five megabytes is refused before it is decoded', async () => {
    const data = await fill({ logoAlt: 'x' }, { bytes: new Uint8Array(5 * 1024 * 1024 + 1), name: 'a.png' })
    expect((await post(app, form, data, politician)).status).toBe(422)
  })

  test('goes when one takes it away', async () => {
    const data = await fill({ removeLogo: '1' })
    expect((await post(app, form, data, politician)).status).toBe(303)
    expect((await get(app, '/kommuner/1382/logotyp.webp')).status).toBe(404)
  })
})
