import { inLanguage } from '#platform/i18n.ts'
import type { LineChartProps, LineSeries } from '#ui/charts/types.ts'
import type { EffectOfMeasure } from './effect.ts'
import { effectSentences } from './effect-words.ts'
import { pointOf } from './figure-charts.ts'
import { amount, type Voice } from './sentences.ts'

/** So many years on each side of the measure are drawn. */
const yearsDrawn = 10
const height = 300

/** Mine and the mean of those compared with, with the windows before and after marked. Null when nothing is measured. */
export function effectChartOf(measured: EffectOfMeasure, voice: Voice): LineChartProps | null {
  const { effect, figure, organisation, year, readings, breaks, compared, madeUp } = measured
  if (effect.kind === 'unknown') return null
  const { l, t } = voice
  const drawn = (one: { year: number }) => Math.abs(one.year - year) <= yearsDrawn
  const { years, mine, others } = effect
  const span = (window: 'before' | 'after') => ({
    from: years[window].at(0) ?? year,
    to: years[window].at(-1) ?? year,
    label: t.effect[window],
    levels: [
      { tone: 'group' as const, y: others[window] },
      { tone: 'mine' as const, y: mine[window] },
    ],
  })
  const othersLabel = t.effect.others(compared.length)
  const series: LineSeries[] = [
    {
      id: 'others',
      label: othersLabel,
      tone: 'group',
      points: measured.meanOfOthers.filter(drawn).map((one) => ({
        x: one.year,
        y: one.value,
        text:
          one.value === null
            ? ''
            : t.sentences.point(othersLabel, one.year, amount(figure, one.value, voice), ''),
      })),
    },
    {
      id: organisation.code,
      label: organisation.name,
      tone: 'mine',
      points: readings.filter(drawn).map((reading) => pointOf(figure, organisation.name, reading, voice)),
    },
  ]
  return {
    id: `effekt-${figure.id}`,
    title: t.effect.chartTitle(year),
    summary: effectSentences(measured, voice),
    series,
    axis: { label: inLanguage(figure.unit, l), decimals: figure.decimals },
    language: l.tongue,
    breaks: breaks.filter(drawn).map((each) => ({ x: each.year, label: t.figure.breakLabel(each.year) })),
    targets: [],
    moments: [{ x: year, label: String(year) }],
    spans: [span('before'), span('after')],
    height,
    ...(madeUp ? { notice: t.madeUpNotice } : {}),
  }
}
