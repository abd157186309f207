import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug } from '../decisions.ts'
import { listItems, lockMeeting } from '../queries.ts'
import { currentItem, inPath, meetingIn, numbered, numberIn, organisationOf } from './asking.ts'
import { removeRegistration, saveRegistration } from './delegate-queries.ts'
import { RegistrationPage } from './pages/registration.tsx'
import { SpeakersPage } from './pages/speakers.tsx'
import { annualPaths } from './paths.ts'
import { listRoll } from './roll-queries.ts'
import { loadSpeakers } from './speakers.ts'
import { askToSpeak, markSpoken, takeBack } from './speaking-queries.ts'
import { textsOf } from './texts.ts'
import { loadVotes } from './votes.ts'

const takesPart = only('network.use')
const registering = z.object({ deltar: z.enum(['on-site', 'online']).catch('on-site') })
const asking = z.object({ slag: z.enum(['floor', 'order']).catch('floor') })

/** Registering for a meeting, and asking for the floor at it. */
export const takingPartRoutes = new Hono<AppEnv<Database>>()

takingPartRoutes.get(annualPaths.registration(inPath), takesPart, async (c) => {
  const { locale: l, db, actor, today } = c.var
  const meeting = await meetingIn(c)
  const { votes, registered } = await loadVotes(db, meeting, today)
  const t = textsOf(l).registration
  return page(
    c,
    { title: t.title, description: t.title, noIndex: true },
    <RegistrationPage
      l={l}
      meeting={meeting}
      delegate={votes.some(({ personId }) => personId === actor?.personId)}
      registered={registered.find(({ personId }) => personId === actor?.personId)}
      done={c.req.query('klart')}
    />,
  )
})

takingPartRoutes.post(annualPaths.registration(inPath), takesPart, async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  const form = await readForm(c, registering)
  const attends = form.ok ? form.values.deltar : 'on-site'
  const fits = ['planned', 'called', 'open'].includes(meeting.state)
  if (actor && fits)
    await act(db, actor, 'register for a meeting', (trx) =>
      saveRegistration(trx, {
        meetingId: meeting.id,
        personId: actor.personId,
        organisationCode: organisationOf(c),
        attends: meeting.form === 'both' ? attends : meeting.form,
        now,
      }),
    )
  return redirect(c, annualPaths.registration(annualSlug(meeting)), 'anmald')
})

takingPartRoutes.post(`${annualPaths.registration(inPath)}/avboj`, takesPart, async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingIn(c)
  if (actor)
    await act(db, actor, 'take a registration back', (trx) =>
      removeRegistration(trx, meeting.id, actor.personId),
    )
  return redirect(c, annualPaths.registration(annualSlug(meeting)), 'avanmald')
})

takingPartRoutes.get(annualPaths.speakers(inPath), takesPart, async (c) => {
  const { locale: l, db, actor } = c.var
  const meeting = await meetingIn(c)
  const items = await listItems(db, meeting.id)
  const current = currentItem(meeting, items)
  const roll = await listRoll(db, meeting.id)
  const t = textsOf(l).speakers
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <SpeakersPage
      l={l}
      meeting={meeting}
      current={current}
      speakers={await loadSpeakers(db, meeting, items)}
      personId={actor?.personId ?? 0}
      mayAsk={
        meeting.state === 'open' &&
        roll.some((entry) => entry.personId === actor?.personId && entry.withdrawnAt === null)
      }
      chairs={can(actor, 'annual.chair')}
      done={c.req.query('klart')}
    />,
  )
})

takingPartRoutes.post(annualPaths.speakers(inPath), takesPart, once, async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  const form = await readForm(c, asking)
  const kind = form.ok ? form.values.slag : 'floor'
  const roll = await listRoll(db, meeting.id)
  const onRoll = roll.find((entry) => entry.personId === actor?.personId && entry.withdrawnAt === null)
  if (actor && onRoll && meeting.state === 'open') {
    const current = currentItem(meeting, await listItems(db, meeting.id))
    await act(db, actor, 'ask for the floor', async (trx) => {
      await lockMeeting(trx, meeting.id)
      await askToSpeak(trx, {
        meetingId: meeting.id,
        itemId: current?.id ?? null,
        personId: actor.personId,
        organisationCode: onRoll.organisationCode,
        kind,
        now,
      })
    })
  }
  return redirect(c, annualPaths.speakers(annualSlug(meeting)), 'ordet')
})

takingPartRoutes.post(`${annualPaths.speaker(inPath, numbered)}/stryk`, takesPart, async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  if (actor)
    await act(db, actor, 'leave the speaking list', (trx) => takeBack(trx, numberIn(c), actor.personId, now))
  return redirect(c, annualPaths.speakers(annualSlug(meeting)), 'sparad')
})

takingPartRoutes.post(`${annualPaths.speaker(inPath, numbered)}/talat`, only('annual.chair'), async (c) => {
  const { db, actor, now } = c.var
  const meeting = await meetingIn(c)
  const current = currentItem(meeting, await listItems(db, meeting.id))
  await act(db, actor, 'tick a speaker off', (trx) =>
    markSpoken(trx, numberIn(c), meeting.id, { itemId: current?.id ?? null, now }),
  )
  return redirect(c, annualPaths.speakers(annualSlug(meeting)), 'sparad')
})
