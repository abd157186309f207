import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, ticked } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { findItem, lockMeeting, type Meeting } from '../queries.ts'
import { writeDocument } from './document.ts'
import { fileRoutes } from './file-routes.ts'
import { type C, type MinutesOrgan, minutesSteps } from './organ.ts'
import { findDocument, findSaid, insertSaid, listSigners } from './queries.ts'
import { areEnough } from './rules.ts'
import { rulesOf, show } from './show.tsx'
import { tellSigners } from './tell.ts'
import { textsOf } from './texts.ts'
import { insertDocument, insertNote, signDocument, withdrawDocument } from './write-queries.ts'

const version = z.coerce.number().int().min(0).catch(-1)
const saidForm = z.object({ version, text: paragraphs(20_000) })
const signForm = z.object({ sha256: z.string(), read: ticked })
const noteForm = z.object({ text: paragraphs(3000).pipe(z.string().min(1, 'note-missing')) })

/** Everything that can be done with the minutes of an organ: write, hand over, approve, correct, read. */
export function minutesRoutes(organ: MinutesOrgan): Hono<AppEnv<Database>> {
  const routes = new Hono<AppEnv<Database>>()
  const { pattern } = organ

  routes.get(pattern, only('minutes.read'), async (c) => show(c, organ, await organ.meetingOf(c)))

  routes.post(pattern + minutesSteps.said(':item'), only('minutes.write'), async (c) => {
    const { db, actor } = c.var
    const meeting = await organ.meetingOf(c)
    const item = await findItem(db, Number(c.req.param('item')) || 0)
    if (!item || item.meetingId !== meeting.id) throw new Problem(404, textsOf(c.var.locale).noItem)
    const form = await readForm(c, saidForm)
    const field = `text-${item.id}`
    if (!form.ok)
      return show(
        c,
        organ,
        meeting,
        { typed: { [field]: form.typed.text ?? '' }, errors: { [field]: form.errors.text ?? '' } },
        422,
      )
    const { version: after, text } = form.values
    const saved = await act(db, actor, 'minutes: write', async (trx) => {
      const now = await lockMeeting(trx, meeting.id)
      if (now.state === 'approved' || (await findDocument(trx, meeting.id))) return 'closed'
      return insertSaid(trx, { itemId: item.id, after, text, personId: actor?.personId ?? 0 })
    })
    if (saved === 'closed')
      throw new Problem(409, textsOf(c.var.locale).alreadyHandedOver, back(c, organ, meeting))
    if (saved) return redirect(c, `${organ.path(meeting)}#arende-${item.id}`, 'sparat')
    const overtaken = { itemId: item.id, mine: text, beginning: await findSaid(db, item.id, after) }
    return show(c, organ, meeting, { overtaken }, 409)
  })

  routes.post(pattern + minutesSteps.handOver, only('minutes.write'), async (c) => {
    const { db, actor, now } = c.var
    const meeting = await organ.meetingOf(c)
    const rules = await rulesOf(db, meeting)
    const fault = await act(db, actor, 'minutes: hand over', async (trx) => {
      const locked = await lockMeeting(trx, meeting.id)
      if (locked.state !== 'closed') return 'not-closed'
      if (await findDocument(trx, meeting.id)) return 'already-handed-over'
      if (!areEnough(await listSigners(trx, meeting.id), rules[organ.adjusters].value))
        return 'signers-missing'
      const content = writeDocument(await organ.compose(trx, locked, rules))
      await insertDocument(trx, {
        meetingId: meeting.id,
        content,
        personId: actor?.personId ?? null,
        now,
        madeUp: meeting.madeUp,
      })
      await tellSigners(trx, organ, locked, { baseUrl: c.var.config.baseUrl, rules })
      return undefined
    })
    if (fault) return show(c, organ, meeting, { errors: { lamna: fault } }, 422)
    return redirect(c, organ.path(meeting), 'lamnat')
  })

  routes.post(pattern + minutesSteps.takeBack, only('minutes.write'), async (c) => {
    const { db, actor, now } = c.var
    const meeting = await organ.meetingOf(c)
    const taken = await act(db, actor, 'minutes: take back', (trx) => withdrawDocument(trx, meeting.id, now))
    if (!taken) throw new Problem(409, textsOf(c.var.locale).notTakenBack, back(c, organ, meeting))
    return redirect(c, organ.path(meeting), 'taget-tillbaka')
  })

  routes.post(pattern + minutesSteps.sign, only('minutes.approve'), async (c) => {
    const { db, actor, now, locale } = c.var
    const t = textsOf(locale)
    const meeting = await organ.meetingOf(c)
    const form = await readForm(c, signForm)
    if (!form.ok || !form.values.read)
      return show(c, organ, meeting, { errors: { read: 'read-missing' } }, 422)
    const { sha256 } = form.values
    const signed = await act(db, actor, 'minutes: approve', (trx) =>
      signDocument(trx, { meetingId: meeting.id, personId: actor?.personId ?? 0, sha256, now }),
    )
    if (signed === 'not-signer') throw new Problem(403, t.notSigner)
    if (signed === 'changed') throw new Problem(409, t.documentChanged, back(c, organ, meeting))
    return redirect(c, organ.path(meeting), signed === 'approved' ? 'justerat' : 'signerat')
  })

  routes.post(pattern + minutesSteps.note, only('minutes.write'), async (c) => {
    const { db, actor } = c.var
    const meeting = await organ.meetingOf(c)
    const form = await readForm(c, noteForm)
    if (!form.ok) {
      return show(
        c,
        organ,
        meeting,
        { typed: { rattelse: form.typed.text ?? '' }, errors: { rattelse: form.errors.text ?? '' } },
        422,
      )
    }
    const { text } = form.values
    const kept = await act(db, actor, 'minutes: note a correction', (trx) =>
      insertNote(trx, { meetingId: meeting.id, text, personId: actor?.personId ?? 0 }),
    )
    if (!kept) throw new Problem(409, textsOf(c.var.locale).notApproved, back(c, organ, meeting))
    return redirect(c, `${organ.path(meeting)}#rattelser`, 'rattat')
  })

  routes.route('/', fileRoutes(organ))
  return routes
}

function back(c: C, organ: MinutesOrgan, meeting: Meeting) {
  const l = c.var.locale
  return [{ href: l.href(organ.path(meeting)), label: textsOf(l).toMinutes }]
}
