import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapsOf } from '../rules.ts'
import { type Stepped, stateOfStep, stepAfter, stepOfGap, steps } from './steps.ts'

const some = fc.constantFrom('', 'Berättat.')
const told = fc.record({
  title: some,
  summary: some,
  problem: some,
  action: some,
  cost: some,
  duration: some,
  result: some,
  differently: some,
})
const example: fc.Arbitrary<Stepped> = fc.record({
  year: fc.constantFrom(null, 2020),
  subjects: fc.constantFrom([], ['avfall']),
  criteria: fc.constantFrom([], [1]),
  sdgs: fc.constantFrom([], [7]),
  contactId: fc.constantFrom(null, 1),
  links: fc.constantFrom([], [{}]),
  pictures: fc.constantFrom([], [{}]),
  documents: fc.constantFrom([], [{}]),
  texts: told.map((sv) => ({ sv })),
})

describe('the steps of the guided form', () => {
  test('are done or optional, all of them, exactly when the example may be published', () => {
    fc.assert(
      fc.property(example, (one) => {
        const open = steps.filter((step) => ['empty', 'begun'].includes(stateOfStep(step, one)))
        const missing = new Set(gapsOf(one.year, one.texts).map(({ gap }) => stepOfGap[gap]))
        expect(new Set(open)).toEqual(missing)
      }),
    )
  })

  test('follow each other to the last', () => {
    const walked = [...steps.slice(0, 1)]
    for (let step = stepAfter('rubrik'); step; step = stepAfter(step)) walked.push(step)
    expect(walked).toEqual(steps)
  })
})
