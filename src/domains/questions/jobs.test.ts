import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { loggedIn, post } from '../../../tests/support/login.ts'
import { askQuestion } from './actions.ts'
import { answerQuestion } from './answer-actions.ts'
import { declineQuestion } from './decline.ts'
import { questions as house } from './domain.ts'
import { askWhetherStillTrue, sendUnanswered, widenQuestions } from './jobs.ts'
import type { Place } from './place.ts'
import { lookUp } from './routing.ts'
import { findPost } from './routing-queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const at = (day: string) => ({ db: database.db, today: day, now: new Date(`${day}T08:00:00Z`) })
const remember = createMemory(20_000)('')

async function placeOf(personId: number, day: string): Promise<Place> {
  return { ...at(day), actor: { personId, name: 'Prov' }, madeUp: false }
}

const asker = async () => (await person('1382', 'Miljöstrateg')).id
const person = (code: string, title: string) =>
  database.db
    .selectFrom('person as p')
    .innerJoin('appointment as a', 'a.person_id', 'p.id')
    .where('a.organisation_code', '=', code)
    .where('p.title', '=', title)
    .select(['p.id', 'p.name'])
    .orderBy('a.id')
    .executeTakeFirstOrThrow()

async function ask(day: string, title = 'Hur sköter ni energin i badhus?'): Promise<number> {
  const place = await placeOf(await asker(), day)
  const text = { title, body: 'Vi undrar.', language: 'sv' as const, audience: 'members' as const }
  const ties = { figureIds: ['9'], subjectIds: ['energi'] }
  const post = await findPost(place.db, place.actor.personId, day)
  const grounds = await lookUp(
    { db: place.db, remember, today: day },
    { ...text, ...ties, askedBy: place.actor.personId, organisationCode: post?.code ?? null, named: [] },
  )
  const { id } = await askQuestion(place, { ...text, ...ties }, grounds)
  return id
}

const recipientsOf = (id: number) =>
  database.db
    .selectFrom('question_recipient')
    .where('question_id', '=', id)
    .select(['person_id', 'wave', 'reason', 'declined_at'])
    .orderBy('wave')
    .orderBy('person_id')
    .execute()
const wavesOf = async (id: number) => (await recipientsOf(id)).map(({ wave }) => wave)

describe('a question that nobody answers', () => {
  test('goes to five more after three working days, never to the same twice, and stops in time', async () => {
    // A Wednesday: Thursday, Friday and Monday are the days to answer on.
    const id = await ask('2026-11-25')
    expect(await wavesOf(id)).toEqual([1, 1, 1, 1, 1])
    expect(await widenQuestions(at('2026-11-29'))).toBe(0)
    expect(await widenQuestions(at('2026-11-30'))).toBe(1)
    expect(await widenQuestions(at('2026-11-30'))).toBe(0)
    await widenQuestions(at('2026-12-03'))
    await widenQuestions(at('2026-12-08'))
    await widenQuestions(at('2026-12-11'))
    const sent = await recipientsOf(id)
    expect(new Set(sent.map(({ person_id }) => person_id)).size).toBe(sent.length)
    expect(Math.max(...sent.map(({ wave }) => wave))).toBe(4)
    expect(sent).toHaveLength(20)
  })

  test('goes to nobody more once somebody has answered, but the word of its asker is no answer', async () => {
    const id = await ask('2027-02-01')
    const [first] = await recipientsOf(id)
    await answerQuestion(await placeOf(await asker(), '2027-02-02'), {
      questionId: id,
      body: 'Jag menar simhallen.',
      source: 'web',
    })
    await widenQuestions(at('2027-02-04'))
    expect(new Set(await wavesOf(id))).toEqual(new Set([1, 2]))
    await answerQuestion(await placeOf(first?.person_id ?? 0, '2027-02-05'), {
      questionId: id,
      body: 'Vi sänkte temperaturen på natten.',
      source: 'mail',
    })
    await widenQuestions(at('2027-02-09'))
    expect(new Set(await wavesOf(id))).toEqual(new Set([1, 2]))
    expect((await recipientsOf(id)).filter(({ wave }) => wave === 1)).toHaveLength(5)
  })

  test('goes on to whom somebody names instead, and at once when nobody is left', async () => {
    const id = await ask('2027-03-01', 'Hur mäter ni energin på ridhus?')
    const [first, ...others] = await recipientsOf(id)
    const instead = await person('1080', 'Folkhälsostrateg')
    const place = async (personId = 0) => placeOf(personId, '2027-03-01')
    expect(
      await declineQuestion(await place(first?.person_id), { questionId: id, instead: instead.id }),
    ).toBe('sent-on')
    const named = (await recipientsOf(id)).find(({ person_id }) => person_id === instead.id)
    expect(named?.reason).toEqual([{ kind: 'suggested', by: first?.person_id }])
    for (const { person_id } of others) {
      await declineQuestion(await place(person_id), { questionId: id, instead: null })
    }
    expect(await widenQuestions(at('2027-03-01'))).toBe(0)
    expect(await declineQuestion(await place(instead.id), { questionId: id, instead: null })).toBe('declined')
    expect(await widenQuestions(at('2027-03-01'))).toBe(1)
    expect(await declineQuestion(await place(instead.id), { questionId: id, instead: null })).toBe(
      'not-asked',
    )
  })
})

test('the writers of answers are asked once a year whether they still hold', async () => {
  const due = await askWhetherStillTrue(at('2027-09-20'))
  expect(due).toBeGreaterThan(0)
  expect(await askWhetherStillTrue(at('2027-09-20'))).toBe(0)
  const notices = await database.db
    .selectFrom('question_notice')
    .where('kind', '=', 'still-true')
    .select(['person_id', 'answer_id'])
    .execute()
  expect(notices).toHaveLength(due)
  const [first] = notices
  const asked = { ...at('2027-09-20'), locale: localeOf('sv'), remember }
  const actor = { personId: first?.person_id ?? 0, name: '', email: null, sessionId: 0, roles: [] }
  const waiting = (await house.waiting?.(asked, actor)) ?? []
  expect(waiting.map(({ text }) => text).join()).toContain('Stämmer ditt svar fortfarande?')
  expect(waiting.some(({ href }) => href.endsWith(`#svar-${first?.answer_id}`))).toBe(true)
})

test('the secretariat gets the list of the unanswered once a week', async () => {
  const context = { ...at('2026-11-23'), now: new Date(), baseUrl: 'https://eko.example' }
  expect(await sendUnanswered(context)).toBe(true)
  expect(await sendUnanswered(context)).toBe(false)
  const mails = await database.db
    .selectFrom('mail')
    .where('kind', '=', 'questions:unanswered')
    .select(['plain', 'recipient'])
    .execute()
  expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(mails.length)
  expect(mails[0]?.plain).toContain('Hur sköter ni ängar i stället för gräsmattor?')
  expect(mails[0]?.plain).toContain('https://eko.example/fragor/')
})

describe('the other houses', () => {
  test('hear of questions about a figure, and of what waits', async () => {
    const asked = { ...at('2026-11-23'), locale: localeOf('sv'), remember: createMemory(100)('') }
    const [part] = (await house.related?.(asked, { figureId: '8b' })) ?? []
    expect(part?.links[0]?.label).toContain('kadmium')
    expect(await house.related?.(asked, { figureId: '10a' })).toEqual([])
    const followed = { organisationCodes: [], figureIds: ['7'], since: new Date('2026-11-01') }
    const happened = (await house.happened?.(asked, followed)) ?? []
    expect(happened.map(({ text }) => text)).toEqual([
      'Håbo frågar: Har någon infört avgift efter vikt för hushållsavfall?',
    ])
    const desk = (await house.desk?.(asked)) ?? []
    expect(desk.map(({ text }) => text)).toContain('frågor utan svar')
  })

  test('a person who is forgotten leaves the words and takes the name along', async () => {
    const app = testApp(database.db)
    const who = await person('1382', 'Ekolog')
    const member = await loggedIn(app, 'medlem')
    const id = await ask('2026-11-24', 'Hur rensar ni ogräs utan gift?')
    await post(app, `/fragor/${id}/svara`, { svar: 'Med ånga.' }, member)
    expect(JSON.stringify(await house.personalData?.(database.db, who.id))).toContain('Med ånga.')
    await database.db.transaction().execute(async (trx) => house.erase?.(trx, who.id, '2026-11-24'))
    const left = await database.db
      .selectFrom('answer')
      .where('question_id', '=', id)
      .select(['body', 'written_by'])
      .executeTakeFirst()
    expect(left).toEqual({ body: 'Med ånga.', written_by: null })
    expect(Object.values((await house.personalData?.(database.db, who.id)) ?? {}).flat()).toEqual([])
  })
})
