import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStatutes } from '#domains/statutes/reference.ts'
import { Faults } from '#platform/reference/fault.ts'
import { readSourceFile } from '#platform/reference/read-file.ts'
import { courseOf } from './course.ts'
import { newEnvelopeKeys, paperOpener, sealPaper } from './envelope.ts'
import { optionsIn } from './forms.ts'
import { drawLots, newLotSeed } from './lot.ts'
import { publish } from './publish.ts'
import type { Ballot, Round } from './queries.ts'
import { newReceipt, readReceipt, writtenReceipt } from './receipt.ts'
import { nextStep } from './rules/elimination.ts'
import { judge, type Question } from './rules/judge.ts'
import { seatsByLists, seatsByNames } from './rules/seats.ts'
import { type Choice, no, tallyOf, yes } from './rules/tally.ts'
import { tieRule } from './rules/tie.ts'

const unbroken = { casting: null, drawn: null }
const half = (inFavour: number, cast: number) => inFavour * 2 > cast
const twoThirds = (inFavour: number, cast: number) => cast > 0 && inFavour * 3 >= cast * 2
const papers = (...counts: [Choice, number][]): Choice[] =>
  counts.flatMap(([choice, count]) => Array.from({ length: count }, () => choice))
const [statutes] = readStatutes(
  (
    (file) => () =>
      file
  )(await readSourceFile('reference', 'statutes.yaml')),
  new Faults(),
)
if (!statutes) throw new Error('There are no statutes.')
const { rules } = statutes

const ballotOf = (of: Partial<Ballot> & { labels?: string[] }): Ballot => ({
  id: 1,
  meetingId: 1,
  item: { id: 1, ordinal: 1, title: 'Ärendet', paragraph: null, decision: '' },
  kind: 'yes-no',
  secret: false,
  question: 'Frågan',
  majority: 'majority',
  seats: null,
  options: (of.labels ?? []).map((label, i) => ({ number: i + 1, label, names: [] })),
  rounds: [],
  madeUp: false,
  ...of,
})
const roundOf = (of: Partial<Round>): Round => ({
  id: 1,
  number: 1,
  yesOption: null,
  noOption: null,
  openedAt: new Date(0),
  closedAt: new Date(1),
  rollSize: 20,
  casting: null,
  lotSeed: null,
  cancelledWhy: null,
  publicKey: null,
  ...of,
})

describe('yes or no', () => {
  const question: Question = { asks: 'yes-no', passes: half, tie: 'chair' }

  test('is decided by more than half of those who do not abstain', () => {
    const verdict = judge(question, papers([[yes], 6], [[no], 5], [[], 9]), unbroken)
    expect(verdict).toMatchObject({ wins: [yes], by: 'votes', waits: false })
    expect(verdict.tally).toMatchObject({ cast: 11, blank: 9 })
    expect(judge(question, papers([[yes], 5], [[no], 6]), unbroken).wins).toEqual([no])
  })

  test('with equal votes waits for the chair, whose vote decides', () => {
    const equal = papers([[yes], 5], [[no], 5])
    expect(judge(question, equal, unbroken)).toMatchObject({ wins: [], waits: true, by: 'chair' })
    expect(judge(question, equal, { casting: [no], drawn: null })).toMatchObject({ wins: [no], by: 'chair' })
    expect(judge({ ...question, tie: 'falls' }, equal, unbroken)).toMatchObject({ wins: [no], by: 'falls' })
  })

  test('that needs two thirds fails below that, and half is then no tie', () => {
    const qualified: Question = { ...question, passes: twoThirds }
    expect(judge(qualified, papers([[yes], 66], [[no], 33]), unbroken).wins).toEqual([yes])
    expect(judge(qualified, papers([[yes], 66], [[no], 34]), unbroken).wins).toEqual([no])
    expect(judge(qualified, papers([[yes], 5], [[no], 5]), unbroken)).toMatchObject({ wins: [no], tie: null })
    expect(judge(qualified, papers([[], 5]), unbroken).wins).toEqual([no])
  })
})

describe('equal votes', () => {
  test('are broken as the statutes say, and where the vote is secret the proposal falls', () => {
    const open = { election: false, secret: false, pair: false }
    expect(tieRule(rules, open)).toEqual({ by: 'chair', paragraph: 9 })
    expect(tieRule(rules, { ...open, secret: true }).by).toBe('falls')
    expect(tieRule(rules, { ...open, secret: true, pair: true }).by).toBe('lot')
    expect(tieRule(rules, { ...open, election: true }).by).toBe('lot')
  })

  test('are drawn by a lot that anybody can draw again, and that favours nobody', () => {
    const seed = newLotSeed()
    expect(drawLots(seed, [1, 2, 3])).toEqual(drawLots(seed, [3, 1, 2]))
    const firsts = Array.from({ length: 600 }, (_, i) => drawLots(`seed ${i}`, [1, 2, 3])[0])
    for (const number of [1, 2, 3]) {
      const share = firsts.filter((first) => first === number).length
      expect(share).toBeGreaterThan(150)
      expect(share).toBeLessThan(250)
    }
  })
})

// Worked by hand: who meets whom, in which order, and who is left.
describe('elimination', () => {
  test('of two: the other one is the counter-proposition at once', () => {
    expect(nextStep([1, 2], [])).toEqual({ pair: { yes: 1, no: 2 }, stage: 'main' })
    expect(nextStep([1, 2], [2])).toEqual({ winner: 2 })
  })

  test('of three: B meets C, the winner meets the main proposal A', () => {
    expect(nextStep([1, 2, 3], [])).toEqual({ pair: { yes: 2, no: 3 }, stage: 'counter' })
    expect(nextStep([1, 2, 3], [3])).toEqual({ pair: { yes: 1, no: 3 }, stage: 'main' })
    expect(nextStep([1, 2, 3], [3, 1])).toEqual({ winner: 1 })
  })

  test('of four: B falls to C, C stands against D, and wins over A', () => {
    expect(nextStep([1, 2, 3, 4], [3])).toEqual({ pair: { yes: 3, no: 4 }, stage: 'counter' })
    expect(nextStep([1, 2, 3, 4], [3, 3])).toEqual({ pair: { yes: 1, no: 3 }, stage: 'main' })
    expect(nextStep([1, 2, 3, 4], [3, 3, 3])).toEqual({ winner: 3 })
  })

  test('takes one round fewer than there are alternatives, and whoever beats all others wins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(), (count, which) => {
        const all = Array.from({ length: count }, (_, i) => i + 1)
        const best = (which % count) + 1
        const winners: number[] = []
        let step = nextStep(all, winners)
        while ('pair' in step) {
          const { pair } = step
          winners.push([pair.yes, pair.no].includes(best) ? best : pair.yes)
          step = nextStep(all, winners)
        }
        expect(step).toEqual({ winner: best })
        expect(winners).toHaveLength(count - 1)
      }),
    )
  })

  test('under a rule of two thirds ends with a yes or no to the winner', () => {
    const ballot = ballotOf({
      kind: 'alternatives',
      majority: 'majority_statutes',
      labels: ['A', 'B'],
      rounds: [roundOf({ yesOption: 1, noOption: 2 })],
    })
    const won = new Map([[1, papers([[yes], 6], [[no], 4])]])
    expect(courseOf(ballot, { rules }, won).next).toMatchObject({
      step: 'open',
      yesOption: 1,
      stage: 'whole',
    })
    const second = roundOf({ id: 2, number: 2, yesOption: 1 })
    const whole = new Map([...won, [2, papers([[yes], 6], [[no], 4])]])
    expect(courseOf({ ...ballot, rounds: [...ballot.rounds, second] }, { rules }, whole).next).toMatchObject({
      step: 'done',
      result: { adopted: false },
    })
  })

  test('goes on after a round that was called off as if it had not been', () => {
    const off = roundOf({ yesOption: 1, noOption: 2, cancelledWhy: 'fel fråga' })
    const ballot = ballotOf({ kind: 'alternatives', labels: ['A', 'B'], rounds: [off] })
    expect(courseOf(ballot, { rules }, new Map()).next).toMatchObject({
      step: 'open',
      yesOption: 1,
      noOption: 2,
    })
  })
})

describe('an election', () => {
  test('of three seats: those with the most votes, and the lot among those equal for the last', () => {
    const tally = tallyOf([1, 2, 3, 4, 5], papers([[1, 2, 3], 4], [[1, 2, 4], 4], [[5], 1]))
    expect(seatsByNames(tally, 3)).toEqual({ sure: [1, 2], tied: [3, 4], left: 1 })
    const question: Question = { asks: 'names', numbers: [1, 2, 3, 4, 5], seats: 3, tie: 'lot' }
    const choices = papers([[1, 2, 3], 4], [[1, 2, 4], 4])
    expect(judge(question, choices, unbroken)).toMatchObject({ waits: true, by: 'lot' })
    const drawn = judge(question, choices, { casting: null, drawn: () => [4, 3] })
    expect(drawn).toMatchObject({ wins: [1, 2, 4], by: 'lot', waits: false })
  })

  test('leaves a seat empty rather than elect somebody whom nobody voted for', () => {
    expect(seatsByNames(tallyOf([1, 2, 3], papers([[1], 3])), 2)).toEqual({ sure: [1], tied: [], left: 0 })
  })

  // 100, 80 and 30 votes for 8 seats: the textbook's example of d'Hondt gives 4, 3 and 1.
  test('by lists shares the seats by d’Hondt', () => {
    const lists = [1, 2, 3].map((number) => ({ number, names: 8 }))
    const { sure, tied } = seatsByLists(
      tallyOf([1, 2, 3], papers([[1], 100], [[2], 80], [[3], 30])),
      lists,
      8,
    )
    expect([1, 2, 3].map((list) => sure.filter((one) => one === list).length)).toEqual([4, 3, 1])
    expect(tied).toEqual([])
  })

  test('by lists never gives a list more seats than it has names', () => {
    const lists = [
      { number: 1, names: 1 },
      { number: 2, names: 3 },
    ]
    const { sure } = seatsByLists(tallyOf([1, 2], papers([[1], 90], [[2], 10])), lists, 3)
    expect(sure).toEqual([1, 2, 2])
  })
})

const kinds = fc.constantFrom('yes-no', 'names', 'lists', 'alternatives')
const random = fc.record({
  kind: kinds,
  secret: fc.boolean(),
  seats: fc.integer({ min: 1, max: 4 }),
  names: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 }),
  choices: fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 30 }),
  order: fc.infiniteStream(fc.nat()),
})

describe('a recount', () => {
  test('of random ballots in any order comes to the same, by the rules and by the script on its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recount-'))
    const files: string[] = []
    try {
      fc.assert(
        fc.property(random, ({ kind, secret, seats, names, choices, order }) => {
          const elects = kind === 'names' || kind === 'lists'
          const most = kind === 'names' ? seats : 1
          const highest = elects ? names.length : 2
          const cast = choices.map((choice) => choice.filter((number) => number <= highest).slice(0, most))
          const ballot = ballotOf({
            kind,
            secret,
            seats: elects ? seats : null,
            options:
              kind === 'yes-no'
                ? []
                : names.map((count, i) => ({
                    number: i + 1,
                    label: `${i + 1}`,
                    names: kind === 'lists' ? Array.from({ length: count }, (_, n) => `${i}-${n}`) : [],
                  })),
            rounds: [
              roundOf({
                lotSeed: newLotSeed(),
                ...(kind === 'alternatives' ? { yesOption: 1, noOption: 2 } : {}),
              }),
            ],
          })
          const course = courseOf(ballot, { rules }, new Map([[1, cast]]))
          const shuffled = cast
            .map((choice, i) => ({ choice, at: [...order.take(i + 1)].at(-1) ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ choice }) => choice)
          const again = courseOf(ballot, { rules }, new Map([[1, shuffled]]))
          expect(again.judged[0]?.verdict.wins).toEqual(course.judged[0]?.verdict.wins)
          expect(again.judged[0]?.verdict.tally).toEqual(course.judged[0]?.verdict.tally)
          const votes = shuffled.map((choice, i) => ({ id: `s${i}`, choice: [...choice] }))
          const published = publish(
            { meeting: { title: 'Mötet' }, statutes: { rules } },
            { ballot, course },
            new Map([[1, votes]]),
          )
          files.push(JSON.stringify(published))
        }),
        { numRuns: 60 },
      )
      const file = join(folder, 'roster.json')
      for (const text of files.slice(0, 12)) {
        writeFileSync(file, text)
        expect(execFileSync(process.execPath, ['bin/recount.mjs', file], { encoding: 'utf8' })).not.toContain(
          'ELSE',
        )
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('an envelope', () => {
  test('is opened by its round’s key alone, and tells nothing by its length or by looking like another', () => {
    const [keys, others] = [newEnvelopeKeys(), newEnvelopeKeys()]
    const all = Array.from({ length: 99 }, (_, i) => i + 1)
    const sealed = [[], [1], [1], all].map((choice) =>
      sealPaper(keys.publicKey, { code: newReceipt(), choice }),
    )
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
    expect(new Set(sealed.map((one) => one.toString('hex'))).size).toBe(4)
    const [, , , longest] = sealed
    if (!longest) throw new Error('nothing was sealed')
    expect(paperOpener(keys.privateKey)(longest).choice).toEqual(all)
    expect(() => paperOpener(others.privateKey)(longest)).toThrow()
    longest[longest.length - 1] = (longest.at(-1) ?? 0) ^ 1
    expect(() => paperOpener(keys.privateKey)(longest)).toThrow()
  })
})

describe('what people write', () => {
  test('of a receipt is read with hyphens, spaces and small letters', () => {
    const code = newReceipt()
    expect(readReceipt(writtenReceipt(code).toLowerCase())).toBe(code)
    expect(readReceipt('ABC')).toBe('')
  })

  test('as options is checked line by line', () => {
    expect(optionsIn('alternatives', 'Styrelsens\n\nMotionens ')).toEqual({
      options: [
        { label: 'Styrelsens', names: [] },
        { label: 'Motionens', names: [] },
      ],
    })
    expect(optionsIn('alternatives', 'Bara ett')).toEqual({ error: 'few-options' })
    expect(optionsIn('names', 'Anna\nanna')).toEqual({ error: 'same-option' })
    expect(optionsIn('lists', 'Lista A: Anna, Bo\nLista B')).toEqual({ error: 'list-names' })
    expect(optionsIn('lists', 'Lista A: Anna, Bo\nLista B: Cia')).toMatchObject({
      options: [{ names: ['Anna', 'Bo'] }, { names: ['Cia'] }],
    })
    expect(optionsIn('names', 'x'.repeat(201))).toEqual({ error: 'long-option' })
  })
})
