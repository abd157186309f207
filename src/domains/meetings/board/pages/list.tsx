import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Meeting } from '../../queries.ts'
import { boardPaths } from '../paths.ts'
import type { Task } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { whenOf } from '../when.ts'
import { MeetingForm } from './meeting-form.tsx'
import { Tasks } from './tasks.tsx'

export interface ListPageProps {
  l: Locale
  today: string
  /** The next one first. */
  coming: Meeting[]
  /** The latest first. */
  past: Meeting[]
  /** The last day to call a meeting, with the paragraph. */
  noticeOf: (heldOn: string) => { latest: string; paragraph: number }
  tasks: Task[]
  /** The reader's own address of the calendar, when there is one. */
  calendar: string | undefined
  mayEdit: boolean
  reader: number
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The board's calendar: meetings to come and past, what is left to do, the address to follow. */
export function ListPage(props: ListPageProps) {
  const { l, coming, past, tasks, mayEdit, typed, errors, done } = props
  const t = textsOf(l)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, t.errors)} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={t.title} lead={t.lead}>
        <p class="row">
          <a href={l.href(boardPaths.decisions)}>{t.decisions.title}</a>
        </p>
      </PageHeader>
      <section class="flow" aria-labelledby="kommande">
        <h2 id="kommande">{t.coming}</h2>
        {coming.length === 0 && <EmptyState title={t.noneComing} level={3} />}
        <Meetings {...props} meetings={coming} />
        {mayEdit && (
          <Details summary={t.newMeeting} open={Object.keys(errors).length > 0}>
            <MeetingForm
              l={l}
              action={boardPaths.meetings}
              typed={typed}
              errors={errors}
              button={t.add}
              agreeable={false}
            />
          </Details>
        )}
      </section>
      <section class="flow" aria-labelledby="uppgifter">
        <h2 id="uppgifter">{t.tasks.title}</h2>
        <Tasks {...props} tasks={tasks} withMeeting />
      </section>
      <section class="flow" aria-labelledby="tidigare">
        <h2 id="tidigare">{t.past}</h2>
        {past.length === 0 && <p>{t.nonePast}</p>}
        <Meetings {...props} meetings={past} />
      </section>
      <Calendar {...props} />
    </>
  )
}

function Meetings({ l, meetings, today, noticeOf }: ListPageProps & { meetings: Meeting[] }) {
  const t = textsOf(l)
  return (
    <ul class="task-list">
      {meetings.map((meeting) => {
        const { id, title, place, state, heldOn, madeUp } = meeting
        const { latest, paragraph } = noticeOf(heldOn)
        return (
          <li key={id}>
            <span>
              <a href={l.href(boardPaths.meeting(id))}>{whenOf(meeting, l)}</a>
              {(title || place) && <br />}
              {[title, place].filter(Boolean).join(', ')}
              {state === 'planned' && (
                <>
                  <br />
                  <span class="subtle">
                    {today > latest
                      ? t.call.late(l.date(latest), paragraph)
                      : t.call.by(l.date(latest), paragraph)}
                  </span>
                </>
              )}
            </span>
            <span class="row">
              <Tag tone={state === 'cancelled' ? 'warning' : state === 'open' ? 'brand' : 'neutral'}>
                {t.states[state]}
              </Tag>
              {madeUp && <MadeUpBadge label={t.madeUp} />}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Calendar({ l, calendar }: ListPageProps) {
  const t = textsOf(l).calendar
  return (
    <section class="flow" aria-labelledby="kalender">
      <h2 id="kalender">{t.title}</h2>
      <p>{t.text}</p>
      {calendar && (
        <p>
          <a class="written" href={calendar}>
            {calendar}
          </a>
        </p>
      )}
      <form method="post" action={l.href(boardPaths.newCalendar)}>
        <Button variant="secondary">{calendar ? t.renew : t.make}</Button>
      </form>
    </section>
  )
}
