import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, once, only } from '#domains/accounts/index.ts'
import { DecisionRefused } from '#platform/http/business.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { isHandedOver, rulesOf } from '../minutes/index.ts'
import { lockMeeting, type Meeting } from '../queries.ts'
import { actorOf, placeOf, waitingInSwedish } from './asked.ts'
import { CannotDecide, decideItem } from './decide.ts'
import {
  finishTask,
  insertPartial,
  insertReservation,
  insertTask,
  rewordDecision,
} from './decision-queries.ts'
import { decisionForm, itemForm, partialForm, reservationForm, rewordForm, taskForm } from './forms.ts'
import { updateItem } from './item-queries.ts'
import { idIn, itemOf, tooLate } from './meeting-of.ts'
import { boardPaths } from './paths.ts'
import { findTask } from './queries.ts'
import { decideFault, showItem, showOf } from './show-item.tsx'
import { textsOf } from './texts.ts'

const step = <S extends string>(name: S) => boardPaths.itemStep(':meeting', ':item', name)

/** An item of a meeting: what it is about, what is decided, who is partial or reserves, what follows. */
export const itemRoutes = new Hono<AppEnv<Database>>()

itemRoutes.get(boardPaths.item(':meeting', ':item{\\d+}'), only('board.read'), async (c) =>
  showItem(c, await itemOf(c)),
)

itemRoutes.post(step('andra'), only('board.edit'), async (c) => {
  const place = await itemOf(c)
  const { meeting, item } = place
  const form = await readForm(c, itemForm)
  if (!form.ok) return showItem(c, place, { about: 'andra', ...form }, 422)
  const { closed, kind, ...values } = form.values
  const changed = await act(c.var.db, c.var.actor, 'board: change an item', async (trx) => {
    await lockMeeting(trx, meeting.id)
    return updateItem(trx, {
      id: item.id,
      ...values,
      kind: item.standing === null ? kind : item.kind,
      openToAll: !closed,
    })
  })
  if (!changed)
    return showItem(c, place, { about: 'andra', typed: form.typed, errors: { title: 'item-changed' } }, 409)
  return redirect(c, boardPaths.item(meeting.id, item.id), 'andrat')
})

itemRoutes.post(step('beslut'), only('board.decide'), async (c) => {
  const place = await itemOf(c)
  const { meeting, item } = place
  const { db, actor, gathered } = c.var
  const form = await readForm(c, decisionForm)
  if (!form.ok) return showItem(c, place, { about: 'beslut', ...form }, 422)
  const { version, outcome, decision: text, begins } = form.values
  if (begins && begins < meeting.heldOn) {
    return showItem(
      c,
      place,
      { about: 'beslut', typed: form.typed, errors: { begins: 'begins-before' } },
      422,
    )
  }
  const show = showOf(form.values)
  const [waiting, rules] = await Promise.all([waitingInSwedish(c), rulesOf(db, meeting)])
  try {
    await act(db, actor, 'board: decide', (trx) =>
      decideItem(
        trx,
        { meetingId: meeting.id, itemId: item.id, version, outcome, text, begins, show },
        { gathered: gathered.business, waiting, rules, actor: actorOf(c), ...placeOf(c) },
      ),
    )
  } catch (error) {
    const fault = error instanceof CannotDecide ? error.fault : undefined
    if (fault === undefined && !(error instanceof DecisionRefused)) throw error
    return decideFault(c, place, form.typed, fault, rules, error instanceof Error ? error.message : '')
  }
  return redirect(c, boardPaths.item(meeting.id, item.id), 'beslutat')
})

itemRoutes.post(step('lydelse'), only('board.edit'), async (c) => {
  const place = await itemOf(c)
  const { meeting, item } = place
  const form = await readForm(c, rewordForm)
  if (!form.ok) return showItem(c, place, { about: 'lydelse', ...form }, 422)
  const { version, wording } = form.values
  const changed = await act(c.var.db, c.var.actor, 'board: mend the wording', (trx) =>
    whileDraft(trx, meeting, () => rewordDecision(trx, { id: item.id, version, decision: wording })),
  )
  if (!changed) {
    return showItem(
      c,
      place,
      { about: 'lydelse', typed: form.typed, errors: { wording: 'item-changed' } },
      409,
    )
  }
  return redirect(c, boardPaths.item(meeting.id, item.id), 'andrat')
})

itemRoutes.post(step('jav'), only('board.read'), async (c) => {
  const place = await itemOf(c)
  const { meeting, item } = place
  const { db, actor, locale } = c.var
  const form = await readForm(c, partialForm)
  if (!form.ok) return showItem(c, place, { about: 'jav', ...form }, 422)
  // The pen of the meeting notes it for others; everybody else for themselves.
  const own = actorOf(c).personId
  const personId = can(actor, 'board.decide') ? (form.values.person ?? own) : own
  const { reason } = form.values
  const noted = await act(db, actor, 'board: note who is partial', (trx) =>
    whileDraft(trx, meeting, async () => {
      if (item.paragraph !== null) return false
      await insertPartial(trx, { itemId: item.id, personId, reason })
      return true
    }),
  )
  if (!noted) throw tooLate(c, meeting, textsOf(locale).itemDecided)
  return redirect(c, boardPaths.item(meeting.id, item.id), 'jav')
})

itemRoutes.post(step('reservation'), only('board.decide'), once, async (c) => {
  const place = await itemOf(c)
  const { meeting, item } = place
  const form = await readForm(c, reservationForm)
  if (!form.ok) return showItem(c, place, { about: 'reservation', ...form }, 422)
  const { person: personId, reservation: text } = form.values
  const noted = await act(c.var.db, c.var.actor, 'board: note a reservation', (trx) =>
    whileDraft(trx, meeting, async () => {
      await insertReservation(trx, { itemId: item.id, personId, text })
      return true
    }),
  )
  if (!noted) throw tooLate(c, meeting, textsOf(c.var.locale).handedOver)
  return redirect(c, boardPaths.item(meeting.id, item.id), 'reservation')
})

itemRoutes.post(step('uppgift'), only('board.decide'), once, async (c) => {
  const place = await itemOf(c)
  const { meeting, item } = place
  const form = await readForm(c, taskForm)
  if (!form.ok) return showItem(c, place, { about: 'uppgift', ...form }, 422)
  const { person: personId, what, dueOn } = form.values
  await act(c.var.db, c.var.actor, 'board: give a task', (trx) =>
    insertTask(trx, { itemId: item.id, personId, what, dueOn }),
  )
  return redirect(c, boardPaths.item(meeting.id, item.id), 'uppgift')
})

itemRoutes.post(boardPaths.taskDone(':task'), only('board.read'), async (c) => {
  const { db, actor, now } = c.var
  const task = await findTask(db, idIn(c, 'task'))
  const mine = task && (task.personId === actor?.personId || can(actor, 'board.edit'))
  if (mine) await act(db, actor, 'board: finish a task', (trx) => finishTask(trx, task.id, now))
  return redirect(c, `${boardPaths.list}#uppgifter`, mine ? 'uppgift-klar' : undefined)
})

/** Runs a change while the minutes can be changed: the meeting is not approved and nothing is handed over. */
async function whileDraft(
  trx: Transaction<Database>,
  { id }: Meeting,
  change: () => Promise<boolean>,
): Promise<boolean> {
  const { state } = await lockMeeting(trx, id)
  if (state === 'approved' || state === 'cancelled' || (await isHandedOver(trx, id))) return false
  return change()
}
