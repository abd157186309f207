import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'
import { readStatutes, typedStatutes } from './proposal-form.ts'
import { type Statutes, statutesOn } from './queries.ts'

let database: TestDatabase
let now: Statutes
beforeAll(async () => {
  database = await loadedDatabase()
  now = await statutesOn(database.db, '2026-11-27')
})
afterAll(() => database.drop())

const typedNow = () => typedStatutes({ ...now, reason: 'Vi behöver en ny paragraf.' }, 1)
const paragraph = (number: number, words: string) =>
  Object.fromEntries(
    ['title_sv', 'text_sv', 'title_en', 'text_en'].map((field) => [`${field}-${number}`, words]),
  )
const uncited = () => {
  const cited = new Set(Object.values(now.rules).map((rule) => rule.paragraph))
  const found = now.paragraphs.find(({ number }) => !cited.has(number))
  if (!found) throw new Error('Every paragraph is cited.')
  return found.number
}

describe('the form of proposed statutes', () => {
  test('read as it stands changes nothing', () => {
    const read = readStatutes(typedNow(), now)
    expect(read).toMatchObject({ proposed: { paragraphs: now.paragraphs, rules: now.rules } })
  })

  test('takes in a new paragraph last, when all of it is written', () => {
    const next = now.paragraphs.length + 1
    const read = readStatutes({ ...typedNow(), ...paragraph(next, 'Arkiv') }, now)
    expect('proposed' in read && read.proposed.paragraphs.at(-1)).toMatchObject({
      number: next,
      title_sv: 'Arkiv',
    })
    expect(readStatutes({ ...typedNow(), [`title_sv-${next}`]: 'Arkiv' }, now)).toMatchObject({
      errors: { [`text_sv-${next}`]: 'text-missing' },
    })
  })

  test('takes out a paragraph that is emptied: those after it move up, and what cites them follows', () => {
    const gone = uncited()
    const read = readStatutes({ ...typedNow(), ...paragraph(gone, '') }, now)
    if (!('proposed' in read)) throw new Error(JSON.stringify(read.errors))
    const { paragraphs, rules } = read.proposed
    expect(paragraphs.map(({ number }) => number)).toEqual(now.paragraphs.slice(1).map((_, i) => i + 1))
    for (const [name, rule] of Object.entries(now.rules)) {
      const title = now.paragraphs.find(({ number }) => number === rule.paragraph)?.title_sv
      const cites = Object.entries(rules).find(([one]) => one === name)?.[1].paragraph
      expect(paragraphs.find(({ number }) => number === cites)?.title_sv, name).toBe(title)
    }
  })

  test('keeps a paragraph that a rule rests on, until the rule rests on another', () => {
    const { paragraph: cited } = now.rules.majority_statutes
    expect(readStatutes({ ...typedNow(), ...paragraph(cited, '') }, now)).toMatchObject({
      errors: { 'majority_statutes-paragraf': 'paragraph-wrong' },
    })
  })

  test('has a place to write a new paragraph in', async () => {
    const app = testApp(database.db)
    const html = await get(app, '/kansli/stadgar/forslag-2027', await loggedIn(app, 'kansli'))
    expect(await html.text()).toContain(`Lägg till § ${now.paragraphs.length + 1}`)
  })
})
