import { type Locale, toldIn } from '#platform/i18n.ts'
import { OfficeList } from '#ui/components/office-list.tsx'
import { Tag } from '#ui/components/tag.tsx'
import { eventPaths } from '../paths.ts'
import type { Event } from '../queries.ts'
import type { Quotas } from '../registration/event-queries.ts'
import { waysOf } from '../registration/forms.ts'
import { registrationPaths } from '../registration/paths.ts'
import { textsOf as registrationTexts } from '../registration/texts.ts'
import { textsOf } from '../texts.ts'
import { whenOf } from '../when.ts'

/** Every event the secretariat has written, the latest first. */
export function OfficePage({
  l,
  events,
  quotas,
  done,
}: {
  l: Locale
  events: Event[]
  /** How full the events are that take registrations here, by their ids. */
  quotas: Map<number, Quotas>
  done: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <OfficeList
      l={l}
      title={t.title}
      lead={t.lead}
      done={done && t.notices[done]}
      begin={{ href: l.href(eventPaths.begin), label: t.new }}
      none={t.none}
      heads={{ what: t.event, when: t.when, more: registrationTexts(l).office.title, state: t.state }}
      rows={events.map((event) => ({
        id: event.id,
        title: toldIn(event.texts, l)?.text.title ?? '',
        href: l.href(eventPaths.edit(event.id)),
        madeUp: event.madeUp && texts.madeUp,
        when: whenOf(event, l),
        more: quotas.has(event.id) && <Registered l={l} event={event} quotas={quotas.get(event.id)} />,
        state: <State l={l} event={event} />,
      }))}
    >
      <a href={l.href(eventPaths.series)}>{texts.series.title}</a>
    </OfficeList>
  )
}

function Registered({ l, event, quotas }: { l: Locale; event: Event; quotas: Quotas | undefined }) {
  if (!quotas) return null
  const { summary } = registrationTexts(l).office
  return (
    <a href={l.href(registrationPaths.participants(event.id))}>
      {waysOf(event)
        .map((way) => summary(quotas[way].taken, quotas[way].places, quotas[way].waiting))
        .join(' + ')}
    </a>
  )
}

function State({ l, event }: { l: Locale; event: Event }) {
  const { list, office } = textsOf(l)
  if (event.cancelledAt) return <Tag tone="warning">{list.cancelled}</Tag>
  return event.publishedAt ? <Tag tone="brand">{office.published}</Tag> : <Tag>{list.draft}</Tag>
}
