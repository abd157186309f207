import type { z } from 'zod'
import type { Asked } from './asked.ts'
import type { ListQuestion, Page } from './paging.ts'
import { Refusal } from './problem.ts'
import { readQuestion, shortened } from './question.ts'
import { type Texts, textsOf } from './texts.ts'

export type OperationId = keyof Texts['operations']

/** What the address of one thing takes beside the name of the thing. */
export interface OneQuestion {
  fields?: string[] | undefined
  lang: 'sv' | 'en'
}

/** One address of the API: what it takes, what it answers with, and how. Routes and documentation are made of these. */
export interface Operation {
  id: OperationId
  /** As in OpenAPI: `/figures/{id}`. */
  path: string
  query: z.ZodObject
  /** What one item of the answer is. */
  item: z.ZodObject
  /** The name of the thing in the address, for the address of one thing. */
  named: string | null
  /** What stands after the root of the API in an example that works. */
  example: string
  /** Understands a request and answers it. Throws {@link Refusal}. */
  answer: (asked: Asked, query: URLSearchParams, name: string) => Promise<Answer>
}

/** What a request is answered with: a page of items, or one thing. `fields` null means all. */
export type Answer = { fields: string[] | null } & (
  | { kind: 'list'; page: Page<object> }
  | { kind: 'one'; item: object }
)

/** An item with the fields that were asked for. */
export function shownOf(item: object, fields: string[] | null): object {
  if (!fields) return item
  return Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)))
}

type Item<T extends object> = z.ZodObject & z.ZodType<T>

/** An address that answers with a list, a page at a time. */
export function listing<Q extends ListQuestion, T extends object>(spec: {
  id: OperationId
  path: string
  query: z.ZodObject & z.ZodType<Q>
  item: Item<T>
  example: string
  read: (asked: Asked, question: Q) => Promise<Page<T>>
}): Operation {
  return {
    ...spec,
    named: null,
    answer: async (asked, query) => {
      const question = readQuestion(spec.query, query, textsOf(asked.l))
      return { kind: 'list', page: await spec.read(asked, question), fields: question.fields ?? null }
    },
  }
}

/** An address that answers with one thing, named in the address. */
export function single<Q extends OneQuestion, T extends object>(spec: {
  id: OperationId
  path: string
  query: z.ZodObject & z.ZodType<Q>
  item: Item<T>
  named: string
  example: string
  read: (asked: Asked, name: string, question: Q) => Promise<T | undefined>
}): Operation {
  return {
    ...spec,
    answer: async (asked, query, name) => {
      const t = textsOf(asked.l)
      const question = readQuestion(spec.query, query, t)
      const item = await spec.read(asked, name, question)
      if (!item)
        throw new Refusal('not-found', t.problems.nothing(shortened(name), spec.path.split('/{')[0] ?? ''))
      return { kind: 'one', item, fields: question.fields ?? null }
    },
  }
}
