import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Contender, type Place, placeOfOne, placesToShow, rankPlaces } from './ranks.ts'

const direction = fc.constantFrom('up' as const, 'down' as const)
/** Contenders with 0 to 8 years of values, the last of which is ranked. */
const contenders = fc
  .array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.map((values, index) => contender(`${1000 + index}`, values)))
const few = { rounds: 100 }

describe('places', () => {
  test('equal values share a place and the next is skipped', () => {
    const places = rankPlaces([steady('a', 3), steady('b', 9), steady('c', 5), steady('d', 5)], 'up')
    expect(places.map(({ code, place, shared }) => [code, place, shared])).toEqual([
      ['b', 1, 1],
      ['c', 2, 2],
      ['d', 2, 2],
      ['a', 4, 1],
    ])
  })

  test('the lowest is first when down is the right way', () => {
    expect(rankPlaces([steady('a', 3), steady('b', 9)], 'down').map(({ code }) => code)).toEqual(['a', 'b'])
  })

  test('one more than the number of better ones, and between 1 and n', () => {
    fc.assert(
      fc.property(contenders, direction, (all, way) => {
        const places = rankPlaces(all, way, few)
        expect(places).toHaveLength(all.length)
        for (const { value, place, shared } of places) {
          expect(place).toBe(
            1 + all.filter((one) => (way === 'up' ? one.value > value : one.value < value)).length,
          )
          expect(shared).toBe(all.filter((one) => one.value === value).length)
        }
      }),
    )
  })

  test('one asked for alone gets the place, and the likely places, that it has among all', () => {
    fc.assert(
      fc.property(contenders, direction, (all, way) => {
        for (const place of rankPlaces(all, way)) expect(placeOfOne(place.code, all, way)).toEqual(place)
      }),
      { numRuns: 30 },
    )
    expect(placeOfOne('nobody', [steady('a', 3)], 'up')).toBeNull()
  })

  test('a better contender never improves my place, a worse one never changes it', () => {
    fc.assert(
      fc.property(contenders, fc.integer({ min: 0, max: 40 }), (all, value) => {
        const before = rankPlaces(all, 'up', few)
        const after = rankPlaces([...all, steady('new', value)], 'up', few)
        for (const mine of before) {
          const now = after.find(({ code }) => code === mine.code)
          expect(now?.place).toBe(mine.place + (value > mine.value ? 1 : 0))
        }
      }),
    )
  })
})

describe('the likely places', () => {
  test('lie between 1 and n and hold the place itself', () => {
    fc.assert(
      fc.property(contenders, direction, (all, way) => {
        for (const { place, likely } of rankPlaces(all, way, few)) {
          if (!likely) continue
          expect(likely.from).toBeGreaterThanOrEqual(1)
          expect(likely.from).toBeLessThanOrEqual(place)
          expect(likely.to).toBeGreaterThanOrEqual(place)
          expect(likely.to).toBeLessThanOrEqual(all.length)
        }
      }),
    )
  })

  test('are not known with fewer than five values', () => {
    const places = rankPlaces([contender('a', [1, 2, 3, 4]), contender('b', [1, 2, 3, 4, 5])], 'up')
    expect(places.map(({ code, likely }) => [code, likely !== null])).toEqual([
      ['b', true],
      ['a', false],
    ])
  })

  test('are exactly the place when everyone moves along a straight line', () => {
    const slopes = fc.uniqueArray(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(slopes, direction, (all, way) => {
        const lines = all.map((slope, index) =>
          contender(
            `${index}`,
            [0, 1, 2, 3, 4, 5].map((x) => 0.1 + slope * x),
          ),
        )
        for (const { place, likely } of rankPlaces(lines, way, few))
          expect(likely).toEqual({ from: place, to: place })
      }),
    )
  })

  test('are many among noisy ones that lie close, and one where the gap is wide', () => {
    const noisy = (code: string, level: number) =>
      contender(
        code,
        [3, -2, 1, -3, 2, 0, -1, 0].map((e) => level + e),
      )
    const places = rankPlaces([noisy('a', 10), noisy('b', 11), noisy('c', 12), noisy('d', 99)], 'up')
    const likely = Object.fromEntries(places.map((place) => [place.code, place.likely]))
    expect(likely.d).toEqual({ from: 1, to: 1 })
    expect(likely.b).toEqual({ from: 2, to: 4 })
  })

  test('leave out what happens in less than one round of twenty on either side', () => {
    const odd = (years: number) => contender('a', [8, ...Array.from({ length: years - 1 }, () => 0)])
    const likely = (years: number, way: 'up' | 'down') =>
      rankPlaces([odd(years), steady('b', 5)], way).find(({ code }) => code === 'a')?.likely
    // One year of eight stands out: it passes b in an eighth of the rounds. One of forty: too seldom to count.
    expect(likely(8, 'up')).toEqual({ from: 1, to: 2 })
    expect(likely(40, 'up')).toEqual({ from: 2, to: 2 })
    expect(likely(8, 'down')).toEqual({ from: 1, to: 2 })
    expect(likely(40, 'down')).toEqual({ from: 1, to: 1 })
  })

  test('are the same every time and in whatever order the contenders come', () => {
    fc.assert(
      fc.property(contenders, direction, (all, way) => {
        expect(rankPlaces(all.toReversed(), way, few)).toEqual(rankPlaces(all, way, few))
      }),
    )
  })
})

describe('the short list', () => {
  test('shows the top three, the one above me, me and the one below, with gaps marked', () => {
    expect(placesToShow(ranking(20), '9')).toEqual([0, 1, 2, null, 8, 9, 10, null])
    expect(placesToShow(ranking(20), '4')).toEqual([0, 1, 2, 3, 4, 5, null])
    expect(placesToShow(ranking(20), '0')).toEqual([0, 1, 2, null])
    expect(placesToShow(ranking(20), null)).toEqual([0, 1, 2, null])
    expect(placesToShow(ranking(20), 'elsewhere')).toEqual([0, 1, 2, null])
  })

  test('never shows the last, unless it is me', () => {
    expect(placesToShow(ranking(20), '18')).toEqual([0, 1, 2, null, 17, 18, null])
    expect(placesToShow(ranking(20), '19')).toEqual([0, 1, 2, null, 18, 19])
    expect(placesToShow(ranking(3), '0')).toEqual([0, 1, null])
    expect(placesToShow(ranking(2), '1')).toEqual([0, 1])
  })

  test('shows everyone of the first three when they share the first place, and one alone', () => {
    expect(placesToShow(rankPlaces([steady('a', 1), steady('b', 1)], 'up'), null)).toEqual([0, 1])
    expect(placesToShow(ranking(1), null)).toEqual([0])
    expect(placesToShow([], null)).toEqual([])
  })

  test('holds no row twice, keeps their order, marks every gap, and holds me', () => {
    fc.assert(
      fc.property(contenders, fc.nat(14), (all, index) => {
        const places = rankPlaces(all, 'up', few)
        const me = places[index]?.code ?? null
        const rows = placesToShow(places, me)
        const shown = rows.filter((row) => row !== null)
        expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b))
        if (me) expect(shown).toContain(index)
        const lastPlace = places.at(-1)?.place ?? 0
        for (const row of shown) {
          if (row !== index && lastPlace > 1) expect(places[row]?.place).toBeLessThan(lastPlace)
        }
        const holes = shown.filter((row, i) => row !== (shown[i - 1] ?? -1) + 1).length
        const more = (shown.at(-1) ?? -1) < places.length - 1 ? 1 : 0
        expect(rows.filter((row) => row === null)).toHaveLength(holes + more)
      }),
    )
  })
})

function contender(code: string, values: number[]): Contender {
  const points = values.map((value, index) => ({ year: 2000 + index, value }))
  return { code, points, value: values.at(-1) ?? 0 }
}

function steady(code: string, value: number, years = 6): Contender {
  return contender(
    code,
    Array.from({ length: years }, () => value),
  )
}

function ranking(count: number): Place[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `${index}`,
    value: count - index,
    place: index + 1,
    shared: 1,
    likely: null,
  }))
}
