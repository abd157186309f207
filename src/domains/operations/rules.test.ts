import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conditionOfBackups,
  conditionOfDisk,
  conditionOfJobs,
  conditionOfMail,
  conditionOfProcesses,
  daysUntilFull,
  growthPerDay,
  worstOf,
} from './rules/condition.ts'

const now = new Date('2026-11-23T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3600_000)

describe('the condition of a part', () => {
  test('jobs: a failure is worth a look, a line that stands still must be seen to', () => {
    expect(conditionOfJobs([{ waiting: 3, oldestSeconds: 20, failed: 0 }])).toBe('well')
    expect(conditionOfJobs([{ waiting: 0, oldestSeconds: 0, failed: 1 }])).toBe('look')
    expect(conditionOfJobs([{ waiting: 1, oldestSeconds: 3600, failed: 0 }])).toBe('act')
  })

  test('mail: what did not arrive must be seen to, what is delayed is worth a look until an hour has gone', () => {
    expect(conditionOfMail({ failed: 0, delayed: 0, oldestAt: hoursAgo(0.5) }, now)).toBe('well')
    expect(conditionOfMail({ failed: 0, delayed: 2, oldestAt: hoursAgo(0.5) }, now)).toBe('look')
    expect(conditionOfMail({ failed: 0, delayed: 2, oldestAt: hoursAgo(2) }, now)).toBe('act')
    expect(conditionOfMail({ failed: 1, delayed: 0, oldestAt: null }, now)).toBe('act')
  })

  test('backups: old ones must be seen to, a later failure is worth a look', () => {
    expect(conditionOfBackups({ lastDone: { at: hoursAgo(20) }, lastFailedAt: null }, now)).toBe('well')
    expect(conditionOfBackups({ lastDone: { at: hoursAgo(20) }, lastFailedAt: hoursAgo(1) }, now)).toBe(
      'look',
    )
    expect(conditionOfBackups({ lastDone: { at: hoursAgo(49) }, lastFailedAt: null }, now)).toBe('act')
    expect(conditionOfBackups({ lastDone: null, lastFailedAt: null }, now)).toBe('look')
  })

  test('processes: somebody must do the work', () => {
    expect(conditionOfProcesses([{ alive: true, works: true }])).toBe('well')
    expect(conditionOfProcesses([{ alive: true, works: false }])).toBe('act')
    expect(
      conditionOfProcesses([
        { alive: true, works: true },
        { alive: false, works: false },
      ]),
    ).toBe('look')
  })

  test('a fuller disk is never in a better condition', () => {
    const order = ['well', 'look', 'act']
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const rank = (freeBytes: number) =>
          order.indexOf(conditionOfDisk({ freeBytes, totalBytes: 1000 }, null))
        expect(rank(less)).toBeGreaterThanOrEqual(rank(more))
      }),
    )
  })

  test('the whole is as well as its worst part', () => {
    expect(worstOf(['well', 'look', 'well'])).toBe('look')
    expect(worstOf(['look', 'act'])).toBe('act')
    expect(worstOf([])).toBe('well')
  })
})

describe('the growth of the database', () => {
  test('is told once two days are measured', () => {
    expect(growthPerDay([{ day: '2026-11-01', databaseBytes: 100 }])).toBeNull()
    expect(
      growthPerDay([
        { day: '2026-11-01', databaseBytes: 100 },
        { day: '2026-11-11', databaseBytes: 600 },
      ]),
    ).toBe(50)
  })

  test('says when the disk is full, unless the database shrinks', () => {
    expect(daysUntilFull(1000, 50)).toBe(20)
    expect(daysUntilFull(1000, -5)).toBeNull()
    expect(daysUntilFull(1000, null)).toBeNull()
  })
})
