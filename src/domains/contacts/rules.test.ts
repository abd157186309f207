import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayBeShown, searchWords } from './rules.ts'

test('what is for nobody is shown to nobody else; what is for everyone to all', () => {
  expect(mayBeShown('nobody', 'member')).toBe(false)
  expect(mayBeShown('members', 'visitor')).toBe(false)
  expect(mayBeShown('members', 'member')).toBe(true)
  for (const viewer of ['visitor', 'member', 'self'] as const)
    expect(mayBeShown('everyone', viewer)).toBe(true)
  for (const audience of ['nobody', 'members', 'everyone'] as const)
    expect(mayBeShown(audience, 'self')).toBe(true)
})

test('a search is about its telling words', () => {
  expect(searchWords('Vem kan Energi och vatten?')).toEqual(['energi', 'vatten'])
  expect(searchWords('och')).toEqual(['och'])
  expect(searchWords('')).toEqual([])
})

test('no search holds anything but letters and digits, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) =>
      searchWords(typed).every((word) => /^[\p{L}\p{N}]+$/u.test(word)),
    ),
  )
})
