import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, fewestAnswers, resultsOf, standingOf } from './rules.ts'

const mark = (value: number): Answer => ({ question: 'useful', mark: value, words: null })
const words = (text: string): Answer => ({ question: 'best', mark: null, words: text })
const asked = [
  { id: 'useful', kind: 'mark' },
  { id: 'best', kind: 'words' },
] as const

describe('the results of an evaluation', () => {
  test('are withheld while fewer than five have answered', () => {
    const few = [mark(5), mark(4), mark(5), mark(1), words('Allt')]
    expect(resultsOf([...asked], few, 4)).toEqual([
      { question: 'useful', kind: 'withheld' },
      { question: 'best', kind: 'withheld' },
    ])
  })

  test('withhold the one question that few answered', () => {
    const answers = [mark(5), words('Maten'), words('Allt')]
    expect(resultsOf([...asked], answers, 6)).toEqual([
      { question: 'useful', kind: 'withheld' },
      { question: 'best', kind: 'words', words: ['Allt', 'Maten'] },
    ])
  })

  test('count every mark, whatever the order of the answers, and never tell that order', () => {
    const marks = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: fewestAnswers, maxLength: 60 })
    const written = fc.array(fc.string({ minLength: 1 }), { maxLength: 10 })
    fc.assert(
      fc.property(marks, written, (given, texts) => {
        const answers = [...given.map(mark), ...texts.map(words)]
        const results = resultsOf([...asked], answers, given.length)
        const [first] = results
        expect(first?.kind === 'mark' && first.counts.reduce((a, b) => a + b, 0)).toBe(given.length)
        expect(first?.kind === 'mark' && first.mean >= 1 && first.mean <= 5).toBe(true)
        const again = resultsOf([...asked], [...answers].reverse(), given.length)
        expect(again.map((one) => one.kind === 'words' && [...one.words].sort())).toEqual(
          results.map((one) => one.kind === 'words' && [...one.words].sort()),
        )
        expect(again[0]).toEqual(first)
      }),
    )
  })
})

test.each([
  [undefined, 'off'],
  [{ closesOn: null }, 'planned'],
  [{ closesOn: '2026-11-23' }, 'open'],
  [{ closesOn: '2026-11-22' }, 'closed'],
] as const)('an evaluation that is %j stands at %s on 23 November 2026', (evaluation, standing) => {
  expect(standingOf(evaluation, '2026-11-23')).toBe(standing)
})
