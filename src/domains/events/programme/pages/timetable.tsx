import type { ComponentChildren } from 'preact'
import { contactPaths } from '#domains/contacts/index.ts'
import { type Locale, otherLanguage, toldIn } from '#platform/i18n.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { textsOf } from '../../texts.ts'
import { programmePaths } from '../paths.ts'
import type { Session, Speaker } from '../queries.ts'
import { daysOf, initialsOf } from '../rules.ts'
import { programmeTexts } from '../texts.ts'

export interface TimetableProps {
  l: Locale
  sessions: Session[]
  speakers: Speaker[]
  /** Whether the reader has registered and may see where to follow online. */
  registered: boolean
  /** When it is over there is nothing more to follow. */
  over: boolean
  /** Whether the reader is of the network and may look at contact cards. */
  inNetwork: boolean
}

/** What happens when, where and with whom: a list of times that reads well on a phone too. */
export function Timetable({ l, sessions, speakers, registered, over, inNetwork }: TimetableProps) {
  const t = programmeTexts(l).timetable
  const days = daysOf(sessions)
  const speakerOf = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const hasLinks = !over && sessions.some(({ onlineAddress }) => onlineAddress !== '')
  return (
    <section class="flow" aria-labelledby="tider">
      <h2 id="tider">{t.title}</h2>
      {hasLinks && !registered && <p class="subtle">{t.followLater}</p>}
      {days.map(({ day, sessions: ofDay }) => (
        <div key={day} class="flow">
          {days.length > 1 && <h3>{l.date(day)}</h3>}
          <ol class="timetable">
            {ofDay.map((session) => (
              <Row key={session.id} l={l} session={session} level={days.length > 1 ? 4 : 3}>
                {session.speakerIds.length > 0 && (
                  <p>{session.speakerIds.flatMap((id) => speakerOf.get(id)?.name ?? []).join(', ')}</p>
                )}
                {hasLinks && registered && session.onlineAddress && (
                  <p>
                    <a href={session.onlineAddress}>{t.follow}</a>
                  </p>
                )}
              </Row>
            ))}
          </ol>
        </div>
      ))}
      {speakers.length > 0 && (
        <>
          <h3>{t.speakers}</h3>
          <ul class="speakers">
            {speakers.map((speaker) => (
              <SpeakerCard key={speaker.id} l={l} speaker={speaker} inNetwork={inNetwork} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Row(props: { l: Locale; session: Session; level: 3 | 4; children: ComponentChildren }) {
  const { l, session, level, children } = props
  const told = toldIn(session.texts, l)
  if (!told) return null
  const Heading = `h${level}` as const
  const lang = otherLanguage(told.language, l)
  return (
    <li>
      <p class="timetable__time">
        <time dateTime={session.startsAt.toISOString()}>{l.clock(session.startsAt)}</time>–
        <time dateTime={session.endsAt.toISOString()}>{l.clock(session.endsAt)}</time>
      </p>
      <div>
        <Heading lang={lang}>{told.text.title}</Heading>
        {session.room && <p class="subtle">{session.room}</p>}
        {children}
        {told.text.description && (
          <div lang={lang}>
            <Markdown text={told.text.description} level={4} />
          </div>
        )}
      </div>
    </li>
  )
}

function SpeakerCard({ l, speaker, inNetwork }: { l: Locale; speaker: Speaker; inNetwork: boolean }) {
  const t = programmeTexts(l).timetable
  const about = toldIn({ sv: speaker.about.sv || null, en: speaker.about.en || null }, l)
  return (
    <li>
      {speaker.portraitSince ? (
        <img
          class="portrait"
          src={`${programmePaths.portrait(speaker.id)}?v=${speaker.portraitSince}`}
          alt={t.portrait(speaker.name)}
          width={72}
          height={72}
          loading="lazy"
        />
      ) : (
        <span class="portrait portrait--initials" aria-hidden="true">
          {initialsOf(speaker.name)}
        </span>
      )}
      <div>
        <p>
          <strong>
            {inNetwork && speaker.personId ? (
              <a href={l.href(contactPaths.person(speaker.personId))}>{speaker.name}</a>
            ) : (
              speaker.name
            )}
          </strong>{' '}
          {speaker.madeUp && <MadeUpBadge label={textsOf(l).madeUp} />}
        </p>
        <p class="subtle">{[speaker.title, speaker.organisation].filter(Boolean).join(', ')}</p>
        {about && <p lang={otherLanguage(about.language, l)}>{about.text}</p>}
      </div>
    </li>
  )
}
