import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { newToken } from '#platform/secrets.ts'
import { page } from '#ui/page.tsx'
import { type C, eventOf, eventParameter, numberIn, titleOf } from '../asking.ts'
import { findEvent } from '../queries.ts'
import { arrivalPath, registrationOfArrival } from './arrival.ts'
import { doorToken, eventOfDoor, isAtDoor, rememberDoor } from './door.ts'
import { ArrivePage } from './pages/arrive.tsx'
import { CheckInPage } from './pages/check-in.tsx'
import { attendancePaths } from './paths.ts'
import {
  checkIn,
  countGuests,
  findDoorKey,
  findGuest,
  type Guest,
  listAnswers,
  listGuests,
  saveDoorKey,
  undoCheckIn,
} from './queries.ts'
import { attendanceTexts } from './texts.ts'

const tokenParameter = ':token'
const text = z.string().trim().max(100).catch('')
const step = z.enum(['in', 'ut'])
const listForm = z.object({ gor: step, anmalan: z.coerce.number().int().positive(), sok: text.default('') })
const arriveForm = z.object({ gor: step })

/** Checking in at the door: by a list of names, and by the QR code of each participant. */
export const attendanceRoutes = new Hono<AppEnv<Database>>()

const atListedDoor = only('events.check-in', undefined, (c) => isAtDoor(c, numberIn(c, 'event')))
const atDoorOfGuest = only('events.check-in', undefined, async (c) =>
  isAtDoor(c, (await guestIn(c))?.eventId),
)

attendanceRoutes.get(attendancePaths.checkIn(eventParameter), atListedDoor, async (c) => {
  const { db, locale: l, secrets, config, actor } = c.var
  const event = await eventOf(c)
  const search = text.parse(c.req.query('sok'))
  const office = can(actor, 'events.edit')
  const [guests, counts, key] = await Promise.all([
    listGuests(db, event.id, search),
    countGuests(db, event.id),
    office ? findDoorKey(db, event.id) : undefined,
  ])
  const link = key && config.baseUrl + l.href(attendancePaths.door(doorToken(secrets, event.id, key)))
  const { title } = attendanceTexts(l).checkIn
  keepSecret(c)
  return page(
    c,
    { title: `${title}: ${titleOf(event, l)}`, description: title, noIndex: true },
    <CheckInPage l={l} {...{ event, guests, counts, search, office, link }} done={c.req.query('klart')} />,
  )
})

attendanceRoutes.post(attendancePaths.checkIn(eventParameter), atListedDoor, async (c) => {
  const event = await eventOf(c)
  const form = await readForm(c, listForm)
  const guests = await listGuests(c.var.db, event.id)
  const guest = form.ok ? guests.find(({ id }) => id === form.values.anmalan) : undefined
  if (!form.ok || !guest) throw new Problem(404, attendanceTexts(c.var.locale).arrive.unknown)
  await move(c, guest, form.values.gor)
  const query = form.values.sok ? `?sok=${encodeURIComponent(form.values.sok)}` : ''
  return redirect(c, `${attendancePaths.checkIn(event.id)}${query}#anmalan-${guest.id}`, form.values.gor)
})

attendanceRoutes.post(attendancePaths.newDoor(eventParameter), only('events.edit'), async (c) => {
  const { db, actor, now } = c.var
  const event = await eventOf(c)
  const by = { personId: actor?.personId ?? null, now }
  await act(db, actor, 'make a link for the door', (trx) => saveDoorKey(trx, event.id, newToken(), by))
  return redirect(c, `${attendancePaths.checkIn(event.id)}#dorr`, 'lank')
})

attendanceRoutes.get(attendancePaths.door(':token'), open(), async (c) => {
  const token = c.req.param('token')
  const event = await eventOfDoor(c, token)
  if (event === undefined) throw new Problem(404, attendanceTexts(c.var.locale).door.closed)
  rememberDoor(c, token)
  return redirect(c, attendancePaths.checkIn(event))
})

attendanceRoutes.get(attendancePaths.arrive(tokenParameter), atDoorOfGuest, async (c) => {
  const { db, locale: l, actor } = c.var
  const guest = await guestOf(c)
  const [event, answers] = await Promise.all([
    findEvent(db, guest.eventId),
    listAnswers(db, guest.id, can(actor, 'events.check-in')),
  ])
  if (!event) throw new Problem(404, attendanceTexts(l).arrive.unknown)
  keepSecret(c)
  return page(
    c,
    { title: guest.name, description: guest.name, noIndex: true },
    <ArrivePage
      l={l}
      {...{ event, guest, answers }}
      action={arrivalPath(c.var.secrets, guest.id)}
      done={c.req.query('klart')}
    />,
  )
})

attendanceRoutes.post(attendancePaths.arrive(tokenParameter), atDoorOfGuest, async (c) => {
  const guest = await guestOf(c)
  const form = await readForm(c, arriveForm)
  if (!form.ok) return redirect(c, arrivalPath(c.var.secrets, guest.id))
  await move(c, guest, form.values.gor)
  return redirect(c, arrivalPath(c.var.secrets, guest.id), form.values.gor)
})

async function guestIn(c: C): Promise<Guest | undefined> {
  const id = registrationOfArrival(c.var.secrets, c.req.param('token') ?? '')
  return id === undefined ? undefined : findGuest(c.var.db, id)
}

async function guestOf(c: C): Promise<Guest> {
  const guest = await guestIn(c)
  if (!guest) throw new Problem(404, attendanceTexts(c.var.locale).arrive.unknown)
  return guest
}

function move(c: C, guest: Guest, done: 'in' | 'ut'): Promise<void> {
  const { db, actor, now } = c.var
  return done === 'in'
    ? act(db, actor, 'check in', (trx) => checkIn(trx, guest.id, { personId: actor?.personId ?? null, now }))
    : act(db, actor, 'undo a check-in', (trx) => undoCheckIn(trx, guest.id))
}
