import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { createMemory } from '../../../platform/http/remember.ts'
import { localeOf } from '../../../platform/i18n.ts'
import { goodExamples } from '../domain.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let member: string
let colleague: string
let stranger: string
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  member = await loggedIn(app, 'medlem')
  colleague = await loggedIn(app, 'ombud')
  stranger = await loggedIn(app, 'revisor')
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

/** The draft of Falkenberg; the delegate of Helsingborg is asked, and somebody else there has commented. */
const draft = '/exempel/utkast/12'
/** The draft of Helsingborg that the member of Falkenberg is asked to comment on. */
const theirs = '/exempel/utkast/15'
const writing = '/mina-sidor/exempel/12'

const textOf = async (path: string, cookie: string) => (await get(app, path, cookie)).text()
const holder = async (code: string, role: string) => {
  const { rows } = await sql<{ id: number; name: string; email: string }>`
    select p.id, p.name, p.email from appointment a join person p on p.id = a.person_id
    where a.organisation_code = ${code} and a.role = ${role} and a.until is null order by a.id limit 1`.execute(
    database.db,
  )
  const found = rows[0]
  if (!found) throw new Error(`Nobody is ${role} of ${code}`)
  return found
}
const mailsTo = async (email: string) =>
  database.db.selectFrom('mail').selectAll().where('recipient', '=', email).orderBy('id').execute()

/** What waits for somebody, in words. */
async function waitsFor(code: string, role: string): Promise<string[]> {
  const { id: personId, name, email } = await holder(code, role)
  const asked = {
    db: database.db,
    locale: localeOf('sv'),
    today: '2026-11-23',
    now: new Date('2026-11-23T12:00:00Z'),
    remember: createMemory(100)('1'),
  }
  const roles = [{ role, organisationCode: code, organisationName: '', member: true }]
  const actor = { personId, name, email, sessionId: 0, roles }
  return ((await goodExamples.waiting?.(asked, actor)) ?? []).map(({ text }) => text)
}

describe('a draft', () => {
  test('is read by its writers, the colleagues asked and the secretariat, by nobody else', async () => {
    const readers = [member, colleague, office, stranger]
    const statuses = await Promise.all(readers.map(async (who) => (await get(app, draft, who)).status))
    expect(statuses).toEqual([200, 200, 200, 404])
    expect((await get(app, draft)).status).toBe(303)
    const refused = await post(app, `${draft}/kommentar`, { del: 'whole', kommentar: 'Hej' }, stranger)
    expect(refused.status).toBe(404)
    expect(await textOf('/exempel?sok=fritidsbanken', '')).toContain('Inget exempel passar')
  })

  test('waits for the colleague who is asked, and its comments for the writers', async () => {
    expect(await waitsFor('1382', 'member-user')).toEqual([
      'Helsingborg vill höra vad du tycker om utkastet ”Tjänstecyklar med vinterdäck”',
      '1 kommentar på utkastet ”Fritidsbanken lånar ut det som står i förrådet”',
    ])
    expect(await waitsFor('1283', 'delegate')).toHaveLength(1)
  })
})

describe('a colleague', () => {
  test('comments on a part, and the one who asked is told once', async () => {
    const asker = await holder('1283', 'member-user')
    expect(await textOf(`${theirs}?del=cost`, member)).toMatch(
      /value="cost" selected|selected[^>]*value="cost"/,
    )
    const say = (del: string, kommentar: string) =>
      post(app, `${theirs}/kommentar`, { del, kommentar }, member)
    expect((await say('cost', '')).status).toBe(422)
    expect((await say('cost', 'Vad kostade <b>torkrummen</b>?')).status).toBe(303)
    await say('result', 'Hur räknades resorna?')
    const mails = await mailsTo(asker.email)
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringContaining('har läst ert utkast')])
    expect(await textOf(theirs, office)).toContain('Vad kostade &lt;b>torkrummen&lt;/b>?')
    expect(await waitsFor('1382', 'member-user')).toHaveLength(1)
  })

  test('can say that there is nothing to add', async () => {
    await post(app, `${draft}/inget-att-saga`, {}, colleague)
    expect(await waitsFor('1283', 'delegate')).toEqual([
      '2 kommentarer på utkastet ”Tjänstecyklar med vinterdäck”',
    ])
    expect(await textOf(`${writing}/kollegor`, member)).not.toContain('Ta tillbaka frågan')
  })

  test('cannot flood the writers', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 42; n++) {
      statuses.push(
        (await post(app, `${theirs}/kommentar`, { del: 'whole', kommentar: `Nr ${n}` }, member)).status,
      )
    }
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(40)
  })
})

describe('the writers', () => {
  test('see what is said beside the part that it is about, and deal with it', async () => {
    const step = await textOf(`${writing}/problem`, member)
    expect(step).toContain('Hur visste ni att det var sportsaker?')
    expect(await textOf(`${writing}/kostnad`, member)).not.toContain('sportsaker?')
    const comment = /kommentar\/(\d+)"/.exec(step)?.[1]
    await post(app, `${writing}/kommentar/${comment}`, {}, member)
    expect(await textOf(`${writing}/problem`, member)).not.toContain('sportsaker?')
    expect(await textOf(draft, member)).toContain('Hanterad')
    expect(await waitsFor('1382', 'member-user')).toEqual([])
  })

  test('are shown colleagues who know the subject or fit a search, never their own', async () => {
    const page = await textOf(`${writing}/kollegor`, member)
    expect(page).toContain('Kan avfall och återvinning')
    expect(page).not.toMatch(/type="checkbox"[^>]*>[^<]*<label[^>]*>[^<]*, Falkenberg/)
    expect(await textOf(`${writing}/kollegor?sok=qqqqzz`, member)).toContain('Ingen i kontaktnätet passar')
  })

  test('ask up to five, who each get a mail; a question can be taken back', async () => {
    const page = await textOf(`${writing}/kollegor`, member)
    const people = [...page.matchAll(/name="person" value="(\d+)"/g)].map(([, id]) => id ?? '')
    const ask = (person: string[]) => post(app, `${writing}/kollegor`, { person }, member)
    expect((await ask([])).status).toBe(422)
    // Two are asked from the start.
    const tooMany = await ask(people.slice(0, 4))
    expect(tooMany.status).toBe(422)
    expect(await tooMany.text()).toContain('högst fem kollegor')
    expect((await ask(people.slice(0, 3))).status).toBe(303)
    const { email } = await database.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', Number(people[0]))
      .executeTakeFirstOrThrow()
    const [mail] = await mailsTo(email ?? '')
    expect(mail?.plain).toContain('https://eko.example/exempel/utkast/12')
    await post(app, `${writing}/kollegor/${people[0]}/ta-tillbaka`, {}, member)
    expect(await textOf(`${writing}/kollegor`, member)).toContain('Välj en till')
  })

  test('cannot ask somebody who does not want to be asked', async () => {
    const { rows } = await sql<{ id: number }>`
      select person_id as id from contact_card where not may_be_asked limit 1`.execute(database.db)
    const response = await post(app, `${writing}/kollegor`, { person: String(rows[0]?.id) }, member)
    expect(response.status).toBe(422)
  })
})

describe('after it was published', () => {
  test('the draft’s address leads to the page, and what was said is forgotten in three months', async () => {
    const { db } = database
    const published_at = new Date('2026-08-01T00:00:00Z')
    await db
      .updateTable('good_example')
      .set({ state: 'published', year: 2023, published_at })
      .where('id', '=', 15)
      .execute()
    expect((await get(app, theirs, colleague)).headers.get('location')).toContain('/exempel/15-tjanstecyklar')
    const job = goodExamples.jobs?.find(({ name }) => name === 'forget-comments-on-examples')
    const { gathered } = await import('../../../app/gathered.ts')
    const { createSecrets } = await import('../../../platform/secrets.ts')
    const { readConfig } = await import('../../../platform/config.ts')
    await job?.run({
      db,
      config: readConfig({}),
      secrets: createSecrets('a secret of the tests, long enough'),
      gathered,
      now: new Date('2026-11-23T12:00:00Z'),
      today: '2026-11-23',
    })
    const left = await db.selectFrom('good_example_comment').select('example_id').distinct().execute()
    expect(left).toEqual([{ example_id: 12 }])
  })
})
