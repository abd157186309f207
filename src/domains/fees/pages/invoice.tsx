import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { DownloadLinks } from '#ui/components/download-links.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { type InvoiceDocument, lineNet } from '../invoices/document.ts'
import type { InvoiceEvent, InvoiceLineItem } from '../invoices/invoice-queries.ts'
import { kronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import { writeGiro } from '../references.ts'
import { textsOf } from '../texts.ts'
import { InvoiceState } from './invoices.tsx'

export interface InvoicePageProps {
  l: Locale
  row: InvoiceLineItem
  document: InvoiceDocument
  events: InvoiceEvent[]
  today: string
  mayEdit: boolean
  /** What the invoice lacks for an e-invoice, in words; empty when it can be one. */
  missing: string[]
  /** Öre that can still be credited. */
  creditableOre: number
  mayRemind: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** One invoice or credit note: what stands on it, what happened to it, and what can be done. */
export function InvoicePage(props: InvoicePageProps) {
  const { l, row, document, events, today, missing, errors, done } = props
  const texts = textsOf(l)
  const t = texts.invoice
  const title = t.title[document.kind](document.number)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(feePaths.desk), label: texts.desk.title },
          { href: l.href(feePaths.invoices), label: texts.invoices.title },
        ]}
      />
      <Done text={done && t.notices[done]} />
      <PageHeader title={title} lead={`${document.buyer.name}, ${kronor(l, row.totalOre)}`} />
      <p>
        <InvoiceState l={l} row={row} today={today} />
      </p>
      {missing.length > 0 && (
        <Notice tone="info">
          <p>{t.noEInvoice(l.list(missing))}</p>
        </Notice>
      )}
      <InvoiceFacts l={l} row={row} document={document} />
      <DownloadLinks
        l={l}
        files={[
          { href: l.href(`${feePaths.invoice(document.number)}.pdf`), label: 'PDF' },
          ...(missing.length === 0
            ? [{ href: l.href(`${feePaths.invoice(document.number)}.xml`), label: 'Peppol (XML)' }]
            : []),
        ]}
      />
      {events.length > 0 && <Events l={l} events={events} />}
      {props.mayEdit && <Steps {...props} />}
    </>
  )
}

/** What stands on an invoice. */
export function InvoiceFacts({
  l,
  row,
  document,
}: {
  l: Locale
  row: InvoiceLineItem
  document: InvoiceDocument
}) {
  const texts = textsOf(l)
  const t = texts.invoice
  const { buyer, seller } = document
  return (
    <>
      <DefinitionList
        items={[
          {
            term: texts.invoices.member,
            meaning: <a href={l.href(feePaths.ledger(row.organisationCode))}>{row.organisationName}</a>,
          },
          { term: texts.invoices.issued, meaning: l.date(document.issuedOn) },
          ...(document.kind === 'invoice'
            ? [{ term: texts.invoices.due, meaning: l.date(document.dueOn) }]
            : []),
          { term: t.reference, meaning: document.buyerReference || t.noReference },
          { term: 'OCR', meaning: document.ocr },
          { term: texts.giro[seller.account.kind], meaning: writeGiro(seller.account) },
          {
            term: t.receiver,
            meaning: [buyer.email, buyer.electronicAddress?.identifier].filter(Boolean).join(', '),
          },
          ...(document.credits
            ? [
                {
                  term: t.credits,
                  meaning: (
                    <a href={l.href(feePaths.invoice(document.credits.number))}>{document.credits.number}</a>
                  ),
                },
              ]
            : []),
          { term: texts.invoices.left, meaning: kronor(l, row.openOre) },
        ]}
      />
      <DataTable
        l={l}
        id="rader"
        caption={t.lines}
        rows={document.lines}
        rowKey={({ name }) => name}
        columns={[
          { key: 'what', head: t.what, rowHead: true, cell: ({ name }) => name },
          { key: 'how', head: t.how, cell: ({ description }) => description },
          {
            key: 'sum',
            head: texts.invoices.amount,
            numeric: true,
            cell: (line) => kronor(l, lineNet(line)),
          },
        ]}
      />
      {document.note && <p>{document.note}</p>}
    </>
  )
}

function Events({ l, events }: { l: Locale; events: InvoiceEvent[] }) {
  const t = textsOf(l).invoice
  return (
    <>
      <h2 id="handelser">{t.events}</h2>
      <ul>
        {events.map((event) => (
          <li key={`${event.what}${event.on}${event.text}${event.amountOre}`}>
            {l.date(event.on)}: {t.event[event.what](event.text, kronor(l, event.amountOre))}{' '}
            {event.paymentId !== null && (
              <a href={l.href(feePaths.payment(event.paymentId))}>{t.toPayment}</a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Steps({ l, row, document, creditableOre, mayRemind, typed, errors }: InvoicePageProps) {
  const texts = textsOf(l)
  const t = texts.invoice
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <h2 id="atgarder">{t.steps}</h2>
      <div class="row">
        {row.undelivered > 0 && (
          <form method="post" action={l.href(feePaths.send(document.number))}>
            <Button variant="secondary">{t.sendAgain}</Button>
          </form>
        )}
        {mayRemind && (
          <form method="post" action={l.href(feePaths.remind(document.number))}>
            <Button variant="secondary">{t.remind}</Button>
          </form>
        )}
      </div>
      {document.kind === 'invoice' && creditableOre > 0 && (
        <Details summary={t.credit} open={Object.keys(errors).length > 0}>
          <form class="form" method="post" action={l.href(feePaths.credit(document.number))} noValidate>
            <p>{t.creditLead}</p>
            <Input
              {...field('belopp')}
              label={t.creditAmount}
              hint={t.creditHint(kronor(l, creditableOre))}
            />
            <Textarea {...field('skal')} label={t.reason} hint={t.reasonHint} rows={3} />
            <input type="hidden" name="krediterat" value={textIn(typed, 'krediterat')} />
            <Button>{t.issueCredit}</Button>
          </form>
        </Details>
      )}
    </>
  )
}
