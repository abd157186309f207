import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { frameTexts } from '#ui/texts.ts'
import { eventPaths } from '../../paths.ts'
import { textsOf as eventTexts } from '../../texts.ts'
import { whenOf } from '../../when.ts'
import type { Participation } from '../invitation.ts'
import { registrationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './state-tag.tsx'

export interface MinePageProps {
  l: Locale
  personId: number
  participations: Participation[]
  /** Complete address of the person's own calendar. */
  feed: string
  done: string | undefined
}

/** What somebody comes to, whom they have registered, and their own calendar. */
export function MinePage({ l, personId, participations, feed, done }: MinePageProps) {
  const texts = textsOf(l)
  const t = texts.mine
  return (
    <>
      <Done text={done && t.notices[done]} />
      <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: frameTexts(l).myPages }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {participations.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <DataTable
          l={l}
          id="mina-evenemang"
          caption={t.title}
          captionHidden
          stacked
          rows={participations}
          rowKey={({ participant }) => String(participant.id)}
          mine={({ participant }) => participant.personId === personId}
          columns={[
            {
              key: 'event',
              head: t.event,
              rowHead: true,
              cell: ({ event, participant }) => (
                <>
                  <a href={l.href(registrationPaths.own(participant.code))}>
                    {toldIn(event.texts, l)?.text.title}
                  </a>{' '}
                  {event.madeUp && <MadeUpBadge label={eventTexts(l).madeUp} />}
                </>
              ),
            },
            { key: 'who', head: t.who, cell: ({ participant }) => participant.name },
            { key: 'when', head: t.when, cell: ({ event }) => whenOf(event, l) },
            {
              key: 'state',
              head: t.state,
              cell: ({ event, participant }) =>
                event.cancelledAt ? (
                  <Tag tone="warning">{eventTexts(l).list.cancelled}</Tag>
                ) : (
                  <StateTag l={l} participant={participant} />
                ),
            },
          ]}
        />
      )}
      <p>
        <ButtonLink variant="secondary" href={l.href(eventPaths.list)}>
          {t.find}
        </ButtonLink>
      </p>
      <section class="flow narrow" aria-labelledby="kalender">
        <h2 id="kalender">{t.feedTitle}</h2>
        <p>{t.feedLead}</p>
        <p>
          <a class="address" href={feed}>
            {feed}
          </a>
        </p>
        <p>{t.deadlines}</p>
        <p>
          <a class="address" href={`${feed}?sista-dag=ja`}>{`${feed}?sista-dag=ja`}</a>
        </p>
        <form method="post" action={l.href(registrationPaths.renewFeed)}>
          <p>{t.renewHint}</p>
          <Button variant="secondary">{t.renew}</Button>
        </form>
      </section>
    </>
  )
}
