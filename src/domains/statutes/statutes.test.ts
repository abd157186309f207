import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#platform/days.ts'
import { Faults } from '#platform/reference/fault.ts'
import { readSourceFile } from '#platform/reference/read-file.ts'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { breachesOfNotice, noticeBy } from './index.ts'
import { statutesOn } from './queries.ts'
import { readStatutes } from './reference.ts'
import { fewestOf, reaches, readShare, writeShare } from './rules/share.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const share = fc
  .record({
    moreThan: fc.boolean(),
    part: fc.integer({ min: 1, max: 50 }),
    whole: fc.integer({ min: 1, max: 50 }),
  })
  .filter(({ part, whole }) => part <= whole)

describe('a share of votes', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(share, (one) => {
        expect(readShare(writeShare(one))).toEqual(one)
      }),
    )
    for (const wrong of ['half', 'more than 3/2', 'at least 0/2', 'at least 2/0', '2/3', '']) {
      expect(readShare(wrong)).toBeUndefined()
    }
  })

  test('is reached by the fewest that reach it, and by no fewer', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 1000 }), (one, total) => {
        const fewest = fewestOf(one, total)
        expect(reaches(one, fewest, total)).toBe(true)
        expect(reaches(one, fewest - 1, total)).toBe(false)
      }),
    )
  })

  test('of two thirds is exact where floating point is not', () => {
    expect(reaches({ moreThan: false, part: 2, whole: 3 }, 66, 99)).toBe(true)
    expect(reaches({ moreThan: false, part: 2, whole: 3 }, 66, 100)).toBe(false)
    expect(reaches({ moreThan: true, part: 1, whole: 2 }, 50, 100)).toBe(false)
  })
})

describe('a notice', () => {
  test('that is a day late breaks the paragraph that says so, and one in time breaks none', async () => {
    const { rules } = await statutesOn(database.db, '2026-04-28')
    const heldOn = '2026-04-28'
    for (const [kind, days, paragraph] of [
      ['board', 7, 11],
      ['annual', 28, 6],
      ['extra', 14, 10],
    ] as const) {
      const latest = addDays(heldOn, -days)
      expect(noticeBy(rules, kind, heldOn)).toMatchObject({ latest, paragraph })
      expect(breachesOfNotice(rules, { kind, heldOn, sentOn: latest })).toEqual([])
      expect(breachesOfNotice(rules, { kind, heldOn, sentOn: addDays(latest, 1) })).toMatchObject([
        { paragraph },
      ])
    }
  })

  test('of an annual meeting in June breaks the paragraph on when it is held', async () => {
    const { rules } = await statutesOn(database.db, '2026-04-28')
    expect(
      breachesOfNotice(rules, { kind: 'annual', heldOn: '2026-06-01', sentOn: '2026-03-01' }),
    ).toMatchObject([{ rule: 'annual_meeting_by', paragraph: 6, latest: '2026-05-31' }])
  })
})

describe('the statutes', () => {
  test('are a page with a place for every paragraph, and say that they are assumed', async () => {
    const app = testApp(database.db)
    const html = await (await app.request('/stadgar')).text()
    expect(html).toContain('id="paragraf-15"')
    expect(html).toContain('senast 28 dagar före')
    expect(html).toContain('mer än hälften')
    expect(html).toContain('verkliga stadgar är inte kända')
    expect(await (await app.request('/en/stadgar')).text()).toContain('at the latest 28 days before')
    expect((await app.request('/stadgar/1900')).status).toBe(404)
  })

  test('can be read in Finnish, and lead from there to English where that ends', async () => {
    const app = testApp(database.db)
    const html = await (await app.request('/fi/stadgar')).text()
    expect(html).toContain('<html lang="fi"')
    expect(html).toContain('viimeistään 28 päivää ennen')
    expect(html).toContain('hreflang="fi"')
    const away = await app.request('/fi/mina-sidor?a=1')
    expect([away.status, away.headers.get('location')]).toEqual([302, '/en/mina-sidor?a=1'])
    expect(await (await app.request('/mina-sidor')).text()).not.toContain('href="/fi/mina-sidor"')
  })

  test('name a rule whose paragraph is not there, and a number that is missing, by their lines', async () => {
    const file = await readSourceFile('reference', 'statutes.yaml')
    const faultsIn = (text: string) => {
      const faults = new Faults()
      readStatutes(() => ({ ...file, text }), faults)
      return faults.all.map(({ reason }) => reason).join('\n')
    }
    expect(faultsIn(file.text)).toBe('')
    expect(faultsIn(file.text.replace('value: 28, paragraph: 6', 'value: 28, paragraph: 60'))).toContain(
      'there is no § 60',
    )
    expect(faultsIn(file.text.replace('more than 1/2, paragraph: 9', 'half, paragraph: 9'))).toContain(
      'should be like',
    )
    expect(faultsIn(file.text.replace(/ {4}auditors.*\n/, ''))).toContain('rules.auditors')
  })
})
