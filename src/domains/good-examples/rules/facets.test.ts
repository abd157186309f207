import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chosen, countFacets, type FacetValues, facets, fits } from './facets.ts'

const values: fc.Arbitrary<FacetValues> = fc.record({
  subject: fc.subarray(['avfall', 'mat', 'skog']),
  figure: fc.subarray(['7', '9']),
  criterion: fc.subarray(['1', '2']),
  sdg: fc.subarray(['11', '12']),
  size: fc.subarray(['liten', 'stor'], { maxLength: 1 }),
  group: fc.subarray(['A1', 'C8'], { maxLength: 1 }),
  county: fc.subarray(['10', '13'], { minLength: 1, maxLength: 1 }),
  organisation: fc.subarray(['1080', '1382'], { minLength: 1, maxLength: 1 }),
})
const examples = fc.array(values, { maxLength: 12 })

describe('the number beside a value', () => {
  test('is how many examples show when that value alone is chosen in its facet', () => {
    fc.assert(
      fc.property(examples, values, (all, chosen: Chosen) => {
        const counts = countFacets(all, chosen)
        for (const facet of facets) {
          for (const [value, count] of counts[facet]) {
            expect(count).toBe(all.filter((one) => fits(one, { ...chosen, [facet]: [value] })).length)
          }
        }
      }),
    )
  })

  test('is there for whatever is chosen, so that it can be taken away', () => {
    fc.assert(
      fc.property(examples, values, (all, chosen: Chosen) => {
        const counts = countFacets(all, chosen)
        for (const facet of facets) {
          expect([...counts[facet].keys()]).toEqual(expect.arrayContaining(chosen[facet]))
        }
      }),
    )
  })
})
