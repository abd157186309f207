import { z } from 'zod'
import { comparing, figureAddress, groupName, trend, trendItem, voiceOf } from '#domains/api/index.ts'
import { change, figureTitle, mostImproved, groupName as nameOfGroup } from '#domains/key-figures/index.ts'
import { inLanguage as say } from '#platform/i18n.ts'
import { figureNamed, findFigure, findOrganisation, organisationNamed } from '../naming.ts'
import { textsOf } from '../texts.ts'
import { inLanguage, tool } from '../tool.ts'

/** From whom there is something to learn. */
export const findMostImproved = tool({
  name: 'find_most_improved',
  title: 'Find who improved most',
  description:
    'Finds the municipalities whose trend in a key figure goes the right way fastest, by the same statistical test as the site: a good start for finding whom to learn from.',
  input: z.object({
    figure: figureNamed,
    group: groupName
      .exclude(['list'])
      .default('members')
      .describe('Among whom: members, sweden, or county, skr and similar, which need an organisation'),
    organisation: organisationNamed
      .optional()
      .describe('The organisation that county, skr and similar start from'),
    since: z.number().int().min(1900).max(2200).optional().describe('Judge the trend from this year on'),
    limit: z.number().int().min(1).max(20).default(5),
    ...inLanguage,
  }),
  output: z.object({
    figure: z.string(),
    improved: z.int(),
    of: z.int(),
    organisations: z.array(trend),
    source: z.string(),
    made_up: z.boolean(),
  }),
  run: async (asked, { figure: id, group, organisation, since, limit }) => {
    const figure = await findFigure(asked, id)
    const mine = organisation === undefined ? undefined : await findOrganisation(asked, organisation)
    const among = await comparing(asked, { figure: [figure.id], group, since }, mine?.code)
    const view = await among.view(figure, null)
    const improved = mostImproved(view)
    const items = improved.slice(0, limit).map((standing) => trendItem(asked, view, standing))
    const madeUp = items.some(({ made_up }) => made_up)
    const source = say(figure.producer, asked.l)
    const t = textsOf(asked.l)
    const voice = voiceOf(asked)
    const words = [
      figureTitle(figure, asked.l),
      t.improved(nameOfGroup(view, voice), improved.length, view.members.length),
      ...items.map((item, index) =>
        t.improver(index + 1, item, change(figure, item.change_per_year ?? 0, voice)),
      ),
      t.sources([source]),
      ...(madeUp ? [t.madeUp] : []),
      t.page(figureAddress(asked, figure.id, mine ? `?kommun=${mine.code}` : '')),
    ]
    return {
      words,
      data: {
        figure: figure.id,
        improved: improved.length,
        of: view.members.length,
        organisations: items,
        source,
        made_up: madeUp,
      },
    }
  },
})
