import { z } from 'zod'
import { paragraphs } from '#platform/http/form.ts'
import { decisions } from './rules.ts'

/** How a reviewer judges an application against a criterion. */
export const judgements = ['meets', 'on-the-way', 'lacks'] as const

/** The five social conditions under the fourth criterion, in the association's order. */
export const conditions = ['integrity', 'influence', 'competence', 'meaning', 'impartiality'] as const

const judgement = z.enum(['', ...judgements], 'judgement-missing').default('')
const words = paragraphs(3000)

/** A reviewer's own view; empty while it is not written. Also the form. */
export const viewSchema = z.object({
  judgement1: judgement,
  judgement2: judgement,
  judgement3: judgement,
  judgement4: judgement,
  words1: words,
  words2: words,
  words3: words,
  words4: words,
  integrity: words,
  influence: words,
  competence: words,
  meaning: words,
  impartiality: words,
  recommendation: z.enum(['', ...decisions], 'recommendation-missing').default(''),
  summary: words,
})
export type View = z.output<typeof viewSchema>

/** What a view lacks before it can be given: a judgement of every criterion and a recommendation. */
export function faultsInView(view: View): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of ['judgement1', 'judgement2', 'judgement3', 'judgement4'] as const) {
    if (view[field] === '') errors[field] = 'judgement-missing'
  }
  if (view.recommendation === '') errors.recommendation = 'recommendation-missing'
  return errors
}
