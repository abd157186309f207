import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choosePeople, type Fit, routingLimits, type Wanted } from './rules/routing.ts'
import { everyWord, someWord, tellingWords } from './rules/words.ts'

const nobody: Fit = {
  personIds: [],
  organisationCode: '1000',
  words: [],
  subjectIds: [],
  exampleIds: [],
  isReporter: false,
  isTurnedTo: false,
  askedLately: 0,
}
const anything: Wanted = { figureIds: [], people: 600, improved: new Map(), likeness: new Map() }

const codes = ['1000', '1001', '1002', '1003', '1004']
const person = (personId: number) => ({ ...nobody, personIds: [personId] })
const way = fc.record({
  organisationCode: fc.constantFrom(...codes),
  words: fc.subarray(['matsvinn', 'skolor', 'solceller']),
  subjectIds: fc.subarray(['mat', 'skolor']),
  exampleIds: fc.subarray([1, 2]),
  isReporter: fc.boolean(),
  isTurnedTo: fc.boolean(),
  askedLately: fc.integer({ min: 0, max: 5 }),
})
/** People each by themselves, in ways to fit that some of them share. */
const everyone = fc.array(way, { minLength: 1, maxLength: 20 }).chain((ways) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom(...ways)), {
      selector: ([personId]) => personId,
      maxLength: 60,
    })
    .map((people) => people.map(([personId, theirs]): Fit => ({ ...theirs, personIds: [personId] }))),
)
const wanted = fc.record({
  figureIds: fc.subarray(['2', '11']),
  people: fc.integer({ min: 1, max: 20_000 }),
  improved: fc.constantFrom(new Map<string, string[]>(), new Map([['1001', ['2']]])),
  likeness: fc.constantFrom(new Map<string, number>(), new Map(codes.map((code, place) => [code, place]))),
})

const idsOf = (picks: { personId: number }[]) => picks.map(({ personId }) => personId)

/** Those who fit in just the same way as one. */
function together(all: Fit[]): Fit[] {
  const fits = Map.groupBy(all, (one) => JSON.stringify({ ...one, personIds: [] }))
  return [...fits.values()].flatMap((alike) =>
    alike.slice(0, 1).map((one) => ({ ...one, personIds: alike.flatMap(({ personIds }) => personIds) })),
  )
}

describe('a question is sent to', () => {
  test('never more than five, nobody twice, nobody who has got three in a week, always with a reason', () => {
    fc.assert(
      fc.property(everyone, wanted, (all, question) => {
        const picks = choosePeople(all, question)
        expect(picks.length).toBeLessThanOrEqual(routingLimits.atATime)
        expect(new Set(idsOf(picks)).size).toBe(picks.length)
        for (const { personId, signals } of picks) {
          expect(all.find(({ personIds }) => personIds.includes(personId))?.askedLately).toBeLessThan(
            routingLimits.aWeek,
          )
          expect(signals.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('the same people in whatever order they were found', () => {
    const shuffled = everyone.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, wanted, ([all, mixed], question) => {
        expect(choosePeople(mixed, question)).toEqual(choosePeople(all, question))
      }),
    )
  })

  test('the same people for the same reasons whether those who fit alike are weighed together or each by themselves', () => {
    fc.assert(
      fc.property(everyone, wanted, fc.integer({ min: 1, max: 8 }), (all, question, limit) => {
        expect(choosePeople(together(all), question, limit)).toEqual(choosePeople(all, question, limit))
      }),
    )
  })

  test('one from each organisation before a second from any', () => {
    fc.assert(
      fc.property(everyone, wanted, (all, question) => {
        const picks = choosePeople(all, question)
        const chosen = picks.map(({ organisationCode }) => organisationCode)
        const repeated = chosen.findIndex((code, i) => chosen.indexOf(code) < i)
        const left = choosePeople(all, question, all.length).filter(
          ({ organisationCode }) => !chosen.includes(organisationCode),
        )
        expect(repeated >= 0 && left.length > 0).toBe(false)
      }),
    )
  })

  test('the most alike organisation first, among those who fit as well', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(codes, { minLength: codes.length }), (order) => {
        const likeness = new Map(order.map((code, place) => [code, place]))
        const all = codes.map((organisationCode, i) => ({
          ...person(i + 1),
          organisationCode,
          subjectIds: ['mat'],
        }))
        const picks = choosePeople(all, { ...anything, likeness })
        expect(picks.map(({ organisationCode }) => organisationCode)).toEqual(order)
      }),
    )
  })

  test('somebody who fits much better before somebody more alike', () => {
    const likeness = new Map([
      ['1000', 0],
      ['1001', 1],
    ])
    const alike = { ...person(1), subjectIds: ['mat'] }
    const wrote = { ...person(2), organisationCode: '1001', exampleIds: [7], subjectIds: ['mat'] }
    expect(idsOf(choosePeople([alike, wrote], { ...anything, likeness }))).toEqual([2, 1])
  })

  test('those who know the rare word before those who know the one that everyone knows', () => {
    const many = Array.from({ length: 50 }, (_, i) => ({ ...person(i + 10), words: ['skolor'] }))
    const one = { ...person(99), organisationCode: '1001', words: ['kadmium'] }
    expect(idsOf(choosePeople([...many, one], anything))[0]).toBe(99)
  })

  test('a contact official where the figure goes the right way, but not to just anybody there', () => {
    const improved = new Map([['1001', ['2']]])
    const official = { ...person(1), organisationCode: '1001', isTurnedTo: true }
    const other = { ...person(2), organisationCode: '1001' }
    const picks = choosePeople([official, other], { ...anything, figureIds: ['2'], improved })
    expect(picks).toEqual([
      { personId: 1, organisationCode: '1001', signals: [{ kind: 'improved', figureId: '2' }] },
    ])
  })

  test('nobody who does not fit at all', () => {
    expect(choosePeople([nobody], anything)).toEqual([])
  })
})

describe('the words of a title', () => {
  test('are those that tell what it is about', () => {
    expect(tellingWords('Hur har ni fått ner matsvinnet i skolor, och matsvinnet hemma?')).toEqual([
      'matsvinnet',
      'skolor',
      'hemma',
    ])
    expect(someWord('Vem kan solceller?')).toBe('solceller:*')
    expect(everyWord('sol på tak')).toBe('sol & på & tak')
  })

  test('hold no sign that the database could take for an order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(someWord(typed)).toMatch(/^([\p{L}\p{N}]+(:\*)?( \| [\p{L}\p{N}]+(:\*)?)*)?$/u)
        expect(everyWord(typed)).toMatch(/^([\p{L}\p{N}]+(:\*)?( & [\p{L}\p{N}]+(:\*)?)*)?$/u)
      }),
    )
  })
})
