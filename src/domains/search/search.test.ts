import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())
test('x', async () => {
  const { rows } =
    await sql`select kind, source, audience, count(*), sum(length(texts::text))/count(*) as l from search_text group by 1,2,3 order by 1,2,3`.execute(
      database.db,
    )
  console.table(rows)
  console.table(
    (await sql`select for_everyone, count(*) from search_word group by 1`.execute(database.db)).rows,
  )
  console.table(
    (
      await sql`select source, key, audience, shown_during::text, address, left(texts::text,100) as t from search_text where random() < 0.02`.execute(
        database.db,
      )
    ).rows,
  )
  const before = (await sql`select * from search_text order by source, key, audience`.execute(database.db))
    .rows
  await sql`select rebuild_search()`.execute(database.db)
  const after = (await sql`select * from search_text order by source, key, audience`.execute(database.db))
    .rows
  expect(after).toEqual(before)
})
