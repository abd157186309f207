import { describe, expect, test } from 'vitest'
import { type CheckData, remarkOn } from './check-answer.ts'

const warnings = {
  'too-low': 'För lågt.',
  'too-high': 'För högt.',
  jump: 'Ett hopp.',
  unit: 'Fel enhet?',
  share: 'Procent?',
}
const data: CheckData = {
  expectation: { plausible: { min: 0, max: 400 }, previous: 60, median: 62, percent: false },
  language: 'sv',
  decimals: 1,
  unit: 'resor/inv',
  words: { computed: 'Det blir', warnings, comment: 'Skriv en kommentar.' },
}
const said = (fields: Record<string, string>) => remarkOn(data, (name) => fields[name] ?? '')

describe('while an answer is typed', () => {
  test('nothing is said of what is as expected, or cannot be read yet', () => {
    expect(said({ varde: '61,5' })).toEqual({ value: 61.5, text: '' })
    for (const varde of ['', '-', '1.2.', 'sextio'])
      expect(said({ varde })).toEqual({ value: null, text: '' })
  })

  test('two parts are computed and shown', () => {
    expect(said({ taljare: '2 900 000', namnare: '47 000' })).toMatchObject({
      text: 'Det blir 61,7\u00a0resor/inv.',
    })
    expect(said({ taljare: '5', namnare: '0' }).text).toBe('')
    expect(said({ varde: '62', taljare: '4000', namnare: '100' }).text).toContain('Det blir 40,0')
  })

  test('what looks odd is told, and a comment asked for until there is one', () => {
    expect(said({ varde: '61 000' }).text).toBe('Fel enhet? Skriv en kommentar.')
    expect(said({ varde: '61 000', kommentar: 'Ny tågstation.' }).text).toBe('Fel enhet?')
  })

  test('a reason why there is no value ends the talk of values', () => {
    expect(said({ varde: '61 000', saknas: 'not-measured' })).toEqual({ value: null, text: '' })
  })
})
