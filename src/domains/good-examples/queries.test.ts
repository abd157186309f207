import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { listPublishedExamples, searchExamples } from './queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const titles = (examples: { title: { sv: string | null } }[]) => examples.map(({ title }) => title.sv)

describe('the published examples', () => {
  test('come newest first, with everything that a list needs', async () => {
    const examples = await listPublishedExamples(database.db)
    expect(examples).toHaveLength(13)
    expect(examples.every(({ madeUp }) => madeUp)).toBe(true)
    expect(examples.at(-1)).toMatchObject({
      address: `/exempel/${examples.at(-1)?.id}-bilpoolen-som-ersatte-den-egna-bilen-i-tjansten`,
      title: { en: 'The car pool that replaced private cars at work' },
      organisation: { code: '1382', name: 'Falkenberg' },
      year: 2019,
      figures: ['10a', '10b'],
      criteria: [1],
      sdgs: [11, 13],
      subjects: ['klimat', 'transporter'],
      picture: null,
      publishedAt: '2025-03-11T09:00:00.000Z',
    })
    const days = examples.map(({ publishedAt }) => publishedAt)
    expect(days).toEqual([...days].sort().reverse())
  })

  test('are walked through page by page without losing or doubling any', async () => {
    const all = await listPublishedExamples(database.db)
    const walked = []
    for (let after: number | undefined; ; ) {
      const page = await listPublishedExamples(database.db, { limit: 4, ...(after ? { after } : {}) })
      walked.push(...page)
      after = page.at(-1)?.id
      if (page.length < 4) break
    }
    expect(walked).toEqual(all)
  })

  test('are narrowed by key figure, organisation, criterion, goal, county and kind of municipality', async () => {
    const found = async (filter: Parameters<typeof listPublishedExamples>[1]) =>
      titles(await listPublishedExamples(database.db, filter))
    expect(await found({ figureIds: ['7'] })).toEqual([
      'Återbruksgatan i stället för en ny återvinningscentral',
    ])
    expect(await found({ organisationCodes: ['0980', '2518'] })).toHaveLength(2)
    expect(await found({ criteria: [4] })).toEqual(['Elevrådet fick en klimatbudget'])
    expect(await found({ sdgs: [7] })).toEqual(['En energiingenjör som betalar sig själv'])
    expect(await found({ countyCode: '24' })).toEqual(['Vi plogar cykelbanan före bilvägen'])
    expect(await found({ figureIds: ['7'], criteria: [4] })).toEqual([])
  })

  test('are found by a word in any bending, in Swedish and in English', async () => {
    const found = async (text: string) =>
      titles((await searchExamples(database.db, { text }, { limit: 20, offset: 0 })).examples)
    expect(await found('gräsmatta')).toEqual([
      'Ängar i stället för gräsmattor',
      'Bostadsbolaget slår ängar med gårdarnas barn',
    ])
    expect(await found('cykelbanor snöröjningar')).toEqual(['Vi plogar cykelbanan före bilvägen'])
    expect(await found('lawn')).toEqual(['Ängar i stället för gräsmattor'])
    expect(await found('kalsiumkarbid')).toEqual([])
    // What is typed is never a command to the database.
    expect(await found(`'); drop table x; -- & | ! <-> :*`)).toEqual([])
  })

  test('that fit best in their title stand first', async () => {
    const { examples, total } = await searchExamples(
      database.db,
      { text: 'ekologisk mat' },
      { limit: 1, offset: 0 },
    )
    expect(titles(examples)).toEqual(['Ekologisk mat för samma pengar'])
    expect(total).toBeGreaterThanOrEqual(1)
  })

  test('leave out drafts and what is hidden', async () => {
    const { db } = database
    const [newest] = await listPublishedExamples(db, { limit: 1 })
    await db
      .updateTable('good_example')
      .set({ hidden_at: new Date(), hidden_reason: 'Prov' })
      .where('id', '=', newest?.id ?? 0)
      .execute()
    const left = await listPublishedExamples(db)
    expect(left).toHaveLength(12)
    expect(titles(left)).not.toContain('Fritidsbanken lånar ut det som står i förrådet')
    await db
      .updateTable('good_example')
      .set({ hidden_at: null, hidden_reason: '' })
      .where('id', '=', newest?.id ?? 0)
      .execute()
  })
})
