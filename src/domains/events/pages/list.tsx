import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { Card, CardGrid } from '#ui/components/card.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { eventPaths } from '../paths.ts'
import type { Event } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { whenOf } from '../when.ts'

export interface ListPageProps {
  l: Locale
  coming: Event[]
  past: Event[]
  /** Complete address of the calendar feed. */
  calendar: string
  mayEdit: boolean
}

/** What is coming and what has been. */
export function ListPage({ l, coming, past, calendar, mayEdit }: ListPageProps) {
  const texts = textsOf(l)
  const t = texts.list
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <section class="flow" aria-labelledby="kommande">
        <h2 id="kommande">{t.coming}</h2>
        {coming.length === 0 ? (
          <EmptyState level={3} title={t.noneComing} />
        ) : (
          <EventCards l={l} events={coming} />
        )}
      </section>
      <section class="flow narrow" aria-labelledby="kalender">
        <h2 id="kalender">{t.subscribe}</h2>
        <p>{t.subscribeHow}</p>
        <p>
          <a href={calendar}>{calendar}</a>
        </p>
      </section>
      {past.length > 0 && (
        <section class="flow" aria-labelledby="tidigare">
          <h2 id="tidigare">{t.past}</h2>
          <EventCards l={l} events={past} />
        </section>
      )}
      {mayEdit && (
        <p>
          <ButtonLink variant="secondary" href={l.href(eventPaths.office)}>
            {texts.event.edit}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function EventCards({ l, events }: { l: Locale; events: Event[] }) {
  return (
    <CardGrid size="large">
      {events.map((event) => (
        <EventCard key={event.id} l={l} event={event} />
      ))}
    </CardGrid>
  )
}

/** An event among others: what, when and where. */
export function EventCard({ l, event }: { l: Locale; event: Event }) {
  const texts = textsOf(l)
  const told = toldIn(event.texts, l)
  if (!told) return null
  const lang = otherLanguage(told.language, l)
  return (
    <Card title={<span lang={lang}>{told.text.title}</span>} href={l.href(eventPaths.event(event.id))}>
      <p>
        <strong>{whenOf(event, l)}</strong>
      </p>
      <p class="row">
        <Tag>{texts.kinds[event.kind]}</Tag>
        <Tag tone="outline">{texts.audiences[event.openTo]}</Tag>
        {event.cancelledAt && <Tag tone="warning">{texts.list.cancelled}</Tag>}
        {event.madeUp && <MadeUpBadge label={texts.madeUp} />}
      </p>
      <p lang={lang}>{told.text.summary}</p>
      <p class="subtle">{event.place || texts.forms.online}</p>
    </Card>
  )
}
