import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentSetOf } from './current-set.ts'

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
const iso = day.map((date) => date.toISOString().slice(0, 10))
const sets = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), currentFrom: fc.option(iso) }), {
  selector: ({ id }) => id,
  maxLength: 8,
})

describe('the set that the members follow', () => {
  test('is the one that began last', () => {
    const known = [
      { id: '2002', currentFrom: '2002-04-26' },
      { id: '2012', currentFrom: '2012-01-01' },
      { id: '2023', currentFrom: null },
      { id: '2027', currentFrom: '2027-07-01' },
    ]
    expect(currentSetOf(known, '2002-04-25')).toBeNull()
    expect(currentSetOf(known, '2026-11-26')).toBe('2012')
    expect(currentSetOf(known, '2027-06-30')).toBe('2012')
    expect(currentSetOf(known, '2027-07-01')).toBe('2027')
  })

  test('has begun, no other began after it, and the order of the list does not matter', () => {
    fc.assert(
      fc.property(sets, iso, (some, today) => {
        const id = currentSetOf(some, today)
        expect(currentSetOf(some.toReversed(), today)).toBe(id)
        const begun = some.flatMap(({ currentFrom }) =>
          currentFrom !== null && currentFrom <= today ? [currentFrom] : [],
        )
        const found = some.find((one) => one.id === id)?.currentFrom ?? null
        expect(found).toBe(begun.toSorted().at(-1) ?? null)
      }),
    )
  })
})
