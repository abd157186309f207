import type { Kysely, Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import {
  appoint,
  can,
  endAppointment,
  findOrOpenPerson,
  findPerson,
  listHolders,
  mayTry,
  memberRoles,
  type PersonRow,
  type Role,
  roleName,
  seatOf,
  sendInvitation,
  singleRoles,
} from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { thanksMail } from './emails.ts'
import { representativePaths } from './paths.ts'
import { losesLastContact, seatOrder } from './rules.ts'
import { lockSeats, type OrganisationHead } from './seat-queries.ts'

/** Invitations that one person may send in a day. */
const invitations = { name: 'invitations', times: 50, seconds: 86_400 }

export interface Colleague {
  name: string
  email: string
  title: string
  role: Role
}

/** Where and for whom people are changed. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
  organisation: OrganisationHead
  baseUrl: string
  /** `YYYY-MM-DD`. */
  today: string
}

export type InviteResult =
  | { done: true }
  | { done: false; reason: 'too-often' }
  | { done: false; reason: 'changed'; name: string }

/** Somebody else changed the seat in the meantime. */
class SeatChanged extends Error {
  readonly holder: string
  constructor(holder: string) {
    super('The seat has changed.')
    this.holder = holder
  }
}

/**
 * Puts a colleague on a seat and tells by mail. `seen` is the appointment that the inviter saw on a seat for one;
 * when another person sits there by now nothing is changed.
 */
export async function inviteColleague(
  place: Place,
  colleague: Colleague,
  seen: number | null,
): Promise<InviteResult> {
  const { db, actor } = place
  if (!(await mayTry(db, invitations, String(actor.personId)))) return { done: false, reason: 'too-often' }
  try {
    await act(db, actor, 'invite a colleague', (trx) => seatColleague(trx, place, colleague, seen))
    return { done: true }
  } catch (error) {
    if (error instanceof SeatChanged) return { done: false, reason: 'changed', name: error.holder }
    throw error
  }
}

/** The same within a transaction that does more. Gives who sits there now. Throws when the seat has changed. */
export async function seatColleague(
  trx: Transaction<Database>,
  place: Place,
  colleague: Colleague,
  seen: number | null,
): Promise<{ personId: number }> {
  const { organisation, actor, baseUrl, today } = place
  const { role } = colleague
  const seatId = await seatOf(trx, organisation.code, role)
  const { person } = await findOrOpenPerson(trx, colleague)
  const before = singleRoles.includes(role)
    ? (await listHolders(trx, organisation.code)).find(
        (holder) => holder.role === role && isCurrent(holder, today),
      )
    : undefined
  if (
    singleRoles.includes(role) &&
    (before?.appointmentId ?? null) !== seen &&
    before?.personId !== person.id
  ) {
    throw new SeatChanged(before?.name ?? '–')
  }
  if (before?.personId === person.id) return { personId: person.id }
  await appoint(trx, { personId: person.id, organisationCode: organisation.code, role, since: today })
  if (before) await thank(trx, before.personId, role, organisation.name)
  await sendInvitation(trx, {
    person,
    role,
    organisationName: organisation.name,
    invitedBy: actor.name,
    baseUrl,
    landing: role === 'member-user' ? representativePaths.mine : representativePaths.handover(seatId),
  })
  return { personId: person.id }
}

export type EndResult = 'ended' | 'gone' | 'last-contact'

/** Ends an appointment on one of a member's seats today. Only the secretariat may leave a member without a contact. */
export function endRole(place: Place, appointmentId: number): Promise<EndResult> {
  const { db, actor, organisation } = place
  return act(db, actor, 'end a role', async (trx): Promise<EndResult> => {
    await lockSeats(trx, organisation.code)
    const current = await listCurrent(trx, place)
    if (!current.some((holder) => holder.appointmentId === appointmentId)) return 'gone'
    if (losesLastContact(current, [appointmentId]) && !can(actor, 'register.edit')) return 'last-contact'
    return (await endSeat(trx, place, appointmentId)) ? 'ended' : 'gone'
  })
}

/** Ends an appointment and thanks who held it. False when it had ended already. */
export async function endSeat(
  trx: Transaction<Database>,
  { organisation, today }: Place,
  appointmentId: number,
): Promise<boolean> {
  const ended = await endAppointment(trx, appointmentId, organisation.code, today)
  if (ended) await thank(trx, ended.personId, ended.role, organisation.name)
  return ended !== undefined
}

/** Who sits on a member's seats today, in the order of the pages. */
export async function listCurrent(db: Kysely<Database>, place: Pick<Place, 'organisation' | 'today'>) {
  return (await listHolders(db, place.organisation.code))
    .filter((holder) => isCurrent(holder, place.today) && memberRoles.includes(holder.role))
    .sort(bySeat)
}

/** Sends the invitation of a holder once more. */
export async function inviteAgain(
  place: Place,
  appointmentId: number,
): Promise<'sent' | 'gone' | 'too-often'> {
  const { db, actor, organisation, baseUrl } = place
  if (!(await mayTry(db, invitations, String(actor.personId)))) return 'too-often'
  return act(db, actor, 'invite again', async (trx) => {
    const holder = (await listCurrent(trx, place)).find((one) => one.appointmentId === appointmentId)
    const person: PersonRow | undefined = holder && (await findPerson(trx, holder.personId))
    if (!holder || !person) return 'gone'
    await sendInvitation(trx, {
      person,
      role: holder.role,
      organisationName: organisation.name,
      invitedBy: actor.name,
      baseUrl,
      landing: representativePaths.handover(holder.seatId),
    })
    return 'sent'
  })
}

/** Whether an appointment holds on a day. */
export function isCurrent({ since, until }: { since: string; until: string | null }, today: string): boolean {
  return since <= today && (until === null || until > today)
}

/** Roles in the order of the pages. */
export function bySeat(a: { role: Role }, b: { role: Role }): number {
  return seatOrder.indexOf(a.role) - seatOrder.indexOf(b.role)
}

async function thank(trx: Transaction<Database>, personId: number, role: string, organisationName: string) {
  const person = await findPerson(trx, personId)
  if (!person?.email) return
  const l = localeOf(person.language)
  await enqueueMail(trx, {
    kind: 'thanks',
    personId,
    to: person.email,
    ...thanksMail({ l, name: person.name, role: roleName(role, l), organisationName }),
  })
}
