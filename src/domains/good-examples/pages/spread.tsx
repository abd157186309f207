import { type Locale, toldIn } from '#platform/i18n.ts'
import { ChartIsland } from '#ui/charts/chart-island.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { Timeline } from '#ui/components/timeline.tsx'
import type { Family, Relative } from '../kin/family.ts'
import { examplePaths } from '../paths.ts'
import type { PublishedExample } from '../queries.ts'
import { textsOf } from '../texts.ts'

export interface SpreadPageProps extends Family {
  l: Locale
  /** The title and address of the example that was asked about. */
  title: string
  address: string
  id: number
}

/** How an idea has spread over the map and the years. */
export function SpreadPage({ l, title, address, id, relatives, map }: SpreadPageProps) {
  const texts = textsOf(l)
  const t = texts.spread
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(examplePaths.list), label: texts.list.title },
          { href: l.href(address), label: title },
        ]}
      />
      <PageHeader title={t.title(title)} lead={t.lead(relatives.length)} />
      {map && (
        <section class="flow chart-section" aria-labelledby="karta">
          <h2 id="karta">{t.map}</h2>
          <ChartIsland kind="map" props={map} />
        </section>
      )}
      <section class="flow" aria-labelledby="ar">
        <h2 id="ar">{t.years}</h2>
        <Timeline level={3} events={yearsOf(l, relatives)} />
      </section>
      <section class="flow" aria-labelledby="alla">
        <h2 id="alla">{t.all}</h2>
        <DataTable
          l={l}
          id="spridning-tabell"
          caption={t.all}
          captionHidden
          rows={relatives}
          rowKey={({ example }) => String(example.id)}
          columns={[
            {
              key: 'who',
              head: t.organisation,
              rowHead: true,
              cell: ({ example }) => example.organisation.name,
            },
            { key: 'year', head: t.year, cell: ({ example }) => example.year },
            { key: 'example', head: t.example, cell: ({ example }) => <Linked l={l} example={example} /> },
            {
              key: 'after',
              head: t.learnedFrom,
              cell: ({ learnedFrom }) =>
                learnedFrom.length > 0
                  ? l.list(learnedFrom.map(({ organisation, year }) => t.who(organisation.name, year)))
                  : t.first,
            },
          ]}
        />
      </section>
      <p>
        <ButtonLink variant="secondary" href={l.href(examplePaths.didToo(id))}>
          {texts.example.didToo}
        </ButtonLink>
      </p>
    </>
  )
}

function yearsOf(l: Locale, relatives: Relative[]) {
  const years = [...new Set(relatives.map(({ example }) => example.year))]
  return years.map((year) => {
    const those = relatives.filter(({ example }) => example.year === year)
    return {
      year: String(year),
      title: l.list(those.map(({ example }) => example.organisation.name)),
      text: those.map(({ example }, i) => (
        <span key={example.id}>
          {i > 0 && ' · '}
          <Linked l={l} example={example} />
        </span>
      )),
    }
  })
}

function Linked({ l, example }: { l: Locale; example: PublishedExample }) {
  return (
    <>
      <a href={l.href(example.address)}>{toldIn(example.title, l)?.text}</a>{' '}
      {example.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
    </>
  )
}
