import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Choice,
  type ProxyGiven,
  refusalOfProxy,
  rollOf,
  type VotingMember,
  votesOf,
} from './delegates.ts'
import { isTermOver, seatsToFill } from './posts.ts'
import { inSpeakingOrder } from './speaking.ts'

const cited = <T>(value: T) => ({ value, paragraph: 8 })
const rulesOf = (votes: number, proxies: number, between = true, others = true) => ({
  votes_each_member: cited(votes),
  voting_roles: cited(['contact-politician' as const, 'contact-official' as const]),
  other_delegates: cited(others),
  proxies_each_delegate: cited(proxies),
  proxies_between_members: cited(between),
  observers_vote: cited(false),
})

const rules = fc
  .record({
    votes: fc.integer({ min: 1, max: 4 }),
    proxies: fc.integer({ min: 0, max: 3 }),
    between: fc.boolean(),
    others: fc.boolean(),
  })
  .map(({ votes, proxies, between, others }) => rulesOf(votes, proxies, between, others))
const code = fc.constantFrom('A', 'B', 'C', 'D')
const place = fc.integer({ min: 1, max: 5 })
const person = fc.integer({ min: 1, max: 12 })
const members = fc
  .uniqueArray(
    fc.record({
      code,
      observer: fc.boolean(),
      politician: fc.option(person, { nil: undefined }),
      official: fc.option(person, { nil: undefined }),
    }),
    { selector: (one) => one.code },
  )
  .map((all) =>
    all.map(
      ({ code: is, observer, politician, official }): VotingMember => ({
        code: is,
        observer,
        holders: new Map(
          [['contact-politician', politician] as const, ['contact-official', official] as const].flatMap(
            ([role, id]) => (id === undefined ? [] : [[role, id] as const]),
          ),
        ),
      }),
    ),
  )
const choices: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({ organisationCode: code, place, personId: person }),
)
const proxies: fc.Arbitrary<ProxyGiven[]> = fc.array(
  fc.record({ organisationCode: code, place, toPersonId: person }),
)
const checked = fc.uniqueArray(person).map((ids) => new Set(ids))

const countBy = <T>(list: T[], of: (one: T) => string | number) => {
  const counts = new Map<string | number, number>()
  for (const one of list) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1)
  return [...counts.values()]
}

describe('the voting roll', () => {
  test('never gives a member more votes than the statutes say, nor an observer any', () => {
    fc.assert(
      fc.property(rules, members, choices, proxies, checked, (r, m, c, p, here) => {
        const roll = rollOf(r, votesOf(r, m, c), p, here)
        for (const count of countBy(roll, (vote) => vote.organisationCode))
          expect(count).toBeLessThanOrEqual(r.votes_each_member.value)
        for (const count of countBy(roll, (vote) => `${vote.organisationCode} ${vote.place}`))
          expect(count).toBe(1)
        for (const { organisationCode } of roll)
          expect(m.find((one) => one.code === organisationCode)?.observer).toBe(false)
      }),
    )
  })

  test('never lets anybody cast more than their own vote and the proxies that the statutes allow', () => {
    fc.assert(
      fc.property(rules, members, choices, proxies, checked, (r, m, c, p, here) => {
        const votes = votesOf(r, m, c)
        const roll = rollOf(r, votes, p, here)
        for (const count of countBy(
          roll.filter(({ byProxy }) => !byProxy),
          (vote) => vote.personId,
        ))
          expect(count).toBe(1)
        const carried = roll.filter(({ byProxy }) => byProxy)
        for (const count of countBy(carried, (vote) => vote.personId))
          expect(count).toBeLessThanOrEqual(r.proxies_each_delegate.value)
        for (const vote of carried) {
          const own = votes.find(({ personId }) => personId === vote.personId)
          expect(own, 'who carries a proxy is a delegate').toBeDefined()
          if (!r.proxies_between_members.value) expect(own?.organisationCode).toBe(vote.organisationCode)
        }
      }),
    )
  })

  test('holds only those who are here with a good credential', () => {
    fc.assert(
      fc.property(rules, members, choices, proxies, checked, (r, m, c, p, here) => {
        for (const { personId } of rollOf(r, votesOf(r, m, c), p, here)) expect(here.has(personId)).toBe(true)
      }),
    )
  })
})

describe('delegates', () => {
  const two: VotingMember[] = [
    {
      code: 'A',
      observer: false,
      holders: new Map([
        ['contact-politician', 1],
        ['contact-official', 2],
      ]),
    },
    {
      code: 'B',
      observer: false,
      holders: new Map([
        ['contact-politician', 3],
        ['contact-official', 4],
      ]),
    },
  ]

  test('are the contact persons, unless the member names somebody else', () => {
    const votes = votesOf(rulesOf(2, 1), two, [{ organisationCode: 'A', place: 2, personId: 9 }])
    expect(votes.map(({ personId }) => personId)).toEqual([1, 9, 3, 4])
    const others = votesOf(rulesOf(2, 1, true, false), two, [
      { organisationCode: 'A', place: 2, personId: 9 },
    ])
    expect(others.map(({ personId }) => personId)).toEqual([1, 2, 3, 4])
  })

  test('carry one vote more by proxy, and the second is refused by its paragraph', () => {
    const votes = votesOf(rulesOf(2, 1), two, [])
    const first = { organisationCode: 'A', place: 2, toPersonId: 1 }
    expect(refusalOfProxy(rulesOf(2, 1), votes, [], first)).toBeUndefined()
    const second = { organisationCode: 'B', place: 1, toPersonId: 1 }
    expect(refusalOfProxy(rulesOf(2, 1), votes, [first], second)).toEqual({
      why: 'too-many',
      rule: 'proxies_each_delegate',
      paragraph: 8,
    })
    expect(refusalOfProxy(rulesOf(2, 1, false), votes, [], second)?.why).toBe('other-member')
    expect(refusalOfProxy(rulesOf(2, 1), votes, [], { ...second, toPersonId: 99 })?.why).toBe(
      'not-a-delegate',
    )
    expect(
      refusalOfProxy(rulesOf(2, 1), votes, [first], { organisationCode: 'B', place: 1, toPersonId: 2 })?.why,
    ).toBe('given-away')
    expect(
      refusalOfProxy(rulesOf(2, 2), votes, [first], { organisationCode: 'A', place: 1, toPersonId: 3 })?.why,
    ).toBe('carries-others')
  })
})

describe('terms', () => {
  test('run from annual meeting to annual meeting, whatever the day', () => {
    expect(isTermOver('2025-04-24', 2, 2027)).toBe(true)
    expect(isTermOver('2025-05-30', 2, 2027)).toBe(true)
    expect(isTermOver('2026-04-28', 2, 2027)).toBe(false)
    const holders = ['2025-04-24', '2025-04-24', '2026-04-28'].map((since) => ({ since }))
    expect(seatsToFill({ seats: 4, years: 2 }, holders, 2027)).toBe(3)
  })
})

describe('the speaking list', () => {
  test('takes points of order first, then those who have not spoken', () => {
    const ask = (personId: number, minute: number, kind: 'floor' | 'order' = 'floor') => ({
      personId,
      kind,
      askedAt: new Date(2027, 3, 27, 10, minute),
    })
    const order = inSpeakingOrder([ask(1, 1), ask(2, 2), ask(3, 3), ask(4, 4, 'order')], new Set([1]))
    expect(order.map(({ personId }) => personId)).toEqual([4, 2, 3, 1])
  })
})
