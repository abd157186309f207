import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { all, readXml, textAt } from '../../../tests/support/xml.ts'
import { publishReadings } from './publish-queries.ts'

let database: TestDatabase
let app: ReturnType<typeof testApp>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  for (const [value, day] of [
    [61.5, '2026-11-20'],
    [60, '2026-11-21'],
  ] as const) {
    await database.db.transaction().execute((trx) =>
      publishReadings(
        trx,
        [
          {
            figureId: '2',
            code: '1382',
            year: 2023,
            value,
            missing: null,
            comment: '',
            reason: 'Bussarna räknades två gånger',
            reportedBy: 'Falkenberg',
          },
        ],
        { now: new Date(`${day}T10:00:00Z`), madeUp: true },
      ),
    )
  }
})
afterAll(() => database.drop())

const read = async (path: string) => (await app.request(path)).text()
const feed = async (query = '') => readXml(await read(`/nyckeltal/revideringar.atom${query}`))

describe('corrected values', () => {
  test('are listed with what they were, what they became and why, newest first', async () => {
    const html = await read('/nyckeltal/revideringar?nyckeltal=2&kommun=1382')
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(text).toMatch(
      /21 november 2026 2 Resor med kollektivtrafik Falkenberg 2023 62 resor\/inv 60 resor\/inv/,
    )
    expect(text).toContain('Bussarna räknades två gånger')
    expect(text.indexOf('21 november 2026')).toBeLessThan(text.indexOf('20 november 2026'))
    expect(await read('/nyckeltal/revideringar?nyckeltal=finns-inte')).toContain('Rättade värden')
  })

  test('are followed as a feed: Atom, with an entry a correction that keeps its name', async () => {
    const response = await app.request('/nyckeltal/revideringar.atom?nyckeltal=2&kommun=1382')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const xml = readXml(await response.text())
    expect(xml.name).toBe('feed')
    const entries = all(xml, 'entry')
    expect(entries.length).toBeGreaterThanOrEqual(2)
    expect(textAt(xml, 'updated')).toBe('2026-11-21T10:00:00.000Z')
    const [newest] = entries
    expect(newest && textAt(newest, 'title')).toBe('2 Resor med kollektivtrafik: Falkenberg 2023')
    expect(newest && textAt(newest, 'id')).toMatch(/^tag:[^,]+,2026:revision-\d+$/)
    expect(new Set(entries.map((entry) => textAt(entry, 'id'))).size).toBe(entries.length)
    for (const { attributes } of all(xml, 'link')) expect(attributes.href).toMatch(/^https?:\/\//)
  })

  test('of everything hold those of the demonstration too, in both languages', async () => {
    expect(all(await feed(), 'entry').length).toBeGreaterThan(2)
    expect(await read('/en/nyckeltal/revideringar.atom')).toContain('<title>Corrected values</title>')
  })
})
