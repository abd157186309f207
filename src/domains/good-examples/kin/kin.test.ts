import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { get, loggedIn, post } from '../../../../tests/support/login.ts'
import { listKin } from './kin-queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
let member: string
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  member = await loggedIn(app, 'medlem')
})
afterAll(() => database.drop())

/** The meadows of Örebro, which Linköping learned from, whom Hudiksvall learned from. */
const [orebro, linkoping, hudiksvall] = [8, 13, 14]
const family = [
  { exampleId: orebro, organisationCode: '1880', year: 2021 },
  { exampleId: linkoping, organisationCode: '0580', year: 2022 },
  { exampleId: hudiksvall, organisationCode: '2184', year: 2024 },
]
const didToo = (after: number, own: number) =>
  post(app, `/exempel/${after}/vi-ocksa`, { exempel: String(own) }, member)

describe('the family of an example', () => {
  test('is the same whichever of them is asked about, the first first', async () => {
    for (const { exampleId } of family) expect(await listKin(database.db, exampleId)).toEqual(family)
    expect(await listKin(database.db, 1)).toEqual([{ exampleId: 1, organisationCode: '1382', year: 2019 }])
  })

  test('leaves out drafts and what is hidden, but holds together over the hidden one', async () => {
    const { db } = database
    await didToo(orebro, 12)
    expect(await listKin(db, orebro)).toEqual(family)
    await db
      .updateTable('good_example')
      .set({ hidden_at: new Date(), hidden_reason: 'Prov' })
      .where('id', '=', linkoping)
      .execute()
    expect((await listKin(db, orebro)).map(({ exampleId }) => exampleId)).toEqual([orebro, hudiksvall])
    await db
      .updateTable('good_example')
      .set({ hidden_at: null, hidden_reason: '' })
      .where('id', '=', linkoping)
      .execute()
  })

  test('is shown on map, years and table', async () => {
    const moved = await get(app, `/exempel/${hudiksvall}/spridning`)
    expect(moved.status).toBe(301)
    const html = await (await get(app, moved.headers.get('location') ?? '')).text()
    expect(html).toContain('3 har berättat att de gjort samma sak')
    expect(html).toContain('Örebro gjorde det 2021.')
    expect(html).toMatch(/<th[^>]*>Hudiksvall<\/th><td[^>]*>2024<\/td>.*Linköping 2022/s)
    expect(html).toContain('påhittat')
    expect(await (await get(app, '/exempel/8-angar-i-stallet-for-grasmattor')).text()).toContain(
      'Se karta och år: 3 har gjort det här',
    )
    expect((await get(app, '/exempel/12/spridning')).status).toBe(404)
  })
})

describe('"we did this too"', () => {
  test('ties one’s own example to the one it was learned from, and can be taken back', async () => {
    const response = await didToo(orebro, 1)
    expect(response.headers.get('location')).toBe('/mina-sidor/exempel/1?klart=slakt')
    expect((await listKin(database.db, hudiksvall)).map(({ organisationCode }) => organisationCode)).toEqual([
      '1382',
      '1880',
      '0580',
      '2184',
    ])
    expect((await didToo(orebro, 1)).status).toBe(422)
    await post(app, `/mina-sidor/exempel/1/efter/${orebro}/ta-bort`, {}, member)
    expect(await listKin(database.db, orebro)).toEqual(family)
  })

  test('is refused for others’ examples, for itself and in a circle', async () => {
    expect((await didToo(orebro, linkoping)).status).toBe(422)
    expect((await didToo(1, 1)).status).toBe(422)
    await database.db
      .insertInto('good_example_kin')
      .values({ example_id: orebro, after_id: 1, said_by: null })
      .execute()
    expect((await didToo(hudiksvall, 1)).status).toBe(422)
    await database.db.deleteFrom('good_example_kin').where('after_id', '=', 1).execute()
  })

  test('begins a new example that is tied from the start', async () => {
    const html = await (await get(app, `/exempel/${orebro}/vi-ocksa`, member)).text()
    expect(html).toContain(`/mina-sidor/exempel/ny/1382?efter=${orebro}`)
  })
})
