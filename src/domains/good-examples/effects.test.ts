import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMemory } from '#platform/http/remember.ts'
import { localeOf } from '#platform/i18n.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get } from '../../../tests/support/login.ts'
import { effectOfExample } from './effects.ts'
import { listPublishedExamples } from './queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const textOf = (html: string) =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')

/** The published example of an organisation on a figure. */
async function exampleOn(figure: string, code: string) {
  const [example] = await listPublishedExamples(database.db, {
    figureIds: [figure],
    organisationCodes: [code],
  })
  if (!example) throw new Error(`${code} has no example on ${figure}`)
  return example
}

const asked = () => ({
  db: database.db,
  locale: localeOf('sv'),
  today: '2026-11-26',
  now: new Date(),
  remember: createMemory(100_000)('1'),
})

test('beside the story stand the measured effect, its numbers, whom it is compared with and how it is reckoned', async () => {
  const { address } = await exampleOn('9', '1490')
  const html = await (await get(testApp(database.db), address)).text()
  const section = /<section[^>]*"den-bojda-kurvan"[\s\S]*/.exec(html)?.[0] ?? ''
  const text = textOf(section)
  expect(text).toContain('Kurvan gick bättre än de andras, men det gjorde den redan åren före åtgärden.')
  expect(text).toMatch(/(bättre|sämre) än \d+ av \d+ liknande/)
  expect(text).toContain('Det säger inte varför.')
  expect(text).toMatch(/före 2012–2014 efter 2016–2018 Ändring Borås/)
  expect(text).toContain('Påhittade värden ingår')
  expect(section).toContain('href="/nyckeltal/metod#bojd-kurva"')
  const table = /id="effekt-9-jamforda"[\s\S]*?<\/table>/.exec(section)?.[0] ?? ''
  expect([...table.matchAll(/href="\/kommuner\/\d{4}"/g)].length).toBeGreaterThanOrEqual(9)
})

test('where nothing can be said, it is said why', async () => {
  const { address } = await exampleOn('11', '1080')
  const html = await (await get(testApp(database.db), address)).text()
  expect(textOf(html)).toMatch(/Det finns (inget värde|bara ett värde) att jämföra med från de tre åren före/)
})

test('those that have an example on the figure, or say that they did the same, are not compared with', async () => {
  const example = await exampleOn('9', '1490')
  const before = await effectOfExample(asked(), example, '9')
  const neighbour = before?.compared[0]?.code ?? ''
  const other = await database.db
    .insertInto('good_example')
    .values({
      organisation_code: neighbour,
      state: 'published',
      published_at: new Date(),
      year: 2016,
      written_by: null,
      contact_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await database.db
    .insertInto('good_example_kin')
    .values({ example_id: other.id, after_id: example.id, said_by: null })
    .execute()
  const after = await effectOfExample(asked(), example, '9')
  expect(after?.compared.map(({ code }) => code)).not.toContain(neighbour)
  expect(after?.leftOut.map(({ code }) => code)).toContain(neighbour)

  await database.db.deleteFrom('good_example_kin').execute()
  expect((await effectOfExample(asked(), example, '9'))?.leftOut).toEqual(before?.leftOut)
  await database.db
    .insertInto('good_example_figure')
    .values({ example_id: other.id, key_figure_id: '9' })
    .execute()
  expect((await effectOfExample(asked(), example, '9'))?.leftOut.map(({ code }) => code)).toContain(neighbour)
})
