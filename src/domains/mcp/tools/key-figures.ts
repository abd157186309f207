import { z } from 'zod'
import { comparing, figure, figureItem } from '#domains/api/index.ts'
import { loadCatalogue } from '#domains/key-figures/index.ts'
import { figureNamed, findFigure } from '../naming.ts'
import { textsOf } from '../texts.ts'
import { inLanguage, tool } from '../tool.ts'

const short = figure.pick({
  id: true,
  name: true,
  unit: true,
  direction: true,
  set: true,
  producer: true,
  page: true,
})

/** What the municipalities are compared by. */
export const listKeyFigures = tool({
  name: 'list_key_figures',
  title: 'List the key figures',
  description:
    'Lists the sustainability key figures that Swedish eco-municipalities follow: emissions, waste, organic farming, transport and more, with id, unit and which way is better.',
  input: z.object({
    set: z
      .string()
      .max(40)
      .optional()
      .describe('Only one set: 2012 (the shared ones now followed), 2023, own'),
    ...inLanguage,
  }),
  output: z.object({ figures: z.array(short) }),
  run: async (asked, { set }) => {
    const catalogue = await loadCatalogue(asked)
    const figures = catalogue.figures
      .filter((one) => set === undefined || one.setId === set)
      .map((one) => short.parse(figureItem(asked, catalogue, one)))
    const say = textsOf(asked.l)
    return { words: [say.figures(figures.length), ...figures.map(say.figure)], data: { figures } }
  },
})

/** What one key figure means, how it is computed and for which years there are values. */
export const describeKeyFigure = tool({
  name: 'describe_key_figure',
  title: 'Describe a key figure',
  description:
    'Tells what a key figure measures, how it is computed, its source, target, changes of method, and the years that have values.',
  input: z.object({ figure: figureNamed, ...inLanguage }),
  output: z.object({ figure, years: z.array(z.int()), made_up: z.boolean() }),
  run: async (asked, { figure: id }) => {
    const one = await findFigure(asked, id)
    const item = figureItem(asked, await loadCatalogue(asked), one)
    const among = await comparing(asked, { figure: [one.id], group: 'sweden' }, undefined)
    const { years, madeUp } = await among.view(one, null)
    const say = textsOf(asked.l)
    const words = [
      ...say.description(item),
      say.years(years),
      ...(madeUp ? [say.madeUp] : []),
      say.page(item.page),
    ]
    return { words, data: { figure: item, years, made_up: madeUp } }
  },
})
