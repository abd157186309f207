import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf, personalText } from './rules.ts'

const anna = { name: 'Anna {kommun} Öst', organisation: 'Falkenberg' }

test('a letter speaks to its reader, and what stands in a name is not filled in again', () => {
  expect(personalText('Hej {namn} i {kommun}! {annat}', anna)).toBe(
    'Hej Anna {kommun} Öst i Falkenberg! {annat}',
  )
})

test('a text without fields stays as it was written', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/\{(namn|kommun)\}/.test(text)),
      (text) => personalText(text, anna) === text,
    ),
  )
})

test('paragraphs are parted by empty lines, and none is empty', () => {
  expect(paragraphsOf('Ett\nfortsätter\n\n \n\nTvå\n')).toEqual(['Ett\nfortsätter', 'Två'])
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' ') }), (text) =>
      paragraphsOf(text).every((one) => one.trim() !== ''),
    ),
  )
})
