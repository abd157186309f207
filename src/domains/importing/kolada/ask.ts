import type { z } from 'zod'
import type { AnswerMark, PoliteClient } from '#platform/fetch/polite-client.ts'
import { ImportFault } from '../import-fault.ts'

interface Page<T> {
  values: T[]
  next_url: string | null
  count: number
}

/** All items of a question, page after page; null when the source says that nothing has changed. */
export interface AllPages<T> {
  items: T[] | null
  marks: Map<string, AnswerMark>
}

/** More pages than any question of ours can have. */
const mostPages = 200

/**
 * Reads every page of a question and holds each to the contract. A question whose first page has not changed is not
 * read on. Throws when a page does not fit, says another number of items than it has, or leads in a circle.
 */
export async function askAllPages<T>(
  client: PoliteClient,
  address: string,
  schema: z.ZodType<Page<T>>,
  known: Map<string, AnswerMark>,
): Promise<AllPages<T>> {
  const marks = new Map<string, AnswerMark>()
  const items: T[] = []
  const seen = new Set<string>()
  for (let next: string | null = address; next !== null; ) {
    if (seen.has(next) || seen.size >= mostPages) throw new ImportFault('pages-in-a-circle', next)
    seen.add(next)
    // Only a first page alone can be told from its mark; those of later pages follow it.
    const answer = await client.get(next, next === address ? known.get(address) : undefined)
    if (!answer.changed) return { items: null, marks }
    const page = schema.safeParse(answer.json)
    if (!page.success) throw new ImportFault('changed-shape', whereOf(page.error))
    const { values, count, next_url } = page.data
    if (count !== values.length) throw new ImportFault('count-differs', `${values.length} ≠ ${count}`)
    for (const value of values) items.push(value)
    if (next === address && next_url === null) marks.set(address, answer.mark)
    next = next_url
  }
  return { items, marks }
}

/** Where an answer does not fit, and how. */
export function whereOf(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.')}: ${issue.message}` : ''
}
