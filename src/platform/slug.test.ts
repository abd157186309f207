import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugOf } from './slug.ts'

describe('the readable part of an address', () => {
  test('is the title in plain letters', () => {
    expect(slugOf('Färre resor, fler möten – på Öland!')).toBe('farre-resor-fler-moten-pa-oland')
    expect(slugOf('???')).toBe('')
  })

  test('is cut between words', () => {
    expect(slugOf(`${'ord '.repeat(14)}avslutningen`)).toBe('ord-'.repeat(14).slice(0, -1))
  })

  test('never holds anything but letters, digits and single hyphens, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        expect(slugOf(title)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
        expect(slugOf(title).length).toBeLessThanOrEqual(60)
      }),
    )
  })
})
