import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { eventIdOf } from '../../../../tests/support/events.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { listParticipants, type Participant } from './participant-queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
let eventId: number
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
  // The demonstration's breakfast on the web: free, open to guests, with a question of its own.
  eventId = await eventIdOf(database.db, 'Frukost på nätet: sol på skolans tak')
})
afterAll(() => database.drop())

/** Somebody without an account who has registered and answered what the event asks. */
async function guest(name: string, email: string): Promise<Participant> {
  await post(app, `/evenemang/${eventId}/anmalan/gast`, { epost: email })
  const { plain } = await mailsTo(email).executeTakeFirstOrThrow()
  const path = /https:\/\/eko\.example(\/\S+)/.exec(plain)?.[1] ?? ''
  const asked = /name="(svar-0-\d+)"/.exec(await (await get(app, path)).text())?.[1] ?? ''
  const done = await post(app, path, { namn: name, organisationsnamn: 'Byalaget', [asked]: 'Kostnaden' })
  if (done.status !== 303) throw new Error(await done.text())
  return participant((one) => one.email === email)
}

const mailsTo = (email: string) =>
  database.db.selectFrom('mail').where('recipient', '=', email).orderBy('id').select(['subject', 'plain'])

async function participant(is: (one: Participant) => boolean): Promise<Participant> {
  const found = (await listParticipants(database.db, eventId)).find(is)
  if (!found) throw new Error('Nobody like that has registered.')
  return found
}

const answersOf = async ({ id }: Participant) =>
  (await database.db.selectFrom('event_answer').where('registration_id', '=', id).selectAll().execute())
    .length

test('a guest erases their own data: cancelled first, then without name, address and answers', async () => {
  const lo = await guest('Lo Gäst', 'lo@gast.example')
  expect(await answersOf(lo)).toBe(1)
  const own = `/evenemang/anmalan/${lo.code}`
  expect(await (await get(app, own)).text()).toContain(`href="${own}/radera"`)
  const asked = await get(app, `${own}/radera`)
  expect(asked.headers.get('referrer-policy')).toBe('same-origin')
  const text = await asked.text()
  expect(text).toContain('Vill du radera dina uppgifter?')
  expect(text).toContain('Du avbokas samtidigt.')
  expect((await participant(({ id }) => id === lo.id)).name).toBe('Lo Gäst')

  const done = await post(app, `${own}/radera`, {})
  expect(await done.text()).toContain('Dina uppgifter är raderade')
  const after = await participant(({ id }) => id === lo.id)
  expect(after).toMatchObject({
    name: 'Raderad person',
    email: '',
    organisationName: '',
    shownToNetwork: false,
    state: 'cancelled',
    bookedBy: { name: 'Raderad person', email: '' },
  })
  expect(await answersOf(lo)).toBe(0)
  const mails = await mailsTo('lo@gast.example').execute()
  expect(mails.at(-1)?.subject).toMatch(/^Avbokad/)
  for (const path of [own, `${own}/radera`, `${own}/andra`]) expect((await get(app, path)).status).toBe(404)
  expect((await post(app, `${own}/radera`, {})).status).toBe(404)
  expect(await (await get(app, `/kansli/evenemang/${eventId}/anmalda`, office)).text()).not.toContain(
    'Lo Gäst',
  )
  const { rows } = await sql`select from audit_entry e where e::text like '%Lo Gäst%'`.execute(database.db)
  expect(rows).toEqual([])
})

test('whoever is forgotten after the event was there all the same, without a name', async () => {
  const my = await guest('My Gäst', 'my@gast.example')
  const at = new Date('2026-11-20T09:00:00Z')
  await database.db
    .updateTable('event')
    .set({ starts_at: at, ends_at: new Date('2026-11-20T10:00:00Z') })
    .where('id', '=', eventId)
    .execute()
  const path = `/evenemang/anmalan/${my.code}/radera`
  expect(await (await get(app, path)).text()).not.toContain('Du avbokas samtidigt.')
  const before = await mailsTo('my@gast.example').execute()
  await post(app, path, {})
  expect(await participant(({ id }) => id === my.id)).toMatchObject({
    name: 'Raderad person',
    state: 'placed',
  })
  expect(await mailsTo('my@gast.example').execute()).toEqual(before)
})

test('somebody with an account is forgotten with the account, and not here', async () => {
  const member = await participant(({ personId }) => personId !== null)
  const own = `/evenemang/anmalan/${member.code}`
  expect(await (await get(app, own)).text()).not.toContain('radera')
  expect((await get(app, `${own}/radera`)).headers.get('location')).toBe(own)
  expect((await post(app, `${own}/radera`, {})).headers.get('location')).toBe(own)
  expect((await participant(({ id }) => id === member.id)).name).toBe(member.name)
})
