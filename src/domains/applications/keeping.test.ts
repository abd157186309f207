import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'
import { gathered } from '../../app/gathered.ts'
import { dropOldDrafts, remindReviewers } from './reminders.ts'

let database: TestDatabase
const config = { baseUrl: 'https://eko.example' }
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

/** The circumstances of a job on a day. */
const on = (today: string) => ({ db: database.db, config, today, now: new Date(`${today}T06:00:00Z`) })
const remindersTo = async () =>
  (
    await database.db
      .selectFrom('mail')
      .where('kind', '=', 'review-reminder')
      .select(['recipient', 'plain'])
      .execute()
  ).map(({ recipient, plain }) => ({ recipient, late: plain.includes('skulle ha lämnats') }))

describe('reviewers', () => {
  test('are reminded before the deadline and once after, those who have given their view never', async () => {
    expect(await remindReviewers(on('2026-11-25'))).toBe(0)
    const six = await remindReviewers(on('2026-11-26'))
    expect(six).toBe(6)
    expect(await remindReviewers(on('2026-11-26'))).toBe(0)
    expect((await remindersTo()).map(({ recipient }) => recipient)).not.toContain(
      'henrik.sandas@sekom.example',
    )
    expect(await remindReviewers(on('2026-12-02'))).toBe(6)
    expect(await remindReviewers(on('2026-12-04'))).toBe(6)
    expect(await remindReviewers(on('2026-12-20'))).toBe(0)
    expect((await remindersTo()).filter(({ late }) => late)).toHaveLength(6)
  })

  test('are reminded once, also when two machines do it at the same moment', async () => {
    await database.db
      .updateTable('application')
      .set({ review_reminders: 0 })
      .where('state', '=', 'in-review')
      .execute()
    const counts = await Promise.all([1, 2, 3].map(() => remindReviewers(on('2026-11-26'))))
    expect(counts.toSorted()).toEqual([0, 0, 6])
  })
})

describe('what is kept', () => {
  test('tells a person what is held about them, and forgets it with the person', async () => {
    const { db } = database
    const contact = await db
      .insertInto('person')
      .values({ name: 'Göran Dahl', email: 'goran.dahl@katrineholm.example', made_up: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(await gathered.personalData(db, contact.id))).toContain('Katrineholm')
    await db.transaction().execute((trx) => gathered.erase(trx, contact.id, '2026-11-23'))
    const { answers } = await db
      .selectFrom('application')
      .where('organisation_code', '=', '0483')
      .select('answers')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(answers)).not.toContain('Göran Dahl')
    expect(JSON.stringify(answers)).toContain('Ebba Rosén')
  })

  test('a draft that nobody has touched for a year goes, with its documents and its lines in the log', async () => {
    const { db } = database
    const draft = await db
      .selectFrom('application')
      .where('organisation_code', '=', '1480')
      .select('id')
      .executeTakeFirstOrThrow()
    await dropOldDrafts(on('2027-11-11'))
    expect((await db.selectFrom('application').where('id', '=', draft.id).selectAll().execute()).length).toBe(
      1,
    )
    await dropOldDrafts(on('2027-11-13'))
    for (const table of ['application_step', 'application_file'] as const) {
      const left = await db.selectFrom(table).where('application_id', '=', draft.id).select('id').execute()
      expect(left).toEqual([])
    }
    expect(await db.selectFrom('application').where('id', '=', draft.id).selectAll().execute()).toEqual([])
    const log = await db
      .selectFrom('audit_entry')
      .where('table_name', '=', 'application')
      .where('row_key', '=', String(draft.id))
      .select(['before', 'after'])
      .execute()
    expect(log.every(({ before, after }) => before === null && after === null)).toBe(true)
    const others = await db.selectFrom('application').select('id').execute()
    expect(others).toHaveLength(5)
  })

  test('what happened can be read by the auditor, changed by nobody', async () => {
    const app = testApp(database.db)
    const auditor = await loggedIn(app, 'revisor')
    const html = await (await get(app, '/kansli/ansokningar', auditor)).text()
    expect(html).toContain('Oskarshamn')
    const { id } = await database.db
      .selectFrom('application')
      .where('organisation_code', '=', '0882')
      .select('id')
      .executeTakeFirstOrThrow()
    const page = await (await get(app, `/kansli/ansokningar/${id}`, auditor)).text()
    expect(page).toContain('Godkänn. Arbetet är väl förankrat och mätbart.')
    expect(page).not.toContain('<form method="post" action="/kansli')
  })
})
