import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { FileInput } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Tabs } from '#ui/components/tabs.tsx'
import { kronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import type { FileRow, PaymentRow } from '../payments/payment-queries.ts'
import { textsOf } from '../texts.ts'

export interface PaymentsPageProps {
  l: Locale
  which: 'unplaced' | 'all'
  rows: PaymentRow[]
  files: FileRow[]
  mayEdit: boolean
  /** Why a file was not taken in, in words. */
  fault: string | undefined
  /** What a file that was taken in brought, in words. */
  taken: string | undefined
}

/** Payments, those first that wait for somebody's yes, and the files that they came in. */
export function PaymentsPage({ l, which, rows, files, mayEdit, fault, taken }: PaymentsPageProps) {
  const texts = textsOf(l)
  const t = texts.payments
  const field = { id: 'fil', name: 'fil', label: t.file, hint: t.fileHint, error: fault }
  const tab = (one: 'unplaced' | 'all') => ({
    href: l.href(feePaths.payments) + (one === 'all' ? '?visa=alla' : ''),
    label: t[one],
    current: which === one,
  })
  return (
    <>
      <ErrorSummary l={l} errors={fault ? [{ field: 'fil', message: fault }] : []} />
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <Done text={taken} />
      <PageHeader title={t.title} lead={t.lead} />
      {mayEdit && (
        <form class="form" method="post" action={l.href(feePaths.payments)} encType="multipart/form-data">
          <FileInput {...field} accept=".xml,.txt,.bgc,.camt" />
          <Button>{t.read}</Button>
        </form>
      )}
      <Tabs label={t.which} tabs={[tab('unplaced'), tab('all')]} />
      {rows.length === 0 ? <EmptyState title={t.none} /> : <PaymentTable l={l} rows={rows} />}
      {files.length > 0 && (
        <Details summary={t.files}>
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                {t.fileOf(
                  file.name,
                  file.format,
                  file.payments,
                  kronor(l, file.totalOre),
                  l.moment(file.readAt),
                  file.readBy,
                )}{' '}
                {file.skipped > 0 && t.skipped(file.skipped)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function PaymentTable({ l, rows }: { l: Locale; rows: PaymentRow[] }) {
  const t = textsOf(l).payments
  return (
    <DataTable
      l={l}
      id="inbetalningar"
      caption={t.title}
      captionHidden
      rows={rows}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'payer',
          head: t.payer,
          rowHead: true,
          cell: (row) => <a href={l.href(feePaths.payment(row.id))}>{row.payerName || t.unknownPayer}</a>,
        },
        { key: 'on', head: t.on, cell: (row) => l.date(row.bookedOn) },
        { key: 'reference', head: t.reference, cell: (row) => row.reference.slice(0, 100) },
        { key: 'amount', head: t.amount, numeric: true, cell: (row) => kronor(l, row.amountOre) },
        { key: 'left', head: t.left, numeric: true, cell: (row) => kronor(l, row.amountOre - row.placedOre) },
      ]}
    />
  )
}
