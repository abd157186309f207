import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../platform/days.ts'
import {
  admit,
  cancelsFreely,
  closedBecause,
  freeIn,
  hasRoomFor,
  mayInvoice,
  type Quota,
  reminderDue,
  risers,
} from './registration.ts'

const at = (day: string, time = '12:00') => instantOf(day, time) ?? new Date(Number.NaN)

/** An event as the rules say it goes: who has a place, who waits, in the order in which they came. */
class Model {
  places: number
  placed: number[] = []
  waiting: number[] = []
  private next = 1
  constructor(places: number) {
    this.places = places
  }
  get quota(): Quota {
    return { places: this.places, taken: this.placed.length, waiting: this.waiting.length }
  }
  arrive(): void {
    const one = this.next++
    if (admit(this.quota, true) === 'placed') this.placed.push(one)
    else this.waiting.push(one)
  }
  cancel(index: number): void {
    const everyone = [...this.placed, ...this.waiting]
    const gone = everyone[index % Math.max(1, everyone.length)]
    this.placed = this.placed.filter((one) => one !== gone)
    this.waiting = this.waiting.filter((one) => one !== gone)
    this.fill()
  }
  add(places: number): void {
    this.places += places
    this.fill()
  }
  private fill(): void {
    this.placed.push(...this.waiting.splice(0, risers(this.quota)))
  }
}

const step = fc.oneof(
  fc.constant({ does: 'arrive' as const }),
  fc.record({ does: fc.constant('cancel' as const), index: fc.nat(40) }),
  fc.record({ does: fc.constant('add' as const), places: fc.nat(3) }),
)

describe('places', () => {
  test('are never given twice, never stand empty while somebody waits, and go in the order of arrival', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.array(step, { maxLength: 60 }), (places, steps) => {
        const event = new Model(places)
        for (const one of steps) {
          const before = event.waiting
          if (one.does === 'arrive') event.arrive()
          else if (one.does === 'cancel') event.cancel(one.index)
          else event.add(one.places)
          expect(event.placed.length).toBeLessThanOrEqual(event.places)
          if (event.waiting.length > 0) expect(freeIn(event.quota)).toBe(0)
          expect(event.waiting).toEqual([...event.waiting].sort((a, b) => a - b))
          const risen = before.filter((who) => event.placed.includes(who))
          const staying = before.filter((who) => event.waiting.includes(who))
          for (const who of risen) expect(staying.every((other) => who < other)).toBe(true)
        }
      }),
    )
  })

  test('without a limit never run out', () => {
    expect(admit({ places: null, taken: 100_000, waiting: 0 }, false)).toBe('placed')
  })

  test('go to those in line before somebody who comes now', () => {
    expect(admit({ places: 10, taken: 9, waiting: 1 }, true)).toBe('waiting')
    expect(admit({ places: 10, taken: 10, waiting: 0 }, false)).toBe('full')
  })

  test('that are taken cannot be taken away', () => {
    const quotas = {
      'on-site': { places: 10, taken: 8, waiting: 0 },
      online: { places: null, taken: 2, waiting: 0 },
    }
    const wanted = { registration: 'here', form: 'both', places: 8, onlinePlaces: 2 } as const
    expect(hasRoomFor(quotas, wanted)).toBeNull()
    expect(hasRoomFor(quotas, { ...wanted, places: 7 })).toBe('too-few-places')
    expect(hasRoomFor(quotas, { ...wanted, onlinePlaces: 1 })).toBe('too-few-online')
    expect(hasRoomFor(quotas, { ...wanted, form: 'online' })).toBe('has-participants')
    expect(hasRoomFor(quotas, { ...wanted, registration: 'elsewhere' })).toBe('has-participants')
  })
})

describe('registration', () => {
  const event = {
    registration: 'here',
    publishedAt: at('2026-09-01'),
    cancelledAt: null,
    startsAt: at('2027-01-21', '09:30'),
    registerBy: '2027-01-11',
  } as const

  test('is open through its last day in Stockholm, and not after', () => {
    expect(closedBecause(event, at('2027-01-11', '23:59'))).toBeNull()
    expect(closedBecause(event, at('2027-01-12', '00:00'))).toBe('too-late')
    expect(closedBecause({ ...event, registerBy: null }, at('2027-01-21', '09:29'))).toBeNull()
    expect(closedBecause({ ...event, registerBy: null }, at('2027-01-21', '09:30'))).toBe('begun')
    expect(closedBecause({ ...event, cancelledAt: at('2026-12-01') }, at('2026-12-02'))).toBe('cancelled')
    expect(closedBecause({ ...event, publishedAt: null }, at('2026-12-02'))).toBe('not-here')
    expect(closedBecause({ ...event, registration: 'elsewhere' }, at('2026-12-02'))).toBe('not-here')
  })

  test('is cancelled for nothing until a day, and by those who got their place after it', () => {
    const cancelBy = '2027-01-07'
    expect(cancelsFreely({ cancelBy, movedUpOn: null }, '2027-01-07')).toBe(true)
    expect(cancelsFreely({ cancelBy, movedUpOn: null }, '2027-01-08')).toBe(false)
    expect(cancelsFreely({ cancelBy, movedUpOn: '2027-01-07' }, '2027-01-08')).toBe(false)
    expect(cancelsFreely({ cancelBy, movedUpOn: '2027-01-08' }, '2027-01-20')).toBe(true)
    expect(cancelsFreely({ cancelBy: null, movedUpOn: null }, '2027-01-20')).toBe(true)
  })

  test('is invoiced when it is settled who pays', () => {
    const paid = { cancelBy: '2027-01-07', cancelledAt: null, endsAt: at('2027-01-21', '16:00') }
    expect(mayInvoice(paid, at('2027-01-07'))).toBe(false)
    expect(mayInvoice(paid, at('2027-01-08'))).toBe(true)
    expect(mayInvoice({ ...paid, cancelBy: null }, at('2027-01-21', '15:59'))).toBe(false)
    expect(mayInvoice({ ...paid, cancelBy: null }, at('2027-01-21', '16:00'))).toBe(true)
    expect(mayInvoice({ ...paid, cancelledAt: at('2027-01-02') }, at('2027-01-22'))).toBe(false)
  })
})

describe('reminders', () => {
  const early = {
    startsAt: at('2027-01-21', '09:30'),
    registeredAt: at('2026-11-01'),
    week: false,
    day: false,
  }

  test('come a week and a day before, each once', () => {
    expect(reminderDue(early, at('2027-01-13'))).toBeNull()
    expect(reminderDue(early, at('2027-01-14', '08:00'))).toBe('week')
    expect(reminderDue({ ...early, week: true }, at('2027-01-15'))).toBeNull()
    expect(reminderDue({ ...early, week: true }, at('2027-01-20', '08:00'))).toBe('day')
    expect(reminderDue({ ...early, day: true }, at('2027-01-20'))).toBeNull()
    expect(reminderDue(early, at('2027-01-21', '10:00'))).toBeNull()
  })

  test('leave those alone who have just registered', () => {
    expect(reminderDue({ ...early, registeredAt: at('2027-01-14') }, at('2027-01-15'))).toBeNull()
    expect(reminderDue({ ...early, registeredAt: at('2027-01-14') }, at('2027-01-20'))).toBe('day')
    expect(reminderDue({ ...early, registeredAt: at('2027-01-20') }, at('2027-01-20'))).toBeNull()
  })
})
