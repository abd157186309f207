import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutIntoSections } from './cut.ts'
import { demandsOverYears, type FollowedDemand } from './demands.ts'
import { holds, saidSince } from './standing.ts'
import { isDoable } from './state.ts'
import { changesSubstance } from './substance.ts'
import { type Weighed, weighVoice } from './weight.ts'

const one = (code: string, kind: Weighed['kind'], countyCode: string, inhabitants: number): Weighed => ({
  code,
  kind,
  countyCode,
  inhabitants,
})
const everyone = [
  one('1', 'municipality', '13', 100),
  one('2', 'municipality', '13', 200),
  one('3', 'municipality', '14', 700),
  one('r13', 'region', '13', 301),
  one('r14', 'region', '14', 702),
]
const pick = (...codes: string[]) => everyone.filter(({ code }) => codes.includes(code))

describe('the weight of a voice', () => {
  test('counts organisations, people and shares', () => {
    expect(weighVoice(pick('1', '3'), everyone, 2025)).toEqual({
      municipalities: 2,
      regions: 0,
      inhabitants: 800,
      shareOfMunicipalities: 2 / 3,
      shareOfPeople: 0.8,
      year: 2025,
    })
    expect(weighVoice([], everyone, 2025)).toMatchObject({ inhabitants: 0, shareOfPeople: 0, year: null })
  })

  test('never counts the people of a region and of its municipalities twice', () => {
    expect(weighVoice(pick('1', '2', 'r13'), everyone, 2025).inhabitants).toBe(300)
    expect(weighVoice(pick('r13'), everyone, 2025).inhabitants).toBe(300)
    expect(weighVoice(pick('1', 'r13', '3'), everyone, 2025).inhabitants).toBe(1000)
  })

  test('whoever takes part, is never more than the country, and never less with one more', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(everyone), fc.constantFrom(...everyone), (some, more) => {
        const weight = weighVoice(some, everyone, 2025)
        expect(weight.shareOfPeople).toBeLessThanOrEqual(1)
        expect(weighVoice([...some].reverse(), everyone, 2025)).toEqual(weight)
        expect(weighVoice([...some, ...some], everyone, 2025)).toEqual(weight)
        expect(weighVoice([...some, more], everyone, 2025).inhabitants).toBeGreaterThanOrEqual(
          weight.inhabitants,
        )
      }),
    )
  })
})

describe('a change in substance', () => {
  test('is one of words, not of spaces, marks and capitals', () => {
    expect(changesSubstance('Vi stöder  förslaget', '**Vi** stöder förslaget.', false)).toBe(false)
    expect(changesSubstance('Vi stöder förslaget', 'Vi stöder inte förslaget', false)).toBe(true)
    expect(changesSubstance('Kommunera behöver medel', 'Kommunerna behöver medel', true)).toBe(false)
  })

  test('is always one of numbers and key figures, whatever the writer says', () => {
    expect(changesSubstance('senast 2030', 'senast 2035', true)).toBe(true)
    expect(changesSubstance('minst 5 % av', 'minst 15 % av', true)).toBe(true)
    expect(changesSubstance('{{nyckeltal 2 1382 2023}}', '{{nyckeltal 2 1382 2022}}', true)).toBe(true)
  })

  test('asks those who endorsed before it, and nobody else', () => {
    const versions = [
      { number: 1, inSubstance: true },
      { number: 2, inSubstance: true },
      { number: 3, inSubstance: false },
    ]
    expect(saidSince(versions)).toBe(2)
    expect([1, 2, 3].map((version) => holds(version, versions))).toEqual([false, true, true])
  })
})

describe('what can be done', () => {
  test('ends step by step: nothing but the follow-up changes after sending', () => {
    expect(isDoable('write-text', 'drafting')).toBe(true)
    expect(isDoable('write-text', 'proposed')).toBe(false)
    expect(isDoable('endorse', 'adopted')).toBe(true)
    expect(isDoable('endorse', 'sent')).toBe(false)
    expect(isDoable('follow-up', 'sent')).toBe(true)
  })
})

describe('a text that is asked about', () => {
  test('is cut at its headings', () => {
    expect(cutIntoSections('Bakgrund här.\n\n## Avfall\n\nText\n\n### Matavfall\nMer', 'Inledning')).toEqual([
      { title: 'Inledning', body: 'Bakgrund här.' },
      { title: 'Avfall', body: 'Text' },
      { title: 'Matavfall', body: 'Mer' },
    ])
  })

  test('is cut at numbered lines when it comes from a plain document', () => {
    const cuts = cutIntoSections(
      '1 Inledning\nHej\n\n3.2 Avfall och återbruk\n5 ton per år är mycket.',
      'Början',
    )
    expect(cuts.map(({ title }) => title)).toEqual(['1 Inledning', '3.2 Avfall och återbruk'])
    expect(cuts[1]?.body).toBe('5 ton per år är mycket.')
  })

  test('stays one section without headings, and never loses a line', () => {
    expect(cutIntoSections('Bara text.', 'Hela')).toEqual([{ title: 'Hela', body: 'Bara text.' }])
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^(## )?[a-z]{1,9}$/), { maxLength: 20 }), (lines) => {
        const said = cutIntoSections(lines.join('\n'), '').flatMap(({ title, body }) => [
          title,
          ...body.split('\n'),
        ])
        expect(said.filter(Boolean)).toEqual(lines.map((line) => line.replace('## ', '')))
      }),
    )
  })
})

describe('demands over the years', () => {
  const demands: FollowedDemand[] = [
    { sentYear: 2021, outcome: 'law', outcomeYear: 2023 },
    { sentYear: 2021, outcome: 'rejected', outcomeYear: 2022 },
    { sentYear: 2023, outcome: 'practice', outcomeYear: 2022 },
    { sentYear: 2024, outcome: 'waiting', outcomeYear: null },
  ]

  test('tell how many were made and won by the end of each year', () => {
    expect(demandsOverYears(demands, 2024)).toEqual([
      { year: 2021, made: 2, law: 0, practice: 0, shareWon: 0 },
      { year: 2022, made: 2, law: 0, practice: 0, shareWon: 0 },
      { year: 2023, made: 3, law: 1, practice: 1, shareWon: 2 / 3 },
      { year: 2024, made: 4, law: 1, practice: 1, shareWon: 0.5 },
    ])
    expect(demandsOverYears([], 2026)).toEqual([])
  })
})
