import { z } from 'zod'
import { type Asked, listValueItems, value, voiceOf } from '#domains/api/index.ts'
import { amount, figureTitle, type KeyFigure } from '#domains/key-figures/index.ts'
import { figureNamed, findFigure, findOrganisation, organisationNamed } from '../naming.ts'
import { textsOf } from '../texts.ts'
import { inLanguage, tool } from '../tool.ts'

const most = 400
const year = z.number().int().min(1900).max(2200)

/** The values of some organisations in a figure, each with what must be said of it. */
export const lookUpValues = tool({
  name: 'look_up_values',
  title: 'Look up values',
  description:
    'Gives the values of a key figure for up to ten municipalities or regions, year by year, with source, comment, whether preliminary or estimated, why a value is missing, and whether it is made up for the demonstration.',
  input: z.object({
    figure: figureNamed,
    organisations: z.array(organisationNamed).min(1).max(10),
    from: year.optional().describe('The first year'),
    to: year.optional().describe('The last year'),
    as_known_at: z
      .string()
      .max(40)
      .optional()
      .describe('The values as they were known on that day (YYYY-MM-DD), before later corrections'),
    ...inLanguage,
  }),
  output: z.object({ values: z.array(value) }),
  run: async (asked, { figure: id, organisations, from, to, as_known_at, language }) => {
    const figure = await findFigure(asked, id)
    const chosen = await Promise.all(organisations.map((typed) => findOrganisation(asked, typed)))
    const { items } = await listValueItems(asked, {
      figure: [figure.id],
      organisation: chosen.map(({ code }) => code),
      from,
      to,
      as_known_at,
      limit: most,
      lang: language,
    })
    const say = textsOf(asked.l)
    const sources = [...new Set(items.map(({ source_title: title }) => title))]
    const words = [
      figureTitle(figure, asked.l),
      ...(items.length === 0 ? [say.noValues] : items.map((item) => sentence(asked, figure, item))),
      ...(sources.length > 0 ? [say.sources(sources)] : []),
      ...(items.some(({ made_up }) => made_up) ? [say.madeUp] : []),
      ...[...new Set(items.map(({ page }) => page))].map(say.page),
    ]
    return { words, data: { values: items } }
  },
})

/** "Falkenberg 2024: 4,2 ton/inv (preliminärt)", and what the organisation says of it. */
function sentence(asked: Asked, figure: KeyFigure, item: z.output<typeof value>): string {
  const voice = voiceOf(asked)
  const { t, l } = voice
  const said =
    item.value === null
      ? t.sentences.noValue(item.organisation_name, item.year, t.missing[item.missing ?? 'not-reported'])
      : t.sentences.point(
          item.organisation_name,
          item.year,
          amount(figure, item.value, voice),
          t.remark(l, item.basis, item.status === 'preliminary', item.deviation),
        )
  return item.comment ? `${said} – ${textsOf(l).comment(item.comment)}` : said
}
