import { describe, expect, test } from 'vitest'
import { selectedCode, withSelection } from './with-selection.ts'

describe('my municipality follows along links', () => {
  test('it is added to an address, before the fragment and after what is there', () => {
    expect(withSelection('/nyckeltal', '1382')).toBe('/nyckeltal?kommun=1382')
    expect(withSelection('/nyckeltal/1a?vy=karta#diagram', '1382')).toBe(
      '/nyckeltal/1a?vy=karta&kommun=1382#diagram',
    )
  })

  test('an address that names a municipality keeps its own', () => {
    expect(withSelection('/jamfor?kommun=1283', '1382')).toBe('/jamfor?kommun=1283')
  })

  test('nothing is added when none is chosen', () => {
    expect(withSelection('/om', undefined)).toBe('/om')
  })

  test('what does not look like a code is not carried along', () => {
    expect(selectedCode(new URLSearchParams('kommun=1382'))).toBe('1382')
    expect(selectedCode(new URLSearchParams('kommun=%22%3E%3Cscript%3E'))).toBeUndefined()
    expect(selectedCode(new URLSearchParams('grupp=lan'))).toBeUndefined()
  })
})
