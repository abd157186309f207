import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allows,
  isDelivered,
  isOpen,
  type ReportState,
  type ReportStep,
  reportStates,
  reportSteps,
} from './rules.ts'

const names = Object.keys(reportSteps).filter((name): name is ReportStep => name in reportSteps)

describe('a report', () => {
  test('is never published without having been verified since it was last open', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 80 }), (attempts) => {
        let state: ReportState = 'open'
        let verified = false
        for (const step of attempts) {
          if (!allows(state, step)) continue
          state = reportSteps[step].to
          if (state === 'verified') verified = true
          if (isOpen(state)) verified = false
          if (state === 'published') expect(verified).toBe(true)
        }
      }),
    )
  })

  test('can always be led on, and is either open, waiting or delivered', () => {
    for (const state of reportStates) {
      expect(names.some((step) => allows(state, step))).toBe(true)
      expect([isOpen(state), isDelivered(state), state === 'submitted'].filter(Boolean)).toHaveLength(1)
    }
  })
})
