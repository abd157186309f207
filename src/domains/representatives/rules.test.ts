import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, faultsOf, isReminderDue } from './rules.ts'

describe('reminders', () => {
  test('are due seven days before, on the day and seven days after', () => {
    const sent = (today: string, reminders: number) => isReminderDue('2026-12-18', today, reminders)
    expect([sent('2026-12-10', 0), sent('2026-12-11', 0), sent('2026-12-11', 1)]).toEqual([
      false,
      true,
      false,
    ])
    expect([
      sent('2026-12-18', 1),
      sent('2026-12-24', 2),
      sent('2026-12-25', 2),
      sent('2027-01-30', 3),
    ]).toEqual([true, false, true, false])
  })

  test('are never more than three, however often the job runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 60 }), fc.integer({ min: 1, max: 60 }), (from, days) => {
        let sent = 0
        for (let day = from; day <= from + days; day += 1) {
          if (isReminderDue('2026-12-18', addDays('2026-12-18', day), sent)) sent += 1
        }
        return sent <= 3
      }),
    )
  })
})

test('a successor needs a name and a whole address; who stays needs nothing', () => {
  const line = { role: 'reporter' as const, appointmentId: 1, title: '' }
  expect(faultsOf([{ ...line, choice: 'keep', name: '', email: '' }])).toEqual([])
  expect(faultsOf([{ ...line, choice: 'replace', name: '', email: 'x' }])).toEqual([
    { place: 0, field: 'name', error: 'name-missing' },
    { place: 0, field: 'email', error: 'email-wrong' },
  ])
})
