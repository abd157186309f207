import type { Database } from '#database/tables.ts'
import { type ChartOfMember, chartOfMember } from '#domains/key-figures/index.ts'
import type { Asked } from '#platform/http/context.ts'
import type { Example } from './example-queries.ts'
import { textsOf } from './texts.ts'

/** The figures that an example is tied to, in its organisation, with the year of the measure marked if it is known. */
export async function chartsOf(
  asked: Asked<Database>,
  { figures, year, organisation }: Pick<Example, 'figures' | 'year' | 'organisation'>,
): Promise<ChartOfMember[]> {
  const l = asked.locale
  const moment = year === null ? {} : { moment: { year, label: textsOf(l).example.moment(year) } }
  const charts = await Promise.all(
    figures.map((figureId) => chartOfMember(asked, l, { figureId, code: organisation.code, ...moment })),
  )
  return charts.filter((chart) => chart !== null)
}
