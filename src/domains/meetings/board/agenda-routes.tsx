import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import { DecisionRefused } from '#platform/http/business.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { lockMeeting } from '../queries.ts'
import { addBusiness, addFormalities, addOwnItem, moveItem } from './agenda.ts'
import { actorOf, placeOf, waitingInSwedish } from './asked.ts'
import { itemForm } from './forms.ts'
import { deleteItem } from './item-queries.ts'
import { itemOf, meetingOf, tooLate } from './meeting-of.ts'
import { boardPaths } from './paths.ts'
import { showMeeting } from './show-meeting.tsx'
import { textsOf } from './texts.ts'

const businessForm = z.object({ kind: z.string().max(60), id: z.string().max(60) })

/** The agenda: formalities in one click, business that waits, own items, their order. */
export const agendaRoutes = new Hono<AppEnv<Database>>()

agendaRoutes.post(boardPaths.formalities(':meeting'), only('board.edit'), async (c) => {
  const meeting = await meetingOf(c)
  const { db, actor, today, locale } = c.var
  const done = await act(db, actor, 'board: add the formalities', (trx) =>
    addFormalities(trx, { meetingId: meeting.id, today }),
  )
  if (!done) throw tooLate(c, meeting, textsOf(locale).over)
  return redirect(c, `${boardPaths.meeting(meeting.id)}#dagordning`, 'formalia')
})

agendaRoutes.post(boardPaths.business(':meeting'), only('board.edit'), async (c) => {
  const meeting = await meetingOf(c)
  const { db, actor, locale, gathered } = c.var
  const form = await readForm(c, businessForm)
  const asked = form.ok ? form.values : { kind: '', id: '' }
  const business = (await waitingInSwedish(c)).find(({ kind, id }) => kind === asked.kind && id === asked.id)
  if (!business) throw tooLate(c, meeting, textsOf(locale).noBusiness)
  try {
    const fault = await act(db, actor, 'board: put on the agenda', (trx) =>
      addBusiness(trx, gathered.business, business, {
        meetingId: meeting.id,
        actor: actorOf(c),
        ...placeOf(c),
      }),
    )
    const t = textsOf(locale)
    if (fault) throw tooLate(c, meeting, fault === 'over' ? t.over : t.alreadyScheduled)
  } catch (error) {
    if (error instanceof DecisionRefused) throw tooLate(c, meeting, error.message)
    throw error
  }
  return redirect(c, `${boardPaths.meeting(meeting.id)}#dagordning`, 'satt-upp')
})

agendaRoutes.post(boardPaths.items(':meeting'), only('board.edit'), once, async (c) => {
  const meeting = await meetingOf(c)
  const { db, actor, locale } = c.var
  const form = await readForm(c, itemForm)
  if (!form.ok) return showMeeting(c, meeting, { about: 'arende', ...form }, 422)
  const { title, text, kind } = form.values
  const added = await act(db, actor, 'board: add an item', (trx) =>
    addOwnItem(trx, meeting.id, { title, text, kind: kind === 'information' ? kind : 'decision' }),
  )
  if (!added) throw tooLate(c, meeting, textsOf(locale).over)
  return redirect(c, `${boardPaths.meeting(meeting.id)}#dagordning`, 'arende')
})

for (const [step, by] of [
  ['upp', -1],
  ['ner', 1],
] as const) {
  agendaRoutes.post(boardPaths.itemStep(':meeting', ':item', step), only('board.edit'), async (c) => {
    const { meeting, item } = await itemOf(c)
    await act(c.var.db, c.var.actor, 'board: order the agenda', (trx) =>
      moveItem(trx, { meetingId: meeting.id, itemId: item.id, by }),
    )
    return redirect(c, `${boardPaths.meeting(meeting.id)}#arende-${item.id}`)
  })
}

agendaRoutes.post(boardPaths.itemStep(':meeting', ':item', 'ta-bort'), only('board.edit'), async (c) => {
  const { meeting, item } = await itemOf(c)
  const gone = await act(c.var.db, c.var.actor, 'board: take an item off', async (trx) => {
    const { state } = await lockMeeting(trx, meeting.id)
    return state !== 'closed' && state !== 'approved' && deleteItem(trx, item.id)
  })
  if (!gone) throw tooLate(c, meeting, textsOf(c.var.locale).itemDecided)
  return redirect(c, `${boardPaths.meeting(meeting.id)}#dagordning`, 'borttaget')
})
