import { can } from '#domains/accounts/index.ts'
import { noticeBy } from '#domains/statutes/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { page } from '#ui/page.tsx'
import { listSigners, rulesOf } from '../minutes/index.ts'
import { listItems, type Meeting } from '../queries.ts'
import { businessIn, notScheduled } from './agenda.ts'
import { waitingForBoard } from './asked.ts'
import { typedOf } from './forms.ts'
import type { C } from './meeting-of.ts'
import { MeetingPage } from './pages/meeting.tsx'
import { listAttendance, listBoard, listScheduled, listTasks } from './queries.ts'
import { textsOf } from './texts.ts'

/** A form that came back, and which one: `andra`, `kallelse`, `narvaro` … */
export interface FormBack {
  about?: string
  typed?: Typed
  /** Keys of what is wrong, or whole sentences. */
  errors?: Record<string, string>
}

/** The page of a meeting. */
export async function showMeeting(
  c: C,
  meeting: Meeting,
  form: FormBack = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { db, locale: l, actor, today } = c.var
  const writable = meeting.state === 'planned' || meeting.state === 'called' || meeting.state === 'open'
  const [items, board, attendance, signers, tasks, rules, waiting, scheduled] = await Promise.all([
    listItems(db, meeting.id),
    listBoard(db, meeting.heldOn),
    listAttendance(db, meeting.id),
    listSigners(db, meeting.id),
    listTasks(db, meeting.id),
    rulesOf(db, meeting),
    writable && can(actor, 'board.edit') ? waitingForBoard(c) : [],
    listScheduled(db),
  ])
  const t = textsOf(l)
  const title = t.nameOf(l.date(meeting.heldOn))
  return page(
    c,
    { title, description: title, noIndex: true },
    <MeetingPage
      l={l}
      title={title}
      today={today}
      meeting={meeting}
      items={items}
      board={board}
      attendance={attendance}
      signers={signers}
      tasks={tasks}
      rules={rules}
      notice={noticeBy(rules, 'board', meeting.heldOn)}
      waiting={notScheduled(waiting, [...scheduled, ...businessIn(items)])}
      mayEdit={can(actor, 'board.edit')}
      mayDecide={can(actor, 'board.decide')}
      reader={actor?.personId ?? 0}
      about={form.about}
      typed={form.typed ?? typedOf(meeting)}
      errors={form.errors ?? {}}
      done={c.req.query('klart')}
    />,
    status,
  )
}
