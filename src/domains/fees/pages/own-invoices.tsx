import type { Locale } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { InvoiceLineItem } from '../invoices/invoice-queries.ts'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { InvoiceTable } from './invoices.tsx'

export interface OwnInvoicesPageProps {
  l: Locale
  code: string
  name: string
  rows: InvoiceLineItem[]
  today: string
  /** This year's fee in words, when it is decided. */
  fee: string | undefined
}

/** A member's own invoices. */
export function OwnInvoicesPage({ l, code, name, rows, today, fee }: OwnInvoicesPageProps) {
  const t = textsOf(l).own
  return (
    <>
      <PageHeader title={t.title(name)} lead={t.lead} />
      {fee && <p>{fee}</p>}
      {rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <InvoiceTable
          l={l}
          rows={rows}
          today={today}
          href={(number) => l.href(feePaths.ownFile(code, `${number}.pdf`))}
        />
      )}
      <p>
        <a href={l.href(`/mina-sidor/organisation/${code}`)}>{t.details}</a>
      </p>
    </>
  )
}
