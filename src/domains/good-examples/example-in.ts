import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { type Example, findExample } from './example-queries.ts'
import { textsOf } from './texts.ts'

/** The example of the address; it may have gone since the page was opened. */
export async function exampleIn(c: Context<AppEnv<Database>>): Promise<Example> {
  const example = await findExample(c.var.db, Number(c.req.param('example')))
  if (!example) throw new Problem(404, textsOf(c.var.locale).example.notFound)
  return example
}
