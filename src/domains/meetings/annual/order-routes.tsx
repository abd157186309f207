import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug } from '../decisions.ts'
import { orderItems } from '../order-queries.ts'
import { listItems, lockMeeting, type Meeting } from '../queries.ts'
import { removeItem } from './agenda-queries.ts'
import { backTo, type C, inPath, meetingIn } from './asking.ts'
import { OrderPage } from './pages/order.tsx'
import { annualPaths } from './paths.ts'
import { inWantedOrder } from './rules/order.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

const edits = only('annual.edit')

/** Moving items of an agenda and taking them off, all in one form. */
export const orderRoutes = new Hono<AppEnv<Database>>()

orderRoutes.get(annualPaths.order(inPath), edits, async (c) => {
  const { locale: l, db } = c.var
  const meeting = await changeableIn(c)
  const { title } = textsOf(l).order
  return page(
    c,
    { title, description: title, noIndex: true },
    <OrderPage l={l} meeting={meeting} items={await listItems(db, meeting.id)} />,
  )
})

orderRoutes.post(annualPaths.order(inPath), edits, async (c) => {
  const { db, actor } = c.var
  const meeting = await changeableIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const removed = textsIn(typed, 'ta-bort').map(Number)
  await act(db, actor, 'change an agenda', async (trx) => {
    await lockMeeting(trx, meeting.id)
    const before = await listItems(trx, meeting.id)
    const wanted = before.map(({ id, ordinal, paragraph }) => {
      const place = textIn(typed, `plats-${id}`)
      return { id, ordinal, wanted: paragraph === null && /^\d{1,3}$/.test(place) ? Number(place) : ordinal }
    })
    await orderItems(trx, inWantedOrder(wanted))
    // The last first, so that the places of the others to take off stay true.
    for (const item of (await listItems(trx, meeting.id)).toReversed())
      if (removed.includes(item.id)) await removeItem(trx, item)
  })
  return redirect(c, annualPaths.office(annualSlug(meeting)), 'sparad')
})

/** The meeting of the address, as long as its agenda can be changed. */
async function changeableIn(c: C): Promise<Meeting> {
  const { locale: l } = c.var
  const meeting = await meetingIn(c)
  if (meeting.state === 'closed' || meeting.state === 'approved')
    throw new Problem(409, textsOf(l).failed['wrong-state'], [backTo(meeting, titleOf(l, meeting))])
  return meeting
}
