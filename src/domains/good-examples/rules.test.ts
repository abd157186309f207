import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExampleText, gapsOf, searchQuery } from './rules.ts'

const told: ExampleText = {
  title: 'Bilpool',
  summary: 'Vi delar bilar.',
  problem: 'Många bilar.',
  action: 'En pool.',
  cost: '',
  duration: '',
  result: 'Färre bilar.',
  differently: '',
}

describe('an example may be published', () => {
  test('when it has a year and is told in one language', () => {
    expect(gapsOf(2020, { sv: told })).toEqual([])
    expect(gapsOf(2020, { en: told })).toEqual([])
  })

  test('not without a year, and not with a language half told', () => {
    expect(gapsOf(null, { sv: told })).toEqual([{ language: null, gap: 'year' }])
    expect(gapsOf(2020, { sv: told, en: { ...told, result: '' } })).toEqual([
      { language: 'en', gap: 'result' },
    ])
  })

  test('not when nothing is told', () => {
    expect(gapsOf(2020, {}).map(({ gap }) => gap)).toContain('title')
  })
})

describe('what is looked for', () => {
  test('is its words and their beginnings', () => {
    expect(searchQuery('bilar i "stan"')).toBe('bilar:* & i & stan:*')
    expect(searchQuery('& | ! :* <->')).toBe('')
  })

  test('holds no sign that the database could take for an order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(searchQuery(typed)).toMatch(/^([\p{L}\p{N}]+(:\*)?( & [\p{L}\p{N}]+(:\*)?)*)?$/u)
      }),
    )
  })
})
