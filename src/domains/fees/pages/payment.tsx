import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { kronor, typedKronor } from '../money.ts'
import { feePaths } from '../paths.ts'
import type { PaymentMatch } from '../payments/match.ts'
import type { Allocation, PaymentRow } from '../payments/payment-queries.ts'
import { textsOf } from '../texts.ts'

export interface PaymentPageProps {
  l: Locale
  payment: PaymentRow
  /** What the part that is left may be for; nothing when all is placed. */
  match: PaymentMatch | undefined
  allocations: Allocation[]
  mayEdit: boolean
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** One payment: where it went, and what is left of it with what it may be for. */
export function PaymentPage(props: PaymentPageProps) {
  const { l, payment, match, allocations, mayEdit, errors, done } = props
  const texts = textsOf(l)
  const t = texts.payment
  const left = payment.amountOre - payment.placedOre
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(feePaths.desk), label: texts.desk.title },
          { href: l.href(feePaths.payments), label: texts.payments.title },
        ]}
      />
      <Done text={done && t.notices[done]} />
      <PageHeader
        title={t.title(kronor(l, payment.amountOre), payment.payerName || texts.payments.unknownPayer)}
      />
      <DefinitionList
        items={[
          { term: texts.payments.on, meaning: l.date(payment.bookedOn) },
          { term: texts.payments.reference, meaning: payment.reference },
          ...(payment.payerAccount ? [{ term: t.account, meaning: payment.payerAccount }] : []),
          ...(payment.payerOrganisationNumber
            ? [{ term: t.number, meaning: payment.payerOrganisationNumber }]
            : []),
          { term: t.file, meaning: payment.fileName },
          { term: t.left, meaning: kronor(l, left) },
        ]}
      />
      {match && (
        <Notice tone="info">
          <p>
            {match.reference === 'wrong' && t.wrongReference(payment.reference)} {t.outcomes[match.outcome]}
          </p>
        </Notice>
      )}
      {allocations.length > 0 && <Placed l={l} allocations={allocations} />}
      {mayEdit && left !== 0 && <Placing {...props} />}
      {mayEdit && <TakingBack {...props} />}
    </>
  )
}

function Placed({ l, allocations }: { l: Locale; allocations: Allocation[] }) {
  const texts = textsOf(l)
  const t = texts.payment
  return (
    <DataTable
      l={l}
      id="placerat"
      caption={t.where}
      rows={allocations}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'to',
          head: t.to,
          rowHead: true,
          cell: ({ invoiceNumber: number, organisationName, note }) =>
            number ? (
              <>
                <a href={l.href(feePaths.invoice(number))}>{number}</a> {organisationName} {note}
              </>
            ) : (
              `${t.settle}: ${note}`
            ),
        },
        { key: 'on', head: t.on, cell: ({ placedOn }) => l.date(placedOn) },
        { key: 'by', head: t.by, cell: ({ certain, placedBy }) => (certain ? t.automatic : placedBy) },
        {
          key: 'amount',
          head: texts.payments.amount,
          numeric: true,
          cell: ({ amountOre }) => (amountOre < 0 ? `−${kronor(l, -amountOre)}` : kronor(l, amountOre)),
        },
      ]}
    />
  )
}

function Placing({ l, payment, match, typed, errors }: PaymentPageProps) {
  const texts = textsOf(l)
  const t = texts.payment
  const field = fieldsOf(typed, errors, texts.errors)
  const left = payment.amountOre - payment.placedOre
  const suggestions = (match?.suggestions ?? []).filter(({ amountOre }) => amountOre !== 0)
  return (
    <>
      {suggestions.length > 0 && (
        <>
          <h2 id="forslag">{t.suggestions}</h2>
          {suggestions.map(({ invoice, ground, amountOre }) => (
            <form
              key={invoice.number}
              class="flow"
              method="post"
              action={l.href(feePaths.payment(payment.id))}
            >
              <input type="hidden" name="faktura" value={invoice.number} />
              <input type="hidden" name="belopp" value={typedKronor(Math.abs(amountOre))} />
              <p>{t.grounds[ground]}</p>
              <Button variant="secondary">
                {t.place(kronor(l, Math.abs(amountOre)), invoice.number, invoice.buyerName)}
              </Button>
            </form>
          ))}
        </>
      )}
      <h2 id="for-hand">{t.byHand}</h2>
      <form class="form" method="post" action={l.href(feePaths.payment(payment.id))} noValidate>
        <Input {...field('faktura')} label={t.invoice} />
        <Input {...field('belopp')} label={t.placeAmount} />
        <Button>{t.placeButton}</Button>
      </form>
      <Details summary={t.settle} open={errors.anteckning !== undefined}>
        <form class="form" method="post" action={l.href(feePaths.settle(payment.id))} noValidate>
          <p>{t.settleLead(kronor(l, Math.abs(left)))}</p>
          <Input {...field('anteckning')} label={t.note} />
          <input type="hidden" name="kvar" value={String(left)} />
          <Button variant="secondary">{t.settleButton}</Button>
        </form>
      </Details>
    </>
  )
}

/** What stands on invoices can be taken back, with a note why. */
function TakingBack({ l, payment, allocations, typed, errors }: PaymentPageProps) {
  const texts = textsOf(l)
  const t = texts.payment
  const standing = new Map<string, number>()
  for (const { invoiceNumber, amountOre } of allocations) {
    if (invoiceNumber) standing.set(invoiceNumber, (standing.get(invoiceNumber) ?? 0) + amountOre)
  }
  return [...standing]
    .filter(([, ore]) => ore !== 0)
    .map(([number]) => {
      const id = `skal-${number}`
      const wrong = errors[id] === undefined ? undefined : texts.errors[errors[id]]
      return (
        <Details key={number} summary={t.takeBack(number)} open={wrong !== undefined}>
          <form class="form" method="post" action={l.href(feePaths.takeBack(payment.id))} noValidate>
            <input type="hidden" name="faktura" value={number} />
            <Input
              id={id}
              name="skal"
              label={t.note}
              error={wrong}
              value={typeof typed.skal === 'string' ? typed.skal : ''}
            />
            <Button variant="secondary">{t.takeBackButton}</Button>
          </form>
        </Details>
      )
    })
}
