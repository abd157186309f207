import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MembershipPeriod } from '#domains/members/index.ts'
import { chargeFor, type FeeTerms, feeOf } from './fee.ts'
import { simulate } from './simulation.ts'

const first: FeeTerms = {
  fixedOre: 400_000,
  municipalityRateOre: 30,
  regionRateOre: 30,
  capInhabitants: 150_000,
}

const someTerms = fc.record({
  fixedOre: fc.integer({ min: 0, max: 10_000_000 }),
  municipalityRateOre: fc.integer({ min: 0, max: 1000 }),
  regionRateOre: fc.integer({ min: 0, max: 1000 }),
  capInhabitants: fc.option(fc.integer({ min: 1, max: 2_000_000 }), { nil: null }),
})
const somePeople = fc.integer({ min: 0, max: 3_000_000 })
const someKind = fc.constantFrom('municipality' as const, 'region' as const)

describe('a year’s fee', () => {
  test('is 16 573.60 kr for 41 912 inhabitants and never more than 49 000 kr', () => {
    expect(feeOf(first, 'municipality', 41_912).totalOre).toBe(1_657_360)
    expect(feeOf(first, 'municipality', 150_000)).toMatchObject({ totalOre: 4_900_000, capped: false })
    expect(feeOf(first, 'municipality', 150_001)).toMatchObject({ totalOre: 4_900_000, capped: true })
    expect(feeOf(first, 'region', 2_400_000).totalOre).toBe(4_900_000)
    expect(feeOf(first, 'municipality', 0).totalOre).toBe(400_000)
  })

  test('follows the formula for any terms and population, in whole öre', () => {
    fc.assert(
      fc.property(someTerms, someKind, somePeople, (terms, kind, people) => {
        const rate = kind === 'region' ? terms.regionRateOre : terms.municipalityRateOre
        const counted = terms.capInhabitants === null ? people : Math.min(people, terms.capInhabitants)
        const fee = feeOf(terms, kind, people)
        expect(fee.totalOre).toBe(terms.fixedOre + rate * counted)
        expect(Number.isInteger(fee.totalOre)).toBe(true)
        expect(fee.capped).toBe(counted < people)
      }),
    )
  })

  test('never falls when people move in', () => {
    fc.assert(
      fc.property(
        someTerms,
        someKind,
        somePeople,
        fc.integer({ min: 0, max: 1000 }),
        (terms, kind, people, more) => {
          expect(feeOf(terms, kind, people + more).totalOre).toBeGreaterThanOrEqual(
            feeOf(terms, kind, people).totalOre,
          )
        },
      ),
    )
  })

  test.each([-1, 0.5, Number.NaN, 200_000_000])('is not counted for a population of %s', (people) => {
    expect(() => feeOf(first, 'municipality', people)).toThrow('No population')
  })
})

const period = (since: string, until: string | null = null, kind: MembershipPeriod['kind'] = 'full') => ({
  since,
  until,
  kind,
})
const rules = { year: 2026, joining: 'by-month', leaving: 'by-month', observerPercent: 50 } as const

describe('what is charged of it', () => {
  test('is the whole for who was there before and stays', () => {
    expect(chargeFor(rules, [period('1995-05-01')], 1_657_360)).toEqual({
      fullMonths: 12,
      observerMonths: 0,
      totalOre: 1_657_360,
    })
  })

  test('counts the months from joining, the month of joining too', () => {
    expect(chargeFor(rules, [period('2026-10-15')], 1_200_000)).toMatchObject({
      fullMonths: 3,
      totalOre: 300_000,
    })
    expect(chargeFor({ ...rules, joining: 'whole-year' }, [period('2026-10-15')], 1_200_000).totalOre).toBe(
      1_200_000,
    )
    expect(chargeFor({ ...rules, joining: 'free' }, [period('2026-10-15')], 1_200_000).totalOre).toBe(0)
  })

  test('counts the months until leaving, by the first day that is no membership', () => {
    expect(chargeFor(rules, [period('1995-05-01', '2026-07-01')], 1_200_000).fullMonths).toBe(6)
    expect(chargeFor(rules, [period('1995-05-01', '2026-07-02')], 1_200_000).fullMonths).toBe(7)
    const whole = { ...rules, leaving: 'whole-year' } as const
    expect(chargeFor(whole, [period('1995-05-01', '2026-07-01')], 1_200_000).fullMonths).toBe(12)
    expect(chargeFor(whole, [period('1995-05-01', '2026-01-01')], 1_200_000).totalOre).toBe(0)
  })

  test('is a share for observers, and changes with the month they become members', () => {
    const both = [period('2025-09-01', '2026-07-01', 'observer'), period('2026-07-01')]
    expect(chargeFor(rules, both, 1_200_000)).toEqual({
      fullMonths: 6,
      observerMonths: 6,
      totalOre: 900_000,
    })
  })

  test('is never less than nothing nor more than the fee, and nothing without membership', () => {
    const day = fc
      .tuple(
        fc.integer({ min: 2024, max: 2028 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(
        ([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
      )
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { minLength: 2, maxLength: 2 }).map((days) => days.toSorted()),
        fc.record({
          year: fc.constant(2026),
          joining: fc.constantFrom('whole-year' as const, 'by-month' as const, 'free' as const),
          leaving: fc.constantFrom('whole-year' as const, 'by-month' as const),
          observerPercent: fc.integer({ min: 0, max: 100 }),
        }),
        fc.integer({ min: 0, max: 10_000_000 }),
        ([since = '', until = ''], schedule, full) => {
          const { totalOre, fullMonths } = chargeFor(schedule, [period(since, until)], full)
          expect(totalOre).toBeGreaterThanOrEqual(0)
          expect(totalOre).toBeLessThanOrEqual(full)
          expect(Number.isInteger(totalOre)).toBe(true)
          if (until <= '2026-01-01' || since > '2026-12-31') expect(fullMonths).toBe(0)
          else if (schedule.joining === 'whole-year' && schedule.leaving === 'whole-year')
            expect(fullMonths).toBe(12)
        },
      ),
    )
    expect(chargeFor(rules, [], 1_200_000).totalOre).toBe(0)
  })
})

describe('the simulator', () => {
  const payers = fc.array(
    fc.record({ code: fc.string(), name: fc.string(), kind: someKind, inhabitants: somePeople }),
  )

  test('adds up: income is the sum of the fees, and everybody pays more, less or the same', () => {
    fc.assert(
      fc.property(payers, someTerms, someTerms, (all, now, then) => {
        const result = simulate(all, now, then)
        expect(result.thenOre).toBe(result.fees.reduce((sum, { thenOre }) => sum + thenOre, 0))
        expect(result.thenOre - result.nowOre).toBe(
          result.fees.reduce((sum, { changeOre }) => sum + changeOre, 0),
        )
        expect(result.more + result.less + result.same).toBe(all.length)
        expect(result.spreadThen).toEqual(result.spreadThen.toSorted((a, b) => a - b))
      }),
    )
  })

  test('says that nothing changes when the terms are the same', () => {
    const result = simulate(
      [{ code: '1382', name: 'Falkenberg', kind: 'municipality', inhabitants: 41_912 }],
      first,
      first,
    )
    expect(result).toMatchObject({ nowOre: 1_657_360, thenOre: 1_657_360, same: 1, more: 0, less: 0 })
  })
})
