import type { Asked } from './asked.ts'
import { type OperationId, shownOf } from './operation.ts'
import { operations } from './operations.ts'
import { Refusal } from './problem.ts'

/** The first item that each example is answered with now, to be shown on the reference page. */
export type ExampleAnswers = Map<OperationId, { example: string; item: object | undefined }>

/** What an association without such facts has no answer to is shown without one. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
}

/** Asks every example of the reference page. */
export async function exampleAnswers(asked: Asked): Promise<ExampleAnswers> {
  const answers = await Promise.all(
    operations.map(async ({ id, example, named, answer }) => {
      const [path = '', query = ''] = example.split('?')
      const name = named === null ? '' : (path.split('/').at(-1) ?? '')
      const given = await answer(asked, new URLSearchParams(query), name).catch(unlessRefused)
      if (!given) return [id, { example, item: undefined }] as const
      const item = given.kind === 'one' ? given.item : given.page.items[0]
      return [id, { example, item: item && shownOf(item, given.fields) }] as const
    }),
  )
  return new Map(answers)
}
