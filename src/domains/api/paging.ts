import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Asked } from './asked.ts'
import { refuseParameters } from './problem.ts'
import { textsOf } from './texts.ts'

/** What names an item among the others of its list, in the order of the list. */
export type Key = (string | number)[]

/** What every question for a list says. */
export interface ListQuestion {
  limit: number
  cursor?: string | undefined
  fields?: string[] | undefined
  lang: 'sv' | 'en'
}

/** A part of a list, and where it goes on; `next` is null at the end. */
export interface Page<T> {
  items: T[]
  next: string | null
}

const cursorBody = z.tuple([z.string(), z.array(z.union([z.string(), z.number()]))])
const collator = new Intl.Collator('sv', { numeric: true })

/** Orders keys part by part, numbers in words by their size: 1a, 2, 10b. */
export function compareKeys(a: Key, b: Key): number {
  for (const [index, part] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    const order = compareParts(part, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareParts(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [String(a), String(b)]
  return collator.compare(one, other) || (one === other ? 0 : one < other ? -1 : 1)
}

/**
 * The page of a list that a question asks for. A cursor names the last item given, not a number of items, so that
 * nothing is given twice or left out when others come or go meanwhile.
 */
export function pageOf<T>(
  all: T[],
  keyOf: (item: T) => Key,
  question: ListQuestion,
  asked: Pick<Asked, 'l'>,
): Page<T> {
  const after = readCursor(question, asked)
  const ordered = all.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compareKeys(a.key, b.key))
  const rest = after ? ordered.filter(({ key }) => compareKeys(key, after) > 0) : ordered
  const given = rest.slice(0, question.limit)
  const last = given.at(-1)
  return {
    items: given.map(({ item }) => item),
    next: last && rest.length > given.length ? writeCursor(question, last.key) : null,
  }
}

/** A cursor to what comes after an item. It holds for the same question only. */
export function writeCursor(question: ListQuestion, key: Key): string {
  return Buffer.from(JSON.stringify([digestOf(question), key])).toString('base64url')
}

/** The key that a question's cursor names; null without a cursor. Throws a refusal for one of another question. */
export function readCursor(question: ListQuestion, { l }: Pick<Asked, 'l'>): Key | null {
  if (question.cursor === undefined) return null
  const parsed = cursorBody.safeParse(parse(Buffer.from(question.cursor, 'base64url').toString()))
  if (parsed.success && parsed.data[0] === digestOf(question)) return parsed.data[1]
  throw refuseParameters([{ parameter: 'cursor', detail: textsOf(l).problems.cursor }])
}

/** The key of a list that is paged in the database, in its own shape; null without a cursor. */
export function readKey<T>(shape: z.ZodType<T>, question: ListQuestion, asked: Pick<Asked, 'l'>): T | null {
  const key = readCursor(question, asked)
  if (!key) return null
  const parsed = shape.safeParse(key)
  if (parsed.success) return parsed.data
  throw refuseParameters([{ parameter: 'cursor', detail: textsOf(asked.l).problems.cursor }])
}

/** A page of a list that is paged in the database, of which one more than asked for was read. */
export function pageRead<T>(read: T[], keyOf: (item: T) => Key, question: ListQuestion): Page<T> {
  const items = read.slice(0, question.limit)
  const last = items.at(-1)
  return { items, next: last && read.length > items.length ? writeCursor(question, keyOf(last)) : null }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What is asked for, whatever is shown of it: how many, which fields and in which language may change on the way. */
function digestOf({ cursor, limit, fields, lang, ...asked }: ListQuestion): string {
  const words = JSON.stringify(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('sha256').update(words).digest('base64url').slice(0, 8)
}
