import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { optionalDay, optionalLine, paragraphs, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { paragraph } from './answers.ts'
import { applicationOf, type C, placeOf, runStep, version } from './asking.ts'
import { beginByItself } from './begin.ts'
import { conflictForm, declare } from './conflict.ts'
import { insertMeeting, listMeetings } from './meeting-queries.ts'
import { BoardPage } from './pages/board.tsx'
import { applicationPaths } from './paths.ts'
import { type Application, listApplications } from './queries.ts'
import { decisionOf, decisions, states } from './rules.ts'
import { listConflicts } from './step-queries.ts'
import { textsOf } from './texts.ts'

const meetingForm = z.object({
  heldOn: z.iso.date('day-wrong'),
  title: optionalLine(),
  place: optionalLine(),
})
const decisionForm = z.object({
  version,
  decision: z.enum(decisions, 'decision-missing'),
  decidedOn: z.iso.date('day-wrong'),
  paragraph: paragraph.pipe(z.string().regex(/^§ \d/, 'paragraph-missing')),
  text: paragraphs(5000),
  since: optionalDay,
})
type DecisionValues = z.output<typeof decisionForm>

/** The board: its meetings, the applications on their agendas, and what was decided. */
export const boardRoutes = new Hono<AppEnv<Database>>()

boardRoutes.get(applicationPaths.board, only('applications.read'), (c) => show(c, undefined, {}, 200))

boardRoutes.post(applicationPaths.meetings, only('applications.check'), async (c) => {
  const { db, actor, today } = c.var
  const form = await readForm(c, meetingForm)
  if (!form.ok) return show(c, 0, form, 422)
  if (form.values.heldOn < today) {
    return show(c, 0, { typed: form.typed, errors: { heldOn: 'day-passed' } }, 422)
  }
  await act(db, actor, 'add a board meeting', (trx) => insertMeeting(trx, form.values))
  return redirect(c, applicationPaths.board, 'mote')
})

boardRoutes.post(applicationPaths.decide(':application'), only('applications.decide'), async (c) => {
  const application = await applicationOf(c)
  const { id } = application
  const form = await readForm(c, decisionForm)
  const errors = form.ok ? faultsIn(form.values, application, c.var.today) : form.errors
  if (!form.ok || Object.keys(errors).length > 0) return show(c, id, { typed: form.typed, errors }, 422)
  const { decision, decidedOn, paragraph: number, text, since } = form.values
  const decided = { decided_on: decidedOn, paragraph: number }
  await runStep(
    c,
    `${applicationPaths.board}#arende-${id}`,
    {
      id,
      version: form.values.version,
      step: decision,
      text,
      data: { decision: decisionOf(decided) },
      changes: { ...decided, decision_text: text },
    },
    decision === 'approve'
      ? { after: (trx, approved) => beginByItself(trx, approved, placeOf(c), since ?? decidedOn) }
      : {},
  )
  return redirect(c, applicationPaths.board, decision)
})

boardRoutes.post(applicationPaths.memberConflict(':application'), only('applications.read'), async (c) => {
  const { id } = await applicationOf(c)
  const form = await readForm(c, conflictForm)
  if (!form.ok) {
    const errors = { [`reason-${id}`]: form.errors.reason ?? 'reason-missing' }
    return show(c, undefined, { typed: form.typed, errors }, 422)
  }
  await declare(c, id, form.values.reason)
  return redirect(c, applicationPaths.board, 'jav')
})

/** The board decides at its meeting or, by circulation, later; never in the future. */
function faultsIn(values: DecisionValues, application: Application, today: string): Record<string, string> {
  const errors: Record<string, string> = {}
  if (values.decidedOn > today) errors.decidedOn = 'day-coming'
  else if (values.decidedOn < (application.meetingOn ?? '')) errors.decidedOn = 'day-before-meeting'
  if (values.decision !== 'approve' && values.text === '') errors.text = 'decision-text-missing'
  if (values.since && values.since < values.decidedOn) errors.since = 'since-before'
  return errors
}

async function show(
  c: C,
  about: number | undefined,
  form: { typed?: Typed; errors?: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, today, actor } = c.var
  const [meetings, all] = await Promise.all([listMeetings(db), listApplications(db, states)])
  const withItems = await Promise.all(
    meetings.map(async (meeting) => ({
      meeting,
      items: await Promise.all(
        all
          .filter(({ meeting_id }) => meeting_id === meeting.id)
          .map(async (application) => {
            const conflicts = await listConflicts(db, application, today)
            const partial = conflicts.some(({ personId }) => personId === actor?.personId)
            return { application, conflicts, partial }
          }),
      ),
    })),
  )
  const isOpen = (one: (typeof withItems)[number]) =>
    one.meeting.heldOn >= today || one.items.some(({ application }) => application.state === 'on-agenda')
  const { title, lead } = textsOf(l).board
  return page(
    c,
    { title, description: lead, noIndex: true },
    <BoardPage
      l={l}
      today={today}
      coming={withItems.filter(isOpen).toReversed()}
      past={withItems.filter((one) => !isOpen(one))}
      mayDecide={can(actor, 'applications.decide')}
      mayAddMeetings={can(actor, 'applications.check')}
      about={about}
      typed={form.typed ?? {}}
      errors={form.errors ?? {}}
      done={c.req.query('klart')}
    />,
    status,
  )
}
