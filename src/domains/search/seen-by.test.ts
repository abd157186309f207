import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { get, loggedIn } from '../../../tests/support/login.ts'
import { coming, event, example, news, past, person } from '../../../tests/support/search-samples.ts'
import type { Database } from '../../database/tables.ts'

/** Everybody who may ask; `grannen` is a member elsewhere, `medlem` in the organisation that wrote. */
const askers = [
  'besökare',
  'sokande',
  'grannen',
  'medlem',
  'styrelseledamot',
  'expert',
  'revisor',
  'kansli',
] as const
type Asker = (typeof askers)[number]
const accounts: Partial<Record<Asker, string>> = { grannen: 'ombud' }

const everyone = [...askers]
const network: Asker[] = ['grannen', 'medlem', 'styrelseledamot', 'expert', 'revisor', 'kansli']
const office: Asker[] = ['kansli']

let database: TestDatabase
let db: Kysely<Database>
let app: ReturnType<typeof testApp>
const cookies = new Map<Asker, string>()
beforeAll(async () => {
  database = await loadedDatabase()
  db = database.db
  app = testApp(db)
  for (const asker of askers) {
    cookies.set(asker, asker === 'besökare' ? '' : await loggedIn(app, accounts[asker] ?? asker))
  }
})
afterAll(() => database.drop())

/** Who finds a word. */
async function findersOf(word: string): Promise<Asker[]> {
  const found: Asker[] = []
  for (const asker of askers) {
    const html = await (await get(app, `/sok?q=${word}`, cookies.get(asker))).text()
    const hits = html.replaceAll(/<\/?mark>/g, '').matchAll(/<article class="hit">.*?<\/article>/gs)
    if ([...hits].some(([hit]) => hit.toLowerCase().includes(word.toLowerCase()))) found.push(asker)
  }
  return found
}

test('news are found by all when their hour has come, before it and hidden by the secretariat', async () => {
  await news(db, 'ettord', { publish_at: past })
  await news(db, 'tvaord', { publish_at: coming })
  await news(db, 'treord', { publish_at: null })
  await news(db, 'fyrord', { publish_at: past, hidden_at: past, hidden_reason: 'fel' })
  expect(await findersOf('ettord')).toEqual(everyone)
  for (const word of ['tvaord', 'treord', 'fyrord']) expect(await findersOf(word)).toEqual(office)
})

test('events are found by all, those of the board by the network, drafts by the secretariat', async () => {
  await event(db, 'femord', { open_to: 'members', published_at: past })
  await event(db, 'sexord', { open_to: 'board', published_at: past })
  await event(db, 'sjuord', { open_to: 'everyone', published_at: null })
  expect(await findersOf('femord')).toEqual(everyone)
  expect(await findersOf('sexord')).toEqual(network)
  expect(await findersOf('sjuord')).toEqual(office)
})

test('good examples are found by all when they are published, else by those who wrote them', async () => {
  await example(db, 'attaord', 'published')
  await example(db, 'nioord', 'draft')
  await example(db, 'tioord', 'published', true)
  expect(await findersOf('attaord')).toEqual(everyone)
  for (const word of ['nioord', 'tioord']) expect(await findersOf(word)).toEqual(['medlem', 'kansli'])
})

test('questions are found by the network, by visitors as far as they are open, hidden ones by the secretariat', async () => {
  const question = async (word: string, audience: 'members' | 'everyone', hidden = false) => {
    const { id } = await db
      .insertInto('question')
      .values({
        title: `Vet ni ${word}?`,
        language: 'sv',
        audience,
        organisation_code: '1382',
        asked_at: past,
        ...(hidden && { hidden_at: past, hidden_reason: 'fel' }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const readers of ['members', 'everyone'] as const) {
      await db
        .insertInto('answer')
        .values({ question_id: id, body: `Svar${readers} ${word}svar${readers}`, audience: readers })
        .execute()
    }
  }
  await question('slutenord', 'members')
  await question('oppenord', 'everyone')
  await question('doldord', 'everyone', true)
  expect(await findersOf('slutenord')).toEqual(network)
  expect(await findersOf('slutenordsvareveryone')).toEqual(network)
  expect(await findersOf('oppenord')).toEqual(everyone)
  expect(await findersOf('oppenordsvareveryone')).toEqual(everyone)
  expect(await findersOf('oppenordsvarmembers')).toEqual(network)
  expect(await findersOf('doldord')).toEqual(office)
})

test('people are found as far as they show themselves, and as long as they are in the network', async () => {
  await person(db, 'Elvasson', 'nobody')
  expect(await findersOf('Elvasson')).toEqual([])
  await person(db, 'Tolvsson', 'members')
  expect(await findersOf('Tolvsson')).toEqual(network)
  const id = await person(db, 'Trettonsson', 'everyone')
  expect(await findersOf('Trettonsson')).toEqual(everyone)
  // What somebody knows is for the network; visitors find the name on the organisation's page.
  expect(await findersOf('kunskapTrettonsson')).toEqual(network)
  const [visitor, member] = await Promise.all(
    (['besökare', 'medlem'] as const).map(async (asker) =>
      (await get(app, '/sok?q=Trettonsson', cookies.get(asker))).text(),
    ),
  )
  expect(visitor).toContain('<h3><a href="/kommuner/1283">')
  expect(member).toContain(`<h3><a href="/kontakter/person/${id}">`)
  await sql`update appointment set until = '2026-11-20' where person_id = ${id}`.execute(db)
  expect(await findersOf('Trettonsson')).toEqual([])
  // Somebody who is no contact person stands on no open page, whatever the card says.
  await person(db, 'Fjortonsson', 'everyone', 'member-user')
  expect(await findersOf('Fjortonsson')).toEqual(network)
})

test('key figures that the secretariat has hidden are found by nobody', async () => {
  await sql`insert into key_figure (id, set_id, ordinal, number, name_sv, name_en, explanation_sv, explanation_en, unit_sv,
      unit_en, decimals, direction, scope, producer_sv, producer_en, reported_by, criteria, sdgs)
    select 'eget-prov', 'members', 1, '', 'Femtonord', 'Femtonord', '', '', unit_sv, unit_en, 0, 'up', scope, producer_sv,
      producer_en, 'reporter', criteria, sdgs from key_figure where id = '2'`.execute(db)
  expect(await findersOf('femtonord')).toEqual(everyone)
  await sql`insert into own_figure (key_figure_id, owner_code, hidden_at, hidden_reason)
    values ('eget-prov', '1382', now(), 'fel')`.execute(db)
  expect(await findersOf('femtonord')).toEqual([])
})

test('a decision to admit is found by all, one to refuse by the secretariat', async () => {
  const { rows } = await sql<{ id: number }>`
    insert into meeting (organ, held_on) values ('board', '2026-11-02') returning id`.execute(db)
  for (const [code, state] of [
    ['0760', 'member'],
    ['0763', 'rejected'],
  ] as const) {
    await sql`insert into application (organisation_code, state, started_by, meeting_id, decided_on, paragraph, member_since, decision_text)
      select ${code}, ${state}, min(id), ${rows[0]?.id}, '2026-11-02', '§ 77', '2026-11-02', 'hemligskal' from person`.execute(
      db,
    )
  }
  const kinds = async (asker: Asker) =>
    [
      ...(await (await get(app, '/sok?q=medlemskap&typ=beslut&ar=2026', cookies.get(asker))).text()).matchAll(
        /(Ja|Nej) till <mark>/g,
      ),
    ].map(([, answer]) => answer)
  expect(await kinds('besökare')).toEqual(['Ja'])
  expect(await kinds('medlem')).toEqual(['Ja'])
  expect((await kinds('kansli')).toSorted()).toEqual(['Ja', 'Nej'])
  expect(await findersOf('hemligskal')).toEqual([])
})

test('a misspelt word is never corrected to one that only others may read', async () => {
  await person(db, 'Hemligsson', 'members', 'member-user')
  await news(db, 'konfidentielltord', { publish_at: null })
  const said = async (word: string, asker: Asker) =>
    (await get(app, `/sok?q=${word}`, cookies.get(asker))).text()
  expect(await said('hemmligson', 'besökare')).not.toContain('hemligsson')
  expect(await said('hemmligson', 'medlem')).toContain('hemligsson')
  expect(await said('konfidenteilltord', 'medlem')).not.toContain('konfidentielltord')
})
