import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from './merge.ts'

test('two who write in different places get both', () => {
  const beginning = 'Mötet öppnades.\nEkonomin gicks igenom.'
  const theirs = 'Mötet öppnades klockan tio.\nEkonomin gicks igenom.'
  const mine = 'Mötet öppnades.\nEkonomin gicks igenom av kassören.'
  expect(mergeTexts(beginning, theirs, mine)).toBe(
    'Mötet öppnades klockan tio.\nEkonomin gicks igenom av kassören.',
  )
})

test('two who write in the same place get both, theirs first', () => {
  expect(mergeTexts('', 'Anna talade.', 'Bo talade.')).toBe('Anna talade. Bo talade.')
  expect(mergeTexts('Mötet öppnades.', 'Mötet öppnades. Anna talade.', 'Mötet öppnades. Bo talade.')).toMatch(
    /Anna[\s\S]*Bo/,
  )
})

test('no word that either added is ever lost, and a text that nobody changed stays', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '\n'), { maxLength: 12 })
  const added = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 5 })), { maxLength: 4 })
  const write = (base: string[], extra: [number, number][], who: string) => {
    const text = [...base]
    for (const [at, number] of extra) text.splice(Math.min(at, text.length), 0, `${who}${number}`)
    return text.join(' ')
  }
  fc.assert(
    fc.property(words, added, added, (base, hers, his) => {
      const [beginning, theirs, mine] = [base.join(' '), write(base, hers, 'her'), write(base, his, 'his')]
      const merged = mergeTexts(beginning, theirs, mine)
      const inside = new Set(merged.split(/\s+/))
      const written = `${theirs} ${mine}`.split(/\s+/).filter(Boolean)
      for (const word of written) expect(inside).toContain(word)
      expect(mergeTexts(beginning, beginning, mine)).toBe(mine)
      expect(mergeTexts(beginning, theirs, beginning)).toBe(theirs)
    }),
  )
})
