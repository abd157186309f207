import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

// Those after the star gather from many subjects.
const downhill = [
  'accounts',
  'members',
  'key-figures',
  'statutes',
  'contacts',
  'fees',
  'good-examples',
  '*',
  'advocacy',
  'meetings',
  'partners',
  'operations',
  'learn-from',
  'search',
  'api',
  'open-data',
  'yearly-reports',
  'mcp',
  'site',
]
let files: Map<string, string>
let imports: Import[]

beforeAll(async () => {
  const found = await readdir('src', { recursive: true, withFileTypes: true })
  const names = found
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => normalize(join(entry.parentPath, entry.name)))
  files = new Map(await Promise.all(names.map(async (name) => [name, await readFile(name, 'utf8')] as const)))
  imports = [...files].flatMap(([from, text]) =>
    [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(
      ([, type, path = '']) => ({
        from,
        to: path.startsWith('#')
          ? `src/${path.slice(1)}`
          : path.startsWith('.')
            ? normalize(join(dirname(from), path))
            : path,
        typeOnly: Boolean(type),
      }),
    ),
  )
})

const layerOf = (path: string) => /^src\/(app|domains|ui|platform|database)\//.exec(path)?.[1]
const houseOf = (path: string) => /^src\/domains\/([^/]+)\//.exec(path)?.[1]
const roomOf = (path: string) => /^src\/domains\/[^/]+\/(.+)$/.exec(path)?.[1] ?? ''
const shown = (broken: Import[]) => broken.map(({ from, to }) => `${from} → ${to}`)
const rank = (house: string) => (downhill.includes(house) ? downhill.indexOf(house) : downhill.indexOf('*'))

describe('the arrows of the house', () => {
  test('are found at all', () => {
    expect(imports.length).toBeGreaterThan(200)
  })

  test('point from app to domains to ui to platform, never back', () => {
    const allowed: Record<string, string[]> = {
      app: ['app', 'domains', 'ui', 'platform', 'database'],
      domains: ['domains', 'ui', 'platform'],
      ui: ['ui', 'platform'],
      platform: ['platform'],
      database: ['database', 'platform'],
    }
    const broken = imports.filter(({ from, to, typeOnly }) => {
      const [layer, target] = [layerOf(from), layerOf(to)]
      if (!layer || !target || allowed[layer]?.includes(target)) return false
      // Kysely wants every table in one type; and every change goes through the one way that leaves a trace.
      const aboutTables = typeOnly && (to === 'src/database/tables.ts' || /\/tables\.ts$/.test(to))
      const changes = layer === 'domains' && to === 'src/database/act.ts'
      return !changes && !(aboutTables && layer !== 'ui')
    })
    expect(shown(broken)).toEqual([])
  })

  test('go into another domain only through its door, and only downhill', () => {
    const broken = imports.filter(({ from, to }) => {
      const [house, other] = [houseOf(from), houseOf(to)]
      if (!house || !other || house === other) return false
      return roomOf(to) !== 'index.ts' || rank(other) >= rank(house)
    })
    expect(shown(broken)).toEqual([])
  })

  test('pages never query', () => {
    const broken = imports.filter(
      ({ from, to, typeOnly }) => /\/pages\//.test(from) && /queries\.ts$/.test(to) && !typeOnly,
    )
    expect(shown(broken)).toEqual([])
  })

  test('rules lean on types, on d3 and on what counts days, check digits and numbers only', () => {
    const broken = imports.filter(
      ({ from, to, typeOnly }) =>
        /domains\/[^/]+\/rules(\/|\.ts$)/.test(from) &&
        !typeOnly &&
        !/\/rules(\/|\.ts$)/.test(to) &&
        !/^d3-|^src\/platform\/(days|luhn|read-number)\.ts$/.test(to),
    )
    expect(shown(broken)).toEqual([])
  })

  test('keep SQL in the rooms for queries', () => {
    const sql = /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/
    const broken = [...files.keys()].filter(
      (name) =>
        sql.test(files.get(name) ?? '') &&
        !/queries\.ts$|^src\/database\//.test(name) &&
        !/seeds(-\w+)?\.ts$|app\/app\.tsx$/.test(name),
    )
    expect(broken).toEqual([])
  })

  test('never form a circle', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, typeOnly } of imports)
      if (!typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (name: string, path: string[]) => {
      if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' → '))
      if (done.has(name) || path.includes(name)) return
      for (const next of edges.get(name) ?? []) walk(next, [...path, name])
      done.add(name)
    }
    for (const name of files.keys()) walk(name, [])
    expect(circles).toEqual([])
  })
})

describe('the rooms', () => {
  test('have names that tell their subject', async () => {
    const folders = (await readdir('src', { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isDirectory(),
    )
    const vague = folders.filter(({ name }) => /^(utils|helpers|common|shared|services|misc|lib)$/.test(name))
    expect(vague.map(({ name }) => name)).toEqual([])
  })

  test('hold files that can be read in one go: at most 250 lines, texts, seeds and migrations aside', () => {
    const long = [...files]
      .filter(([name]) => !/texts|statements|method\.|seeds|migrations|theme/.test(name))
      .filter(([, text]) => text.split('\n').length > 251)
      .map(([name, text]) => `${name}: ${text.split('\n').length}`)
    expect(long).toEqual([])
  })
})
