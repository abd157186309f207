import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAsked, searchPath } from './asking.ts'
import { wordsIn } from './own-pages.ts'
import { kindSlugs } from './paths.ts'
import { marks, mostPages, piecesOf } from './rules.ts'
import { kinds } from './tables.ts'

test('the pieces of a marked text are the text without its marks, whatever stands in it', () => {
  const part = fc.constantFrom('a', '<b>', '&', ' ', marks.start, marks.end)
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (marked) => {
        const whole = piecesOf(marked)
          .map(({ text }) => text)
          .join('')
        expect(whole).toBe(marked.replaceAll(marks.start, '').replaceAll(marks.end, ''))
      },
    ),
  )
  expect(piecesOf(`om ${marks.start}slam${marks.end} här`)).toEqual([
    { text: 'om ', found: false },
    { text: 'slam', found: true },
    { text: ' här', found: false },
  ])
})

test('the address of a search says it all', () => {
  const asked = fc.record({
    typed: fc.string({ maxLength: 40 }).map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
    kind: fc.constantFrom(...kinds, '' as const),
    year: fc.option(fc.integer({ min: 1900, max: 2200 })),
    organisation: fc.constantFrom('', '1382', 'SEKOM'),
    language: fc.constantFrom('', 'sv', 'en'),
    page: fc.integer({ min: 1, max: mostPages }),
  })
  fc.assert(
    fc.property(asked, (one) => {
      const { searchParams } = new URL(searchPath(one), 'https://eko.example')
      expect(readAsked(Object.fromEntries(searchParams))).toEqual(one)
    }),
  )
})

test('an address that makes no sense asks for nothing odd', () => {
  expect(readAsked({ q: '  a  b ', typ: 'x', ar: 'i år', kommun: '../', sprak: 'de', sida: '-3' })).toEqual({
    typed: 'a b',
    kind: '',
    year: null,
    organisation: '',
    language: '',
    page: 1,
  })
  expect(readAsked({ q: 'x'.repeat(5000) }).typed).toHaveLength(100)
  expect(new Set(Object.values(kindSlugs)).size).toBe(kinds.length)
})

test('every string of a text is found, however deep it stands', () => {
  expect(wordsIn({ a: 'ett', b: ['två', { c: 'tre', d: () => 'fyra', e: null, f: 5 }] })).toBe('ett två tre')
})
