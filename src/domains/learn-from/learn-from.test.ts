import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'
import { learnFrom } from './domain.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

const html = async (path: string, cookie = '') => {
  const response = await get(app, path, cookie)
  expect(response.status).toBe(200)
  return response.text()
}
const textOf = (page: string) =>
  page
    .replace(/<(script|style|svg|datalist|select)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll(/[\u00a0\u2009]/g, ' ')
    .replace(/\s+/g, ' ')
/** Those told of, in order. */
const suggested = (page: string) =>
  [...page.matchAll(/id="forslag-(\d{4})"/g)].flatMap(([, code]) => code ?? [])
/** What the one button would ask: figure, people and title. */
const askedIn = (page: string) => {
  const [, query = ''] =
    /href="\/fragor\/ny\?([^"]+)"[^>]*data-variant|class="ds-button" href="\/fragor\/ny\?([^"]+)"/
      .exec(page)
      ?.filter(Boolean) ?? []
  const params = new URLSearchParams(query.replaceAll('&amp;', '&'))
  return { figure: params.get('nyckeltal'), people: params.getAll('till'), title: params.get('titel') }
}
const figure7 = '/lar-av?kommun=1382&nyckeltal=7'

describe('learn from', () => {
  test('asks for a municipality first, and then shows where it goes the wrong way', async () => {
    const start = await html('/lar-av')
    expect(start).toContain('name="kommun"')
    expect(textOf(start)).toContain('Skriv vilken kommun eller region du vill lära för')
    const falkenberg = await html('/lar-av?kommun=1382')
    expect(falkenberg).toContain('href="/lar-av?kommun=1382&amp;nyckeltal=4"')
    expect(textOf(falkenberg)).toMatch(/4 Ekologisk odling : Utvecklingen går åt fel håll sedan \d{4}/)
  })

  test('has one address for one choice, whatever was typed', async () => {
    const typed = await get(app, '/lar-av?kommun=falkenberg&nyckeltal=7&grupp=liknande&ar=2020&vy=karta')
    expect([typed.status, typed.headers.get('location')]).toEqual([302, figure7])
    expect((await get(app, '/lar-av?kommun=finnsinte')).status).toBe(404)
    expect((await get(app, '/lar-av?kommun=1382&nyckeltal=999')).status).toBe(404)
    expect((await get(app, '/lar-av?grupp=hittepa')).status).toBe(400)
  })

  test('tells of those alike that have improved most, the same and in the same order as the key figure', async () => {
    const codes = suggested(await html(figure7))
    const figurePage = await html('/nyckeltal/7?kommun=1382&grupp=liknande')
    const list = /Har förbättrats mest i gruppen[\s\S]*?<\/ul>/.exec(figurePage)?.[0] ?? ''
    const there = [...list.matchAll(/kommuner\/(\d{4})"/g)].flatMap(([, code = '']) =>
      code === '1382' ? [] : [code],
    )
    expect(there.length).toBeGreaterThan(1)
    expect(codes.slice(0, there.length)).toEqual(there)
    expect(codes).not.toContain('1382')
  })

  test('explains each in one sentence: alike in what, from what to what, how fast, how sure', async () => {
    expect(textOf(await html(figure7))).toMatch(
      /Karlskrona liknar Falkenberg i folkmängd, täthet och kommungrupp och har minskat från \d+ kg\/inv 2010 till \d+ kg\/inv 20\d\d, −\d+,\d kg\/inv per år, en säker utveckling \(p (=|<) 0,\d+\)\. påhittat/,
    )
    const other = textOf(await html('/lar-av?kommun=1382&nyckeltal=7&grupp=egen&lista=1283'))
    expect(other).toContain('Helsingborg liknar inte Falkenberg särskilt mycket, men har minskat från')
  })

  test('shows what they did, with what the curve did after it', async () => {
    const page = await html('/lar-av?kommun=1382&nyckeltal=9&grupp=egen&lista=1490')
    expect(page).toMatch(/href="\/exempel\/\d+-en-energiingenjor-som-betalar-sig-sjalv"/)
    expect(textOf(page)).toMatch(/\(åtgärd 2015\) påhittat Efter 2015 .*kurvan.*av 10 liknande/)
    expect(textOf(await html('/lar-av?kommun=1382&nyckeltal=9&grupp=egen&lista=1283'))).toContain(
      'Helsingborg har inte berättat vad de gjorde än.',
    )
  })

  test('says plainly when nobody has improved, and where to look instead', async () => {
    const page = await html('/lar-av?kommun=0003&nyckeltal=11')
    expect(textOf(page)).toContain('Region Uppsala har själv inga värden i nyckeltalet.')
    expect(textOf(page)).toContain('Ingen att lära av här än')
    expect(textOf(page)).toContain('ingen har tillräckligt många värden')
    expect(page).toContain('href="/lar-av?kommun=0003&amp;nyckeltal=11&amp;grupp=sverige"')
  })

  test('is in English at /en, and marks what is made up', async () => {
    const text = textOf(await html('/en/lar-av?kommun=1382&nyckeltal=7'))
    expect(text).toMatch(/Karlskrona resembles Falkenberg in .* and has fallen from .* made up/)
    expect(text).not.toMatch(/liknar|påhittat|Fråga|säker/)
    expect(textOf(await html('/lar-av?kommun=1382&nyckeltal=utslapp-jordbruk'))).not.toContain(
      'påhittade för',
    )
  })
})

describe('whom to ask', () => {
  test('one button begins the question to people of those who have improved', async () => {
    const member = await loggedIn(app, 'medlem')
    const page = await html(figure7, member)
    const { figure, people, title } = askedIn(page)
    expect(figure).toBe('7')
    expect(title).toBe('Hur gjorde ni för att förbättra Mängd hushållsavfall?')
    expect(people.length).toBeGreaterThan(1)
    expect(people.length).toBeLessThanOrEqual(5)
    for (const id of people) expect(page).toContain(`href="/kontakter/person/${id}"`)
  })

  test('a visitor sees only those who show themselves to everyone, and is asked to log in for the rest', async () => {
    const member = await loggedIn(app, 'medlem')
    const { db } = database
    await db.updateTable('contact_card').set({ shown_to: 'members' }).execute()
    expect(textOf(await html(figure7))).toContain('Logga in för att se vem du kan fråga')
    expect(await html(figure7)).not.toContain('/fragor/ny')
    const [first] = askedIn(await html(figure7, member)).people
    await db
      .updateTable('contact_card')
      .set({ shown_to: 'everyone' })
      .where('person_id', '=', Number(first))
      .execute()
    expect(askedIn(await html(figure7)).people).toEqual([first])
    await db
      .updateTable('contact_card')
      .set({ shown_to: 'everyone', may_be_asked: false })
      .where('person_id', '=', Number(first))
      .execute()
    expect(await html(figure7, member)).not.toContain(`/kontakter/person/${first}"`)
    expect(await html(figure7)).not.toContain('/fragor/ny')
  })

  test('where there is no member there is nobody to ask', async () => {
    expect(textOf(await html(figure7))).toMatch(/är inte medlem i Sveriges Ekokommuner, så där finns ingen/)
  })
})

describe('others could learn from you', () => {
  const actor = (role: string) => ({
    personId: 1,
    name: '',
    email: null,
    sessionId: 1,
    roles: [{ role, organisationCode: '1382', organisationName: 'Falkenberg', member: true }],
  })
  const waiting = async (role: string) => {
    const now = new Date()
    const asked = {
      db: database.db,
      locale: localeOf('sv'),
      today: now.toISOString().slice(0, 10),
      now,
      remember: createMemory(1000)('1'),
    }
    return learnFrom.waiting?.(asked, actor(role))
  }

  test('in the figures where it has improved most, and invites to tell of those it has not told of', async () => {
    const page = await html('/lar-av?kommun=1382')
    const text = textOf(page)
    expect(text).toContain('Andra kan lära av Falkenberg')
    expect(text).toMatch(
      /10b .*: Från 0,\d+ ton\/årsarbetare 2010 till .* som går att jämföra \(p .*Läs exemplet/,
    )
    expect(page).toContain('href="/mina-sidor/exempel/ny/1382?nyckeltal=9"')
    expect(page).not.toContain('href="/mina-sidor/exempel/ny/1382?nyckeltal=10b"')
  })

  test('but invites nobody who writes for others', async () => {
    const kalmar = await html('/lar-av?kommun=0880', await loggedIn(app, 'kontakttjansteperson'))
    expect(kalmar).not.toContain('/mina-sidor/exempel/ny/0880')
  })

  test('waits for its contacts and reporters in one line, until an example is begun', async () => {
    expect(await waiting('member-user')).toEqual([])
    const [line, ...rest] = (await waiting('reporter')) ?? []
    expect(rest).toEqual([])
    expect(line?.text).toMatch(/^Andra kan lära av Falkenberg: /)
    const figure = new URLSearchParams(line?.href.split('?')[1]).get('nyckeltal') ?? ''
    const { id } = await database.db
      .insertInto('good_example')
      .values({ organisation_code: '1382', written_by: null, contact_id: null, year: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    await database.db
      .insertInto('good_example_figure')
      .values({ example_id: id, key_figure_id: figure })
      .execute()
    expect((await waiting('reporter'))?.[0]?.href).not.toBe(line?.href)
  })

  test('stands on the page of the organisation too, and where it goes the wrong way stands the way to others', async () => {
    const profile = await html('/kommuner/1382')
    expect(profile).toContain('Andra kan lära av')
    expect(profile).toContain('href="/lar-av?kommun=1382&amp;nyckeltal=4"')
    expect(await html('/nyckeltal/7?kommun=1382')).toContain('href="/lar-av?kommun=1382&amp;nyckeltal=7"')
  })
})
