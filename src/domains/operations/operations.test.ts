import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../tests/support/login.ts'
import { domains } from '../../app/domains.ts'
import { localeOf } from '../../platform/i18n.ts'
import { claimMail, enqueueMail, giveUpMail, markHanded, markUncertain } from '../../platform/mail/queries.ts'
import { beat, endProcess, listProcesses } from './process-queries.ts'
import { textsOf } from './texts.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let office: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  office = await loggedIn(app, 'kansli')
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.deleteFrom('mail').execute()
})

const textOf = async (path: string) =>
  (await (await get(app, path, office)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

/** A mail that the server refused for good, or whose line broke after its last byte. */
async function strandedMail(kind: 'refused' | 'broken'): Promise<number> {
  const id = await enqueueMail(database.db, {
    kind: 'test',
    to: 'anna@borta.example',
    subject: 'Påminnelse',
    plain: 'Hemlig text',
    html: '<p>Hemlig text</p>',
  })
  const mail = await claimMail(database.db)
  if (!mail) throw new Error('the mail is not there')
  if (kind === 'refused') await giveUpMail(database.db, mail, '550 no such user', false)
  else {
    await markHanded(database.db, id)
    await markUncertain(database.db, id, 'Connection closed')
  }
  return id
}

const mailOf = (id: number) =>
  database.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('the page on how the program is doing', () => {
  test('tells of every part, in both languages', async () => {
    const swedish = await textOf('/kansli/drift')
    for (const part of [
      'Återkommande jobb',
      'Mejl',
      'Importer',
      'Säkerhetskopior',
      'Diskutrymme',
      'Processer',
    ])
      expect(swedish).toContain(part)
    expect(await textOf('/en/kansli/drift')).toContain('Somebody needs to see to this: processes')
  })

  test('has plain words for every job of the program', () => {
    const jobs = domains.flatMap((domain) => domain.jobs ?? []).map(({ name }) => name)
    for (const tongue of ['sv', 'en'] as const)
      expect(Object.keys(textsOf(localeOf(tongue)).jobs.names).toSorted()).toEqual(jobs.toSorted())
  })

  test('shows a mail that was refused, why, but not its text; sending again puts it in the outbox', async () => {
    const id = await strandedMail('refused')
    const page = await textOf('/kansli/drift')
    expect(page).toContain('anna@borta.example')
    expect(page).toContain('550 no such user')
    expect(page).not.toContain('Hemlig text')
    expect(await textOf('/kansli')).toContain('Driften behöver ses till: mejl')

    const answer = await post(app, `/kansli/drift/mejl/${id}/skicka`, {}, office)
    expect(answer.headers.get('location')).toBe('/kansli/drift?klart=skickat#mail')
    expect(await mailOf(id)).toMatchObject({ given_up_at: null, tries: 0, failure: null })
    expect((await claimMail(database.db))?.id).toBe(id)
  })

  test('says that a mail whose line broke may have arrived, and never sends it without being told', async () => {
    const id = await strandedMail('broken')
    expect(await textOf('/kansli/drift')).toContain('kan ha kommit fram ändå')
    expect(await claimMail(database.db)).toBeUndefined()
    await post(app, `/kansli/drift/mejl/${id}/skicka`, {}, office)
    expect((await claimMail(database.db))?.id).toBe(id)
  })

  test('lets a mail be, so that it is neither shown nor sent', async () => {
    const id = await strandedMail('refused')
    await post(app, `/kansli/drift/mejl/${id}/lat-vara`, {}, office)
    expect(await textOf('/kansli/drift')).not.toContain('anna@borta.example')
    expect(await textOf('/kansli')).not.toContain('Driften behöver ses till')
    const answer = await post(app, `/kansli/drift/mejl/${id}/skicka`, {}, office)
    expect(answer.headers.get('location')).toContain('klart=redan')
    expect(await claimMail(database.db)).toBeUndefined()
  })

  test('never sends a mail that has arrived once more, whatever address is asked for', async () => {
    const id = await strandedMail('refused')
    await database.db.updateTable('mail').set({ sent_at: new Date() }).where('id', '=', id).execute()
    await post(app, `/kansli/drift/mejl/${id}/skicka`, {}, office)
    expect((await mailOf(id)).given_up_at).not.toBeNull()
  })

  test('knows a process by its word, and forgets one that ends in an orderly way', async () => {
    const own = {
      id: 'a7b0a3de-6a52-4a5c-9d0e-0d0f8a3f5a11',
      host: 'maskin-1',
      pid: 17,
      version: '1.2.3',
      works: true,
      serves: true,
    }
    await beat(database.db, own)
    expect(await textOf('/kansli/drift')).toContain('maskin-1, 17')
    await database.db
      .updateTable('program_process')
      .set({ seen_at: new Date(Date.now() - 300_000) })
      .execute()
    expect(await textOf('/kansli/drift')).toContain('Har tystnat')
    await beat(database.db, own)
    expect(await listProcesses(database.db)).toMatchObject([{ host: 'maskin-1', alive: true }])
    await endProcess(database.db, own.id)
    expect(await listProcesses(database.db)).toEqual([])
  })
})
