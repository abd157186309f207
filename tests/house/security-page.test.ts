import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const text = readFileSync('docs/security.md', 'utf8')
const cited = [...text.matchAll(/`([\w./*-]+\.(?:tsx?|mjs))`(?: › ([^|;`(]+))?/g)].map(
  ([, file = '', names = '']) => ({ file, names: names.split(',').map((name) => name.trim()) }),
)

/** A file by its path, or by its name alone where it was named before. */
function pathsOf(file: string): string[] {
  if (file.includes('/')) return file.includes('*') ? globSync(file) : existsSync(file) ? [file] : []
  return globSync([`src/**/${file}`, `tests/**/${file}`])
}

test('every file that the page on security cites is there', () => {
  expect(cited.length).toBeGreaterThan(60)
  expect(cited.filter(({ file }) => pathsOf(file).length === 0).map(({ file }) => file)).toEqual([])
})

test('and every test that it cites is in that file', () => {
  const missing = cited
    .filter(({ file }) => file.endsWith('.test.ts') || file.endsWith('.test.tsx'))
    .flatMap(({ file, names }) => {
      const tests = pathsOf(file)
        .map((path) => readFileSync(path, 'utf8').replaceAll('’', "'"))
        .join('\n')
      return names
        .filter((name) => name && !tests.includes(name.replaceAll('’', "'")))
        .map((name) => `${file} › ${name}`)
    })
  expect(missing).toEqual([])
})
