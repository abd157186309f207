import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { organisationNumber, peppolParticipant, postalCode, secureLink } from './rules/identifiers.ts'
import { proposedLastDay, shifted, statusOn } from './rules/membership.ts'
import { type HeldPeriod, joinPeriods } from './rules/periods.ts'
import { gapsIn } from './rules/profile.ts'
import { isMember, isObserver } from './rules.ts'

/** A check digit computed another way than the rule does: by trying all ten. */
const withCheckDigit = (nine: string) =>
  Array.from({ length: 10 }, (_, digit) => nine + digit).filter((ten) => organisationNumber(ten) !== null)

const nineDigits = fc
  .tuple(
    fc.integer({ min: 10, max: 99 }),
    fc.integer({ min: 2, max: 9 }),
    fc.integer({ min: 0, max: 999_999 }),
  )
  .map(([group, third, rest]) => `${group}${third}${String(rest).padStart(6, '0')}`)

describe('an organisation number', () => {
  test.each([
    ['212000-0142', '212000-0142'],
    ['2120000142', '212000-0142'],
    [' 16212000-0142 ', '212000-0142'],
    ['556703-7485', '556703-7485'],
  ])('%s is understood', (typed, wanted) => {
    expect(organisationNumber(typed)).toBe(wanted)
  })

  test.each(['212000-0143', '811218-9876', '21200-0142', '', 'Falkenberg', '２１２０００-0142'])(
    '%s is refused',
    (typed) => {
      expect(organisationNumber(typed)).toBeNull()
    },
  )

  test('has exactly one check digit, and one wrong digit never passes', () => {
    fc.assert(
      fc.property(
        nineDigits,
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (nine, at, step) => {
          const [good = '', ...more] = withCheckDigit(nine)
          expect(more).toEqual([])
          const wrong = good.slice(0, at) + ((Number(good[at]) + step) % 10) + good.slice(at + 1)
          expect(organisationNumber(wrong)).toBeNull()
          expect(organisationNumber(organisationNumber(good) ?? '')).toBe(organisationNumber(good))
        },
      ),
    )
  })
})

describe('other addresses of an organisation', () => {
  test('a Peppol participant is a scheme and an identifier; a Swedish one is checked', () => {
    expect(peppolParticipant('0007:212000-0142')).toBe('0007:2120000142')
    expect(peppolParticipant('0088:7365560000001')).toBe('0088:7365560000001')
    for (const wrong of ['0007:2120000143', '2120000142', '0007:', 'faktura@x.example'])
      expect(peppolParticipant(wrong)).toBeNull()
  })

  test('a link is https, and nothing that could run or hide', () => {
    expect(secureLink('www.falkenberg.se')).toBe('https://www.falkenberg.se/')
    expect(secureLink('https://kommun.example/å')).toBe('https://kommun.example/%C3%A5')
    for (const wrong of [
      'http://falkenberg.se',
      'javascript:alert(1)',
      'https://bank.example@evil.example/',
      'https://localhost/',
      'data:text/html,x',
      'två ord.se',
      '',
    ])
      expect(secureLink(wrong), wrong).toBeNull()
  })

  test('whatever is typed, a link that passes is https', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
        const link = secureLink(typed)
        expect(link === null || link.startsWith('https://')).toBe(true)
      }),
    )
  })

  test('a postal code has five digits', () => {
    expect(postalCode('31180')).toBe('311 80')
    expect(postalCode('SE-311 80')).toBe('311 80')
    expect(postalCode('0311')).toBeNull()
  })
})

describe('a membership', () => {
  const period = (since: string, until: string | null, kind: 'full' | 'observer' = 'full') => ({
    since,
    until,
    kind,
    decision: '',
    madeUp: false,
  })

  test('counts as full only when it is; an observer is not compared', () => {
    const memberships = [period('2025-01-01', '2026-01-01', 'observer'), period('2026-01-01', null)]
    expect(isObserver({ memberships }, '2025-12-31')).toBe(true)
    expect(isMember({ memberships }, '2025-12-31')).toBe(false)
    expect(isMember({ memberships }, '2026-01-01')).toBe(true)
    expect(isObserver({ memberships }, '2026-01-01')).toBe(false)
  })

  test('has a status on every day', () => {
    const periods = [period('2020-01-01', '2022-01-01'), period('2027-01-01', null)]
    expect(statusOn(periods, '2021-06-01')).toBe('member')
    expect(statusOn(periods, '2026-06-01')).toBe('coming')
    expect(statusOn([period('2020-01-01', '2022-01-01')], '2022-01-01')).toBe('former')
    expect(statusOn([], '2022-01-01')).toBe('never')
  })

  test('ends with the year unless somebody says otherwise', () => {
    expect(proposedLastDay('2026-11-23')).toBe('2026-12-31')
    expect(shifted('2026-12-31', 1)).toBe('2027-01-01')
  })
})

test('a profile tells what it lacks', () => {
  const empty = {
    organisationNumber: null,
    address: '',
    email: '',
    einvoiceAddress: '',
    website: '',
    presentationSv: '',
    programmeTitle: '',
    hasLogo: false,
  }
  expect(gapsIn(empty)).toHaveLength(8)
  expect(gapsIn({ ...empty, website: 'https://x.example/', hasLogo: true })).not.toContain('logo')
})

describe('the roles of two records of one person', () => {
  const day = (n: number) => shifted('2020-01-01', n)
  const periods = fc
    .array(
      fc.record({
        kept: fc.boolean(),
        role: fc.constantFrom('reporter', 'member-user'),
        from: fc.nat(20),
        length: fc.option(fc.integer({ min: 1, max: 8 })),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map(
        ({ kept, role, from, length }, id): HeldPeriod => ({
          id,
          kept,
          organisationCode: '1382',
          role,
          since: day(from),
          until: length === null ? null : day(from + length),
        }),
      ),
    )
  const holds = (list: { since: string; until: string | null }[], on: string) =>
    list.filter(({ since, until }) => since <= on && (until === null || on < until)).length

  test('cover the same days as before, never twice', () => {
    fc.assert(
      fc.property(periods, (before) => {
        const { stay, go } = joinPeriods(before)
        expect(stay.length + go.length).toBe(before.length)
        for (const role of ['reporter', 'member-user']) {
          const was = before.filter((one) => one.role === role)
          const now = stay.filter(({ id }) => was.some((one) => one.id === id))
          for (let n = 0; n < 35; n += 1) {
            expect(holds(now, day(n))).toBe(Math.min(1, holds(was, day(n))))
          }
        }
      }),
    )
  })
})
