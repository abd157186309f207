import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'
import { gathered } from '../../app/gathered.ts'
import { readConfig } from '../../platform/config.ts'
import { createSecrets } from '../../platform/secrets.ts'
import { letters } from './domain.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
let secretariat: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
  secretariat = await loggedIn(app, 'kansli')
})
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

const textOf = async (path: string, cookie = secretariat) => (await get(app, path, cookie)).text()

/** Writes a letter and gives the address of its page. */
async function write(fields: Record<string, string | string[]>): Promise<string> {
  const letter = {
    kind: 'news',
    subject: 'Nytt från {kommun}',
    body: 'Hej {namn}!\n\nVi ses.',
    roles: ['reporter'],
    ...fields,
  }
  const response = await post(app, '/kansli/brev/ny', letter, secretariat)
  expect(response.status).toBe(303)
  return (response.headers.get('location') ?? '').replace('/granska', '')
}
const countIn = (html: string) =>
  Number(/(\d+) personer får brevet/.exec(html)?.[1] ?? (html.includes('En person får brevet') ? 1 : 0))

describe('the audience', () => {
  test('is shown before anything is sent, and narrowed by role, county, kind and what a member lacks', async () => {
    const count = async (fields: Record<string, string | string[]>) =>
      countIn(await textOf(`${await write(fields)}/granska`))
    const reporters = await count({})
    expect(reporters).toBeGreaterThan(80)
    const halland = await count({ counties: ['13'] })
    expect(halland).toBeGreaterThan(1)
    expect(halland).toBeLessThan(10)
    expect(await count({ kinds: ['region'] })).toBeLessThan(7)
    const contacts = await count({ roles: ['contact-politician', 'contact-official'] })
    const ofThoseWithoutReporter = await count({
      roles: ['contact-politician', 'contact-official'],
      lacking: 'reporter',
    })
    expect(ofThoseWithoutReporter).toBeGreaterThan(10)
    expect(ofThoseWithoutReporter).toBeLessThan(contacts / 4)
    expect(
      await count({
        roles: ['reporter', 'contact-official', 'contact-politician'],
        organisations: '1382 1283',
      }),
    ).toBeLessThanOrEqual(6)
  })

  test('needs a role; a bad form comes back as it was', async () => {
    const response = await post(
      app,
      '/kansli/brev/ny',
      { kind: 'news', subject: '', body: 'Brödtext', counties: ['13'] },
      secretariat,
    )
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#roles"')
    expect(html).toContain('href="#subject"')
    expect(html).toContain('Brödtext')
    expect(html).toMatch(/value="13"[^>]* checked/)
  })

  test('is chosen by the secretariat only', async () => {
    for (const konto of ['administrator', 'kontaktpolitiker', 'ordforande']) {
      expect((await get(app, '/kansli/brev', await loggedIn(app, konto))).status).toBe(403)
    }
  })
})

describe('a letter', () => {
  test('is tried on oneself, sent, and reaches each person once with name and organisation', async () => {
    const letter = await write({})
    const count = countIn(await textOf(`${letter}/granska`))
    await post(app, `${letter}/prov`, {}, secretariat)
    expect((await mailbox.all()).filter(({ subject }) => subject?.startsWith('Nytt från'))).toHaveLength(1)
    const sends = await Promise.all([1, 2, 3].map(() => post(app, `${letter}/skicka`, {}, secretariat)))
    const notices = sends.map((response) => response.headers.get('location')?.split('klart=')[1]).sort()
    expect(notices).toEqual(['redan', 'redan', 'skickat'])
    const mails = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Nytt från')).slice(1)
    const recipients = mails.map(({ to }) => [to].flat()[0]?.text)
    expect(new Set(recipients).size).toBe(count)
    expect(recipients).toHaveLength(count)
    expect(mails.some(({ subject }) => subject === 'Nytt från Falkenberg')).toBe(true)
    expect(mails[0]?.text).not.toContain('{namn}')
    expect(await textOf(`${letter}/granska`)).toContain(`${count} av ${count} är skickade`)
  })

  test('is sent at its time by the job, once, and can be stopped before', async () => {
    const letter = await write({ organisations: '1382' })
    expect(
      (await post(app, `${letter}/skicka`, { dag: '2020-01-01', tid: '08:00' }, secretariat)).status,
    ).toBe(422)
    await post(app, `${letter}/skicka`, { dag: '2026-11-24', tid: '08:00' }, secretariat)
    expect(await textOf(`${letter}/granska`)).toContain('24 november 2026 kl. 08.00')
    await post(app, `${letter}/avbryt`, {}, secretariat)
    await post(app, `${letter}/skicka`, { dag: '2026-11-24', tid: '08:00' }, secretariat)
    const job = letters.jobs?.find(({ name }) => name === 'queue-due-letters')
    const before = (await mailbox.all()).length
    const id = Number(letter.split('/').at(-1))
    const run = () =>
      job?.run({
        db: database.db,
        config: readConfig({ BASE_URL: 'https://eko.example' }),
        secrets: createSecrets('a secret of the tests, long enough'),
        gathered,
        now: new Date('2026-11-23T12:00:00Z'),
        today: '2026-11-23',
      })
    await run()
    expect((await mailbox.all()).length).toBe(before)
    await database.db
      .updateTable('letter')
      .set({ send_at: new Date(0) })
      .where('id', '=', id)
      .execute()
    await Promise.all([run(), run()])
    expect((await mailbox.all()).length).toBe(before + 1)
  })
})

describe('declining', () => {
  test('takes one click of the mail program, without login, and holds for that kind', async () => {
    await post(app, `${await write({ organisations: '1382' })}/skicka`, {}, secretariat)
    const mail = (await mailbox.all()).at(-1)
    const header = (name: string) => String(mail?.headerLines.find(({ key }) => key === name)?.line)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const address =
      /<https:\/\/eko\.example([^>]+)>/.exec(header('list-unsubscribe').replace(/\r\n\s+/g, ''))?.[1] ?? ''
    // A look at the page changes nothing.
    expect(await textOf(address, '')).toContain('Vill du sluta få nyhetsbrev?')
    const clicked = await app.request(`https://eko.example${address}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(clicked.status).toBe(200)
    expect(countIn(await textOf(`${await write({ organisations: '1382' })}/granska`))).toBe(0)
    expect(
      countIn(await textOf(`${await write({ organisations: '1382', kind: 'association' })}/granska`)),
    ).toBe(1)
    await post(app, address, { angra: '1' })
    expect(countIn(await textOf(`${await write({ organisations: '1382' })}/granska`))).toBe(1)
  })

  test('is also chosen on one’s own pages', async () => {
    const reporter = await loggedIn(app, 'rapportor')
    await post(app, '/mina-sidor/brev', { vill: ['invitations'] }, reporter)
    expect(countIn(await textOf(`${await write({ organisations: '1382' })}/granska`))).toBe(0)
    expect(
      countIn(await textOf(`${await write({ organisations: '1382', kind: 'invitations' })}/granska`)),
    ).toBe(1)
  })

  test('needs a whole address', async () => {
    for (const token of ['x', 'e30.AAAA', '%00'])
      expect((await get(app, `/avanmal/${token}`)).status).toBe(404)
  })
})
