import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import type { Meeting } from '../meeting-queries.ts'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import type { Conflict } from '../step-queries.ts'
import { textsOf } from '../texts.ts'
import { DecisionForm } from './decision-form.tsx'
import { Recommendation } from './office-application.tsx'
import { StateTag } from './parts.tsx'
import { Declaration } from './review.tsx'

export interface BoardItem {
  application: Application
  conflicts: Conflict[]
  /** Whether the reader is partial (jäv). */
  partial: boolean
}

export interface BoardPageProps {
  l: Locale
  today: string
  coming: { meeting: Meeting; items: BoardItem[] }[]
  past: { meeting: Meeting; items: BoardItem[] }[]
  mayDecide: boolean
  mayAddMeetings: boolean
  /** The application whose form came back; 0 for the form of a meeting. */
  about: number | undefined
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The board's meetings with the applications on their agendas. */
export function BoardPage(props: BoardPageProps) {
  const { l, coming, past, errors, done } = props
  const texts = textsOf(l)
  const t = texts.board
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && (t.notices[done] ?? texts.office.notices[done])} />
      <PageHeader title={t.title} lead={t.lead} />
      {coming.length === 0 && <p>{t.noMeetings}</p>}
      {coming.map((one) => (
        <MeetingSection key={one.meeting.id} {...props} {...one} />
      ))}
      {props.mayAddMeetings && <NewMeeting {...props} />}
      {past.length > 0 && (
        <section class="flow" aria-labelledby="tidigare">
          <h2 id="tidigare">{t.past}</h2>
          {past.map((one) => (
            <MeetingSection key={one.meeting.id} {...props} {...one} level={3} />
          ))}
        </section>
      )}
    </>
  )
}

function MeetingSection(props: BoardPageProps & { meeting: Meeting; items: BoardItem[]; level?: 2 | 3 }) {
  const { l, meeting, items, level = 2 } = props
  const texts = textsOf(l)
  const t = texts.board
  const Heading = `h${level}` as const
  return (
    <section class="flow" aria-labelledby={`mote-${meeting.id}`}>
      <Heading id={`mote-${meeting.id}`}>{t.meetingOn(l.date(meeting.heldOn))}</Heading>
      <p class="row">
        {[meeting.title, meeting.place].filter(Boolean).join(', ')}
        {meeting.madeUp && <MadeUpBadge label={texts.madeUp} />}
      </p>
      {items.length === 0 && <p class="subtle">{t.noItems}</p>}
      {items.map((item) => (
        <Item key={item.application.id} {...props} item={item} />
      ))}
    </section>
  )
}

function Item(props: BoardPageProps & { meeting: Meeting; item: BoardItem; level?: 2 | 3 }) {
  const { l, item, mayDecide, level = 2 } = props
  const { application, conflicts, partial } = item
  const texts = textsOf(l)
  const t = texts.board
  const { organisationName, id } = application
  const Heading = level === 2 ? 'h3' : 'h4'
  const open = application.state === 'on-agenda'
  return (
    <article class="card flow" id={`arende-${id}`}>
      <Heading>{organisationName}</Heading>
      <StateTag l={l} application={application} />
      {application.decided_on && (
        <p>
          {texts.office.decisionOf(l.date(application.decided_on), application.paragraph)}
          {application.decision_text && <span class="written">: {application.decision_text}</span>}
        </p>
      )}
      <p>
        <a href={l.href(applicationPaths.officeOne(id))} aria-label={t.openOf(organisationName)}>
          {t.open}
        </a>
      </p>
      <Recommendation l={l} application={application} level={4} />
      {conflicts.length > 0 && (
        <p>
          <strong>{texts.office.conflicts}:</strong>{' '}
          {conflicts.map(({ name, reason }) => `${name} (${reason || texts.office.conflictOwn})`).join('; ')}
        </p>
      )}
      {open && partial && (
        <Notice tone="warning">
          <p>{t.partial}</p>
        </Notice>
      )}
      {open && mayDecide && !partial && <DecisionForm {...props} application={application} />}
      {open && !partial && (
        <Declaration
          l={l}
          action={applicationPaths.memberConflict(id)}
          id={`reason-${id}`}
          error={props.errors[`reason-${id}`]}
          label={t.declareOf(organisationName)}
        />
      )}
    </article>
  )
}

function NewMeeting({ l, typed, errors, about }: BoardPageProps) {
  const texts = textsOf(l)
  const t = texts.board
  const mine = about === 0
  const field = fieldsOf(mine ? typed : {}, mine ? errors : {}, texts.errors)
  return (
    <Details summary={t.newMeeting} open={mine}>
      <form class="form" method="post" action={l.href(applicationPaths.meetings)} noValidate>
        <Input {...field('heldOn')} label={t.heldOn} type="date" />
        <Input {...field('title')} label={t.meetingTitle} />
        <Input {...field('place')} label={t.place} />
        <div class="row">
          <Button>{t.add}</Button>
        </div>
      </form>
    </Details>
  )
}
