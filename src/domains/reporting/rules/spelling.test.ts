import { describe, expect, test } from 'vitest'
import { namesOrganisation } from './spelling.ts'

const all = ['Falkenberg', 'Malmö', 'Habo', 'Håbo', 'Borås', 'Region Skåne', 'Malung-Sälen'].map(
  (name, index) => ({ code: String(1000 + index), name }),
)
const named = (name: string, words: string) => {
  const own = all.find((one) => one.name === name)
  return own && namesOrganisation(own, all, words)
}

describe('an organisation by name', () => {
  test.for([
    ['Falkenberg', 'Falkenberg', 'exactly'],
    ['Falkenberg', '1000', 'exactly'],
    ['Falkenberg', 'Falkenbergs kommun', 'almost'],
    ['Falkenberg', ' FALKENBERG ', 'almost'],
    ['Malmö', 'Malmo', 'almost'],
    ['Malmö', 'Malmö stad', 'almost'],
    ['Borås', 'Borås kommun', 'almost'],
    ['Malung-Sälen', 'Malung Sälen', 'almost'],
    ['Håbo', 'håbo', 'almost'],
    ['Falkenberg', 'Falken', 'no'],
    ['Falkenberg', 'Malmö', 'no'],
    ['Falkenberg', 'Atlantis', 'no'],
  ] as const)('%s is named by "%s": %s', ([name, words, how]) => {
    expect(named(name, words)).toBe(how)
  })

  test('is never taken for another that differs by the mark of a letter', () => {
    expect(named('Håbo', 'Habo')).toBe('no')
    expect(named('Habo', 'habo')).toBe('almost')
  })
})
