import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { publishReadings } from './publish-queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  for (const [code, value, at] of [
    ['1382', 61.5, '2026-11-20T10:00:00Z'],
    ['1382', 60, '2026-11-22T10:00:00Z'],
    ['1283', 80, '2026-11-22T10:00:00Z'],
  ] as const) {
    const reading = {
      figureId: '2',
      code,
      year: 2023,
      value,
      missing: null,
      comment: '',
      reason: '',
      reportedBy: '',
    }
    await database.db.transaction().execute((trx) =>
      publishReadings(trx, [{ ...reading, comment: code === '1382' ? 'Räknat på nytt.' : '' }], {
        now: new Date(at),
        madeUp: true,
      }),
    )
  }
  await withdraw(2022, '2026-11-22T12:00:00Z')
})
afterAll(() => database.drop())

/** As an import does when its source no longer has the value. */
async function withdraw(year: number, at: string) {
  await sql`update key_figure_value set known_until = ${at}
    where key_figure_id = '2' and organisation_code = '1382' and year = ${year} and known_until is null`.execute(
    database.db,
  )
}

const read = async (path: string) =>
  (await (await app.request(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const cited = 'per=2026-11-21T10:00:00.000Z'

describe('a page as it was cited', () => {
  test('says what has been corrected since: what it was, what it is, why; and shows the old value', async () => {
    const text = await read(`/nyckeltal/2?kommun=1382&vy=tabell&${cited}`)
    expect(text).toContain('2 värden som visas här är rättade sedan dess')
    expect(text).toContain('Falkenberg 2023: 62 resor/inv blev 60 resor/inv ( 22 november 2026 )')
    expect(text).toContain('Medlemmen har rapporterat på nytt. Falkenberg kommenterar: ”Räknat på nytt.”')
    expect(text).toMatch(/Falkenberg 2022: \d+ resor\/inv blev inget värde längre/)
    expect(text).toContain('Källan har dragit tillbaka värdet.')
    expect(text).toContain('Dessutom är 1 värde i jämförelsegruppen rättat.')
  })

  test('says nothing of others, of other years, of what was known already, or of today', async () => {
    const notice = /rättade? sedan dess/
    expect(await read(`/nyckeltal/2?kommun=1382&ar=2021&vy=rangordning&${cited}`)).not.toMatch(notice)
    expect(await read(`/nyckeltal/4?kommun=1382&${cited}`)).not.toMatch(notice)
    expect(await read('/nyckeltal/2?kommun=1382&per=2026-11-23T10:00:00Z')).not.toMatch(notice)
    expect(await read('/nyckeltal/2?kommun=1382')).not.toMatch(notice)
  })

  test('does so for a profile and a comparison, with the figure named', async () => {
    for (const page of ['/kommuner/1382?', '/jamfor?kommun=1382&nyckeltal=2&']) {
      const text = await read(page + cited)
      expect(text, page).toContain(
        '2 Resor med kollektivtrafik. Falkenberg 2023: 62 resor/inv blev 60 resor/inv',
      )
      expect(text, page).not.toContain('Helsingborg 2023')
    }
  })

  test('in a frame stands as it was, with a small note; without the citation it follows', async () => {
    const frame = await read(`/embed/nyckeltal/2?kommun=1382&vy=tabell&${cited}`)
    expect(frame).toContain('Rättat sedan dess (22 november 2026). Se vad som är rättat')
    expect(await read('/embed/nyckeltal/2?kommun=1382')).not.toContain('Rättat sedan dess')
    const file = await (await app.request(`/nyckeltal/2.csv?kommun=1382&${cited}`)).text()
    expect(file).toMatch(/1382,Falkenberg,2023,61\.5,/)
    expect(await (await app.request('/nyckeltal/2.csv?kommun=1382')).text()).toMatch(
      /1382,Falkenberg,2023,60,/,
    )
  })
})

describe('the page of a day', () => {
  test('stays, and tells of everything corrected that day, with the page as it was', async () => {
    const text = await read('/nyckeltal/revideringar/2026-11-22')
    expect(text).toContain('Värden rättade 22 november 2026')
    expect(text).toMatch(/Falkenberg 2023 62 resor\/inv 60 resor\/inv/)
    expect(text).toMatch(/Helsingborg 2023 \d+ resor\/inv 80 resor\/inv/)
    expect(text).toMatch(/Falkenberg 2022 \d+ resor\/inv inget värde längre/)
    expect(text).not.toContain('61,5')
    const html = await (await app.request('/nyckeltal/revideringar/2026-11-22')).text()
    const was = /href="(\/nyckeltal\/2\?kommun=1283&amp;per=[^"]+)"/.exec(html)?.[1]?.replace('&amp;', '&')
    expect(was).toContain('per=2026-11-22T09:59:59.999Z')
    expect(await read(was ?? '')).toContain('rättat sedan dess')
  })

  test('of a day without corrections says so', async () => {
    for (const day of ['2026-11-21', '2026-02-31']) {
      expect((await app.request(`/nyckeltal/revideringar/${day}`)).status, day).toBe(404)
    }
  })

  test('is led to from the list and the feed, where a withdrawn value stands too', async () => {
    const html = await (await app.request('/nyckeltal/revideringar?nyckeltal=2')).text()
    expect(html).toContain('href="/nyckeltal/revideringar/2026-11-22"')
    const feed = await (await app.request('/nyckeltal/revideringar.atom?nyckeltal=2&kommun=1382')).text()
    expect(feed).toContain('/nyckeltal/revideringar/2026-11-22#2-1382-2023')
    expect(feed).toContain('inget värde längre. Källan har dragit tillbaka värdet.')
    expect(feed).toMatch(/:withdrawal-\d+</)
  })
})

test('a citation made after a withdrawal does not point at what was withdrawn', async () => {
  await withdraw(2020, '2026-11-23T11:00:00Z')
  const html = await (await testApp(database.db).request('/nyckeltal/2?kommun=1382')).text()
  expect(html).toContain('per=2026-11-23T11:00:00.000Z')
})
