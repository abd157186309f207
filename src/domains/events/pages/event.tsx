import type { ComponentChildren } from 'preact'
import { association } from '#platform/association.ts'
import { localOf } from '#platform/days.ts'
import { type Locale, otherLanguage, toldIn, withCurrency } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import { Markdown } from '#ui/components/markdown.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { StructuredData } from '#ui/components/structured-data.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { eventPaths } from '../paths.ts'
import type { Event } from '../queries.ts'

import { textsOf } from '../texts.ts'
import { whenOf } from '../when.ts'

export interface EventPageProps {
  l: Locale
  event: Event
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  mayEdit: boolean
  /** The event as schema.org says it. */
  data: Record<string, unknown>
  /** Sessions and speakers. */
  programme: ComponentChildren
  /** What is there when it has been. */
  afterwards: ComponentChildren
  /** The way to register, when one registers here. */
  registration?: ComponentChildren
}

/** One event: when, where, for whom, and what happens. */
export function EventPage(props: EventPageProps) {
  const { l, event, today, mayEdit, data, registration } = props
  const texts = textsOf(l)
  const t = texts.event
  const told = toldIn(event.texts, l)
  if (!told) return null
  const lang = otherLanguage(told.language, l)
  const { title, summary, programme } = told.text
  const isPast = localOf(event.endsAt).day < today
  return (
    <>
      {event.publishedAt && event.openTo !== 'board' && <StructuredData data={data} />}
      <Breadcrumbs l={l} steps={[{ href: l.href(eventPaths.list), label: texts.list.title }]} />
      <Standing l={l} event={event} isPast={isPast} />
      <PageHeader
        eyebrow={texts.kinds[event.kind]}
        title={<span lang={lang}>{title}</span>}
        lead={<span lang={lang}>{summary}</span>}
      >
        {lang && <p class="subtle">{texts.onlyIn[lang]}</p>}
        {event.madeUp && (
          <p>
            <MadeUpBadge label={texts.madeUp} /> {t.madeUp}
          </p>
        )}
      </PageHeader>
      <DefinitionList items={factsOf(l, event, today)} />
      {registration}
      {programme && (
        <section class="flow narrow" aria-labelledby="program">
          <h2 id="program">{t.programme}</h2>
          <div lang={lang}>
            <Markdown text={programme} level={3} />
          </div>
        </section>
      )}
      {props.programme}
      {props.afterwards}
      <p class="row">
        {event.publishedAt && !isPast && (
          <ButtonLink variant="secondary" href={l.href(eventPaths.eventCalendar(event.id))}>
            {t.calendar}
          </ButtonLink>
        )}
        {mayEdit && <a href={l.href(eventPaths.edit(event.id))}>{t.edit}</a>}
      </p>
    </>
  )
}

/** What must be known before anything else: not shown yet, cancelled, or over. */
function Standing({ l, event, isPast }: { l: Locale; event: Event; isPast: boolean }) {
  const t = textsOf(l).event
  if (!event.publishedAt) {
    return (
      <Notice tone="warning">
        <p>{t.draft}</p>
      </Notice>
    )
  }
  if (event.cancelledAt) {
    return (
      <Notice tone="warning" title={t.cancelled}>
        <p>{event.cancelReason}</p>
      </Notice>
    )
  }
  return isPast ? (
    <Notice>
      <p>{t.past}</p>
    </Notice>
  ) : null
}

function factsOf(l: Locale, event: Event, today: string): Definition[] {
  const texts = textsOf(l)
  const t = texts.event
  const isPast = localOf(event.endsAt).day < today
  const online = isPast ? texts.forms.online : `${texts.forms.online}: ${t.online}`
  const where = [event.place, event.form === 'on-site' ? '' : online]
  const price = event.priceOre / 100
  return [
    { term: t.when, meaning: whenOf(event, l) },
    {
      term: t.where,
      meaning: where.filter(Boolean).map((line) => (
        <span key={line}>
          {line}
          <br />
        </span>
      )),
    },
    { term: t.who, meaning: texts.audiences[event.openTo] },
    {
      term: t.price,
      meaning:
        event.priceOre === 0
          ? t.free
          : withCurrency(l, association.country.currency, l.number(price, Number.isInteger(price) ? 0 : 2)),
    },
    ...(event.cancelledAt || event.registration === 'here'
      ? []
      : [{ term: t.register, meaning: <Registration l={l} event={event} today={today} /> }]),
  ]
}

function Registration({ l, event, today }: { l: Locale; event: Event; today: string }) {
  const t = textsOf(l).event
  const { registerAt, registerBy } = event
  if (registerAt === '') return <>{t.noRegistration}</>
  if (registerBy && registerBy < today) return <>{t.registerClosed(l.date(registerBy))}</>
  const mail = !/^https?:/.test(registerAt)
  return (
    <>
      <a href={mail ? `mailto:${registerAt}` : registerAt}>{mail ? registerAt : t.registerHere}</a>
      {registerBy && ` ${t.registerBy(l.date(registerBy))}`}
    </>
  )
}
