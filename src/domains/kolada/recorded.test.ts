import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../tests/support/app.ts'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'

const objects = z.array(z.record(z.string(), z.unknown())).min(1)
const recordedSchema = z.object({
  kpi: objects,
  municipality: objects,
  municipality_groups: objects,
  data: objects,
  envelope: z.record(z.string(), z.unknown()),
})

let database: TestDatabase
let app: ReturnType<typeof testApp>
let recorded: z.output<typeof recordedSchema>
beforeAll(async () => {
  database = await loadedDatabase()
  app = testApp(database.db)
  recorded = recordedSchema.parse(JSON.parse(await readFile('tests/support/kolada-recorded.json', 'utf8')))
})
afterAll(() => database.drop())

const ask = async (path: string) => {
  const response = await app.request(`http://localhost:3000/kolada/v3${path}`)
  return z
    .object({ values: objects })
    .loose()
    .parse(await response.json())
}

/** What kind of thing stands at every place of some objects: `values[].count` → number. */
function shapeOf(some: unknown[]): Map<string, Set<string>> {
  const shape = new Map<string, Set<string>>()
  const look = (at: string, value: unknown) => {
    const kinds = shape.get(at) ?? new Set()
    shape.set(at, kinds.add(kindOf(value)))
    if (Array.isArray(value)) for (const one of value) look(`${at}[]`, one)
    else if (value instanceof Object)
      for (const [key, one] of Object.entries(value)) look(at === '' ? key : `${at}.${key}`, one)
  }
  for (const one of some) look('', one)
  return shape
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? 'day' : 'text'
  return Number.isInteger(value) ? 'whole number' : typeof value
}

/** Kinds that a reader of one takes as well as the other. */
const takes: Record<string, string> = { 'whole number': 'number', day: 'text' }

describe('beside the recorded answers of Kolada', () => {
  test.for([
    ['kpi', '/kpi'],
    ['municipality', '/municipality'],
    ['municipality_groups', '/municipality_groups'],
    ['municipality_groups', '/kpi_groups'],
    ['data', '/data/kpi/U97001,U97021/year/2022,2023'],
  ] as const)(
    '%s has the same keys in %s, and no kind of value that Kolada has not',
    async ([kind, path]) => {
      const [theirs, ours] = [shapeOf(recorded[kind]), shapeOf((await ask(path)).values)]
      expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort())
      const strange = [...ours].flatMap(([at, kinds]) =>
        [...kinds].filter((one) => {
          const known = theirs.get(at)
          return !known?.has(one) && !known?.has(takes[one] ?? one)
        }),
      )
      expect(strange).toEqual([])
    },
  )

  test('every object has every key, as theirs', async () => {
    for (const path of ['/kpi', '/municipality']) {
      const keys = (await ask(path)).values.map((one) => Object.keys(one).sort().join())
      expect(new Set(keys).size, path).toBe(1)
    }
  })

  test('the envelope is theirs', async () => {
    const { values, ...rest } = await ask('/data/kpi/U97001/municipality/0180/year/2023')
    expect(values).toHaveLength(1)
    expect(shapeOf([rest])).toEqual(shapeOf([recorded.envelope]))
  })

  test('none of our ids is one of theirs', async () => {
    const ids = (await ask('/kpi')).values.map(({ id }) => id)
    expect(recorded.kpi.filter(({ id }) => ids.includes(id))).toEqual([])
    const groups = (await ask('/municipality_groups')).values.map(({ id }) => id)
    expect(recorded.municipality_groups.filter(({ id }) => groups.includes(id))).toEqual([])
  })
})
