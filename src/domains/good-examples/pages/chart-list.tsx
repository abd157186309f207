import type { ChartOfMember } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import { textsOf } from '../texts.ts'

/** The key figures of an example, each with the way to its table and sources. */
export function ChartList({ l, charts }: { l: Locale; charts: ChartOfMember[] }) {
  const t = textsOf(l).example
  return (
    <>
      {charts.map(({ figureId, title, chart, path }) => (
        <div key={figureId} class="flow chart-section">
          <ChartIsland {...chart} />
          <p>
            <a href={l.href(path)}>{t.figurePage(title)}</a>
          </p>
        </div>
      ))}
    </>
  )
}
