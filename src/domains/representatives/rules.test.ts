import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#platform/days.ts'
import { isReminderDue, latestElection, losesLastContact } from './rules.ts'

const renewal = { startedOn: '2026-11-16', dueOn: '2026-12-18' }

describe('reminders', () => {
  test('are due seven days before, on the day and seven days after', () => {
    const due = (today: string, remindedOn: string | null) => isReminderDue(renewal, remindedOn, today)
    expect([due('2026-12-10', null), due('2026-12-11', null), due('2026-12-12', '2026-12-11')]).toEqual([
      false,
      true,
      false,
    ])
    expect([
      due('2026-12-18', '2026-12-11'),
      due('2026-12-24', '2026-12-18'),
      due('2026-12-25', '2026-12-18'),
      due('2027-01-30', '2026-12-25'),
    ]).toEqual([true, false, true, false])
  })

  test('by hand before a reminder day do not take its place', () => {
    expect(isReminderDue(renewal, '2026-12-09', '2026-12-11')).toBe(true)
  })

  test('of a renewal that started after a reminder day wait for the next one', () => {
    const late = { startedOn: '2026-12-14', dueOn: '2026-12-18' }
    expect([isReminderDue(late, null, '2026-12-15'), isReminderDue(late, null, '2026-12-18')]).toEqual([
      false,
      true,
    ])
  })

  test('are never more than three, however often the job runs and whatever days it misses', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 60 }), { maxLength: 80 }), (days) => {
        let reminded: string | null = null
        let sent = 0
        for (const offset of days.toSorted((a, b) => a - b)) {
          const today = addDays(renewal.dueOn, offset)
          if (!isReminderDue(renewal, reminded, today)) continue
          sent += 1
          reminded = today
        }
        return sent <= 3
      }),
    )
  })
})

describe('the last contact', () => {
  const politician = { role: 'contact-politician' as const, appointmentId: 1 }
  const official = { role: 'contact-official' as const, appointmentId: 2 }
  const reporter = { role: 'reporter' as const, appointmentId: 3 }

  test('is lost when it ends and nobody follows', () => {
    expect(losesLastContact([politician, reporter], [1])).toBe(true)
    expect(losesLastContact([politician, official], [1, 2])).toBe(true)
  })

  test('is not lost when another one stays, a successor comes, or there was none', () => {
    expect(losesLastContact([politician, official], [1])).toBe(false)
    expect(losesLastContact([politician], [1], ['contact-official'])).toBe(false)
    expect(losesLastContact([reporter], [3])).toBe(false)
    expect(losesLastContact([politician, reporter], [3])).toBe(false)
  })
})

test('a renewal follows the latest general election', () => {
  expect(['2026-11-23', '2026-09-01', '2029-01-01', '2030-09-20'].map(latestElection)).toEqual([
    2026, 2022, 2026, 2030,
  ])
})
