import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** What is wrong with an association's files, line by line; the start stops with it. */
export class AssociationFault extends Error {
  readonly lines: string[]

  constructor(lines: string[]) {
    super(['The association cannot be read:', ...lines].join('\n  '))
    this.lines = lines
  }
}

/** A file as it was read, with the line of each field. */
export interface Read<T> {
  value: T
  lineOf: (field: readonly PropertyKey[]) => number
}

/** Reads a YAML file that must fit a schema. Throws {@link AssociationFault} with every fault and its line. */
export function readYaml<T>(path: string, schema: z.ZodType<T>, missing: string): Read<T> {
  let written: string
  try {
    written = readFileSync(path, 'utf8')
  } catch {
    throw new AssociationFault([`${path} is missing. ${missing}`])
  }
  const counter = new LineCounter()
  const document = parseDocument(written, { lineCounter: counter })
  const at = (offset: number) => counter.linePos(offset).line
  if (document.errors.length > 0) {
    throw new AssociationFault(
      document.errors.map((error) => `${path}:${at(error.pos[0])}: ${error.message.split('\n')[0]}`),
    )
  }
  // What is missing has no line of its own; it is told at the nearest thing that stands there.
  const lineOf = (field: readonly PropertyKey[]): number => {
    for (let depth = field.length; depth > 0; depth -= 1) {
      const node = document.getIn(field.slice(0, depth).map(step), true)
      if (hasRange(node)) return at(node.range[0])
    }
    return 1
  }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { value: parsed.data, lineOf }
  throw new AssociationFault(
    parsed.error.issues.map(
      ({ path: field, message }) => `${path}:${lineOf(field)}: ${field.map(String).join('.')}: ${message}`,
    ),
  )
}

const step = (key: PropertyKey) => (typeof key === 'number' ? key : String(key))

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
