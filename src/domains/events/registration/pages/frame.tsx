import type { ComponentChildren } from 'preact'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { textsOf as eventTexts } from '../../texts.ts'
import { whenOf } from '../../when.ts'
import { textsOf } from '../texts.ts'

/** A page about registering for one event: the way back to it, what it is and when. */
export function AboutEvent({
  l,
  event,
  title,
  children,
}: {
  l: Locale
  event: Event
  title: string
  children: ComponentChildren
}) {
  const name = toldIn(event.texts, l)?.text.title ?? ''
  return (
    <div class="narrow flow">
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.list), label: eventTexts(l).list.title },
          { href: l.href(eventPaths.event(event.id)), label: name },
        ]}
      />
      <PageHeader title={title} lead={textsOf(l).register.what(name, whenOf(event, l))}>
        {event.madeUp && (
          <p>
            <MadeUpBadge label={eventTexts(l).madeUp} /> {eventTexts(l).event.madeUp}
          </p>
        )}
      </PageHeader>
      {children}
    </div>
  )
}
