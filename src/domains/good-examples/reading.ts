import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, type Subject } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Example, findExample } from './example-queries.ts'
import { isAsked } from './peers/peer-queries.ts'
import { textsOf } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** The pattern of an example's number in an address. */
export const exampleId = ':example{[0-9]{1,9}}'

/** The example of the address; it may have gone since the page was opened. */
export async function exampleIn(c: C): Promise<Example> {
  const example = await findExample(c.var.db, Number(c.req.param('example')))
  if (!example) throw new Problem(404, textsOf(c.var.locale).example.notFound)
  return example
}

/** The same, if everyone may read it. */
export async function publishedIn(c: C): Promise<Example> {
  const example = await exampleIn(c)
  if (example.state === 'published' && !example.hiddenAt) return example
  throw new Problem(404, textsOf(c.var.locale).example.notFound)
}

/** The organisation whose example the address names; nobody's when there is none. */
export async function ofExample(c: C): Promise<Subject> {
  const example = await findExample(c.var.db, Number(c.req.param('example')))
  return { organisationCode: example?.organisation.code }
}

/** Whether the one who asks may write an example: its organisation's own people and the secretariat. */
export function mayWrite(c: C, { organisation }: Example): boolean {
  return can(c.var.actor, 'examples.write', { organisationCode: organisation.code })
}

/**
 * Whether the one who asks may read an example: what is published everyone, what is hidden its writers, a draft its
 * writers and the colleagues who are asked to comment on it.
 */
export async function mayRead(c: C, example: Example): Promise<boolean> {
  if (example.state === 'published' && !example.hiddenAt) return true
  if (mayWrite(c, example)) return true
  const { actor, db } = c.var
  if (example.state !== 'draft' || !actor || !can(actor, 'network.use')) return false
  return isAsked(db, example.id, actor.personId)
}
