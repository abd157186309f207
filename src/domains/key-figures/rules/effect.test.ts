import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EffectQuestion, effectOf, fewestCompared, type MeasuredEffect } from './effect.ts'

const flat = (value: number, from = 2014, to = 2024) => line(from, to, () => value)

function line(from: number, to: number, value: (year: number) => number) {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    year: from + index,
    value: value(from + index),
  }))
}

/** So many that hardly move, each a little different. */
const quiet = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    code: `${2000 + index}`,
    points: line(2014, 2024, (year) => 10 + (year > 2019 ? (index - count / 2) / 100 : 0)),
  }))

const question = (changes: Partial<EffectQuestion> = {}): EffectQuestion => ({
  mine: line(2014, 2024, (year) => (year > 2019 ? 5 : 10)),
  others: quiet(20),
  year: 2019,
  breakYears: [],
  direction: 'down',
  ...changes,
})

function measured(changes: Partial<EffectQuestion> = {}): MeasuredEffect {
  const effect = effectOf(question(changes))
  if (effect.kind !== 'measured') throw new Error(`not measured: ${effect.why}`)
  return effect
}

describe('the bent curve', () => {
  test('is the change of mine less the mean change of those that did not do it', () => {
    // D. Card and A. B. Krueger, Minimum Wages and Employment, American Economic Review 84 (1994), table 3: New
    // Jersey from 20.44 to 21.03, Pennsylvania from 23.33 to 21.17; printed as 2.76, from numbers not yet rounded.
    const pennsylvania = Array.from({ length: 9 }, (_, index) => ({
      code: `${index}`,
      points: line(1989, 1995, (year) => (year < 1992 ? 23.33 : 21.17)),
    }))
    const { mine, others, effect } = measured({
      mine: line(1989, 1995, (year) => (year < 1992 ? 20.44 : 21.03)),
      others: pennsylvania,
      year: 1992,
      direction: 'up',
    })
    expect(mine.change).toBeCloseTo(0.59, 10)
    expect(others.change).toBeCloseTo(-2.16, 10)
    expect(effect).toBeCloseTo(2.75, 10)
  })

  test('leaves the year of the measure out, and looks three years back and three ahead', () => {
    const { years } = measured({
      mine: line(2010, 2024, (year) => (year === 2019 ? 999 : year > 2019 ? 5 : 10)),
    })
    expect(years).toEqual({ before: [2016, 2017, 2018], after: [2020, 2021, 2022] })
  })

  test('bent the right way when hardly any of the others would have bent as much by chance', () => {
    const { bend, place, p } = measured()
    expect(bend).toBe('right')
    expect(place).toEqual({ better: 20, of: 20, tenths: 10 })
    expect(p).toBeCloseTo(1 / 21, 12)
  })

  test('bent the wrong way is said as plainly', () => {
    const { bend, good, place } = measured({ direction: 'up' })
    expect(bend).toBe('wrong')
    expect(good).toBe(false)
    expect(place).toEqual({ better: 20, of: 20, tenths: 10 })
  })

  test('is not told apart when mine moves as the others do', () => {
    for (const after of [9.95, 10, 10.05]) {
      const mine = line(2014, 2024, (year) => (year > 2019 ? after : 10))
      expect(measured({ mine })).toMatchObject({ bend: 'unclear' })
    }
  })

  test('tells when the curve went its own way already before', () => {
    const falling = line(2010, 2024, (year) => 30 - (year - 2010))
    const others = quiet(20).map(({ code, points }) => ({
      code,
      points: [...flat(10, 2010, 2013), ...points],
    }))
    expect(measured({ mine: falling, others })).toMatchObject({ bend: 'right', earlier: 'right' })
    const bent = line(2010, 2024, (year) => (year > 2019 ? 5 : 10))
    expect(measured({ mine: bent, others })).toMatchObject({ bend: 'right', earlier: 'unclear' })
    expect(measured({ mine: bent.slice(5) })).toMatchObject({ bend: 'right', earlier: null })
  })

  test('is compared with the most alike that have values in the very same years', () => {
    const [first, ...rest] = quiet(25)
    const gap = { code: '1999', points: flat(10).filter(({ year }) => year !== 2021) }
    const { compared } = measured({ others: [gap, ...(first ? [first] : []), ...rest] })
    expect(compared).toHaveLength(20)
    expect(compared.map(({ code }) => code)).toEqual(quiet(20).map(({ code }) => code))
  })
})

describe('the bent curve says nothing', () => {
  const why = (changes: Partial<EffectQuestion>) => effectOf(question(changes))

  test('without values', () => {
    expect(why({ mine: [] })).toMatchObject({ kind: 'unknown', why: 'no-values' })
  })

  test('across a break of method, be it in the very year of the measure', () => {
    for (const year of [2019, 2020]) {
      expect(why({ breakYears: [year] })).toMatchObject({ kind: 'unknown', why: 'break' })
    }
  })

  test('from a single year before or after, also when a break has cut off the rest', () => {
    expect(why({ mine: line(2018, 2024, () => 1) })).toMatchObject({ why: 'too-few-before', before: 1 })
    expect(why({ breakYears: [2018] })).toMatchObject({ why: 'too-few-before', before: 1 })
    expect(why({ breakYears: [2021] })).toMatchObject({ why: 'too-few-after', after: 1 })
  })

  test('before the years after have come', () => {
    expect(why({ year: 2023 })).toMatchObject({ why: 'too-early', before: 3, after: 1 })
  })

  test('when the first place alone would come too often by chance', () => {
    expect(fewestCompared).toBe(9)
    expect(why({ others: quiet(8) })).toMatchObject({ why: 'too-few-alike', alike: 8 })
    expect(measured({ others: quiet(9) }).bend).toBe('right')
  })
})

const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 11, maxLength: 11 })
const series = fc.array(values, { minLength: 10, maxLength: 21 }).map((all) =>
  all.map((numbers, index) => ({
    code: `${index}`,
    points: numbers.map((value, at) => ({ year: 2014 + at, value })),
  })),
)
const direction = fc.constantFrom('up' as const, 'down' as const)
const without = (all: EffectQuestion['others'], at: number) => ({
  mine: all[at]?.points ?? [],
  others: all.filter((_, index) => index !== at),
})

describe('the test over those that did nothing', () => {
  test('calls at most one in ten better, and at most one in ten worse, when nobody did anything', () => {
    fc.assert(
      fc.property(series, direction, (all, wanted) => {
        const bends = all.map((_, at) => measured({ ...without(all, at), direction: wanted }).bend)
        for (const bend of ['right', 'wrong']) {
          expect(bends.filter((one) => one === bend).length).toBeLessThanOrEqual(all.length / 10)
        }
      }),
    )
  })

  test('gives the same whatever happened to everyone in a year, and however high mine lies', () => {
    fc.assert(
      fc.property(series, values, fc.integer({ min: -99, max: 99 }), (all, shocks, height) => {
        const shocked = all.map(({ code, points }, at) => ({
          code,
          points: points.map(({ year, value }) => ({
            year,
            value: value + (shocks[year - 2014] ?? 0) + (at === 0 ? height : 0),
          })),
        }))
        const [plain, moved] = [measured(without(all, 0)), measured(without(shocked, 0))]
        expect(moved.effect).toBeCloseTo(plain.effect, 8)
      }),
    )
  })

  test('turns round when the other way is desired', () => {
    fc.assert(
      fc.property(series, (all) => {
        const [up, down] = [
          measured({ ...without(all, 0), direction: 'up' }),
          measured({ ...without(all, 0), direction: 'down' }),
        ]
        expect(up.effect).toBe(down.effect)
        expect(up.p).toBe(down.p)
        expect([up.bend, down.bend]).toEqual(
          up.bend === 'unclear'
            ? ['unclear', 'unclear']
            : up.bend === 'right'
              ? ['right', 'wrong']
              : ['wrong', 'right'],
        )
      }),
    )
  })

  test('does not care for the order of those compared with, nor of the years', () => {
    fc.assert(
      fc.property(series, (all) => {
        const { mine, others } = without(all, 0)
        const turned = others.toReversed().map(({ code, points }) => ({ code, points: points.toReversed() }))
        const [one, other] = [
          measured({ mine, others }),
          measured({ mine: mine.toReversed(), others: turned }),
        ]
        expect(other.effect).toBeCloseTo(one.effect, 8)
        expect(other.years).toEqual(one.years)
      }),
    )
  })
})
