import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLuhn, luhnDigit } from '#platform/luhn.ts'
import { isBankgiro, isOcr, isPlusgiro, ocrOf, parseGiro, writeGiro } from './references.ts'

const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((all) => all.join(''))

const checked = digits(1, 24).map((all) => all + luhnDigit(all))

describe('a check digit', () => {
  test.each([
    ['7992739871', '3'],
    ['5050105', '5'],
    ['212000123', '1'],
    ['0', '0'],
    ['9', '1'],
    ['5', '9'],
  ])('of %s is %s', (all, digit) => {
    expect(luhnDigit(all)).toBe(digit)
    expect(isLuhn(all + digit)).toBe(true)
  })

  test('finds every digit that is wrong', () => {
    fc.assert(
      fc.property(checked, fc.nat(), fc.integer({ min: 1, max: 9 }), (right, where, shift) => {
        const i = where % right.length
        const wrong = `${right.slice(0, i)}${(Number(right[i]) + shift) % 10}${right.slice(i + 1)}`
        expect(isLuhn(wrong)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  test('finds every pair of neighbours that changed place, save 09 and 90', () => {
    fc.assert(
      fc.property(checked, fc.nat(), (right, where) => {
        const i = where % (right.length - 1)
        const [first = '', second = ''] = right.slice(i, i + 2)
        const wrong = `${right.slice(0, i)}${second}${first}${right.slice(i + 2)}`
        const cannotTell = first === second || ['09', '90'].includes(first + second)
        expect(isLuhn(wrong)).toBe(cannotTell)
      }),
      { numRuns: 1000 },
    )
  })

  test('is of digits only, and stands after at least one', () => {
    for (const text of ['', '0', '7', '12a', '1 8', '-18', '１８']) expect(isLuhn(text)).toBe(false)
    expect(() => luhnDigit('12a')).toThrow(RangeError)
    expect(() => luhnDigit('')).toThrow(RangeError)
  })
})

describe('the reference of an invoice', () => {
  test('reads as customer, invoice, check digit', () => {
    expect(ocrOf('1382', '20260001')).toBe('1382202600012')
    expect(isOcr('1382202600012')).toBe(true)
    expect(isOcr('1382 2026 0001 2')).toBe(true)
    expect(isOcr('1382202600017')).toBe(false)
  })

  test('is its own for every invoice, whoever the customer is', () => {
    const invoice = fc.integer({ min: 20_200_000, max: 20_999_999 }).map(String)
    fc.assert(
      fc.property(
        digits(1, 8),
        digits(1, 8),
        fc.uniqueArray(invoice, { minLength: 2, maxLength: 2 }),
        (a, b, two) => {
          const [first = '', second = ''] = two
          expect(isOcr(ocrOf(a, first))).toBe(true)
          expect(ocrOf(a, first)).not.toBe(ocrOf(b, second))
          expect(ocrOf(a, first).slice(0, -1)).toBe(a + first)
        },
      ),
    )
  })

  test('has at most 25 digits, and digits only', () => {
    expect(ocrOf('1'.repeat(16), '20260001')).toHaveLength(25)
    expect(() => ocrOf('1'.repeat(17), '20260001')).toThrow(RangeError)
    expect(() => ocrOf('', '20260001')).toThrow(RangeError)
    expect(() => ocrOf('M12', '20260001')).toThrow(RangeError)
    expect(() => ocrOf('12', '2026-0001')).toThrow(RangeError)
  })

  test.each(['', '0', '00', '0000000', '12 3', `${'1'.repeat(25)}2`, 'OCR 18', '1.8'])(
    'is never %j',
    (text) => {
      expect(isOcr(text)).toBe(false)
    },
  )
})

describe('a giro number', () => {
  test.each([
    ['bankgiro', '5050-1055', '50501055', '5050-1055'],
    ['bankgiro', ' 9912346 ', '9912346', '991-2346'],
    ['plusgiro', '902003-3', '9020033', '90\u00a020\u00a003-3'],
    ['plusgiro', '1-8', '18', '1-8'],
    ['plusgiro', '4951212-2', '49512122', '495\u00a012\u00a012-2'],
    ['plusgiro', '37251-6', '372516', '3\u00a072\u00a051-6'],
  ] as const)('%s %s is kept as %s and written %s', (kind, typed, number, written) => {
    expect(parseGiro(kind, typed)).toEqual({ kind, number })
    expect(writeGiro({ kind, number })).toBe(written)
  })

  test.each([
    ['bankgiro', '5050-1056'],
    ['bankgiro', '0000000'],
    ['bankgiro', '123450-8'],
    ['bankgiro', '505010-5506'],
    ['bankgiro', 'BG 5050-1055'],
    ['plusgiro', '0'],
    ['plusgiro', '1-7'],
    ['plusgiro', '123456789-7'],
    ['plusgiro', ''],
  ] as const)('%s is never %j', (kind, typed) => {
    expect(parseGiro(kind, typed)).toBeNull()
  })

  test('reads back from how it is written', () => {
    const first = fc.integer({ min: 1, max: 9 }).map(String)
    const account = fc.constantFrom('bankgiro' as const, 'plusgiro' as const).chain((kind) =>
      fc.tuple(first, kind === 'bankgiro' ? digits(5, 6) : digits(0, 6)).map(([one, more]) => ({
        kind,
        number: one + more + luhnDigit(one + more),
      })),
    )
    fc.assert(
      fc.property(account, (giro) => {
        expect(parseGiro(giro.kind, writeGiro(giro))).toEqual(giro)
        expect(giro.kind === 'bankgiro' ? isBankgiro(giro.number) : isPlusgiro(giro.number)).toBe(true)
      }),
    )
  })
})
