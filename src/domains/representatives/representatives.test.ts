import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { type Mailbox, openMailbox } from '../../../tests/support/mailbox.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let mailbox: Mailbox
let politician: string
let secretariat: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  mailbox = await openMailbox(database.db)
  politician = await loggedIn(app, 'kontaktpolitiker')
  secretariat = await loggedIn(app, 'kansli')
})
afterAll(async () => {
  await mailbox.close()
  await database.drop()
})

const people = '/mina-sidor/personer/1382'
const textOf = async (path: string, cookie: string) => (await get(app, path, cookie)).text()

/** The form of the people page as it stands, with one's own answers. */
async function invitation(fields: Record<string, string>, cookie = politician) {
  const html = await textOf(people, cookie)
  return { sedda: /name="sedda" value="([^"]*)"/.exec(html)?.[1] ?? '', ...fields }
}

/** The form of the renewal as it stands, with some answers by role: of the first line of that role. */
async function renewal(answers: Record<string, Record<string, string>> = {}, cookie = politician) {
  const html = await textOf('/mina-sidor/fornya/1382', cookie)
  const lines = [...html.matchAll(/name="rad" value="([^"]*)"/g)].map(([, key = '']) => key)
  const fields: Record<string, string | string[]> = { rad: lines }
  for (const [role, answer] of Object.entries(answers)) {
    const key = lines.find((line) => line.startsWith(role)) ?? ''
    for (const [name, value] of Object.entries(answer)) fields[`${name}-${key}`] = value
  }
  return fields
}

describe('the people of a member', () => {
  test('are invited by its contacts, and come in by the link', async () => {
    const fields = await invitation({
      name: 'Žofia Ångström-Øst',
      email: 'Zofia@falkenberg.example',
      title: 'Ekolog',
      role: 'member-user',
    })
    expect((await post(app, people, fields, politician)).headers.get('location')).toBe(
      `${people}?klart=inbjuden`,
    )
    expect(await textOf(people, politician)).toContain('Žofia Ångström-Øst')
    const link = await mailbox.linkTo('zofia@falkenberg.example')
    const entered = await post(app, link, {})
    expect(entered.headers.get('location')).toBe('/mina-sidor')
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await textOf('/mina-sidor', cookie)).toContain('Hej Žofia')
  })

  test('a bad invitation comes back with what was typed', async () => {
    const fields = await invitation({ name: '', email: 'nej', title: 'Ekolog', role: 'reporter' })
    const response = await post(app, people, fields, politician)
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(html).toContain('href="#name"')
    expect(html).toContain('href="#email"')
    expect(html).toContain('value="Ekolog"')
  })

  test('a line break in a name is refused', async () => {
    const fields = await invitation({
      name: 'Eva\nBcc: all@x.example',
      email: 'e@falkenberg.example',
      role: 'member-user',
    })
    expect((await post(app, people, fields, politician)).status).toBe(422)
  })

  test('the seat stays when the person goes: promises and history meet the successor', async () => {
    const former = await loggedIn(app, 'kontakttjansteperson')
    const seat = /overlamning\/(\d+)/.exec(await textOf('/mina-sidor', former))?.[0] ?? ''
    await post(
      app,
      `/mina-sidor/${seat}/loften`,
      { text: 'Bjuda hem Kungsbacka', senast: '2027-02-01' },
      former,
    )
    const name = /<strong>([^<]+)<\/strong>/.exec(
      (await textOf(people, former)).split('Kontakttjänsteperson')[1] ?? '',
    )?.[1]
    const fields = await invitation({
      name: 'Ny Tjänsteperson',
      email: 'ny@falkenberg.example',
      role: 'contact-official',
    })
    await post(app, people, fields, politician)

    const entered = await post(app, await mailbox.linkTo('ny@falkenberg.example'), {})
    expect(entered.headers.get('location')).toBe(`/mina-sidor/${seat}`)
    const successor = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = await textOf(`/mina-sidor/${seat}`, successor)
    expect(page).toContain('Bjuda hem Kungsbacka')
    expect(page).toContain(name)
    expect(page).toContain('Bo Ahlström')
    // Who left has no access from that moment.
    expect((await get(app, people, former)).status).toBe(403)
    expect((await get(app, `/mina-sidor/${seat}`, former)).status).toBe(403)
  })

  test('two who fill the same seat at once: one wins, the other sees what happened', async () => {
    const first = await invitation({
      name: 'Ett Namn',
      email: 'ett@falkenberg.example',
      role: 'invoice-recipient',
    })
    const second = { ...first, name: 'Annat Namn', email: 'annat@falkenberg.example' }
    const answers = await Promise.all([
      post(app, people, first, politician),
      post(app, people, second, secretariat),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(await lost?.text()).toMatch(/nu är (Ett|Annat) Namn innehavare/)
  })

  test('a role is ended after a question, once', async () => {
    const end = /personer\/1382\/avsluta\/(\d+)/.exec(
      (await textOf(people, politician)).split('Rapportör')[1] ?? '',
    )?.[0]
    const path = `/mina-sidor/${end}`
    expect(await textOf(path, politician)).toContain('Avsluta uppdraget')
    expect((await post(app, path, {}, politician)).headers.get('location')).toBe(`${people}?klart=avslutad`)
    expect((await post(app, path, {}, politician)).status).toBe(409)
  })

  test('are no concern of another member, but of the secretariat', async () => {
    const stranger = await loggedIn(app, 'ombud')
    expect((await get(app, people, stranger)).status).toBe(403)
    expect(
      (
        await post(
          app,
          people,
          await invitation({ name: 'A', email: 'a@x.example', role: 'member-user' }),
          stranger,
        )
      ).status,
    ).toBe(403)
    expect((await get(app, people, secretariat)).status).toBe(200)
    const member = await loggedIn(app, 'medlem')
    expect((await get(app, people, member)).status).toBe(200)
    expect(
      (await post(app, people, { name: 'A', email: 'a@x.example', role: 'member-user' }, member)).status,
    ).toBe(403)
  })
})

describe('the renewal after an election', () => {
  test('is closed and started anew with one click, and asks every member once', async () => {
    await post(app, '/kansli/fornyelse/avsluta', {}, secretariat)
    const before = (await mailbox.all()).length
    const start = { anledning: 'Val 2026', senast: '2026-12-20' }
    const both = await Promise.all([1, 2].map(() => post(app, '/kansli/fornyelse', start, secretariat)))
    expect(both.map((response) => response.headers.get('location')).sort()).toEqual([
      '/kansli/fornyelse?klart=redan-igang',
      '/kansli/fornyelse?klart=startad',
    ])
    const mails = (await mailbox.all()).slice(before)
    expect(mails.length).toBeGreaterThan(180)
    expect(mails[0]?.text).toContain('Val 2026')
    expect(await textOf('/kansli/fornyelse', secretariat)).toContain('0 av 104 har svarat')
    expect(await textOf('/mina-sidor', politician)).toContain(
      'Bekräfta eller förnya uppdragen för Falkenberg',
    )
  })

  test('is answered with one button when all is right', async () => {
    const sent = await post(app, '/mina-sidor/fornya/1382', await renewal(), politician)
    expect(sent.headers.get('location')).toBe('/mina-sidor?klart=fornyat')
    expect(await textOf('/kansli/fornyelse', secretariat)).toContain('1 av 104 har svarat')
    expect(await textOf('/mina-sidor', politician)).not.toContain('Bekräfta eller förnya')
  })

  test('is answered with new people, all or nothing, and as strictly as an invitation', async () => {
    const answer = { val: 'replace', name: 'Olle Ombud', email: 'fel' }
    const wrong = await renewal({
      delegate: answer,
      reporter: { val: 'replace', name: 'Rad\u0007', email: '' },
    })
    const refused = await post(app, '/mina-sidor/fornya/1382', wrong, politician)
    expect(refused.status).toBe(422)
    const page = await refused.text()
    for (const field of ['email-delegate', 'name-reporter', 'email-reporter']) {
      expect(page).toContain(`href="#${field}`)
    }
    expect(page, 'what was typed stands').toContain('value="Olle Ombud"')
    const right = await renewal({ delegate: { ...answer, email: 'Olle@falkenberg.example' } })
    await post(app, '/mina-sidor/fornya/1382', right, politician)
    expect(await textOf(people, politician)).toContain('Olle Ombud')
    expect(await mailbox.mailTo('olle@falkenberg.example')).toHaveLength(1)
  })

  test('thanks whoever leaves a seat, and keeps whoever is named again', async () => {
    const kept = await renewal({
      delegate: { val: 'replace', name: 'Olle Ombud', email: 'olle@falkenberg.example' },
    })
    await post(app, '/mina-sidor/fornya/1382', kept, politician)
    expect(await textOf(people, politician)).toContain('Olle Ombud')
    const emptied = await renewal({ delegate: { val: 'empty' } })
    await post(app, '/mina-sidor/fornya/1382', emptied, politician)
    const [, thanks] = await mailbox.mailTo('olle@falkenberg.example')
    expect(thanks?.subject).toContain('ombud')
  })

  test('about a seat that somebody changed meanwhile changes nothing', async () => {
    const seen = await renewal({ 'invoice-recipient': { val: 'empty' } })
    await post(
      app,
      people,
      await invitation({ name: 'Ny Fakturist', email: 'fakt@falkenberg.example', role: 'invoice-recipient' }),
      politician,
    )
    const late = await post(app, '/mina-sidor/fornya/1382', seen, politician)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Någon annan har ändrat uppdragen under tiden')
    expect(await textOf(people, politician)).toContain('Ny Fakturist')
    expect((await post(app, '/mina-sidor/fornya/1382', {}, politician)).status).toBe(409)
  })

  test('never leaves a member without any contact, but by the secretariat', async () => {
    const end = async (cookie: string, role: string) => {
      const html = await textOf(people, cookie)
      const path = /personer\/1382\/avsluta\/(\d+)/.exec(html.split(role)[1] ?? '')?.[0]
      return post(app, `/mina-sidor/${path}`, {}, cookie)
    }
    const without = {
      'contact-politician': { val: 'empty' },
      'contact-official': { val: 'empty' },
    }
    const both = await post(app, '/mina-sidor/fornya/1382', await renewal(without), politician)
    expect(both.status).toBe(409)
    expect(await both.text()).toContain('ingen kontaktperson alls')
    expect((await end(politician, 'Kontakttjänsteperson')).status).toBe(303)
    const last = await end(politician, '>Kontaktpolitiker')
    expect(last.status).toBe(409)
    expect(await last.text()).toContain('Bjud hellre in en efterträdare')
    expect(await textOf('/mina-sidor', politician)).toContain('Saknas: Kontakttjänsteperson')
  })

  test('reminds those who have not answered, at most once a day', async () => {
    await database.db
      .deleteFrom('appointment')
      .where('organisation_code', '=', '1283')
      .where('role', 'in', ['contact-politician', 'contact-official'])
      .execute()
    const before = (await mailbox.all()).length
    await post(app, '/kansli/fornyelse/paminn', {}, secretariat)
    const first = (await mailbox.all()).length
    await post(app, '/kansli/fornyelse/paminn', {}, secretariat)
    expect(first - before).toBeGreaterThan(180)
    expect((await mailbox.all()).length).toBe(first)
    const shown = await textOf('/kansli/fornyelse?visa=vantar', secretariat)
    expect(shown).toContain('påmind en gång')
    expect(shown).not.toContain('>Falkenberg<')
    expect(shown, 'whoever has no contact is not asked').toContain('Ingen att fråga')
  })
})

describe('an auditor', () => {
  test('reads the hand-over and promises nothing', async () => {
    const auditor = await loggedIn(app, 'revisor')
    const seat = /overlamning\/(\d+)/.exec(await textOf('/mina-sidor', politician))?.[0] ?? ''
    const page = await textOf(`/mina-sidor/${seat}`, auditor)
    expect(page).toContain('<title>Kontaktpolitiker för Falkenberg: överlämning')
    expect(page).not.toContain('name="senast"')
    expect((await post(app, `/mina-sidor/${seat}/loften`, { text: 'Lova' }, auditor)).status).toBe(403)
  })
})

describe('an invitation', () => {
  test('is sent again at most fifty times a day by one person', async () => {
    const html = await textOf(people, secretariat)
    const again = /personer\/1382\/bjud-igen\/(\d+)|personer\/1382\/[a-z-]*igen\/(\d+)/.exec(html)?.[0] ?? ''
    const statuses: number[] = []
    for (let i = 0; i < 52; i += 1) {
      statuses.push((await post(app, `/mina-sidor/${again}`, {}, secretariat)).status)
    }
    expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(50)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the secretariat’s desk', () => {
  test('tells what needs doing today', async () => {
    const html = await textOf('/kansli', secretariat)
    expect(html).toContain('medlemmar har inte svarat på förnyelsen')
    expect(html).toMatch(/\d+ medlemmar saknar kontaktpolitiker/)
  })
})
