import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import type { LineChartProps } from '#ui/charts/types.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { SentDemand } from '../demand-queries.ts'
import { advocacyPaths } from '../paths.ts'
import type { YearOfDemands } from '../rules/demands.ts'
import { textsOf } from '../texts.ts'
import { Became } from './demand-list.tsx'

export interface DemandsPageProps {
  l: Locale
  demands: SentDemand[]
  years: YearOfDemands[]
  chart: LineChartProps | null
}

/** What became of everything that the association has asked for. */
export function DemandsPage({ l, demands, years, chart }: DemandsPageProps) {
  const texts = textsOf(l)
  const t = texts.demands
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(advocacyPaths.list), label: texts.list.title }]} />
      <PageHeader title={t.pageTitle} lead={t.pageLead} />
      {demands.length === 0 && <EmptyState title={t.none} />}
      {chart && (
        <div class="chart-section">
          <ChartIsland kind="line" props={chart} />
        </div>
      )}
      {years.length > 0 && <p class="field-hint">{t.method}</p>}
      {years.length > 0 && (
        <DataTable
          l={l}
          id="krav-ar"
          caption={t.tableTitle}
          rows={years.toReversed()}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: 'year', head: t.year, rowHead: true, cell: ({ year }) => year },
            { key: 'made', head: t.made, numeric: true, cell: ({ made }) => made },
            { key: 'law', head: t.law, numeric: true, cell: ({ law }) => law },
            { key: 'practice', head: t.practice, numeric: true, cell: ({ practice }) => practice },
            { key: 'share', head: t.share, numeric: true, cell: ({ shareWon }) => l.percent(shareWon) },
          ]}
        />
      )}
      {demands.length > 0 && (
        <section class="flow" aria-labelledby="alla-krav">
          <h2 id="alla-krav">{t.all}</h2>
          <ul class="demands">
            {demands.map((demand) => (
              <li key={demand.id} class="flow">
                <p lang={otherLanguage(demand.language, l)}>{demand.text}</p>
                <Became l={l} demand={demand} lang={otherLanguage(demand.language, l)} />
                <p class="subtle">
                  <a
                    lang={otherLanguage(demand.language, l)}
                    href={`${l.href(advocacyPaths.matter(demand.matterId, demand.title))}#krav-${demand.id}`}
                  >
                    {demand.title}
                  </a>
                  , {demand.counterpart}, {l.date(demand.sentAt)}{' '}
                  {demand.madeUp && <MadeUpBadge label={texts.madeUp} />}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
