import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { get, loggedIn } from '../../tests/support/login.ts'
import type { Database } from '../database/tables.ts'

// An association above the limit: what is asked by name or code reads those alone, and nobody is listed whole.

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  await addPlaces(database.db, 1001)
  app = testApp(database.db)
})
afterAll(() => database.drop())

async function addPlaces(db: Kysely<Database>, count: number): Promise<void> {
  await sql`
    insert into organisation (code, kind, name, county_code)
    select 'x' || lpad(n::text, 6, '0'), 'municipality', 'Ort ' || lpad(n::text, 6, '0'), (select min(code) from county)
    from generate_series(1, ${count}::int) n`.execute(db)
}

const textOf = async (path: string, cookie = '') => {
  const answer = await get(app, path, cookie)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

test('the front page and the directory stay small, and the directory has pages', async () => {
  expect((await textOf('/')).length).toBeLessThan(200_000)
  const list = await textOf('/kommuner')
  expect(list.length).toBeLessThan(400_000)
  expect(list).toContain('sida=2')
})

test('somebody is found by the name or the code that was typed', async () => {
  expect(await textOf('/sok?q=Ort%20000500')).toContain('href="/kommuner/x000500"')
  const exact = await get(app, '/kommuner?sok=Ort%20000500')
  expect(exact.headers.get('location')).toContain('/kommuner/x000500')
  expect(await textOf('/api/v1/organisations?name=Ort%20000500')).toContain('"x000500"')
})

test('a search that may have found only some says so', async () => {
  expect(await textOf('/kommuner?sok=ort%200')).toMatch(/Minst \d+ träffar/)
  expect(await textOf('/kommuner?sok=Ort%2000050')).toMatch(/>\s*\d+ träffar/)
})

test('a name that fits many is looked for to the end, page after page', async () => {
  const found: string[] = []
  let path: string | null = '/api/v1/organisations?name=ort%200&limit=400&fields=code'
  while (path) {
    const { items, next }: { items: { code: string }[]; next: string | null } = JSON.parse(await textOf(path))
    found.push(...items.map(({ code }) => code))
    path = next === null ? null : next.slice(next.indexOf('/api/'))
  }
  expect(found).toHaveLength(1001)
  expect(new Set(found).size).toBe(1001)
})

test('forms take a name as typed and suggest nobody', async () => {
  const cookie = await loggedIn(app, 'medlem')
  expect(await textOf('/mina-sidor/foljer', cookie)).not.toContain('Ort 000500')
  expect(await textOf('/ansokan')).not.toContain('Ort 000500')
})

test('the sitemap is a list of files, which hold every organisation once', async () => {
  const index = await textOf('/sitemap.xml')
  expect(index).toContain('<sitemapindex')
  const files = [...index.matchAll(/<loc>[^<]*(\/sitemap\/\d+\.xml)<\/loc>/g)].map(([, path = '']) => path)
  const whole = (await Promise.all(files.map((path) => textOf(path)))).join('')
  const profiles = [...whole.matchAll(/<url><loc>[^<]*?:?\/\/[^/]+(\/kommuner\/x\d{6})<\/loc>/g)].map(
    ([, path]) => path,
  )
  expect(profiles).toHaveLength(1001)
  expect(new Set(profiles).size).toBe(1001)
  expect((await get(app, `/sitemap/${files.length + 1}.xml`)).status).toBe(404)
})
