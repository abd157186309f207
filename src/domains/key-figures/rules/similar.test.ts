import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, similarTo } from './similar.ts'

const groups = ['A1', 'A2', 'B3', 'B4', 'B5', 'C6', 'C7', 'C8', 'C9', null]
const candidates = fc
  .array(
    fc.record({
      population: fc.integer({ min: 1, max: 1_000_000 }),
      landAreaKm2: fc.integer({ min: 1, max: 20_000 }),
      groupCode: fc.constantFrom(...groups),
    }),
    { minLength: 2, maxLength: 20 },
  )
  .map((all) => all.map((one, index): Candidate => ({ code: `${1000 + index}`, ...one })))

describe('similar organisations', () => {
  test('the nearest in population, density and group come first', () => {
    const all = [
      candidate('1000', 46_000, 1_100, 'C6'),
      candidate('1001', 45_000, 1_150, 'C6'),
      candidate('1002', 45_000, 1_150, 'C7'),
      candidate('1003', 45_000, 1_150, 'A2'),
      candidate('1004', 900_000, 190, 'A1'),
    ]
    expect(similarTo('1000', all).map(({ code }) => code)).toEqual(['1001', '1002', '1003', '1004'])
    expect(similarTo('1000', all).map(({ differences }) => differences.group)).toEqual([0, 0.5, 1, 1])
  })

  test('the distance is put together from the differences that the page shows', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        for (const { distance, differences } of similarTo('1000', all, 99)) {
          const { population, density, group } = differences
          expect(distance).toBeCloseTo(Math.sqrt(population ** 2 + density ** 2 + (group ?? 0) ** 2), 12)
        }
      }),
    )
  })

  test('differences are counted in standard deviations of the logarithms', () => {
    // Populations 10, 100, 1000: logarithms 1, 2, 3 with standard deviation 1. Density is the same for all.
    const all = [candidate('1', 10, 1, null), candidate('2', 100, 10, null), candidate('3', 1000, 100, null)]
    expect(similarTo('1', all).map(({ code, differences }) => [code, differences])).toEqual([
      ['2', { population: 1, density: 0, group: null }],
      ['3', { population: 2, density: 0, group: null }],
    ])
  })

  test('seven are suggested unless another number is asked for, nearest first, never oneself', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const found = similarTo('1000', all)
        expect(found).toHaveLength(Math.min(7, all.length - 1))
        expect(found.map(({ code }) => code)).not.toContain('1000')
        expect(found.map(({ distance }) => distance)).toEqual(
          found.map(({ distance }) => distance).sort((a, b) => a - b),
        )
        expect(similarTo('1000', all, 2)).toEqual(found.slice(0, 2))
      }),
    )
  })

  test('the order of the candidates does not matter', () => {
    const shuffled = candidates.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(similarTo('1000', mixed)).toEqual(similarTo('1000', all))
      }),
    )
  })

  test('who is as far from me as I am from them', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const there = similarTo('1000', all, 99).find(({ code }) => code === '1001')
        const back = similarTo('1001', all, 99).find(({ code }) => code === '1000')
        expect(there?.distance).toBe(back?.distance)
      }),
    )
  })

  test('an unknown code has no neighbours, and those without people or land are passed over', () => {
    expect(similarTo('9999', [candidate('1', 1, 1, null)])).toEqual([])
    const all = [candidate('1', 10, 1, null), candidate('2', 0, 1, null), candidate('3', 10, 0, null)]
    expect(similarTo('1', all)).toEqual([])
  })
})

function candidate(
  code: string,
  population: number,
  landAreaKm2: number,
  groupCode: string | null,
): Candidate {
  return { code, population, landAreaKm2, groupCode }
}
