import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Contender, possibleValues } from './noise.ts'
import { comparePair, notApartFrom, toldApart } from './pairs.ts'

const noise = [3, -2, 1, -3, 2, 0, -1, 0]
const contenders = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 9 })
  .map((values) => contender('x', values))

describe('two are told apart', () => {
  test('when their noise never makes them change places', () => {
    expect(comparePair(noisy('a', 50), noisy('b', 10), 'up')).toEqual({ ahead: 1, behind: 0, word: 'ahead' })
    expect(comparePair(noisy('a', 50), noisy('b', 10), 'down').word).toBe('behind')
    expect(toldApart(noisy('a', 50), noisy('b', 10), 'up')).toBe(true)
  })

  test('not when they lie within each other’s noise, nor when they are equal', () => {
    expect(toldApart(noisy('a', 11), noisy('b', 10), 'up')).toBe(false)
    expect(comparePair(steady('a', 5), steady('b', 5), 'up')).toEqual({
      ahead: 0,
      behind: 0,
      word: 'not-apart',
    })
  })

  test('by the smallest difference when neither has any noise', () => {
    expect(toldApart(steady('a', 5), steady('b', 5.001), 'up')).toBe(true)
  })

  test('nobody knows with fewer than five values', () => {
    expect(toldApart(contender('a', [1, 2, 3, 4]), noisy('b', 10), 'up')).toBeNull()
  })

  test('the same whoever is asked first, and in the same way when the direction turns', () => {
    fc.assert(
      fc.property(contenders, contenders, (a, b) => {
        const there = comparePair(a, b, 'up')
        const back = comparePair(b, a, 'up')
        expect([back.ahead, back.behind]).toEqual([there.behind, there.ahead])
        const other = comparePair(a, b, 'down')
        expect([other.ahead, other.behind]).toEqual([there.behind, there.ahead])
        expect(there.ahead + there.behind).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })

  test('the page can name those that cannot be told apart from mine', () => {
    const others = [noisy('far', 60), noisy('near', 11), noisy('mine', 10), contender('short', [10, 10])]
    expect(notApartFrom(noisy('mine', 10), others, 'up')).toEqual(['near'])
  })
})

describe('the noise', () => {
  test('is the deviations from the own line, scaled up for the two parameters fitted', () => {
    const values = possibleValues(contender('a', [0, 1, 2, 3, 4, 5, 13])) ?? []
    expect(values.map((value) => value - 13)).toEqual([0, 0, 0, 0, 0, 0, 7 * Math.sqrt(7 / 5)])
  })
})

function noisy(code: string, level: number): Contender {
  return contender(
    code,
    noise.map((each) => level + each),
  )
}

function steady(code: string, value: number): Contender {
  return contender(
    code,
    noise.map(() => value),
  )
}

function contender(code: string, values: number[]): Contender {
  return {
    code,
    points: values.map((value, index) => ({ year: 2000 + index, value })),
    value: values.at(-1) ?? 0,
  }
}
