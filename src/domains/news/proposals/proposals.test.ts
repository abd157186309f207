import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { tellProposers } from './proposal-actions.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let member: string
let png: File
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  member = await loggedIn(app, 'medlem')
  const drawn = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f5c46' } })
    .withExif({ IFD0: { ImageDescription: 'Hemlig adress' } })
    .png()
    .toBuffer()
  png = new File([new Uint8Array(drawn)], 'bild.png', { type: 'image/png' })
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const now = () => new Date('2026-11-23T12:00:00Z')

function propose(fields: Record<string, string | File>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return post(app, '/mina-sidor/nyheter/forslag', form, member)
}
const proposalId = async (title: string) =>
  (
    await database.db
      .selectFrom('news_proposal')
      .select('id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
  ).id
const mails = (kind: string) => database.db.selectFrom('mail').selectAll().where('kind', '=', kind).execute()

describe('news that a member proposes', () => {
  test('wait on the desk of the secretariat', async () => {
    expect(await textOf('/kansli', office)).toContain('Ett förslag till nyhet')
    expect(await textOf('/kansli/nyheter/forslag', office)).toContain('Skolköket har halverat svinnet')
    expect((await get(app, '/kansli/nyheter/forslag', member)).status).toBe(403)
  })

  test('become news with picture and “Förslag från”, and who proposed is told once', async () => {
    const missing = await propose({ rubrik: 'Ny bro', text: 'Bron är klar.', fil: png })
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain('Skriv vad bilden visar.')
    expect(
      (await propose({ rubrik: 'Ny bro', text: 'Bron är **klar**.', fil: png, alt: 'En bro' })).status,
    ).toBe(303)
    expect(await textOf('/mina-sidor/nyheter/forslag', member)).toContain('Väntar på svar')

    const path = `/kansli/nyheter/forslag/${await proposalId('Ny bro')}`
    expect(await textOf(path, office)).toContain('alt="En bro"')
    const edit = (await post(app, `${path}/anvand`, {}, office)).headers.get('location')?.split('?')[0] ?? ''
    await post(app, `${path}/anvand`, {}, office)
    const { count } = await database.db
      .selectFrom('news_text')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('title', '=', 'Ny bro')
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(1)

    await tellProposers(database.db, 'https://eko.example', now())
    expect(await mails('news-published')).toEqual([])
    await post(app, `${edit}/publicera`, {}, office)
    const html = await textOf('/nyheter/ny-bro')
    expect(html).toContain('Förslag från Falkenberg')
    const [, picture = ''] = /src="(\/nyheter\/bild\/[^"]+)"/.exec(html) ?? []
    const served = await get(app, picture)
    expect(served.headers.get('content-type')).toBe('image/webp')
    const bytes = Buffer.from(await served.arrayBuffer())
    expect(bytes.toString('latin1')).not.toContain('Hemlig adress')
    expect((await get(app, picture.replace(/-[0-9a-f]{4}/, '-0000'))).status).toBe(404)

    await Promise.all([1, 2].map(() => tellProposers(database.db, 'https://eko.example', now())))
    const [mail, ...more] = await mails('news-published')
    expect(more).toEqual([])
    expect(mail?.plain).toContain('https://eko.example/nyheter/ny-bro')
    expect(await textOf('/nyheter.atom')).toContain('rel="enclosure" type="image/webp" title="En bro"')
  })

  test('are declined with a reason, which goes to who proposed', async () => {
    await propose({ rubrik: 'Reklam', text: 'Köp våra ljus.' })
    const path = `/kansli/nyheter/forslag/${await proposalId('Reklam')}`
    expect((await post(app, `${path}/avboj`, { skal: '' }, office)).status).toBe(422)
    await post(app, `${path}/avboj`, { skal: 'Vi tar inte in annonser.' }, office)
    await post(app, `${path}/avboj`, { skal: 'En gång till.' }, office)
    const sent = await mails('news-declined')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.plain).toContain('Vi tar inte in annonser.')
    expect(await textOf('/mina-sidor/nyheter/forslag', member)).toContain('Blev ingen nyhet')
  })

  test('are refused when the file is no picture, and when there are too many in a day', async () => {
    const lie = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'x.png', { type: 'image/png' })
    const refused = await propose({ rubrik: 'Fel', text: 'x', fil: lie, alt: 'x' })
    expect(await refused.text()).toContain('Filen är ingen JPEG-, PNG- eller WebP-bild.')
    const statuses: number[] = []
    for (let i = 0; i < 5; i += 1) statuses.push((await propose({ rubrik: `Nummer ${i}`, text: 'x' })).status)
    expect(statuses.at(-1)).toBe(429)
    const last = await propose({ rubrik: 'Behåll mig', text: 'Det jag skrev.' })
    expect(last.status).toBe(429)
    expect(await last.text()).toContain('Det jag skrev.')
  })
})
