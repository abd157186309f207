import { z } from 'zod'
import { goodExample, listGoodExamples } from '#domains/api/index.ts'
import { figureNamed, findFigure, findOrganisation, organisationNamed } from '../naming.ts'
import { textsOf } from '../texts.ts'
import { inLanguage, tool } from '../tool.ts'

/** What others did that worked. */
export const findGoodExamples = tool({
  name: 'find_good_examples',
  title: 'Find good examples',
  description:
    'Finds what Swedish municipalities and regions did that worked, by words, key figure or organisation, newest first.',
  input: z.object({
    text: z.string().min(1).max(100).optional().describe('Words to find, in Swedish or English'),
    figure: figureNamed.optional(),
    organisation: organisationNamed.optional(),
    limit: z.number().int().min(1).max(50).default(10),
    ...inLanguage,
  }),
  output: z.object({ examples: z.array(goodExample) }),
  run: async (asked, { text, figure: id, organisation: typed, limit, language }) => {
    const figure = id === undefined ? undefined : await findFigure(asked, id)
    const one = typed === undefined ? undefined : await findOrganisation(asked, typed)
    const { items } = await listGoodExamples(asked, {
      text,
      figure: figure && [figure.id],
      organisation: one && [one.code],
      limit,
      lang: language,
    })
    const say = textsOf(asked.l)
    const madeUp = items.some(({ made_up }) => made_up)
    return {
      words: [say.examples(items.length), ...items.map(say.example), ...(madeUp ? [say.madeUp] : [])],
      data: { examples: items },
    }
  },
})
