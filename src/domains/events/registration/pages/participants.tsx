import { feePaths, shortKronor } from '#domains/fees/index.ts'
import { addDays } from '#platform/days.ts'
import type { Typed } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { type Column, DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { mayInvoice } from '../../rules/registration.ts'
import { textsOf as eventTexts } from '../../texts.ts'
import { whenOf } from '../../when.ts'
import type { Question, Quotas } from '../event-queries.ts'
import { waysOf } from '../forms.ts'
import type { ToInvoice } from '../invoice-queries.ts'
import type { Participant } from '../participant-queries.ts'
import { registrationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './state-tag.tsx'

export interface ParticipantsPageProps {
  l: Locale
  event: Event
  participants: Participant[]
  questions: Question[]
  answers: Map<number, Map<number, string>>
  quotas: Quotas
  toInvoice: ToInvoice[]
  /** Numbers of invoices by id. */
  invoices: Map<number, string>
  now: Date
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The secretariat's list of who comes: state, answers, invoices, and what can be done. */
export function ParticipantsPage(props: ParticipantsPageProps) {
  const { l, event, participants, quotas, errors, done } = props
  const texts = textsOf(l)
  const t = texts.office
  const title = toldIn(event.texts, l)?.text.title ?? ''
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && t.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.office), label: eventTexts(l).office.title },
          { href: l.href(eventPaths.edit(event.id)), label: title },
        ]}
      />
      <PageHeader title={t.title} lead={`${title}, ${whenOf(event, l)}`}>
        {waysOf(event).map((way) => (
          <p key={way}>
            <strong>{texts.attends[way]}:</strong>{' '}
            {t.summary(quotas[way].taken, quotas[way].places, quotas[way].waiting)}
          </p>
        ))}
        <p class="row">
          <a href={l.href(registrationPaths.questions(event.id))}>{t.questions}</a>
          {participants.length > 0 && (
            <>
              <a href={l.href(registrationPaths.table(event.id, 'anmalda.csv'))}>{t.files} (CSV)</a>
              <a href={l.href(registrationPaths.table(event.id, 'anmalda.xlsx'))}>{t.files} (Excel)</a>
            </>
          )}
        </p>
      </PageHeader>
      {participants.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="anmalda-tabell"
          caption={t.title}
          captionHidden
          stacked
          rows={participants}
          rowKey={({ id }) => String(id)}
          columns={columnsOf(props)}
        />
      )}
      {event.priceOre > 0 && <Invoicing {...props} />}
      <Add {...props} />
    </>
  )
}

function columnsOf({ l, event, questions, answers, invoices }: ParticipantsPageProps): Column<Participant>[] {
  const texts = textsOf(l)
  const t = texts.office
  const said: Record<string, string> = { ja: t.yes, nej: t.no }
  return [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: (one) => (
        <>
          <a href={l.href(registrationPaths.own(one.code))}>{one.name}</a>{' '}
          {one.madeUp && <MadeUpBadge label={eventTexts(l).madeUp} />}
        </>
      ),
    },
    { key: 'email', head: t.email, cell: ({ email }) => email },
    { key: 'organisation', head: t.organisation, cell: ({ organisationName }) => organisationName },
    ...(event.form === 'both'
      ? [{ key: 'attends', head: t.attends, cell: (one: Participant) => texts.attends[one.attends] }]
      : []),
    { key: 'state', head: t.state, cell: (one) => <StateTag l={l} participant={one} /> },
    ...questions.map(({ id, sv, kind }) => ({
      key: `q${id}`,
      head: sv,
      cell: (one: Participant) => {
        const answer = answers.get(one.id)?.get(id) ?? ''
        return kind === 'yes-no' ? (said[answer] ?? '') : answer
      },
    })),
    ...(event.priceOre > 0
      ? [
          {
            key: 'owes',
            head: t.owes,
            cell: (one: Participant) =>
              one.chargeable && one.priceOre > 0 ? shortKronor(l, one.priceOre) : '–',
          },
          {
            key: 'invoice',
            head: t.invoice,
            cell: (one: Participant) => {
              const number = one.invoiceId !== null && invoices.get(one.invoiceId)
              return number ? <a href={l.href(feePaths.invoice(number))}>{number}</a> : ''
            },
          },
        ]
      : []),
    { key: 'act', head: t.act, cell: (one) => <Acts l={l} event={event} participant={one} /> },
  ]
}

function Acts({ l, event, participant }: { l: Locale; event: Event; participant: Participant }) {
  const t = textsOf(l).office
  if (participant.state === 'cancelled' || event.cancelledAt) return null
  const hidden = <input type="hidden" name="deltagare" value={participant.id} />
  return (
    <span class="row">
      {participant.state === 'waiting' && (
        <form method="post" action={l.href(registrationPaths.givePlace(event.id))}>
          {hidden}
          <Button variant="tertiary">
            {t.givePlace}
            <span class="sr-only"> {participant.name}</span>
          </Button>
        </form>
      )}
      <form method="post" action={l.href(registrationPaths.cancelFor(event.id))}>
        {hidden}
        <Button variant="tertiary">
          {t.cancel}
          <span class="sr-only"> {participant.name}</span>
        </Button>
        {participant.priceOre > 0 && participant.state === 'placed' && (
          <Button variant="tertiary" name="utan-kostnad" value="1">
            {t.cancelFree}
            <span class="sr-only"> {participant.name}</span>
          </Button>
        )}
      </form>
    </span>
  )
}

function Invoicing({ l, event, toInvoice, now }: ParticipantsPageProps) {
  const t = textsOf(l).office
  const count = toInvoice.reduce((sum, { names }) => sum + names.length, 0)
  const sum = toInvoice.reduce((all, { names, priceOre }) => all + names.length * priceOre, 0)
  return (
    <section class="flow narrow" aria-labelledby="fakturering">
      <h2 id="fakturering">{t.invoice}</h2>
      <p>{t.toInvoice(count, shortKronor(l, sum))}</p>
      {mayInvoice(event, now) ? (
        count > 0 && (
          <form class="form" method="post" action={l.href(registrationPaths.invoice(event.id))}>
            <p>{t.invoiceHint}</p>
            <Button>{t.invoiceNow}</Button>
          </form>
        )
      ) : (
        <p>{event.cancelBy ? t.invoiceWhen(l.date(addDays(event.cancelBy, 1))) : t.invoiceAfter}</p>
      )}
    </section>
  )
}

function Add({ l, event, typed, errors }: ParticipantsPageProps) {
  const texts = textsOf(l)
  const t = texts.office
  const field = fieldsOf(typed, errors, texts.errors)
  const ways = waysOf(event)
  return (
    <section class="flow narrow" aria-labelledby="lagg-till">
      <h2 id="lagg-till">{t.add}</h2>
      <p>{t.addHint}</p>
      <p>{t.givePlaceHint}</p>
      <form class="form" method="post" action={l.href(registrationPaths.add(event.id))} noValidate>
        <Input {...field('namn')} label={t.name} />
        <Input {...field('epost')} type="email" label={t.email} />
        <Input {...field('kod')} label={t.code} hint={t.codeHint} />
        <Input {...field('organisationsnamn')} label={t.organisation} />
        <Select
          {...field('deltar')}
          label={t.attends}
          options={ways.map((way) => ({ value: way, label: texts.attends[way] }))}
        />
        <Button variant="secondary">{t.addButton}</Button>
      </form>
    </section>
  )
}
