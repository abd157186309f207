import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { kronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface BookkeepingPageProps {
  l: Locale
  typed: Typed
  errors: Record<string, string>
  /** Undefined: no settings yet, or a period that is none. */
  books:
    | {
        vouchers: number
        turnover: { account: string; name: string; debitOre: number; creditOre: number }[]
        href: string
      }
    | undefined
  hasSettings: boolean
}

/** The vouchers of a period: a look, and the file for the accounting program. */
export function BookkeepingPage({ l, typed, errors, books, hasSettings }: BookkeepingPageProps) {
  const texts = textsOf(l)
  const t = texts.bookkeeping
  const field = fieldsOf(typed, errors, texts.errors)
  const sum = books?.turnover.reduce((total, { debitOre }) => total + debitOre, 0) ?? 0
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {!hasSettings && (
        <Notice tone="warning">
          <p>
            {t.noSettings} <a href={l.href(feePaths.settings)}>{texts.settings.title}</a>
          </p>
        </Notice>
      )}
      <form class="form" method="get" action={l.href(feePaths.bookkeeping)} noValidate>
        <Input {...field('fran')} label={t.from} type="date" />
        <Input {...field('till')} label={t.to} type="date" />
        <Button variant="secondary">{t.show}</Button>
      </form>
      {books &&
        (books.vouchers === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <>
            <p role="status">{t.preview(books.vouchers, kronor(l, sum))}</p>
            <DataTable
              l={l}
              id="konton"
              caption={t.balances}
              rows={books.turnover}
              rowKey={({ account }) => account}
              columns={[
                {
                  key: 'account',
                  head: t.account,
                  rowHead: true,
                  cell: ({ account, name }) => `${account} ${name}`,
                },
                { key: 'debit', head: t.debit, numeric: true, cell: (row) => kronor(l, row.debitOre) },
                { key: 'credit', head: t.credit, numeric: true, cell: (row) => kronor(l, row.creditOre) },
              ]}
            />
            <p>{t.series}</p>
            <p>
              <ButtonLink href={books.href}>{t.download}</ButtonLink>
            </p>
          </>
        ))}
    </>
  )
}
