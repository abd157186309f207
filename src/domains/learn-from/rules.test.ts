import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeIn, alikeWithin, placeAmongImproved } from './rules.ts'

describe('two organisations are alike', () => {
  test('in size and density when they differ by at most half a standard deviation, in kind when it is the same', () => {
    expect(alikeIn({ population: 0.5, density: 0.2, group: 0 })).toEqual(['population', 'density', 'group'])
    expect(alikeIn({ population: 0.6, density: 0.5, group: 0.5 })).toEqual(['density'])
    expect(alikeIn({ population: 2, density: 3, group: 1 })).toEqual([])
  })

  test('never in kind where neither has one', () => {
    const differences = fc.record({
      population: fc.double({ min: 0, max: 9 }),
      density: fc.double({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(differences, ({ population, density }) => {
        const traits = alikeIn({ population, density, group: null })
        expect(traits).not.toContain('group')
        expect(traits.includes('population')).toBe(population <= alikeWithin)
      }),
    )
  })
})

describe('others could learn from an organisation', () => {
  const improved = ['1', '2', '3', '4']

  test('when it is one of the three that have improved most', () => {
    expect(improved.map((code) => placeAmongImproved(code, improved, 7))).toEqual([1, 2, 3, null])
  })

  test('but not when it has not improved, or hardly anybody else could be tested', () => {
    expect(placeAmongImproved('9', improved, 7)).toBeNull()
    expect(placeAmongImproved('1', improved, 3)).toBeNull()
    expect(placeAmongImproved('1', ['1'], 4)).toBe(1)
  })
})
