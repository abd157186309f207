import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueUntil, hasLeft, leavesAt } from './rules/due.ts'
import { distinctCorrections, groupCorrections } from './rules/group.ts'
import { fittingExtent, scopesOf } from './rules/scopes.ts'

const correction = fc.record({
  figureId: fc.constantFrom('1a', '1b', '2', '7'),
  code: fc.constantFrom('1382', '1283', '1080'),
  year: fc.integer({ min: 2020, max: 2024 }),
  before: fc.record({ value: fc.option(fc.integer({ min: 0, max: 3 })) }),
})

describe('the corrections of a mail', () => {
  test('are all counted, listed whole figures at a time, and never more than fit', () => {
    fc.assert(
      fc.property(fc.array(correction), fc.integer({ min: 0, max: 40 }), (corrections, most) => {
        const groups = groupCorrections(corrections, most)
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(corrections.length)
        expect(groups.reduce((sum, { listed }) => sum + listed.length, 0)).toBeLessThanOrEqual(most)
        expect(new Set(groups.map(({ figureId }) => figureId)).size).toBe(groups.length)
        for (const { figureId, count, listed } of groups) {
          expect([0, count]).toContain(listed.length)
          expect(listed.every((one) => one.figureId === figureId)).toBe(true)
        }
        if (corrections.length <= most)
          expect(groups.every(({ count, listed }) => count === listed.length)).toBe(true)
      }),
    )
  })

  test('list a small figure although a large one fills a mail', () => {
    const many = Array.from({ length: 500 }, (_, year) => ({ figureId: '1b', year }))
    expect(groupCorrections([...many, { figureId: '2', year: 1 }], 30)).toEqual([
      { figureId: '1b', count: 500, listed: [] },
      { figureId: '2', count: 1, listed: [{ figureId: '2', year: 1 }] },
    ])
  })

  test('stand there once, although several things that are followed meet them', () => {
    fc.assert(
      fc.property(fc.array(correction), (corrections) => {
        const once = distinctCorrections(corrections)
        expect(distinctCorrections([...corrections, ...corrections])).toEqual(once)
        for (const one of corrections) {
          expect(once.filter((other) => JSON.stringify(other) === JSON.stringify(one))).toHaveLength(1)
        }
      }),
    )
  })
})

describe('the time when notices leave', () => {
  const moment = fc.date({ min: new Date('2024-01-01Z'), max: new Date('2028-01-01Z'), noInvalidDate: true })
  const departure = fc.record({
    afterDays: fc.integer({ min: 1, max: 14 }),
    atHour: fc.integer({ min: 0, max: 23 }),
  })

  test('is the morning after, in Stockholm, summer and winter', () => {
    const morning = { afterDays: 1, atHour: 7 }
    expect(leavesAt('2026-11-24', morning).toISOString()).toBe('2026-11-25T06:00:00.000Z')
    expect(leavesAt('2026-06-24', morning).toISOString()).toBe('2026-06-25T05:00:00.000Z')
    expect(dueUntil(new Date('2026-11-25T05:59:00Z'), morning).toISOString()).toBe('2026-11-23T23:00:00.000Z')
    expect(dueUntil(new Date('2026-11-25T06:00:00Z'), morning).toISOString()).toBe('2026-11-24T23:00:00.000Z')
  })

  test('is told on the pages as the clock keeps it', () => {
    fc.assert(
      fc.property(moment, departure, (now, setting) => {
        const until = dueUntil(now, setting)
        const lastDay = Temporal.Instant.fromEpochMilliseconds(until.getTime() - 1)
          .toZonedDateTimeISO('Europe/Stockholm')
          .toPlainDate()
        const left = (day: Temporal.PlainDate) =>
          hasLeft(day.toString(), { ...setting, releasedUntil: null }, now)
        expect(left(lastDay)).toBe(true)
        expect(left(lastDay.add({ days: 1 }))).toBe(false)
        expect(
          hasLeft(
            lastDay.add({ days: 1 }).toString(),
            { ...setting, releasedUntil: new Date('2030-01-01') },
            now,
          ),
        ).toBe(true)
      }),
    )
  })
})

describe('what is followed', () => {
  const subject = fc.record({
    figures: fc.option(fc.uniqueArray(fc.constantFrom('1a', '2'), { minLength: 1 })),
    codes: fc.uniqueArray(fc.constantFrom('1382', '1283')),
    year: fc.option(fc.integer({ min: 2020, max: 2024 })),
  })
  const extent = fc.constantFrom('chosen', 'chosen-year', 'all', 'all-year')

  test('is never everything of everyone, and never another organisation than the page shows', () => {
    fc.assert(
      fc.property(subject, extent, (page, asked) => {
        fc.pre(page.figures !== null || page.codes.length > 0)
        const fitting = fittingExtent(page, asked)
        const scopes = scopesOf(page, fitting)
        expect(scopes.length).toBeGreaterThan(0)
        for (const { figureId, code, year } of scopes) {
          expect(figureId === null && code === null).toBe(false)
          if (code !== null) expect(page.codes).toContain(code)
          if (year !== null) expect([year, asked.endsWith('-year')]).toEqual([page.year, true])
        }
        if (asked.startsWith('chosen') && page.codes.length > 0)
          expect(scopes.every(({ code }) => code !== null)).toBe(true)
      }),
    )
  })
})
