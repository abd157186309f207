import { domains } from '../../src/app/domains.ts'
import { type Rule, ruleOf } from '../../src/domains/accounts/guard.ts'

/** A route of the program with the rule that it states; none is a fault. */
export interface Route {
  method: string
  path: string
  rule: Rule | undefined
}

/** Every route of every house, each address once. */
export function everyRoute(): Route[] {
  return domains.flatMap(({ routes: house, open }) => {
    const byAddress = new Map<string, Route>()
    for (const { method, path, handler } of house.routes) {
      if (method === 'ALL') continue
      const key = `${method} ${path}`
      const known = byAddress.get(key)
      const rule = known?.rule ?? ruleOf(handler) ?? (open ? 'open' : undefined)
      byAddress.set(key, { method, path, rule })
    }
    return [...byAddress.values()]
  })
}

/** A path with its parameters filled in: by a sample, else by something that fits the parameter's pattern. */
export function fillPath(path: string, valueFor: (name: string, pattern: string) => string): string {
  return path.replace(/:(\w+)(?:\{((?:[^{}]|\{[^}]*\})*)\})?\??/g, (_, name: string, pattern = '') =>
    valueFor(name, pattern),
  )
}

/** Something that fits a parameter's pattern: the first of its file names, else a number that nothing has. */
export function fitting(pattern: string): string {
  const digits = (count: string) => '9'.repeat(Number(count.split(',')[0] ?? 1))
  const name = pattern.replace(/\\d\{([\d,]+)\}/g, (_, count: string) => digits(count))
  if (name.includes('\\.')) return name.replace('\\.', '.').replace(/\((\w+)\|.*\)/, '$1')
  return /^9+$/.test(name) ? name : '999999999'
}
