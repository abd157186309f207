import { type Typed, textIn } from '#platform/http/form.ts'
import type { Language, Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { eventPaths } from '../paths.ts'
import type { Event } from '../queries.ts'
import { RegistrationFields } from '../registration/pages/registration-fields.tsx'
import { registrationPaths } from '../registration/paths.ts'
import { textsOf as registrationTexts } from '../registration/texts.ts'
import { audiences, eventForms, eventKinds } from '../rules.ts'
import type { Series } from '../series/queries.ts'
import { textsOf } from '../texts.ts'
import { OfficeLinks } from './office-links.tsx'

export interface EventFormPageProps {
  l: Locale
  /** Undefined for a new one. */
  event: Event | undefined
  series: Series[]
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** An event to be written or changed, and its steps: publish, cancel. */
export function EventFormPage(props: EventFormPageProps) {
  const { l, event, errors, done } = props
  const texts = textsOf(l)
  const t = texts.form
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && texts.office.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href(eventPaths.office), label: texts.office.title }]} />
      <PageHeader title={event ? t.editTitle : t.newTitle} lead={t.lead}>
        {event && (
          <p class="row">
            <a href={l.href(eventPaths.event(event.id))}>{t.see}</a>
            {event.registration === 'here' && (
              <>
                <a href={l.href(registrationPaths.participants(event.id))}>
                  {registrationTexts(l).office.title}
                </a>
                <a href={l.href(registrationPaths.questions(event.id))}>
                  {registrationTexts(l).office.questions}
                </a>
              </>
            )}
          </p>
        )}
        {event && <OfficeLinks l={l} event={event} />}
      </PageHeader>
      {event?.cancelledAt ? (
        <Notice tone="warning">
          <p>{t.isCancelled}</p>
        </Notice>
      ) : (
        <>
          {event && !event.publishedAt && (
            <form class="form" method="post" action={l.href(eventPaths.publish(event.id))}>
              <p>{t.publishHint}</p>
              <Button>{t.publish}</Button>
            </form>
          )}
          <Fields {...props} />
          {event?.publishedAt && <Cancel {...props} event={event} />}
        </>
      )}
    </>
  )
}

function Fields({ l, event, series, typed, errors }: EventFormPageProps) {
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  const choice = <K extends string>(values: readonly K[], names: Record<K, string>) => [
    { value: '', label: t.choose },
    ...values.map((value) => ({ value, label: names[value] })),
  ]
  return (
    <form
      class="form"
      method="post"
      action={l.href(event ? eventPaths.edit(event.id) : eventPaths.begin)}
      noValidate
    >
      <Once />
      <Select {...field('slag')} label={t.kind} options={choice(eventKinds, texts.kinds)} />
      <Select {...field('form')} label={t.form} options={choice(eventForms, texts.forms)} />
      <Select
        {...field('oppet')}
        label={t.audience}
        hint={t.audienceHint}
        options={choice(audiences, texts.audiences)}
      />
      <Input {...field('dag')} type="date" label={t.day} />
      <Input {...field('fran')} type="time" label={t.from} hint={t.timeHint} />
      <Input {...field('till')} type="time" label={t.to} />
      <Input {...field('slutdag')} type="date" label={t.endDay} hint={t.endDayHint} />
      <Input {...field('plats')} label={t.place} hint={t.placeHint} />
      <Input {...field('pris')} label={t.price} hint={t.priceHint} />
      {series.length > 0 && (
        <Select
          {...field('serie')}
          label={t.series}
          hint={t.seriesHint}
          options={[
            { value: '', label: t.noSeries },
            ...series.map(({ id, name }) => ({ value: id, label: name[l.language] })),
          ]}
        />
      )}
      <RegistrationFields l={l} typed={typed} errors={errors} />
      {(['sv', 'en'] as const).map((language: Language) => (
        <fieldset key={language} class="boxes flow">
          <legend class="legend">{t.inLanguage[language]}</legend>
          <Input {...field(`rubrik-${language}`)} label={t.name} />
          <Textarea {...field(`ingress-${language}`)} label={t.summary} hint={t.summaryHint} rows={3} />
          <Textarea {...field(`program-${language}`)} label={t.programme} hint={t.programmeHint} rows={12} />
        </fieldset>
      ))}
      <Button variant={event && !event.publishedAt ? 'secondary' : 'primary'}>{t.save}</Button>
    </form>
  )
}

function Cancel({ l, event, typed, errors }: EventFormPageProps & { event: Event }) {
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <section class="flow" aria-labelledby="stall-in">
      <h2 id="stall-in">{t.cancel}</h2>
      <form class="form" method="post" action={l.href(eventPaths.cancel(event.id))} noValidate>
        <p>{t.cancelHint}</p>
        <Input {...field('skal')} value={textIn(typed, 'skal')} label={t.reason} />
        <Button variant="secondary">{t.cancel}</Button>
      </form>
    </section>
  )
}
