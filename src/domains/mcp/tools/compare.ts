import { z } from 'zod'
import {
  type Asked,
  comparing,
  figureAddress,
  groupName,
  rank,
  rankItem,
  statistics,
  statisticsItem,
  trend,
  trendItem,
  voiceOf,
} from '#domains/api/index.ts'
import {
  amount,
  type FigureView,
  figureTitle,
  medianSentence,
  placeSentence,
  pointSentence,
  type Standing,
  takeaway,
} from '#domains/key-figures/index.ts'
import { inLanguage as say } from '#platform/i18n.ts'
import { figureNamed, findFigure, findOrganisation, organisationNamed } from '../naming.ts'
import { textsOf } from '../texts.ts'
import { inLanguage, tool } from '../tool.ts'

const compared = z.object({
  code: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  rank: rank.nullable(),
  trend,
  made_up: z.boolean(),
  words: z.string(),
  page: z.string(),
})

/** How some organisations stand in a figure: value, place among others with how sure it is, and which way it goes. */
export const compareOrganisations = tool({
  name: 'compare_organisations',
  title: 'Compare municipalities',
  description:
    'Compares one to seven municipalities or regions in a key figure: value, place in a group with the interval that the place is likely in, distance to the median, and the trend by a stated test. The group is by default the most similar municipalities of the first one.',
  input: z.object({
    figure: figureNamed,
    organisations: z.array(organisationNamed).min(1).max(7).describe('The first one decides the group'),
    group: groupName
      .exclude(['list'])
      .default('similar')
      .describe('Whom to compare among: members, sweden, county, skr (same SKR group) or similar'),
    year: z.number().int().min(1900).max(2200).optional().describe('Else the latest year with a value'),
    ...inLanguage,
  }),
  output: z.object({
    figure: z.string(),
    year: z.int().nullable(),
    statistics: statistics.nullable(),
    organisations: z.array(compared),
    source: z.string(),
    made_up: z.boolean(),
  }),
  run: async (asked, { figure: id, organisations, group, year }) => {
    const figure = await findFigure(asked, id)
    const [mine, ...others] = await Promise.all(organisations.map((typed) => findOrganisation(asked, typed)))
    const among = await comparing(asked, { figure: [figure.id], group }, mine?.code)
    const view = await among.view(
      figure,
      year ?? null,
      others.map(({ code }) => code),
    )
    const standings = [...(view.mine ? [view.mine] : []), ...view.others]
    const items = standings.map((standing) => comparedItem(asked, view, standing))
    const [summary = null] = view.year === null ? [] : statisticsItem(asked, among, view, view.year)
    const madeUp = items.some(({ made_up }) => made_up) || (summary?.made_up ?? false)
    const t = textsOf(asked.l)
    const source = say(figure.producer, asked.l)
    const words = [
      figureTitle(figure, asked.l),
      takeaway(view, voiceOf(asked)),
      ...(summary ? [t.group(summary, (value) => amount(figure, value, voiceOf(asked)))] : []),
      ...items.map((item) => item.words),
      t.sources([source]),
      ...(madeUp ? [t.madeUp] : []),
      t.page(
        figureAddress(
          asked,
          figure.id,
          chosenIn(
            mine?.code,
            others.map(({ code }) => code),
          ),
        ),
      ),
    ]
    return {
      words,
      data: {
        figure: figure.id,
        year: view.year,
        statistics: summary,
        organisations: items,
        source,
        made_up: madeUp,
      },
    }
  },
})

function comparedItem(asked: Asked, view: FigureView, standing: Standing): z.output<typeof compared> {
  const { organisation, current } = standing
  const voice = voiceOf(asked)
  const own = trendItem(asked, view, standing)
  const ranked = rankItem(view, standing)
  const words = [
    current
      ? `${pointSentence(view.figure, organisation.name, current, voice)}.`
      : textsOf(asked.l).noValue(organisation.name),
    ranked ? placeSentence(standing, ranked.of, voice) : '',
    medianSentence(view, standing, voice),
    own.sentence,
  ]
  return {
    code: organisation.code,
    name: organisation.name,
    value: current?.value ?? null,
    rank: ranked,
    trend: own,
    made_up: own.made_up || current?.basis === 'made-up',
    words: words.filter(Boolean).join(' '),
    page: own.page,
  }
}

function chosenIn(mine: string | undefined, others: string[]): string {
  const also = others.length > 0 ? `&med=${others.join()}` : ''
  return mine ? `?kommun=${mine}${also}` : ''
}
