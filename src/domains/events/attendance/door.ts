import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { localOf } from '#platform/days.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { C } from '../asking.ts'
import { findEvent } from '../queries.ts'
import { findDoorKey } from './queries.ts'
import { isOnDay } from './rules.ts'

const purpose = 'event-door'
const contents = z.object({ event: z.number(), key: z.string() })
const day = 24 * 60 * 60
const plainName = 'ekokommun-dorr'

/** What the link of the door holds: the event and its key, signed. */
export function doorToken(secrets: Secrets, eventId: number, key: string): string {
  return secrets.sign(purpose, { event: eventId, key })
}

/** The event that a door's token opens now: its key still holds and it is one of the event's days. */
export async function eventOfDoor(c: C, token: string): Promise<number | undefined> {
  const { db, secrets, now } = c.var
  const held = contents.safeParse(secrets.verify(purpose, token))
  if (!held.success) return undefined
  const [event, key] = await Promise.all([findEvent(db, held.data.event), findDoorKey(db, held.data.event)])
  const isGood = event && key === held.data.key && isOnDay(event, localOf(now).day)
  return isGood ? event.id : undefined
}

/** Lets this browser stand at the door; the cookie ends with the day, and sooner with the key. */
export function rememberDoor(c: C, token: string): void {
  setCookie(c, nameOf(c), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: day,
  })
}

/** Whether this browser stands at the door of an event by the helpers' link. */
export async function isAtDoor(c: C, eventId: number | undefined): Promise<boolean> {
  const token = getCookie(c, nameOf(c))
  return token !== undefined && eventId !== undefined && (await eventOfDoor(c, token)) === eventId
}

const isSecure = (c: C): boolean => c.var.config.baseUrl.startsWith('https:')
const nameOf = (c: C): string => (isSecure(c) ? `__Host-${plainName}` : plainName)
