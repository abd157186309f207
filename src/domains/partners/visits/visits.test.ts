import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { forgetOldVisits } from './actions.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())

const textOf = async (path: string, cookie = '') => (await get(app, path, cookie)).text()
const form = {
  namn: 'Anna Virtanen',
  epost: 'anna@kunta.example',
  organisation: 'Suomussalmi',
  land: 'FI',
  antal: '8',
  tidigast: '2027-03-01',
  senast: '2027-03-31',
  onskan: 'We want to see how electric car pools replaced private cars at work.',
  sprak: 'en',
  webbplats: '',
}
const visits = (email = form.epost) =>
  database.db.selectFrom('visit_request').selectAll().where('email', '=', email).execute()
const mailsTo = (email: string) =>
  database.db.selectFrom('mail').selectAll().where('recipient', '=', email).orderBy('id').execute()
const linkIn = async (email: string) => {
  const link = /https:\/\/eko\.example(\S+)/.exec((await mailsTo(email)).at(-1)?.plain ?? '')?.[1]
  if (!link) throw new Error(`No link came to ${email}.`)
  return link
}
/** Asks and confirms; gives the id and the address of the page of who asked. */
async function confirmed(email: string, over: Record<string, string> = {}) {
  await post(app, '/en/internationellt/besok', { ...form, epost: email, ...over })
  const status = await linkIn(email)
  await post(app, `${status}/bekrafta`, {})
  const [visit] = await visits(email)
  return { id: visit?.id ?? 0, status }
}

describe('somebody who wants to visit', () => {
  test('is told by the field what is missing, and sees again what was typed', async () => {
    const response = await post(app, '/internationellt/besok', {
      ...form,
      land: 'XX',
      antal: '0',
      senast: '2027-02-01',
      onskan: '',
    })
    const html = await response.text()
    expect(response.status).toBe(422)
    for (const said of [
      'Välj ett land i listan.',
      'Skriv hur många ni är',
      'Skriv vad ni vill se',
      'value="Anna Virtanen"',
    ]) {
      expect(html).toContain(said)
    }
    expect((await post(app, '/internationellt/besok', { ...form, tidigast: '2026-01-01' })).status).toBe(422)
  })

  test('reaches nobody before the address is proved, and a program that fills in everything never', async () => {
    const path = '/fi/internationellt/besok'
    const office_ = await database.db
      .selectFrom('mail')
      .select('id')
      .where('kind', '=', 'visit-waiting')
      .execute()
    await post(app, path, { ...form, epost: 'robot@spam.example', webbplats: 'https://spam.example' })
    expect(await visits('robot@spam.example')).toEqual([])
    expect((await post(app, path, form)).headers.get('location')).toBe('/fi/internationellt/besok/skickad')
    const status = await linkIn(form.epost)
    expect(status).toMatch(/^\/fi\/internationellt\/besok\/arende\//)
    expect(await textOf(status)).toContain('Vahvista ja lähetä')
    expect((await visits())[0]?.state).toBe('unconfirmed')
    expect((await get(app, status.slice(0, -4))).status).toBe(404)
    expect((await get(app, status)).headers.get('cache-control')).toContain('no-store')
    expect(
      await database.db.selectFrom('mail').select('id').where('kind', '=', 'visit-waiting').execute(),
    ).toEqual(office_)
    await Promise.all([post(app, `${status}/bekrafta`, {}), post(app, `${status}/bekrafta`, {})])
    expect((await visits())[0]?.state).toBe('waiting')
    expect((await mailsTo(form.epost)).map(({ kind }) => kind)).toEqual(['visit-confirm', 'visit-received'])
    expect(await textOf('/kansli', office)).toContain('vill besöka medlemmar')
  })

  test('can ask only so often', async () => {
    for (let i = 0; i < 3; i += 1)
      await post(app, '/internationellt/besok', { ...form, epost: 'ofta@kunta.example' })
    const refused = await post(app, '/internationellt/besok', { ...form, epost: 'ofta@kunta.example' })
    expect(refused.status).toBe(429)
    expect(await visits('ofta@kunta.example')).toHaveLength(3)
  })
})

describe('a visit', () => {
  test('reaches the member that knows, with reasons; the first yes is the host, and who asked is told', async () => {
    const { id, status } = await confirmed('bo@by.example', {
      sprak: 'sv',
      onskan: 'Hur bilpoolen ersatte den egna bilen i tjänsten, och vad den kostade',
    })
    const html = await textOf(`/kansli/internationellt/besok/${id}`, office)
    expect(html).toContain('står bakom exemplet ”Bilpoolen som ersatte den egna bilen i tjänsten”')
    const [person = ''] = [
      ...html.matchAll(/name="person"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="person"/g),
    ].map((found) => found[1] ?? found[2])
    expect(
      (await post(app, `/kansli/internationellt/besok/${id}/fraga`, { person: '999999' }, office)).status,
    ).toBe(422)
    await post(app, `/kansli/internationellt/besok/${id}/fraga`, { person }, office)
    const asked = await database.db
      .selectFrom('mail')
      .selectAll()
      .where('kind', '=', 'visit-asked')
      .where('person_id', '=', Number(person))
      .execute()
    expect(asked).toHaveLength(1)
    expect(asked[0]?.plain).toContain('du står bakom exemplet')

    // The one who was asked answers in their own session.
    const host = await loggedIn(app, 'medlem')
    const session = await database.db
      .selectFrom('session')
      .select('person_id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect((await get(app, `/mina-sidor/besok/${id}`, host)).status).toBe(404)
    await database.db
      .updateTable('visit_host_asked')
      .set({ person_id: session.person_id })
      .where('request_id', '=', id)
      .execute()
    expect(await textOf('/mina-sidor', host)).toContain('Suomussalmi vill komma på besök')
    expect((await post(app, `/mina-sidor/besok/${id}/ja`, { svar: '' }, host)).status).toBe(422)
    await post(app, `/mina-sidor/besok/${id}/ja`, { svar: 'Welcome on 3 March!' }, host)
    await post(app, `/mina-sidor/besok/${id}/nej`, { not: '' }, host)
    expect((await visits('bo@by.example'))[0]).toMatchObject({
      state: 'accepted',
      reply: 'Welcome on 3 March!',
    })
    const mail = (await mailsTo('bo@by.example')).at(-1)
    expect(mail?.kind).toBe('visit-accepted')
    expect(mail?.plain).toContain('Welcome on 3 March!')
    expect(await textOf(status)).toContain('will receive you')
  })

  test('goes back to the secretariat when nobody can, which then says no with a reason', async () => {
    const { id } = await confirmed('cia@by.example')
    const host = await loggedIn(app, 'medlem')
    const session = await database.db
      .selectFrom('session')
      .select('person_id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await database.db.updateTable('visit_request').set({ state: 'asked' }).where('id', '=', id).execute()
    await database.db
      .insertInto('visit_host_asked')
      .values({ request_id: id, person_id: session.person_id, organisation_code: '1382', reasons: '[]' })
      .execute()
    await post(app, `/mina-sidor/besok/${id}/nej`, { not: 'Vi bygger om.' }, host)
    expect((await visits('cia@by.example'))[0]?.state).toBe('waiting')
    expect(await textOf(`/kansli/internationellt/besok/${id}`, office)).toContain('Vi bygger om.')
    expect((await post(app, `/kansli/internationellt/besok/${id}/nej`, { svar: '' }, office)).status).toBe(
      422,
    )
    await post(app, `/kansli/internationellt/besok/${id}/nej`, { svar: 'Full calendar this spring.' }, office)
    expect((await mailsTo('cia@by.example')).at(-1)?.plain).toContain('Full calendar this spring.')
    expect((await mailsTo('cia@by.example')).at(-1)?.plain).not.toContain('Vi bygger om.')
  })

  test('can be received by the association itself, and taken back by who asked', async () => {
    const { id } = await confirmed('dag@by.example')
    const path = `/kansli/internationellt/besok/${id}`
    expect((await post(app, `${path}/ja`, { svar: 'Welcome', vard: '9999' }, office)).status).toBe(422)
    await post(app, `${path}/ja`, { svar: 'Welcome', vard: 'SEKOM' }, office)
    expect((await visits('dag@by.example'))[0]?.state).toBe('accepted')
    const second = await confirmed('eva@by.example')
    await post(app, `${second.status}/ta-tillbaka`, {})
    expect((await visits('eva@by.example'))[0]?.state).toBe('withdrawn')
    await post(
      app,
      `${path.replace(String(id), String(second.id))}/ja`,
      { svar: 'Welcome', vard: 'SEKOM' },
      office,
    )
    expect((await visits('eva@by.example'))[0]?.state).toBe('withdrawn')
  })

  test('is forgotten when it is not needed any more', async () => {
    await forgetOldVisits(database.db, new Date('2026-11-26T12:00:00Z'), '2026-11-26')
    expect(await visits('ofta@kunta.example')).toEqual([])
    expect(await visits('dag@by.example')).toHaveLength(1)
    await forgetOldVisits(database.db, new Date('2027-02-25T12:00:00Z'), '2027-02-25')
    expect(await visits('eva@by.example')).toEqual([])
    expect(await visits('dag@by.example')).toHaveLength(1)
    await forgetOldVisits(database.db, new Date('2027-07-01T12:00:00Z'), '2027-07-01')
    expect(await visits('dag@by.example')).toEqual([])
  })
})
