import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Meeting } from '../../queries.ts'
import { boardPaths } from '../paths.ts'
import type { PublicDecision } from '../queries.ts'
import { textsOf } from '../texts.ts'

export interface DecisionsPageProps {
  l: Locale
  /** Those whose minutes are approved, the latest first. */
  meetings: Meeting[]
  decisions: PublicDecision[]
  /** Whether the reader is of the board or its office. */
  inside: boolean
  mayReadMinutes: boolean
}

/** What the board has decided, for everyone; with the way to the minutes for members. */
export function DecisionsPage(props: DecisionsPageProps) {
  const { l, meetings, decisions, inside, mayReadMinutes } = props
  const texts = textsOf(l)
  const t = texts.decisions
  const shown = meetings.filter(({ id }) => mayReadMinutes || decisions.some((one) => one.meetingId === id))
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      {inside && (
        <p>
          <a href={l.href(boardPaths.list)}>{texts.meetings}</a>
        </p>
      )}
      {shown.length === 0 && <EmptyState title={t.none} />}
      {shown.map((meeting) => (
        <Decided key={meeting.id} {...props} meeting={meeting} />
      ))}
    </>
  )
}

function Decided({ l, meeting, decisions, mayReadMinutes }: DecisionsPageProps & { meeting: Meeting }) {
  const texts = textsOf(l)
  const { id, heldOn, madeUp } = meeting
  const day = l.date(heldOn)
  return (
    <section class="flow" aria-labelledby={`mote-${id}`}>
      <h2 id={`mote-${id}`}>{day}</h2>
      {(mayReadMinutes || madeUp) && (
        <p class="row">
          {mayReadMinutes && <a href={l.href(boardPaths.minutes(id))}>{texts.decisions.minutes(day)}</a>}
          {madeUp && <MadeUpBadge label={texts.madeUp} />}
        </p>
      )}
      {decisions
        .filter(({ meetingId }) => meetingId === id)
        .map((one) => (
          <article key={one.id} class="card flow" id={`beslut-${one.id}`} lang={otherLanguage('sv', l)}>
            <h3>
              § {one.paragraph} {one.title}
            </h3>
            {one.madeUp && !madeUp && (
              <p class="row">
                <MadeUpBadge label={texts.madeUp} />
              </p>
            )}
            <p class="written">{one.decision}</p>
          </article>
        ))}
    </section>
  )
}
