import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetSendings } from '#platform/once/queries.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let official: string
let delegate: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  official = await loggedIn(app, 'kontakttjansteperson')
  delegate = await loggedIn(app, 'ombud')
})
afterAll(() => database.drop())

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** A question as its form comes to somebody, ready to be sent. */
async function filledIn(cookie: string, title: string) {
  const fields = { titel: title, text: 'Vi väger allt.', sprak: 'sv', lasare: 'members', amne: ['mat'] }
  const shown = await (await post(app, '/fragor/ny', { ...fields, gor: 'visa' }, cookie)).text()
  return { ...fields, gor: 'skicka', nar: hidden(shown, 'nar'), once: hidden(shown, 'once') }
}

type Form = Awaited<ReturnType<typeof filledIn>>
const send = (form: Form, cookie: string) => post(app, '/fragor/ny', form, cookie)
const counted = async (title: string) => {
  const { rows } = await sql`select from question where title = ${title}`.execute(database.db)
  return rows.length
}

describe('a form that adds a text', () => {
  test('sent again after an answer that never came, adds it once and gets the same answer', async () => {
    const form = await filledIn(official, 'Hur minskar ni matsvinnet i skolorna?')
    const first = await send(form, official)
    const second = await send(form, official)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await counted(form.titel)).toBe(1)
  })

  test('sent three times at once, adds it once', async () => {
    const form = await filledIn(official, 'Hur minskar ni matsvinnet på äldreboenden?')
    const answers = await Promise.all([send(form, official), send(form, official), send(form, official)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
    expect(await counted(form.titel)).toBe(1)
  })

  test('has a key that means nothing in the hands of another', async () => {
    const title = 'Hur minskar ni matsvinnet i förskolorna?'
    const mine = await filledIn(official, title)
    const first = await send(mine, official)
    const theirs = { ...(await filledIn(delegate, title)), once: mine.once }
    const answers = [first, await send(theirs, delegate)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await counted(title)).toBe(2)
    // The same key does not stop another form of the same person either.
    const question = answers[0]?.headers.get('location') ?? ''
    const id = /\d+/.exec(question)?.[0]
    const answer = { svar: 'Vi serverar mindre portioner.', lasare: 'members', once: mine.once }
    const answered = await post(app, `/fragor/${id}/svara`, answer, official)
    expect(answered.headers.get('location')).toContain('#svar-')
  })

  test('opened twice has two keys, and nothing that was refused uses one up', async () => {
    const [one, other] = [
      await get(app, '/fragor/ny?titel=Matsvinn+igen', official),
      await get(app, '/fragor/ny?titel=Matsvinn+igen', official),
    ]
    expect(hidden(await one.text(), 'once')).not.toBe(hidden(await other.text(), 'once'))
    const once = randomUUID()
    const form = { ...(await filledIn(delegate, 'Hur minskar ni matsvinnet på sjukhusen?')), once }
    expect((await send({ ...form, titel: '' }, delegate)).status).toBe(422)
    expect((await send(form, delegate)).status).toBe(303)
    expect(await counted(form.titel)).toBe(1)
  })

  test('whose answer was lost within the program itself, says that it is saved', async () => {
    const form = await filledIn(delegate, 'Hur minskar ni matsvinnet i parkerna?')
    await send(form, delegate)
    await sql`update sent_once set answer = null where key = ${form.once}`.execute(database.db)
    const again = await send(form, delegate)
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('redan sparat')
    expect(await counted(form.titel)).toBe(1)
  })

  test('is forgotten after a week', async () => {
    await sql`update sent_once set at = now() - interval '8 days'`.execute(database.db)
    await forgetSendings(database.db)
    expect((await sql`select from sent_once`.execute(database.db)).rows).toEqual([])
  })
})
