import type { Database } from '#database/tables.ts'
import { firstLanguage } from '#platform/association.ts'
import type { Business } from '#platform/http/business.ts'
import type { Asked } from '#platform/http/context.ts'
import { type Locale, localeOf } from '#platform/i18n.ts'
import type { C } from './meeting-of.ts'

const askedIn = (c: C, locale: Locale): Asked<Database> => {
  const { db, today, now, remember } = c.var
  return { db, locale, today, now, remember }
}

/** What waits for the board, in the reader's language. */
export function waitingForBoard(c: C): Promise<Business[]> {
  return c.var.gathered.business.waiting(askedIn(c, c.var.locale), 'board')
}

/** The same in Swedish, which is the language of agendas and minutes. */
export function waitingInSwedish(c: C): Promise<Business[]> {
  return c.var.gathered.business.waiting(askedIn(c, localeOf(firstLanguage)), 'board')
}

/** Who acts; the guard has let somebody in. */
export function actorOf(c: C): { personId: number; name: string } {
  const { actor } = c.var
  if (!actor) throw new Error('Nobody has logged in.')
  return { personId: actor.personId, name: actor.name }
}

/** Where things lead to and when they happen. */
export function placeOf(c: C): { baseUrl: string; now: Date } {
  return { baseUrl: c.var.config.baseUrl, now: c.var.now }
}
