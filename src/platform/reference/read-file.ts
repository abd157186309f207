import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CsvError, parse } from 'csv-parse/sync'
import { isMap, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { inEveryLanguage, isUnspoken } from './every-language.ts'
import type { Faults } from './fault.ts'

/** A file of facts as read, with a hash that tells whether it has changed. */
export interface SourceFile {
  /** Path as people know it: `reference/regions.csv`. */
  file: string
  text: string
  hash: string
}

/** A row or entry, with the line that it stands on. */
export interface Located<T> {
  line: number
  row: T
}

/** Reads a file of a folder that people know by a name, as `reference`. */
export async function readSourceFile(folder: string, name: string, known = folder): Promise<SourceFile> {
  const text = await readFile(join(folder, name), 'utf8')
  return { file: `${known}/${name}`, text, hash: createHash('sha256').update(text).digest('hex') }
}

const record = z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) })

/**
 * Reads a CSV with a header. Rows that do not fit the schema become faults and are left out; a header that names a
 * column twice, or other columns than the schema, is one fault and nothing is read.
 */
export function readCsv<T>({ file, text }: SourceFile, schema: z.ZodType<T>, faults: Faults): Located<T>[] {
  const wrong: string[] = []
  const columns = (header: string[]) => {
    wrong.push(...headerFaults(header, schema))
    return header
  }
  try {
    const rows = z
      .array(record)
      .parse(parse(text, { columns, info: true, bom: true, skip_empty_lines: true }))
    if (wrong.length === 0) {
      return rows.flatMap(({ record: row, info }) => fitting(row, schema, file, info.lines, faults))
    }
  } catch (error) {
    if (!isCsvError(error)) throw error
    faults.add(file, Number(error.lines), `is not a well-formed CSV row: ${error.message}`)
  }
  for (const reason of wrong) faults.add(file, 1, reason)
  return []
}

function headerFaults(header: string[], schema: z.ZodType): string[] {
  const twice = header.filter((column, index) => header.indexOf(column) !== index)
  const wanted = schema instanceof z.ZodObject ? Object.keys(schema.shape) : header
  return [
    ...twice.map((column) => `the column ${column} stands twice`),
    ...wanted
      .filter((column) => !header.includes(column) && !isUnspoken(column))
      .map((column) => `the column ${column} is missing`),
    ...header
      .filter((column) => !wanted.includes(column))
      .map((column) => `the column ${column} is not known; expected ${wanted.join(', ')}`),
  ]
}

/** Reads a YAML list. Entries that do not fit the schema become faults at the line of the faulty field. */
export function readYamlList<T>(
  { file, text }: SourceFile,
  schema: z.ZodType<T>,
  faults: Faults,
): Located<T>[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: false })
  const at = (offset: number | undefined) => lines.linePos(offset ?? 0).line
  for (const error of document.errors)
    faults.add(file, at(error.pos[0]), error.message.split('\n')[0] ?? 'is not YAML')
  if (document.errors.length > 0) return []
  const contents = document.contents
  const items = contents && 'items' in contents && !isMap(contents) ? contents.items : undefined
  if (!items) {
    faults.add(file, 1, 'should be a list of entries')
    return []
  }
  return items.flatMap((item) => {
    const line = at(hasRange(item) ? item.range[0] : 0)
    const value: unknown = isMap(item) ? item.toJSON() : item
    return fitting(value, schema, file, line, faults, (field) =>
      isMap(item) ? at(rangeStart(item.get(field, true))) : line,
    )
  })
}

function fitting<T>(
  value: unknown,
  schema: z.ZodType<T>,
  file: string,
  line: number,
  faults: Faults,
  lineOf: (field: string) => number = () => line,
): Located<T>[] {
  const parsed = schema.safeParse(inEveryLanguage(value))
  if (parsed.success) return [{ line, row: parsed.data }]
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? '')
    const found = lineOf(field)
    faults.add(file, found > 1 || line === 1 ? found : line, `${path.join('.')}: ${message}`)
  }
  return []
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function rangeStart(node: unknown): number | undefined {
  return hasRange(node) ? node.range[0] : undefined
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'lines' in error && typeof error.lines === 'number'
}
