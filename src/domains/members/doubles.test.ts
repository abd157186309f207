import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'
import { countLikelyDoubles, listLikelyDoubles } from './doubles-queries.ts'
import {
  type Comparable,
  meetingsIn,
  type Pair,
  pairsIn,
  rarestFirst,
  reasonFor,
  roomsOf,
} from './rules/likely-doubles.ts'

describe('likely doubles', () => {
  test('are found without comparing everybody, and are the same as if everybody had been compared', () => {
    const part = fc.constantFrom(...'abcdefghij')
    const person = fc.record({
      name: fc.constantFrom('kim', 'lisa', 'bo', 'åsa'),
      parts: fc.uniqueArray(part, { maxLength: 8 }),
      local: fc.constantFrom(null, 'info', 'kim', 'lisa'),
      places: fc.uniqueArray(fc.constantFrom('1382', '1472', '0880'), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 30 }), (drawn) => {
        const people = drawn.map((one, id) => ({ ...one, id }))
        const found = roomsOf(rarestFirst(people)).flatMap((room) => [...pairsIn(room)])
        expect(new Set(found.map(asText))).toEqual(new Set(everyPair(people).map(asText)))
      }),
    )
  })

  test('of ten thousand in one organisation are found though hardly anybody is compared', () => {
    const letters = (n: number) =>
      [...String(n % 1_000_003)].map((digit) => 'aeiounrstl'[Number(digit)]).join('')
    const names = Array.from({ length: 10_000 }, (_, i) => `${letters(i * 7919)} ${letters(i * 104_729)}`)
    const people = [...names, names[17] ?? ''].map((name, id) => ({
      id,
      name,
      parts: [...new Set(Array.from(name, (_, at) => ` ${name} `.slice(at, at + 3)))],
      local: null,
      places: ['1382'],
    }))
    const [room] = roomsOf(rarestFirst(people))
    if (!room) throw new Error('They are in no room')
    expect([...pairsIn(room)]).toContainEqual({ a: 17, b: 10_000, reason: 'same-name' })
    // Everybody with everybody would be fifty millions.
    expect([...meetingsIn(room)].length).toBeLessThan(5_000_000)
  })
})

const asText = ({ a, b, reason }: Pair) => `${a} ${b} ${reason}`

function everyPair(people: Comparable[]): Pair[] {
  return people.flatMap((one, i) =>
    people.slice(i + 1).flatMap((other) => {
      const meet =
        one.places.some((place) => other.places.includes(place)) ||
        (one.local !== null && one.local === other.local)
      const reason = meet ? reasonFor(one, other) : null
      return reason ? [{ a: one.id, b: other.id, reason }] : []
    }),
  )
}

describe('in the register', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await loadedDatabase()
    const first = ['Anna', 'Ann', 'Anna-Lena', 'Åsa', 'Žofia', 'ANNA', 'Bo', '李']
    const last = ['Ek', 'Ekh', 'Ekström', 'Ekstrøm', 'Öst', 'Åström', 'Lind', 'Lindh', 'Lindgren', '小龙']
    const names = first.flatMap((one) => last.map((other) => `${one} ${other}`))
    // A name three times over, where the addresses begin alike now and then.
    await sql`
      with drawn as (
        insert into person (name, email, title, phone, made_up)
        select name, ${'post'} || (at % 40) || '@' || at || '.example', '', '', true
        from unnest(${[...names, ...names, ...names]}::text[]) with ordinality as t (name, at)
        returning id
      ), placed as (
        select id, (array['1382', '1472', '0880', '1283'])[1 + id % 4] as code from drawn where id % 5 > 0
      ), seats as (
        insert into seat (organisation_code, role) select distinct code, 'member-user' from placed on conflict do nothing
      )
      insert into appointment (person_id, organisation_code, role, since)
      select id, code, 'member-user', '2020-01-01'::date from placed`.execute(database.db)
  })
  afterAll(() => database.drop())

  test('they are those that the database finds when it compares everybody', async () => {
    const { rows } = await sql<Pair>`
      with pairs as (
        select p.id as a, q.id as b, case
            when lower(p.name) = lower(q.name) then 'same-name'
            when similarity(p.name, q.name) >= 0.6 then 'similar-name'
            when split_part(lower(p.email), '@', 1) = split_part(lower(q.email), '@', 1)
              and similarity(p.name, q.name) >= 0.3 then 'same-local-part'
          end as reason
        from person p join person q on q.id > p.id
        where p.erased_at is null and q.erased_at is null and (
          split_part(lower(p.email), '@', 1) = split_part(lower(q.email), '@', 1)
          or exists (select from appointment i join appointment j using (organisation_code)
            where i.person_id = p.id and j.person_id = q.id))
      )
      select a, b, reason from pairs where reason is not null`.execute(database.db)
    const found: string[] = []
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const part = await listLikelyDoubles(database.db, page)
      pages = part.pages
      found.push(...part.pairs.map(({ a, b, reason }) => asText({ a: a.id, b: b.id, reason })))
    }
    expect(rows.length).toBeGreaterThan(300)
    expect(found.toSorted()).toEqual(rows.map(asText).toSorted())
    expect(await countLikelyDoubles(database.db)).toBe(rows.length)
  })

  test('a long list comes in pages, the surest pairs first', async () => {
    const app = testApp(database.db)
    const secretariat = await loggedIn(app, 'kansli')
    const textOf = async (path: string) => (await get(app, path, secretariat)).text()
    const first = await textOf('/kansli/personer/dubbletter')
    expect(first).toContain('Samma namn i samma organisation')
    expect(first).not.toContain('Nästan samma namn')
    const last = await textOf('/kansli/personer/dubbletter?sida=99999')
    expect(last).toContain('Samma adress före @ och liknande namn')
    expect(last).toContain('rel="prev"')
    expect(last).not.toContain('rel="next"')
  })
})
