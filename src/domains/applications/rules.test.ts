import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allSteps,
  decisions,
  drawing,
  finals,
  isFinal,
  isReviewReminderDue,
  isWritable,
  next,
  type State,
  type Step,
  states,
  stepsFrom,
  viewsNeeded,
} from './rules.ts'

const names = allSteps().map(({ step }) => step)
const sequences = fc.array(fc.constantFrom(...names), { maxLength: 60 })

/** The states that a sequence of attempts passes through; what is not allowed changes nothing. */
function walk(attempts: Step[]): { taken: Step[]; state: State } {
  let state: State = 'draft'
  const taken: Step[] = []
  for (const step of attempts) {
    const to = next(state, step)
    if (!to) continue
    taken.push(step)
    state = to
  }
  return { taken, state }
}

const isDecision = (step: Step) => decisions.some((one) => one === step)
const settling: Step[] = ['approve', 'approve-with-conditions', 'reject']

describe('the way of an application', () => {
  test('is never decided twice, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(sequences, (attempts) => {
        const { taken } = walk(attempts)
        expect(taken.filter((step) => settling.includes(step)).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000 },
    )
  })

  test('never leads to a membership without an approval before it', () => {
    fc.assert(
      fc.property(sequences, (attempts) => {
        const { taken, state } = walk(attempts)
        if (state !== 'member') return
        const [before, last] = taken.slice(-2)
        expect([
          ['approve', 'begin'],
          ['approve-with-conditions', 'conditions-met'],
        ]).toContainEqual([before, last])
      }),
      { numRuns: 2000 },
    )
  })

  test('never reaches the board without check and recommendation', () => {
    fc.assert(
      fc.property(sequences, (attempts) => {
        const { taken } = walk(attempts)
        const decided = taken.findIndex((step) => isDecision(step))
        if (decided < 0) return
        const before = taken.slice(0, decided)
        expect(before).toEqual(expect.arrayContaining(['submit', 'accept', 'recommend', 'put-on-agenda']))
      }),
      { numRuns: 2000 },
    )
  })

  test('ends where it ends: nothing leads on from a final state, and something from every other', () => {
    for (const state of states) expect(stepsFrom(state).length === 0).toBe(isFinal(state))
  })

  test('can reach every state, and an end from every state', () => {
    const reach = (from: State, seen = new Set<State>([from])): Set<State> => {
      for (const step of stepsFrom(from)) {
        const to = next(from, step)
        if (to && !seen.has(to)) {
          seen.add(to)
          reach(to, seen)
        }
      }
      return seen
    }
    expect(reach('draft').size).toBe(states.length)
    for (const state of states) expect([...reach(state)].some((one) => finals.includes(one))).toBe(true)
  })

  test('can be withdrawn until it is decided, and is written only by its applicant', () => {
    const open = states.filter((state) => stepsFrom(state).includes('withdraw'))
    expect(open).toEqual([
      'draft',
      'submitted',
      'incomplete',
      'in-review',
      'recommended',
      'on-agenda',
      'deferred',
    ])
    expect(states.filter(isWritable)).toEqual(['draft', 'incomplete'])
  })

  test('is drawn in the docs as it is', async () => {
    expect(await readFile('docs/application.md', 'utf8')).toContain(drawing())
  })
})

describe('the expert group', () => {
  test('recommends on two views, or on one when only one is free of conflict', () => {
    expect([0, 1, 2, 7].map(viewsNeeded)).toEqual([1, 1, 2, 2])
  })

  test('is reminded a week and a day before, and once after, never twice for the same', () => {
    const due = (daysLeft: number, sent: number) => isReviewReminderDue(daysLeft, sent)
    expect([8, 7, 3].map((left) => due(left, 0))).toEqual([false, true, true])
    expect([3, 1, 0].map((left) => due(left, 1))).toEqual([false, true, true])
    expect([0, -1, -9].map((left) => due(left, 2))).toEqual([false, true, true])
    expect(due(-30, 3)).toBe(false)
  })
})
