import { uses } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import { DataTable } from '#ui/components/data-table.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { YearSum } from '../invoices/invoice-queries.ts'
import { invoicing } from '../invoicing.ts'
import { shortKronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** What waits for somebody in the finances. */
export interface Waits {
  overdue: number
  unplaced: number
  undelivered: number
  /** Members without an invoice of a fee that others have got, by year. */
  uninvoiced: { year: number; members: number }[]
}

export interface DeskPageProps {
  l: Locale
  /** The fee year to invoice next. */
  year: number
  sums: YearSum[]
  waits: Waits
}

/** Where the work with fees begins: what waits, the sums of each year, the tools. */
export function DeskPage({ l, year, sums, waits }: DeskPageProps) {
  const texts = textsOf(l)
  const t = texts.desk
  const tools = [
    ...(invoicing
      ? [
          [feePaths.run(year), t.run(year)] as const,
          [feePaths.invoices, texts.invoices.title] as const,
          [feePaths.payments, texts.payments.title] as const,
        ]
      : []),
    ...(invoicing && uses('sie') ? [[feePaths.bookkeeping, texts.bookkeeping.title] as const] : []),
    [feePaths.schedules, texts.schedules.title],
    [feePaths.simulate, texts.simulator.title],
    ...(invoicing ? [[feePaths.settings, texts.settings.title] as const] : []),
  ] as const
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {invoicing ? (
        <WaitsAndSums l={l} sums={sums} waits={waits} />
      ) : (
        <Notice>
          <p>{t.notInvoicing}</p>
        </Notice>
      )}
      <h2 id="verktyg">{t.tools}</h2>
      <ul>
        {tools.map(([href, text]) => (
          <li key={href}>
            <a href={l.href(href)}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function WaitsAndSums({ l, sums, waits }: Pick<DeskPageProps, 'l' | 'sums' | 'waits'>) {
  const texts = textsOf(l)
  const t = texts.desk
  const todo = todoOf(l, waits)
  return (
    <>
      <h2 id="att-gora">{t.todo}</h2>
      {todo.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <ul>
          {todo.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      <h2 id="summor">{t.sums}</h2>
      {sums.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          l={l}
          id="avgifter"
          caption={t.sums}
          captionHidden
          rows={sums}
          rowKey={({ year: of }) => String(of)}
          columns={[
            {
              key: 'year',
              head: t.year,
              rowHead: true,
              cell: ({ year: of }) => <a href={l.href(feePaths.run(of))}>{of}</a>,
            },
            { key: 'count', head: t.invoices, numeric: true, cell: (row) => l.number(row.invoices) },
            { key: 'sum', head: t.invoiced, numeric: true, cell: (row) => shortKronor(l, row.invoicedOre) },
            {
              key: 'credit',
              head: t.credited,
              numeric: true,
              cell: (row) => shortKronor(l, row.creditedOre),
            },
            { key: 'paid', head: t.paid, numeric: true, cell: (row) => shortKronor(l, row.paidOre) },
            { key: 'left', head: t.left, numeric: true, cell: (row) => shortKronor(l, row.openOre) },
            { key: 'late', head: t.late, numeric: true, cell: (row) => l.number(row.overdue) },
          ]}
        />
      )}
    </>
  )
}

/** What waits, in words and with where to go; nothing for what does not wait. */
export function todoOf(l: Locale, { overdue, unplaced, undelivered, uninvoiced }: Waits) {
  const t = textsOf(l).desk
  return [
    { count: overdue, text: t.overdue(overdue), path: `${feePaths.invoices}?status=overdue` },
    { count: unplaced, text: t.unplaced(unplaced), path: feePaths.payments },
    ...uninvoiced.map(({ year, members }) => ({
      count: members,
      text: t.uninvoiced(members, year),
      path: feePaths.run(year),
    })),
    { count: undelivered, text: t.undelivered(undelivered), path: `${feePaths.invoices}?status=undelivered` },
  ]
    .filter(({ count }) => count > 0)
    .map((item) => ({ ...item, href: l.href(item.path) }))
}
