import { type Locale, toldIn } from '#platform/i18n.ts'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { eventPaths } from '../paths.ts'
import type { Event } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { whenOf } from '../when.ts'

/** Every event the secretariat has written, the latest first. */
export function OfficePage({ l, events, done }: { l: Locale; events: Event[]; done: string | undefined }) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <>
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead}>
        <p>
          <ButtonLink href={l.href(eventPaths.begin)}>{t.new}</ButtonLink>
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
            { key: 'state', head: t.state, cell: (event) => <State l={l} event={event} /> },
          ]}
        />
      )}
    </>
  )
}

function State({ l, event }: { l: Locale; event: Event }) {
  const { list, office } = textsOf(l)
  if (event.cancelledAt) return <Tag tone="warning">{list.cancelled}</Tag>
  return event.publishedAt ? <Tag tone="brand">{office.published}</Tag> : <Tag>{list.draft}</Tag>
}
