import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localeOf } from '#platform/i18n.ts'
import { compareKeys, type ListQuestion, pageOf, readCursor, writeCursor } from './paging.ts'
import { Refusal } from './problem.ts'

const asked = { l: localeOf('en') }
const question = (limit: number, cursor?: string): ListQuestion => ({ limit, cursor, lang: 'sv' })
const word = fc.stringMatching(/^[0-9a-zåäö]{1,4}$/)

/** Every page of a list, one after the other; `change` may change the list between two pages. */
function walk(
  list: string[],
  limit: number,
  change: (list: string[], page: number) => string[] = (all) => all,
) {
  const seen: string[] = []
  let cursor: string | undefined
  let now = list
  for (let page = 0; ; page += 1) {
    const { items, next } = pageOf(now, (item) => [item], question(limit, cursor), asked)
    seen.push(...items)
    if (next === null) return seen
    cursor = next
    now = change(now, page)
  }
}

describe('pages', () => {
  test('put together give every item once, whatever their size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (list, limit) => {
        const seen = walk(list, limit)
        expect(seen.toSorted()).toEqual(list.toSorted())
      }),
    )
  })

  test('give what stays once also when other items come and go meanwhile', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 4, maxLength: 30 }),
        fc.uniqueArray(word, { maxLength: 10 }),
        fc.nat(),
        (list, coming, seed) => {
          const leaving = new Set(list.filter((_, index) => (index + seed) % 3 === 0))
          const staying = list.filter((item) => !leaving.has(item))
          const seen = walk(list, 2, (all, page) => [
            ...new Set([...all.filter((item) => !leaving.has(item)), ...(page === 0 ? coming : [])]),
          ])
          expect(new Set(seen).size).toBe(seen.length)
          expect(seen).toEqual(expect.arrayContaining(staying))
        },
      ),
    )
  })

  test('come in the order of people: 1a, 2, 10b', () => {
    expect(walk(['10b', '1a', '2', '10a', 'utsläpp'], 2)).toEqual(['1a', '2', '10a', '10b', 'utsläpp'])
  })
})

describe('the order of keys', () => {
  const key = fc.array(fc.oneof(word, fc.integer({ min: 0, max: 3000 })), { minLength: 1, maxLength: 3 })

  test('tells any two different keys apart, the same way round each time', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b)) + Math.sign(compareKeys(b, a))).toBe(0)
        if (compareKeys(a, b) === 0) expect(a.map(String)).toEqual(b.map(String))
      }),
    )
  })
})

describe('a cursor', () => {
  test('leads back to its key, and holds when only the look of the answer changes', () => {
    const cursor = writeCursor({ ...question(10), lang: 'en', fields: ['code'] }, ['1b', 2023])
    expect(readCursor(question(500, cursor), asked)).toEqual(['1b', 2023])
  })

  test('of another question is refused, and so is anything else', () => {
    const cursor = writeCursor(question(10), ['1b'])
    const other: ListQuestion & { kind: string } = { ...question(10, cursor), kind: 'region' }
    expect(() => readCursor(other, asked)).toThrow(Refusal)
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(() => readCursor(question(10, text), asked)).toThrow(Refusal)
      }),
    )
  })
})
