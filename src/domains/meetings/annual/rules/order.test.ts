import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inWantedOrder } from './order.ts'

const list = (wanted: number[]) => wanted.map((place, i) => ({ id: 100 + i, ordinal: i + 1, wanted: place }))

describe('typed places', () => {
  test('leave a list alone where nothing was typed anew', () => {
    expect(inWantedOrder(list([1, 2, 3]))).toEqual([100, 101, 102])
  })

  test('move one up before, and one down after, the one whose place it takes', () => {
    expect(inWantedOrder(list([1, 2, 3, 2]))).toEqual([100, 103, 101, 102])
    expect(inWantedOrder(list([3, 2, 3, 4]))).toEqual([101, 102, 100, 103])
  })

  test('put a single moved one at the very place that was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.nat(), (count, from, to) => {
        const places = Array.from({ length: count }, (_, i) => i + 1)
        const [moved, place] = [from % count, (to % count) + 1]
        places[moved] = place
        const order = inWantedOrder(list(places))
        expect(order.indexOf(100 + moved)).toBe(place - 1)
        expect(order.filter((id) => id !== 100 + moved)).toEqual(
          order.filter((id) => id !== 100 + moved).toSorted((a, b) => a - b),
        )
      }),
    )
  })
})
