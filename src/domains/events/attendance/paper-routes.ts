import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { downloadHeaders } from '#platform/files/download.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type C, eventOf, eventParameter, titleOf } from '../asking.ts'
import type { Event } from '../queries.ts'
import { arrivalPath } from './arrival.ts'
import { attendanceList, badges } from './papers.ts'
import { attendancePaths } from './paths.ts'
import { listGuests } from './queries.ts'
import { attendanceTexts } from './texts.ts'

/** What is printed before an event: the list to sign and the badges. */
export const paperRoutes = new Hono<AppEnv<Database>>()

paperRoutes.get(attendancePaths.list(eventParameter), only('events.edit'), async (c) => {
  const { db, locale: l } = c.var
  const event = await eventOf(c)
  const pdf = await attendanceList(l, event, await listGuests(db, event.id))
  return answer(c, event, attendanceTexts(l).papers.list, pdf)
})

paperRoutes.get(attendancePaths.badges(eventParameter), only('events.edit'), async (c) => {
  const { db, locale: l, config, secrets } = c.var
  const event = await eventOf(c)
  const pdf = await badges(
    l,
    event,
    await listGuests(db, event.id),
    ({ id }) => config.baseUrl + arrivalPath(secrets, id),
  )
  return answer(c, event, attendanceTexts(l).papers.badges, pdf)
})

function answer(c: C, event: Event, what: string, pdf: Buffer): Response {
  const name = `${what} ${titleOf(event, c.var.locale)}.pdf`
  return c.body(new Uint8Array(pdf), 200, downloadHeaders({ name, mediaType: 'application/pdf' }))
}
