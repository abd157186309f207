import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
let member: string
let official: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
  member = await loggedIn(app, 'medlem')
  official = await loggedIn(app, 'kontakttjansteperson')
})
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

const textOf = async (path: string, cookie = member) => (await get(app, path, cookie)).text()
const search = (query: Record<string, string>) => textOf(`/kontakter?${new URLSearchParams(query)}`)
const namesIn = (html: string) =>
  [...html.matchAll(/<h3><a href="\/kontakter\/person\/\d+">([^<]+)</g)].map(([, name]) => name)
const totalIn = (html: string) => Number(/<h2 id="traffar">(\d+) personer/.exec(html)?.[1] ?? 0)
const idOf = async (cookie: string) =>
  /href="\/kontakter\/person\/(\d+)"/.exec(await textOf('/mina-sidor/kort', cookie))?.[1] ?? ''

/** One's card with a few answers changed. */
async function saveCard(cookie: string, fields: Record<string, string | string[]>) {
  const card = {
    knows: '',
    helps: '',
    subjects: [],
    languages: ['sv'],
    asked: '1',
    shown: 'members',
    emailShown: 'nobody',
    phoneShown: 'nobody',
  }
  const response = await post(app, '/mina-sidor/kort', { ...card, ...fields }, cookie)
  expect(response.status).toBe(303)
}

describe('the contact network', () => {
  test('is for members only', async () => {
    expect((await get(app, '/kontakter')).headers.get('location')).toBe('/logga-in?till=%2Fkontakter')
    expect((await get(app, '/kontakter', await loggedIn(app, 'sokande'))).status).toBe(403)
    expect((await get(app, '/kontakter', member)).status).toBe(200)
  })

  test('finds a word however it is bent, begun or misspelt, with å, ä and ö', async () => {
    await saveCard(official, { knows: 'Vi har byggt bergvärme i skolorna och renoverat badhus på Öland.' })
    const name = /<h1>([^<]+)</.exec(await textOf(`/kontakter/person/${await idOf(official)}`))?.[1]
    for (const sok of [
      'skola bergvärme',
      'bergvärmen',
      'bergvär',
      'bergvarme',
      'bergvräme',
      'badhuset öland',
      'ÖLAND badhus',
    ]) {
      expect(namesIn(await search({ sok })), sok).toContain(name)
    }
    expect(totalIn(await search({ sok: 'xyzzyq' }))).toBe(0)
  })

  test('finds people by what their subjects are called now', async () => {
    const rename = (name: string) =>
      database.db.updateTable('subject').set({ name_sv: name }).where('id', '=', 'vatten').execute()
    const { name_sv: before } = await database.db
      .selectFrom('subject')
      .select('name_sv')
      .where('id', '=', 'vatten')
      .executeTakeFirstOrThrow()
    await rename('Kvarnbäckar')
    expect(totalIn(await search({ sok: 'kvarnbäck' }))).toBeGreaterThan(0)
    await rename(before)
    expect(totalIn(await search({ sok: 'kvarnbäck' }))).toBe(0)
  })

  test('finds people by place, also misspelt, and the place itself', async () => {
    const html = await search({ sok: 'Falkenbreg' })
    expect(namesIn(html).length).toBeGreaterThan(4)
    expect(await search({ sok: 'Falkenberg' })).toContain('href="/kommuner/1382"')
  })

  test('narrows by subject, key figure, criterion, role, county, size and language', async () => {
    const all = totalIn(await search({}))
    expect(all).toBeGreaterThan(450)
    const choices: Record<string, string>[] = [
      { amne: 'vatten' },
      { nyckeltal: '11' },
      { kriterium: '4' },
      { roll: 'reporter' },
      { lan: '13' },
      { storlek: 'liten' },
      { sprak: 'en' },
    ]
    for (const choice of choices) {
      const found = totalIn(await search(choice))
      expect(found, JSON.stringify(choice)).toBeGreaterThan(3)
      expect(found, JSON.stringify(choice)).toBeLessThan(all)
    }
    expect(totalIn(await search({ roll: 'reporter', lan: '13' }))).toBeLessThan(
      totalIn(await search({ lan: '13' })),
    )
  })

  test('a new colleague is found the same moment, one who leaves is not', async () => {
    const politician = await loggedIn(app, 'kontaktpolitiker')
    const people = '/mina-sidor/personer/1382'
    await post(
      app,
      people,
      { name: 'Zacharias Xenos', email: 'zx@falkenberg.example', role: 'member-user' },
      politician,
    )
    expect(namesIn(await search({ sok: 'Xenos' }))).toEqual(['Zacharias Xenos'])
    const end =
      /Xenos[\s\S]*?(\/mina-sidor\/personer\/1382\/avsluta\/\d+)/.exec(
        await textOf(people, politician),
      )?.[1] ?? ''
    await post(app, end, {}, politician)
    expect(namesIn(await search({ sok: 'Xenos' }))).toEqual([])
  })

  test('odd searches are searches too', async () => {
    for (const sok of ["' or 1=1 --", ':*&|!', '%_\\', 'a'.repeat(5000), '💧', '\u0000']) {
      expect(
        (await get(app, `/kontakter?${new URLSearchParams({ sok, sida: '99999999', lan: "'" })}`, member))
          .status,
      ).toBe(200)
    }
    for (const field of ['nyckeltal', 'amne', 'lan', 'sprak', 'kriterium'])
      expect((await get(app, `/kontakter?${field}=%00`, member)).status).toBe(200)
  })
})

describe('a card', () => {
  test('shows to others only what its owner chose', async () => {
    const path = `/kontakter/person/${await idOf(official)}`
    await saveCard(official, { shown: 'members', emailShown: 'nobody' })
    expect(await textOf(path)).not.toContain('@falkenberg.example')
    expect(await textOf(`${path}/kort.vcf`)).not.toContain('EMAIL')
    await saveCard(official, { shown: 'members', emailShown: 'members' })
    expect(await textOf(path)).toContain('@falkenberg.example')
    expect(await textOf(`${path}/kort.vcf`)).toContain('EMAIL;TYPE=work:')
    expect(await textOf('/kommuner/1382', '')).not.toContain('kontakttjänsteperson)')
    await saveCard(official, { shown: 'everyone', emailShown: 'everyone' })
    expect(await textOf('/kommuner/1382', '')).toMatch(/kontakttjänsteperson\)[\s\S]*@falkenberg\.example/)
    await saveCard(official, { shown: 'nobody' })
    expect((await get(app, path, member)).status).toBe(404)
    expect((await get(app, `${path}/kort.vcf`, member)).status).toBe(404)
    expect((await get(app, path, official)).status).toBe(200)
    await saveCard(official, {})
  })
})

describe('writing through the site', () => {
  test('gives the answer to the sender, and the address to nobody', async () => {
    const id = await idOf(official)
    const me = (await (await get(app, '/mina-sidor/uppgifter.json', member)).json()).person
    const to = (await (await get(app, '/mina-sidor/uppgifter.json', official)).json()).person.email
    const form = await textOf(`/kontakter/skriv?till=${id}`)
    expect(form).not.toContain(to)
    const sent = await post(
      app,
      '/kontakter/skriv',
      { till: id, subject: 'Badhus', body: 'Hej!\n\nHur gjorde ni?' },
      member,
    )
    expect(sent.headers.get('location')).toBe('/kontakter?skickat=1')
    const mail = (await mailbox.mailTo(to)).at(-1)
    expect(mail?.subject).toBe('Badhus')
    expect(mail?.replyTo?.value[0]?.address).toBe(me.email)
    expect(mail?.text).toContain('Hur gjorde ni?')
  })

  test('leaves in peace who does not want to be asked', async () => {
    await saveCard(official, { asked: '' })
    const response = await post(
      app,
      '/kontakter/skriv',
      { till: await idOf(official), subject: 'Hej', body: 'Hej' },
      member,
    )
    expect(response.status).toBe(422)
    await saveCard(official, {})
  })

  test('refuses more than a line as subject', async () => {
    const fields = { till: await idOf(official), subject: 'Hej\r\nBcc: all@x.example', body: 'Hej' }
    expect((await post(app, '/kontakter/skriv', fields, member)).status).toBe(422)
  })

  test('has an end: 20 messages a day, also when they are sent at once', async () => {
    const sender = await loggedIn(app, 'rapportor')
    const fields = { till: await idOf(official), subject: 'Hej', body: 'Hej' }
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => post(app, '/kontakter/skriv', fields, sender)),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(20)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
  })
})

describe('the shared list of subjects', () => {
  test('is kept by the secretariat, and found by at once', async () => {
    const secretariat = await loggedIn(app, 'kansli')
    expect((await get(app, '/kansli/amnen', member)).status).toBe(403)
    const subject = { sv: 'Våtmarker', en: 'Wetlands', figures: ['7'], criteria: ['3'] }
    await post(app, '/kansli/amnen/nytt', subject, secretariat)
    expect((await post(app, '/kansli/amnen/nytt', subject, secretariat)).status).toBe(422)
    await saveCard(official, { subjects: ['vatmarker'] })
    expect(
      totalIn(await search({ sok: 'wetlands' })) || namesIn(await search({ sok: 'wetlands' })).length,
    ).toBeGreaterThan(0)
    await post(app, '/kansli/amnen/vatmarker', { ...subject, sv: 'Sankmarker', retired: '1' }, secretariat)
    expect(namesIn(await search({ sok: 'sankmarker' }))).toHaveLength(1)
    expect(await textOf('/mina-sidor/kort', member)).not.toContain('Sankmarker')
    expect(await textOf('/mina-sidor/kort', official)).toContain('Sankmarker')
  })
})
