import { localOf } from '#platform/days.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../../texts.ts'
import { whenOf } from '../../when.ts'
import { programmePaths } from '../paths.ts'
import type { Session, Speaker } from '../queries.ts'
import { programmeTexts } from '../texts.ts'

export interface ProgrammePageProps {
  l: Locale
  event: Event
  sessions: Session[]
  speakers: Speaker[]
  done: string | undefined
}

/** What the secretariat has of a programme: sessions and speakers, each a link to its form. */
export function ProgrammePage({ l, event, sessions, speakers, done }: ProgrammePageProps) {
  const t = programmeTexts(l).office
  const { madeUp } = textsOf(l)
  const nameOf = new Map(speakers.map(({ id, name }) => [id, name]))
  return (
    <>
      <Done text={done && t.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.office), label: textsOf(l).office.title },
          { href: l.href(eventPaths.edit(event.id)), label: titleOf(event, l) },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead(titleOf(event, l))}>
        <p>
          <a href={l.href(eventPaths.event(event.id))}>{textsOf(l).form.see}</a>
        </p>
      </PageHeader>
      <section class="flow" aria-labelledby="medverkande">
        <h2 id="medverkande">{t.speakers}</h2>
        {speakers.length === 0 ? (
          <p class="subtle">{t.noSpeakers}</p>
        ) : (
          <ul class="people">
            {speakers.map(({ id, name, title, organisation, madeUp: invented }) => (
              <li key={id}>
                <div>
                  <h3>
                    <a href={l.href(programmePaths.speaker(event.id, id))}>{name}</a>{' '}
                    {invented && <MadeUpBadge label={madeUp} />}
                  </h3>
                  <p class="subtle">{[title, organisation].filter(Boolean).join(', ')}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
        <p>
          <ButtonLink variant="secondary" href={l.href(programmePaths.newSpeaker(event.id))}>
            {t.newSpeaker}
          </ButtonLink>
        </p>
      </section>
      <section class="flow" aria-labelledby="pass">
        <h2 id="pass">{t.sessions}</h2>
        {sessions.length === 0 ? (
          <p class="subtle">{t.noSessions}</p>
        ) : (
          <DataTable
            l={l}
            id="pass-tabell"
            caption={t.sessions}
            captionHidden
            stacked
            rows={sessions}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                key: 'what',
                head: t.what,
                rowHead: true,
                cell: (session) => (
                  <a href={l.href(programmePaths.session(event.id, session.id))}>
                    {toldIn(session.texts, l)?.text.title}
                  </a>
                ),
              },
              {
                key: 'when',
                head: t.when,
                cell: (session) =>
                  isOneDay(event)
                    ? `${l.clock(session.startsAt)}–${l.clock(session.endsAt)}`
                    : whenOf(session, l),
              },
              {
                key: 'who',
                head: t.who,
                cell: ({ speakerIds }) => speakerIds.map((id) => nameOf.get(id)).join(', '),
              },
            ]}
          />
        )}
        <p>
          <ButtonLink href={l.href(programmePaths.newSession(event.id))}>{t.newSession}</ButtonLink>
        </p>
      </section>
    </>
  )
}

function isOneDay({ startsAt, endsAt }: Event): boolean {
  return localOf(startsAt).day === localOf(endsAt).day
}
