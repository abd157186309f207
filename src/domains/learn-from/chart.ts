import { type FigureView, lineChartOf, type Voice } from '#domains/key-figures/index.ts'
import type { ChartSpec } from '#ui/charts/types.ts'
import type { Suggestion } from './suggestions.ts'
import { textsOf } from './texts.ts'
import { paceOf } from './words.ts'

const height = 240

/** How somebody to learn from has developed beside mine and the mean of the group. */
export function suggestionChart(view: FigureView, { standing }: Suggestion, voice: Voice): ChartSpec {
  const t = textsOf(voice.l).suggestion
  const { code, name } = standing.organisation
  return {
    kind: 'line',
    props: {
      ...lineChartOf({ ...view, others: [standing] }, voice),
      id: `lar-av-${code}`,
      title: view.mine ? t.chart(name, view.mine.organisation.name) : t.chartAlone(name),
      summary: t.chartSummary(name, paceOf(view.figure, standing, voice), standing.trend.since),
      targets: [],
      height,
    },
  }
}
