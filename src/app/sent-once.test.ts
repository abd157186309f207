import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { get, loggedIn, post } from '../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
})
afterAll(() => database.drop())

/** Forms that add a text: where each is shown, what is typed, and where it is sent, if there are several. `{…}` is where an earlier one of them led. */
const forms = [
  {
    what: 'letter',
    page: '/kansli/brev/ny',
    typed: { kind: 'news', subject: 'Nytt år', body: 'Hej!', roles: 'contact-politician' },
  },
  {
    what: 'advocacy_matter',
    page: '/paverkan/ny',
    typed: { rubrik: 'Klimatlagen', motpart: 'Regeringen', handlar: 'Om utsläpp.' },
  },
  {
    what: 'motion',
    as: 'kontaktpolitiker',
    page: '/arsmote/2027/motioner/ny',
    typed: { rubrik: 'Laga mer', text: 'Vi slänger för mycket.', yrkanden: 'att vi lagar' },
  },
  {
    what: 'annual_proposal',
    page: '/arsmote/2027/forslag/ny',
    typed: { slag: 'other', rubrik: 'En gemensam klocka', text: 'Vi köper en.' },
  },
  {
    what: 'meeting',
    page: '/styrelse',
    typed: { heldOn: '2027-02-02', from: '10:00', title: 'Extra möte', place: 'Borlänge' },
  },
  {
    what: 'meeting_item',
    page: '{meeting}',
    to: '/arenden',
    typed: { title: 'Lokalen', text: 'Vi byter.', kind: 'decision' },
  },
  {
    what: 'magazine_issue',
    page: '/kansli/nyheter/tidning/ny',
    typed: { ar: '2031', nummer: '7', rubrik: 'Höst', ingress: 'Om hösten.' },
  },
  {
    what: 'magazine_article',
    page: '{magazine_issue}/artiklar/ny',
    typed: { rubrik: 'Löv', text: 'De faller.' },
  },
  {
    what: 'news_item',
    page: '/kansli/nyheter/ny',
    typed: { 'rubrik-sv': 'Nytt', 'ingress-sv': 'Kort.', 'text-sv': 'Långt.', gor: 'spara' },
  },
  {
    what: 'news_proposal',
    as: 'kontaktpolitiker',
    page: '/mina-sidor/nyheter/forslag',
    typed: { rubrik: 'Vi har öppnat', text: 'En lånebod.' },
  },
]

const led = new Map<string, string>()

test.for(forms)(
  'a new $what that is sent twice at once, and once more, is one',
  async ({ what, as, page, to, typed }) => {
    const cookie = await loggedIn(app, as ?? 'kansli')
    const path = page.replace(/\{(\w+)\}/, (_, before: string) => led.get(before) ?? '')
    const html = await (await get(app, path, cookie)).text()
    const form = [...html.matchAll(/<form[^>]* action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(
      ([all, action = '']) => all.includes('name="once"') && action.endsWith(to ?? ''),
    )
    if (!form) throw new Error(`${path} has no form that is sent once`)
    const [all, action = ''] = form
    const hidden = [...all.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const fields = { ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...typed }
    const count = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(what)}`.execute(database.db))
        .rows[0]?.n ?? 0
    const before = await count()

    const send = () => post(app, action, fields, cookie)
    const answers = [...(await Promise.all([send(), send()])), await send()]

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await count()).toBe(before + 1)
    led.set(what, answers[0]?.headers.get('location')?.replace(/[?#].*/, '') ?? '')
  },
)
