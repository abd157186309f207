import { type Locale, toldIn } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
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
    <>
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead}>
        <p class="row">
          <ButtonLink href={l.href(eventPaths.begin)}>{t.new}</ButtonLink>
          <a href={l.href(eventPaths.series)}>{texts.series.title}</a>
        </p>
      </PageHeader>
      {events.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="evenemang-tabell"
          caption={t.title}
          captionHidden
          rows={events}
          rowKey={({ id }) => String(id)}
          columns={[
            {
              key: 'title',
              head: t.event,
              rowHead: true,
              cell: (event) => (
                <>
                  <a href={l.href(eventPaths.edit(event.id))}>{toldIn(event.texts, l)?.text.title}</a>{' '}
                  {event.madeUp && <MadeUpBadge label={texts.madeUp} />}
                </>
              ),
            },
            { key: 'when', head: t.when, cell: (event) => whenOf(event, l) },
            {
              key: 'registered',
              head: registrationTexts(l).office.title,
              cell: (event) => <Registered l={l} event={event} quotas={quotas.get(event.id)} />,
            },
            { key: 'state', head: t.state, cell: (event) => <State l={l} event={event} /> },
          ]}
        />
      )}
    </>
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
