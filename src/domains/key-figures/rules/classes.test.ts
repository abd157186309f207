import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelsOf } from './classes.ts'

const direction = fc.constantFrom('up' as const, 'down' as const)
const numbers = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 })

describe('the levels of a map', () => {
  test('follow the status classes of the catalogue, a limit belonging to the level above it', () => {
    const { limits, levelOf } = levelsOf([], 'up', [150, 100, 50, 25], 0)
    expect(limits).toEqual([150, 100, 50, 25])
    expect([200, 150, 149, 100, 25, 24].map(levelOf)).toEqual([0, 0, 1, 1, 3, 4])
  })

  test('have low values best when down is the right way', () => {
    const { levelOf } = levelsOf([], 'down', [1, 2, 3], 0)
    expect([0.5, 1, 2.9, 3].map(levelOf)).toEqual([0, 1, 2, 3])
  })

  test('are fifths without status classes, with limits as the figure is written', () => {
    const values = Array.from({ length: 10 }, (_, index) => index + 1.04)
    expect(levelsOf(values, 'down', null, 1).limits).toEqual([2.8, 4.6, 6.4, 8.2])
    expect(levelsOf(values, 'up', null, 1).limits).toEqual([8.2, 6.4, 4.6, 2.8])
    expect(levelsOf(values, 'up', null, 0).limits).toEqual([8, 6, 5, 3])
  })

  test('are one when all values are equal or there are none', () => {
    expect(levelsOf([3, 3, 3], 'up', null, 1)).toMatchObject({ limits: [] })
    expect(levelsOf([3, 3, 3], 'up', null, 1).levelOf(3)).toBe(0)
    expect(levelsOf([], 'up', null, 1).limits).toEqual([])
  })

  test('a better value never has a worse level, and both the best and the worst level are used', () => {
    fc.assert(
      fc.property(numbers, direction, fc.integer({ min: 0, max: 3 }), (values, way, decimals) => {
        const { limits, levelOf } = levelsOf(values, way, null, decimals)
        const bestFirst = values.toSorted((a, b) => (way === 'up' ? b - a : a - b)).map(levelOf)
        expect(bestFirst).toEqual(bestFirst.toSorted((a, b) => a - b))
        expect([bestFirst[0], bestFirst.at(-1)]).toEqual([0, limits.length])
      }),
    )
  })
})
