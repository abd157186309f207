import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { localOf } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug, statutesOf } from '../decisions.ts'
import { listItems, lockMeeting, type Meeting } from '../queries.ts'
import { buildAgenda } from './agenda.ts'
import { insertItems, makeRoom } from './agenda-queries.ts'
import { type C, inPath, meetingIn } from './asking.ts'
import { deadlinesOf } from './deadlines.ts'
import {
  cancelMeeting,
  closeMeeting,
  countNotices,
  listUncalled,
  markDocuments,
  openMeeting,
} from './meeting-queries.ts'
import { sendNotice } from './notice.ts'
import { OfficePage } from './pages/office.tsx'
import { annualPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

const edits = only('annual.edit')
const ownItem = z.object({ rubrik: line('title-missing', 200) })

/** What the secretariat does before, during and after an annual meeting. */
export const officeRoutes = new Hono<AppEnv<Database>>()

officeRoutes.get(annualPaths.office(inPath), edits, async (c) => show(c, await meetingIn(c), [], 200))

officeRoutes.post(annualPaths.notice(inPath), edits, async (c) => {
  const { locale: l, db, actor, config, now, today } = c.var
  const meeting = await meetingIn(c)
  const t = textsOf(l)
  const result = await sendNotice({ db, actor, baseUrl: config.baseUrl, now, today }, meeting.id)
  if ('sent' in result) return redirect(c, annualPaths.office(annualSlug(meeting)), 'kallad')
  const problems =
    'failed' in result
      ? [t.failed[result.failed]]
      : result.breaches.map(
          ({ rule, paragraph, latest }) =>
            `${t.breach[rule]?.(l.date(latest)) ?? ''} ${t.byParagraph(paragraph)}`,
        )
  return show(c, meeting, problems, 422)
})

officeRoutes.post(annualPaths.documents(inPath), edits, async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  if (!meeting.documentsPublishedAt)
    await act(db, actor, 'send the documents', (trx) => markDocuments(trx, meeting.id, now))
  return redirect(c, annualPaths.office(annualSlug(meeting)), 'handlingar')
})

officeRoutes.post(annualPaths.open(inPath), edits, async (c) => {
  const { locale: l, db, actor, now } = c.var
  const meeting = await meetingIn(c)
  const opened = await act(db, actor, 'open a meeting', (trx) => openMeeting(trx, meeting.id, now))
  if (!opened && meeting.state !== 'open') return show(c, meeting, [textsOf(l).failed['not-called']], 422)
  return redirect(c, annualPaths.office(annualSlug(meeting)), 'oppnat')
})

officeRoutes.post(annualPaths.close(inPath), edits, async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  await act(db, actor, 'close a meeting', (trx) => closeMeeting(trx, meeting.id, now))
  return redirect(c, annualPaths.office(annualSlug(meeting)), 'avslutat')
})

officeRoutes.post(annualPaths.cancel(inPath), edits, async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingIn(c)
  await act(db, actor, 'cancel a meeting', (trx) => cancelMeeting(trx, meeting.id))
  return redirect(c, annualPaths.list, 'installt')
})

officeRoutes.post(annualPaths.agenda(inPath), edits, async (c) => {
  const { locale: l, db, actor } = c.var
  const meeting = await meetingIn(c)
  const { rules } = await statutesOf(db, meeting)
  // An extra meeting decides only what stood in its notice.
  if (meeting.extra && meeting.calledAt)
    return show(c, meeting, [textsOf(l).failed['extra-agenda'](rules.extra_notice_days.paragraph)], 422)
  const form = await readForm(c, ownItem)
  await act(db, actor, 'build an agenda', async (trx) => {
    const held = await lockMeeting(trx, meeting.id)
    if (!form.ok) return buildAgenda(trx, held)
    const items = await listItems(trx, meeting.id)
    const after = Math.max(0, items.length - 2)
    await makeRoom(trx, meeting.id, after, 1)
    const item = { title: form.values.rubrik, text: '', kind: 'decision', business: null } as const
    await insertItems(trx, meeting.id, [{ ...item, madeUp: meeting.madeUp }], after)
    return 1
  })
  return redirect(c, annualPaths.office(annualSlug(meeting)), 'dagordning')
})

async function show(c: C, meeting: Meeting, problems: string[], status: 200 | 422): Promise<Response> {
  const { locale: l, db, today } = c.var
  const [statutes, items, sent, uncalled] = await Promise.all([
    statutesOf(db, meeting),
    listItems(db, meeting.id),
    countNotices(db, meeting.id),
    listUncalled(db, meeting.id, today),
  ])
  const deadlines = deadlinesOf(
    statutes.rules,
    {
      heldOn: meeting.heldOn,
      extra: meeting.extra,
      calledOn: meeting.calledAt && localOf(meeting.calledAt).day,
      documentsOn: meeting.documentsPublishedAt && localOf(meeting.documentsPublishedAt).day,
    },
    today,
  )
  const title = textsOf(l).office.title(titleOf(l, meeting))
  return page(
    c,
    { title, description: title, noIndex: true },
    <OfficePage
      l={l}
      meeting={meeting}
      items={items}
      deadlines={deadlines}
      sent={sent}
      uncalled={uncalled.length}
      problems={problems}
      done={c.req.query('klart')}
    />,
    status,
  )
}
