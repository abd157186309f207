import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import { localOf } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { annualSlug, statutesOf } from '../decisions.ts'
import { listItems, listMeetings } from '../queries.ts'
import { inPath, meetingIn, seesDocuments } from './asking.ts'
import { deadlinesOf } from './deadlines.ts'
import { listMotions } from './motion-queries.ts'
import { calendarFile, placeOf } from './notice.ts'
import { ListPage } from './pages/list.tsx'
import { MeetingPage } from './pages/meeting.tsx'
import { annualPaths } from './paths.ts'
import { listProposals } from './proposal-queries.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

/** What everybody may read of annual meetings. */
export const meetingRoutes = new Hono<AppEnv<Database>>()

meetingRoutes.get(annualPaths.list, open(), async (c) => {
  const { locale: l, db, actor } = c.var
  const t = textsOf(l)
  const meetings = await listMeetings(db, 'annual-meeting')
  return page(
    c,
    { title: t.listTitle, description: t.listLead },
    <ListPage l={l} meetings={meetings} mayPlan={can(actor, 'annual.edit')} done={c.req.query('klart')} />,
  )
})

meetingRoutes.get(annualPaths.meeting(inPath), open(), async (c) => {
  const { locale: l, db, actor, today } = c.var
  const meeting = await meetingIn(c)
  const sees = seesDocuments(c, meeting)
  const [statutes, items, motions, proposals] = await Promise.all([
    statutesOf(db, meeting),
    listItems(db, meeting.id),
    sees ? listMotions(db, meeting.id) : [],
    sees ? listProposals(db, meeting.id) : [],
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
  const title = titleOf(l, meeting)
  return page(
    c,
    { title, description: textsOf(l).lead },
    <MeetingPage
      l={l}
      meeting={meeting}
      place={placeOf(l, meeting)}
      items={items}
      motions={motions}
      proposals={proposals}
      deadlines={deadlines}
      documentsOpen={sees}
      today={today}
      may={{
        loggedIn: actor !== null,
        edit: can(actor, 'annual.edit'),
        chair: can(actor, 'annual.chair'),
        delegates: can(actor, 'annual.delegates'),
        motion: can(actor, 'motions.write'),
        nominate: can(actor, 'nominations.make'),
        takePart: can(actor, 'network.use'),
      }}
      done={c.req.query('klart')}
    />,
  )
})

meetingRoutes.get(annualPaths.calendar(inPath), open(), async (c) => {
  const { locale: l, db, config } = c.var
  const meeting = await meetingIn(c)
  const file = calendarFile(l, meeting, await listItems(db, meeting.id), config.baseUrl)
  c.header('Content-Disposition', `attachment; filename="arsmote-${annualSlug(meeting)}.ics"`)
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  return c.body(file.content.toString())
})
