import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesOf, wordsChanged } from './differences.ts'
import { mergeTexts } from './merge.ts'
import { carryIds, joinText, type Paragraph, splitText } from './paragraphs.ts'

const base = 'Vi stöder förslaget.\n\nMålet bör vara 2030.\n\nKommunerna behöver medel.'
const [first, second, third] = splitText(base)
const withSecond = (text: string) => joinText([first ?? '', text, third ?? ''])

/** Texts of distinct paragraphs. */
const paragraphs = fc.uniqueArray(fc.stringMatching(/^[a-zåäö]{1,8}( [a-zåäö]{1,8}){0,3}$/), {
  minLength: 1,
  maxLength: 8,
})
const text = paragraphs.map(joinText)

describe('a text', () => {
  test('is cut at empty lines, whatever they look like', () => {
    expect(splitText('\n\nEtt\r\n \t\r\n\r\nTvå\nrader\n\n\n')).toEqual(['Ett', 'Två\nrader'])
    expect(splitText(' \n ')).toEqual([])
  })

  test('keeps the ids of its paragraphs while they are changed, and never gives one twice', () => {
    const before: Paragraph[] = splitText(base).map((each, i) => ({ id: i + 1, text: each }))
    const after = carryIds(before, ['Nytt först.', first ?? '', 'Målet bör vara 2028.', third ?? ''], 4)
    expect(after.map(({ id }) => id)).toEqual([4, 1, 2, 3])
    fc.assert(
      fc.property(paragraphs, paragraphs, (old, fresh) => {
        const carried = carryIds(
          old.map((each, i) => ({ id: i + 1, text: each })),
          fresh,
          old.length + 1,
        )
        expect(carried.map((one) => one.text)).toEqual(fresh)
        expect(new Set(carried.map(({ id }) => id)).size).toBe(fresh.length)
      }),
    )
  })
})

describe('two who write at once', () => {
  test('are put together when they touched different paragraphs, also neighbours', () => {
    const mine = withSecond('Målet bör vara 2028.')
    const theirs = joinText([first ?? '', second ?? '', 'Kommunerna behöver statliga medel.', 'Och tid.'])
    expect(mergeTexts(base, mine, theirs)).toEqual({
      text: joinText([first ?? '', 'Målet bör vara 2028.', 'Kommunerna behöver statliga medel.', 'Och tid.']),
      clashes: [],
    })
  })

  test('see both texts when they touched the same paragraph, and nothing else of theirs is lost', () => {
    const mine = withSecond('Målet bör vara 2028.')
    const theirs = `Vi stöder förslaget helt.\n\nMålet bör vara 2035.\n\n${third}`
    const { text: merged, clashes } = mergeTexts(base, mine, theirs)
    expect(merged).toBe(`Vi stöder förslaget helt.\n\nMålet bör vara 2028.\n\n${third}`)
    expect(clashes).toEqual([
      { base: [second], mine: ['Målet bör vara 2028.'], theirs: ['Målet bör vara 2035.'] },
    ])
  })

  test('clash when both put something new in the same place, not when it is the same', () => {
    const added = (extra: string) => `${base}\n\n${extra}`
    expect(mergeTexts(base, added('Hälsningar'), added('Tack')).clashes).toHaveLength(1)
    expect(mergeTexts(base, added('Tack'), added('Tack'))).toEqual({ text: added('Tack'), clashes: [] })
  })

  test('lose nothing that only one of them did', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeTexts(before, after, before)).toEqual({ text: after, clashes: [] })
        expect(mergeTexts(before, before, after)).toEqual({ text: after, clashes: [] })
        expect(mergeTexts(before, after, after)).toEqual({ text: after, clashes: [] })
      }),
    )
  })

  test('lose nothing however many paragraphs each of them changes', () => {
    fc.assert(
      fc.property(paragraphs, fc.infiniteStream(fc.constantFrom('mine', 'theirs', 'nobody')), (old, who) => {
        const whose = old.map(() => who.next().value)
        const by = (writer: string) =>
          joinText(old.map((each, i) => (whose[i] === writer ? `${each} – ${writer}` : each)))
        const both = joinText(old.map((each, i) => (whose[i] === 'nobody' ? each : `${each} – ${whose[i]}`)))
        expect(mergeTexts(joinText(old), by('mine'), by('theirs'))).toEqual({ text: both, clashes: [] })
      }),
    )
  })
})

describe('differences', () => {
  test('are shown word by word, with years and Swedish letters whole', () => {
    const { runs } = wordsChanged('Målet bör nås år 2030.', 'Målet måste nås år 2028.')
    expect(runs.filter(({ kind }) => kind === 'removed').map((run) => run.text)).toEqual(['bör', '2030'])
    expect(runs.filter(({ kind }) => kind === 'added').map((run) => run.text)).toEqual(['måste', '2028'])
  })

  test('of two long paragraphs with nothing in common are told at once', () => {
    const long = (word: string) => Array.from({ length: 10_000 }, (_, i) => `${word}${i}`).join(' ')
    const { runs } = wordsChanged(long('a'), long('b'))
    expect(runs.map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  test('hold both texts whole, whatever has changed', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const read = (left: 'added' | 'removed') =>
          differencesOf(before, after)
            .map(({ runs }) =>
              runs
                .filter(({ kind }) => kind !== left)
                .map((run) => run.text)
                .join(''),
            )
            .filter(Boolean)
        expect(read('added')).toEqual(splitText(before))
        expect(read('removed')).toEqual(splitText(after))
      }),
    )
  })
})
