import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, textsIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug } from '../decisions.ts'
import { lockMeeting, type Meeting } from '../queries.ts'
import { type C, inPath, meetingIn, numbered, numberIn } from './asking.ts'
import { namesOf, saveChecked } from './delegate-queries.ts'
import { RollPage } from './pages/roll.tsx'
import { annualPaths } from './paths.ts'
import { addToRoll, freezeRoll } from './roll.ts'
import { listRoll, listRollChanges, restoreEntry, sayWhy, withdrawEntry } from './roll-queries.ts'
import { textsOf } from './texts.ts'
import { loadVotes } from './votes.ts'

const edits = only('annual.edit')
const reason = z.object({ skal: line('why-missing', 300) })

/** The voting roll: credentials checked, frozen when the meeting begins, later changes noted. */
export const rollRoutes = new Hono<AppEnv<Database>>()

rollRoutes.get(annualPaths.roll(inPath), only('network.use'), async (c) =>
  show(c, await meetingIn(c), {}, [], 200),
)

rollRoutes.post(annualPaths.roll(inPath), edits, async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const checked = textsIn(typed, 'person').map(Number).filter(Number.isInteger)
  if (actor)
    await act(db, actor, 'check credentials', async (trx) => {
      await lockMeeting(trx, meeting.id)
      await saveChecked(trx, meeting.id, checked, { by: actor.personId, now })
    })
  return redirect(c, annualPaths.roll(annualSlug(meeting)), 'kontrollerat')
})

rollRoutes.post(annualPaths.freeze(inPath), edits, async (c) => {
  const meeting = await meetingIn(c)
  if (!(await freezeRoll(c.var, meeting.id)))
    return show(c, meeting, {}, [textsOf(c.var.locale).roll.openFirst], 422)
  return redirect(c, annualPaths.roll(annualSlug(meeting)), 'faststalld')
})

rollRoutes.post(`${annualPaths.roll(inPath)}/lagg-till`, edits, async (c) => {
  const meeting = await meetingIn(c)
  const form = await readForm(c, reason)
  if (!form.ok) return show(c, meeting, form.errors, [], 422)
  await addToRoll(c.var, meeting.id, form.values.skal)
  return redirect(c, annualPaths.roll(annualSlug(meeting)), 'noterat')
})

rollRoutes.post(`${annualPaths.rollEntry(inPath, numbered)}/dra-tillbaka`, edits, async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  const form = await readForm(c, reason)
  if (!form.ok) return show(c, meeting, form.errors, [], 422)
  await act(db, actor, 'withdraw a vote', (trx) =>
    withdrawEntry(trx, numberIn(c), meeting.id, { why: form.values.skal, now }),
  )
  return redirect(c, annualPaths.roll(annualSlug(meeting)), 'noterat')
})

rollRoutes.post(`${annualPaths.rollEntry(inPath, numbered)}/aterstall`, edits, async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingIn(c)
  const form = await readForm(c, reason)
  if (!form.ok) return show(c, meeting, form.errors, [], 422)
  await act(db, actor, 'restore a vote', async (trx) => {
    await sayWhy(trx, form.values.skal)
    await restoreEntry(trx, numberIn(c), meeting.id)
  })
  return redirect(c, annualPaths.roll(annualSlug(meeting)), 'noterat')
})

async function show(
  c: C,
  meeting: Meeting,
  errors: Record<string, string>,
  problems: string[],
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, actor, today } = c.var
  const [entries, changes, loaded] = await Promise.all([
    listRoll(db, meeting.id),
    listRollChanges(db, meeting.id),
    loadVotes(db, meeting, today),
  ])
  const names = await namesOf(
    db,
    loaded.registered.map(({ personId }) => personId),
  )
  const codes = new Map(loaded.members.map(({ code, name }) => [code, name]))
  const registered = loaded.registered.map(({ personId, checkedAt, attends }) => {
    const vote = loaded.votes.find((one) => one.personId === personId)
    return {
      personId,
      name: names.get(personId) ?? '',
      organisation: vote ? (codes.get(vote.organisationCode) ?? '') : '',
      delegate: vote !== undefined,
      checked: checkedAt !== null,
      attends,
    }
  })
  const t = textsOf(l).roll
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <RollPage
      l={l}
      meeting={meeting}
      entries={entries}
      changes={changes}
      registered={registered.toSorted(
        (a, b) => l.compare(a.organisation, b.organisation) || l.compare(a.name, b.name),
      )}
      coming={loaded.roll.length}
      edits={can(actor, 'annual.edit')}
      errors={errors}
      problems={problems}
      done={c.req.query('klart')}
    />,
    status,
  )
}
