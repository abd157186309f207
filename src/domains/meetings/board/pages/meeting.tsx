import type { Breach, StatuteRules } from '#domains/statutes/index.ts'
import type { Business } from '#platform/http/business.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import type { Signer } from '../../minutes/index.ts'
import type { Meeting, MeetingItem } from '../../queries.ts'
import { boardPaths } from '../paths.ts'
import type { Attendance, BoardPerson, Task } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { whenOf } from '../when.ts'
import { Agenda } from './agenda.tsx'
import { AttendanceSection } from './attendance.tsx'
import { Calling } from './calling.tsx'
import { Tasks } from './tasks.tsx'

export interface MeetingPageProps {
  l: Locale
  title: string
  today: string
  meeting: Meeting
  items: MeetingItem[]
  board: BoardPerson[]
  attendance: Attendance[]
  signers: Signer[]
  tasks: Task[]
  rules: StatuteRules
  /** The last day to call it, with the paragraph. */
  notice: Breach
  /** What waits for the board and stands on no agenda. */
  waiting: Business[]
  mayEdit: boolean
  mayDecide: boolean
  reader: number
  /** Which form came back. */
  about: string | undefined
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** A meeting of the board, from plan to minutes. */
export function MeetingPage(props: MeetingPageProps) {
  const { l, title, meeting, tasks, errors, done } = props
  const t = textsOf(l)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, t.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(boardPaths.list), label: t.title }]} />
      <Done text={done && t.notices[done]} />
      <PageHeader title={title} lead={meeting.title}>
        <p class="row">
          <Tag tone={meeting.state === 'cancelled' ? 'warning' : 'brand'}>{t.states[meeting.state]}</Tag>
          {meeting.madeUp && <MadeUpBadge label={t.madeUp} />}
        </p>
      </PageHeader>
      {meeting.state === 'cancelled' && (
        <Notice tone="warning">
          <p>{t.cancelledWhy(meeting.cancelReason)}</p>
        </Notice>
      )}
      <Facts {...props} />
      <Calling {...props} />
      {meeting.openedAt !== null && <AttendanceSection {...props} />}
      <Agenda {...props} />
      <Closing {...props} />
      {tasks.length > 0 && (
        <section class="flow" aria-labelledby="uppgifter">
          <h2 id="uppgifter">{t.tasks.title}</h2>
          <Tasks {...props} />
        </section>
      )}
    </>
  )
}

function Facts({ l, meeting }: MeetingPageProps) {
  const t = textsOf(l)
  const { place, onlineAddress, form, calledAt, lateNoticeAgreed, openedAt } = meeting
  const where = [place, t.forms[form]].filter(Boolean).join(', ')
  return (
    <>
      <DefinitionList
        items={[
          { term: t.facts.when, meaning: whenOf(meeting, l) },
          { term: t.facts.where, meaning: where },
          ...(onlineAddress
            ? [{ term: t.facts.online, meaning: <a href={onlineAddress}>{onlineAddress}</a> }]
            : []),
          ...(calledAt
            ? [
                {
                  term: t.facts.called,
                  meaning: `${l.moment(calledAt)}${lateNoticeAgreed ? `. ${t.call.agreedNote}` : ''}`,
                },
              ]
            : []),
        ]}
      />
      <p class="row">
        <a href={l.href(boardPaths.calendarFile(meeting.id))}>{t.calendar.file}</a>
        {openedAt !== null && <a href={l.href(boardPaths.minutes(meeting.id))}>{t.toMinutes}</a>}
      </p>
    </>
  )
}

function Closing({ l, meeting, items, mayDecide, errors }: MeetingPageProps) {
  const texts = textsOf(l)
  const t = texts.closing
  if (meeting.state !== 'open' || !mayDecide) return null
  const left = items.filter(({ paragraph }) => paragraph === null).length
  const fault = errors.avsluta
  return (
    <section class="flow" aria-labelledby="avsluta">
      <h2 id="avsluta">{t.title}</h2>
      <p>{left > 0 ? t.left(left) : t.ready}</p>
      {fault && <p class="ds-validation-message">{texts.errors[fault] ?? fault}</p>}
      <form method="post" action={l.href(boardPaths.close(meeting.id))}>
        <Button variant={left > 0 ? 'secondary' : 'primary'}>{t.button}</Button>
      </form>
    </section>
  )
}
