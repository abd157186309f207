import { localOf } from '#platform/days.ts'
import type { Locale } from '#platform/i18n.ts'
import type { LineChartProps } from '#ui/charts/types.ts'
import type { SentDemand } from './demand-queries.ts'
import { demandsOverYears, type FollowedDemand, type YearOfDemands } from './rules/demands.ts'
import { textsOf } from './texts.ts'

/** How it went with everything demanded, year by year until the year of a day (`YYYY-MM-DD`). */
export function yearsOfDemands(demands: SentDemand[], today: string): YearOfDemands[] {
  return demandsOverYears(demands.map(followed), Number(today.slice(0, 4)))
}

function followed({ sentAt, outcome, outcomeOn }: SentDemand): FollowedDemand {
  return {
    sentYear: Number(localOf(sentAt).day.slice(0, 4)),
    outcome,
    outcomeYear: outcomeOn === null ? null : Number(outcomeOn.slice(0, 4)),
  }
}

/** The share of the demands that became law or practice, over the years; null when there is but one year. */
export function demandsChart(years: YearOfDemands[], l: Locale, hasMadeUp: boolean): LineChartProps | null {
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last || first === last) return null
  const t = textsOf(l).demands
  const line = (
    id: string,
    label: string,
    tone: 'mine' | 'with',
    share: (year: YearOfDemands) => number,
    index: number,
  ) => ({
    id,
    label,
    tone,
    index,
    points: years.map((each) => ({
      x: each.year,
      y: share(each) * 100,
      text: t.point(label, each.year, l.percent(share(each)), each.made),
    })),
  })
  return {
    id: 'krav-over-aren',
    title: t.chartTitle,
    summary: t.chartSummary(l.percent(last.shareWon), last.made, last.year),
    language: l.language,
    axis: { label: '%', decimals: 0 },
    breaks: [],
    targets: [],
    series: [
      line('vunna', t.won, 'mine', ({ shareWon }) => shareWon, 0),
      line('lag', t.law, 'with', ({ law, made }) => (made === 0 ? 0 : law / made), 1),
    ],
    ...(hasMadeUp ? { notice: t.chartMadeUp } : {}),
  }
}
