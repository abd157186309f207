import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { type InvoiceFilter, invoiceStatuses } from '../invoices/invoice-filter.ts'
import type { InvoiceLineItem } from '../invoices/invoice-queries.ts'
import { kronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface InvoicesPageProps {
  l: Locale
  filter: InvoiceFilter
  rows: InvoiceLineItem[]
  today: string
  /** Overdue invoices that a reminder can be sent for now; null for those who may only read. */
  toRemind: number | null
  done: string | undefined
  count: number
}

/** Every invoice and credit note, with what is left to pay. */
export function InvoicesPage({ l, filter, rows, today, toRemind, done, count }: InvoicesPageProps) {
  const texts = textsOf(l)
  const t = texts.invoices
  const query = `?status=${filter.status}&sok=${encodeURIComponent(filter.search)}`
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <Done text={done === 'paminda' && t.reminded(count)} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="get" action={l.href(feePaths.invoices)}>
        <Select
          id="status"
          name="status"
          label={t.status}
          value={filter.status}
          options={invoiceStatuses.map((value) => ({ value, label: t.statuses[value] }))}
        />
        <Input id="sok" name="sok" label={t.search} hint={t.searchHint} value={filter.search} />
        <Button variant="secondary">{t.show}</Button>
      </form>
      <p role="status">{t.found(rows.length)}</p>
      {rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <InvoiceTable l={l} rows={rows} today={today} href={(number) => l.href(feePaths.invoice(number))} />
      )}
      {toRemind !== null && toRemind > 0 && (
        <form method="post" action={l.href(feePaths.remindAll)}>
          <Button variant="secondary">{t.remindAll(toRemind)}</Button>
        </form>
      )}
      <DownloadLinks
        l={l}
        files={[
          { href: `${l.href(feePaths.invoices)}.xlsx${query}`, label: 'XLSX' },
          { href: `${l.href(feePaths.invoices)}.csv${query}`, label: 'CSV' },
        ]}
      />
    </>
  )
}

/** Invoices as a table, for the secretariat and for a member. */
export function InvoiceTable({
  l,
  rows,
  today,
  href,
}: {
  l: Locale
  rows: InvoiceLineItem[]
  today: string
  href: (number: string) => string
}) {
  const t = textsOf(l).invoices
  return (
    <DataTable
      l={l}
      id="fakturor"
      caption={t.title}
      captionHidden
      rows={rows}
      rowKey={({ number }) => number}
      columns={[
        {
          key: 'number',
          head: t.number,
          rowHead: true,
          cell: ({ number }) => <a href={href(number)}>{number}</a>,
        },
        { key: 'member', head: t.member, cell: ({ organisationName }) => organisationName },
        { key: 'issued', head: t.issued, cell: ({ issuedOn }) => l.date(issuedOn) },
        {
          key: 'due',
          head: t.due,
          cell: ({ dueOn, kind }) => (kind === 'invoice' ? l.date(dueOn) : ''),
        },
        {
          key: 'total',
          head: t.amount,
          numeric: true,
          cell: ({ totalOre, kind }) => `${kind === 'invoice' ? '' : '−'}${kronor(l, totalOre)}`,
        },
        {
          key: 'open',
          head: t.left,
          numeric: true,
          cell: ({ openOre, kind }) =>
            kind === 'credit-note' ? '' : openOre < 0 ? `−${kronor(l, -openOre)}` : kronor(l, openOre),
        },
        { key: 'state', head: t.state, cell: (row) => <InvoiceState l={l} row={row} today={today} /> },
      ]}
    />
  )
}

/** How an invoice stands, in one or two words. */
export function InvoiceState({ l, row, today }: { l: Locale; row: InvoiceLineItem; today: string }) {
  const t = textsOf(l).invoices
  if (row.kind === 'credit-note') return <Tag tone="outline">{t.creditOf(row.creditsNumber ?? '')}</Tag>
  if (row.openOre < 0) return <Tag tone="warning">{t.states.tooMuch}</Tag>
  if (row.openOre === 0)
    return row.paidOre > 0 ? (
      <Tag tone="brand">{t.states.paid}</Tag>
    ) : (
      <Tag tone="outline">{t.states.credited}</Tag>
    )
  const overdue = row.dueOn < today
  return (
    <>
      <Tag tone={overdue ? 'warning' : 'neutral'}>
        {overdue ? t.states.overdue : row.paidOre > 0 ? t.states.partly : t.states.open}
      </Tag>
      {row.reminders > 0 && ` ${t.reminders(row.reminders)}`}
    </>
  )
}
