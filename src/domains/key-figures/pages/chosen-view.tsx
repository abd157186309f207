import type { Organisation } from '#domains/members/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import type { ChartSpec } from '#ui/charts/types.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { lineChartOf, rankChartOf, spreadChartOf } from '../figure-charts.ts'
import { cartogramOf } from '../figure-map.ts'
import type { FigureView } from '../figure-view.ts'
import type { Selection } from '../selection.ts'
import { emptySelection, writeSelection } from '../selection.ts'
import type { Voice } from '../sentences.ts'
import { ManyRanking } from './many-ranking.tsx'
import { RankingTable } from './ranking-table.tsx'
import { ReadingsTable } from './readings-table.tsx'

export interface ChosenViewProps {
  voice: Voice
  view: FigureView
  selection: Selection
  everyone: Organisation[]
  /** Address of this page with something changed. */
  address: (changed: Partial<Selection>) => string
}

/** The tab that was chosen: a chart with its table, or the table alone. */
export function ChosenView(props: ChosenViewProps) {
  const { voice, view, selection, address } = props
  const { t } = voice
  const spec = chartOf(props)
  const chart = spec && <ChartIsland {...spec} />
  if (view.year === null || view.years.length === 0) {
    return <EmptyState title={selection.per ? t.figure.noValuesThen : t.figure.noValues} />
  }
  const chosen = [...(view.mine ? [view.mine] : []), ...view.others]
  switch (selection.view) {
    case 'utveckling':
      return (
        <>
          {chart}
          <ReadingsTable voice={voice} view={view} standings={chosen} group />
        </>
      )
    case 'rangordning':
      return (
        <>
          {chart}
          <RankingTable voice={voice} view={view} whole={selection.wholeRanking} />
          <ManyRanking {...props} />
          <p>
            <a href={address({ wholeRanking: !selection.wholeRanking, place: null })}>
              {selection.wholeRanking ? t.figure.shortRanking : t.figure.wholeRanking}
            </a>
          </p>
        </>
      )
    case 'spridning':
      return (
        <>
          {chart}
          <p class="subtle">{t.figure.quartileNote}</p>
          <p>
            <a href={address({ view: 'tabell' })}>{t.views.tabell}</a>
          </p>
        </>
      )
    case 'karta':
      return (
        <>
          {chart}
          {chart && <p class="subtle">{t.figure.mapNote}</p>}
          <p>
            <a href={address({ view: 'tabell' })}>{t.views.tabell}</a>
          </p>
        </>
      )
    case 'tabell': {
      const shown = view.many?.rows.flatMap((one) => one ?? []) ?? view.members
      const rows = [...view.others.filter((other) => !shown.includes(other)), ...shown]
      return (
        <>
          <ReadingsTable voice={voice} view={view} standings={rows} />
          <ManyRanking {...props} />
        </>
      )
    }
  }
}

/** The chart of the chosen tab, for the page, a frame or a file; null where there is none. */
export function chartOf({
  voice,
  view,
  selection,
  everyone,
}: Omit<ChosenViewProps, 'address'>): ChartSpec | null {
  if (view.year === null || view.years.length === 0) return null
  const { l } = voice
  const hrefOf = (code: string) =>
    l.href(organisationPaths.profile(code)) + writeSelection({ ...emptySelection, per: selection.per })
  switch (selection.view) {
    case 'utveckling':
    case 'tabell':
      return { kind: 'line', props: lineChartOf(view, voice) }
    case 'rangordning': {
      const props = rankChartOf(view, selection.wholeRanking, voice)
      return props && { kind: 'rank', props }
    }
    case 'spridning': {
      const props = spreadChartOf(view, voice)
      return props && { kind: 'spread', props }
    }
    case 'karta': {
      const props = cartogramOf(view, everyone, hrefOf, voice)
      return props && { kind: 'map', props }
    }
  }
}
