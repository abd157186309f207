import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import {
  type CurrentReading,
  countyGroupIdOf,
  groupValue,
  kpiGroupIdOf,
  pageOf,
  skrGroupIdOf,
  statusOf,
} from './rules.ts'

const entries = z.array(z.object({ id: z.string() }))
const idsIn = async (name: string) =>
  entries.parse(parse(await readFile(`reference/key-figures/${name}.yaml`, 'utf8'))).map(({ id }) => id)

describe('the ids of groups', () => {
  test('are G and digits, each its own, below those of Kolada', async () => {
    const sets = await idsIn('sets')
    expect(sets.map(kpiGroupIdOf)).toEqual(['G2002', 'G2012', 'G2023', 'G1'])
    expect(kpiGroupIdOf('members')).toBe('G2')
    const codes = async (name: string) =>
      (await readFile(`reference/${name}.csv`, 'utf8'))
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0] ?? '')
    const ids = [
      'G1',
      'G2',
      ...(await codes('municipality-groups')).map(skrGroupIdOf),
      ...(await codes('counties')).map(countyGroupIdOf),
    ]
    expect(ids).toHaveLength(2 + 9 + 21)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) {
      expect(id).toMatch(/^G\d+$/)
      expect(Number(id.slice(1))).toBeLessThan(2328)
    }
  })
})

const reading = (changes: Partial<CurrentReading>): CurrentReading => ({
  code: '0114',
  year: 2023,
  value: 1,
  missing: null,
  madeUp: false,
  deviates: false,
  changedOn: '2026-01-01',
  ...changes,
})

describe('a value', () => {
  test.each([
    [{}, ''],
    [{ madeUp: true }, 'MadeUp'],
    [{ deviates: true }, 'Deviating'],
    [{ value: null, missing: 'not-reported' }, 'Missing'],
    [{ value: null, missing: 'not-measured' }, 'Missing'],
    [{ value: null, missing: 'not-applicable' }, 'NotApplicable'],
    [{ value: null, missing: 'confidential', madeUp: true }, 'Private'],
  ] satisfies [Partial<CurrentReading>, string][])('%j has the status "%s"', (changes, status) => {
    expect(statusOf(reading(changes))).toBe(status)
  })

  test('of a group is the mean of the members that have one, each counted once', () => {
    const group = { id: 'G1', changedOn: '2025-06-01' }
    const some = [
      reading({ value: 2 }),
      reading({ value: 4, changedOn: '2026-03-01' }),
      reading({ value: 100, deviates: true }),
      reading({ value: null, missing: 'not-reported' }),
    ]
    expect(groupValue(group, 2023, some)).toEqual({
      unit: 'G1',
      kind: 'G',
      year: 2023,
      count: 2,
      status: '',
      value: 3,
      changedOn: '2026-03-01',
    })
    expect(groupValue(group, 2023, [...some, reading({ madeUp: true })])?.status).toBe('MadeUp')
  })

  test('of a group is missing, never 0, when no member has one, and is not there when none was asked', () => {
    const group = { id: 'G1', changedOn: '2026-06-01' }
    const none = [reading({ value: null, missing: 'confidential' })]
    expect(groupValue(group, 2023, none)).toMatchObject({
      value: null,
      count: 0,
      status: 'Missing',
      changedOn: '2026-06-01',
    })
    expect(groupValue(group, 2023, [])).toBeNull()
  })
})

describe('pages', () => {
  test('put together are the list, and each leads to the next and back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (all, size) => {
        const seen: number[] = []
        let page: number | null = 1
        let before: number | null = null
        while (page !== null) {
          const { items, next, previous }: ReturnType<typeof pageOf<number>> = pageOf(all, page, size)
          expect(previous).toBe(before)
          expect(items.length).toBeLessThanOrEqual(size)
          seen.push(...items)
          before = page
          page = next
        }
        expect(seen).toEqual(all)
      }),
    )
  })

  test('beyond the end are empty and lead back to the last one', () => {
    expect(pageOf([1, 2, 3], 9, 2)).toEqual({ items: [], next: null, previous: 2 })
    expect(pageOf([], 9, 2)).toEqual({ items: [], next: null, previous: null })
  })
})
