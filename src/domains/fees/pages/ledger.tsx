import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { LedgerRow } from '../invoices/invoice-queries.ts'
import { kronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Everything that a member was invoiced, credited and paid. */
export function LedgerPage({
  l,
  code,
  name,
  rows,
}: {
  l: Locale
  code: string
  name: string
  rows: LedgerRow[]
}) {
  const texts = textsOf(l)
  const t = texts.ledger
  const balance = rows.at(-1)?.balanceOre ?? 0
  const signed = (ore: number) => (ore < 0 ? `−${kronor(l, -ore)}` : kronor(l, ore))
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <PageHeader title={t.title(name)} lead={t.lead} />
      {rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <>
          <p>
            {balance > 0 ? t.owes(kronor(l, balance)) : balance < 0 ? t.over(kronor(l, -balance)) : t.even}
          </p>
          <DataTable
            l={l}
            id="reskontra"
            caption={t.title(name)}
            captionHidden
            rows={rows}
            rowKey={({ on, what, number, balanceOre }) => `${on}${what}${number}${balanceOre}`}
            columns={[
              { key: 'on', head: t.on, cell: ({ on }) => l.date(on) },
              {
                key: 'what',
                head: t.what,
                rowHead: true,
                cell: ({ what, number }) => (
                  <>
                    {t.whats[what]} <a href={l.href(feePaths.invoice(number))}>{number}</a>
                  </>
                ),
              },
              { key: 'amount', head: t.amount, numeric: true, cell: (row) => signed(row.amountOre) },
              { key: 'balance', head: t.balance, numeric: true, cell: (row) => signed(row.balanceOre) },
            ]}
          />
        </>
      )}
      <p>
        <a href={l.href(`/kansli/register/${code}`)}>{t.profile}</a>
      </p>
    </>
  )
}
