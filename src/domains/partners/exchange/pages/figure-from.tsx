import type { z } from 'zod'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { countryName } from '../../countries.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import type { FiguresDocument, figureSchema } from '../format.ts'
import type { Subscription } from '../queries.ts'
import { toldByOthers } from '../told.ts'
import { Origin } from './origin.tsx'

export interface FigureFromPageProps {
  l: Locale
  subscription: Subscription
  document: FiguresDocument
  figure: z.output<typeof figureSchema>
}

/** So many of the latest years are shown. */
const mostYears = 6

type Value = FiguresDocument['series'][number]['values'][number]

/** A key figure of another network: its municipalities and the latest years, beside ours and never among them. */
export function FigureFromPage({ l, subscription, document, figure }: FigureFromPageProps) {
  const texts = textsOf(l)
  const t = texts.from
  const [name, unit] = [toldByOthers(figure.name, l), toldByOthers(figure.unit, l)]
  const series = document.series.filter((one) => one.figure === figure.id)
  const years = [...new Set(series.flatMap(({ values }) => values.map(({ year }) => year)))]
    .sort((a, b) => a - b)
    .slice(-mostYears)
  const names = new Map(document.organisations.map((one) => [one.id, one.name]))
  const rows = series
    .map(({ organisation, values }) => ({
      organisation,
      name: names.get(organisation) ?? organisation,
      byYear: new Map(values.map((value) => [value.year, value])),
    }))
    .sort((a, b) => l.compare(a.name, b.name))
  const someMadeUp = series.some(({ values }) => values.some((value) => value.made_up))
  const write = (value: Value | undefined) =>
    value === undefined
      ? '–'
      : `${l.number(value.value, figure.decimals)}${value.preliminary ? ` (${t.preliminary})` : ''}${value.made_up ? ' *' : ''}`
  return (
    <>
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(partnerPaths.exchange), label: texts.exchange.title },
          { href: l.href(partnerPaths.from(subscription.id)), label: subscription.name },
        ]}
      />
      <PageHeader
        eyebrow={figure.number}
        title={<span lang={name.lang}>{name.text}</span>}
        lead={t.lead(subscription.name, countryName(l, subscription.country))}
      />
      <Origin l={l} subscription={subscription} />
      <p>
        <span lang={unit.lang}>{t.unit(unit.text)}</span>. <a href={figure.address}>{t.original}</a>
      </p>
      {someMadeUp && <p>{t.someMadeUp}</p>}
      <DataTable
        l={l}
        id="varden"
        caption={name.text}
        captionHidden
        rows={rows}
        rowKey={({ organisation }) => organisation}
        columns={[
          { key: 'name', head: t.organisation, rowHead: true, cell: (row) => row.name },
          ...years.map((year) => ({
            key: String(year),
            head: t.year(year),
            numeric: true,
            cell: (row: (typeof rows)[number]) => write(row.byYear.get(year)),
          })),
        ]}
      />
    </>
  )
}
