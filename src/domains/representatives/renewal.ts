import type { Kysely, Transaction } from 'kysely'
import { type ActingPerson, act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { enqueueMail } from '#platform/mail/queries.ts'
import { endSeat, listCurrent, type Place, seatColleague } from './actions.ts'
import { reminderMail, renewalMail } from './emails.ts'
import { representativePaths } from './paths.ts'
import {
  claimReminders,
  findOpenRenewal,
  insertRenewal,
  listRenewalMembers,
  markAnswered,
  type Renewal,
} from './renewal-queries.ts'
import { isReminderDue, keyOf, losesLastContact, type SeatAnswer } from './rules.ts'
import { lockSeats } from './seat-queries.ts'

interface Circumstances {
  db: Kysely<Database>
  baseUrl: string
  today: string
}

/** Asks every member to confirm its people: one transaction, all mails. False when a renewal runs already. */
export function startRenewal(
  { db, baseUrl, today }: Circumstances,
  actor: Actor,
  { reason, dueOn }: { reason: string; dueOn: string },
): Promise<boolean> {
  return act(db, actor, 'start a renewal', async (trx) => {
    const id = await insertRenewal(trx, { reason, dueOn, startedBy: actor.personId, today })
    const renewal = id === undefined ? undefined : await findOpenRenewal(trx)
    if (!renewal) return false
    await askMembers(trx, renewal, undefined, { baseUrl, today })
    return true
  })
}

/** Reminds those who have not answered: all of them, or by the clock only those whose reminder is due. */
export function remindUnanswered(
  { db, baseUrl, today }: Circumstances,
  who: ActingPerson,
  which: 'all' | 'due',
): Promise<number> {
  return act(db, who, 'remind of the renewal', async (trx) => {
    const renewal = await findOpenRenewal(trx)
    if (!renewal) return 0
    const members = await listRenewalMembers(trx, renewal.id, today)
    const wanted = members.filter(
      (member) =>
        !member.answeredAt &&
        member.contacts.length > 0 &&
        (which === 'all' || isReminderDue(renewal, member.remindedOn, today)),
    )
    const claimed = await claimReminders(
      trx,
      renewal.id,
      wanted.map(({ code }) => code),
    )
    await askMembers(trx, renewal, new Set(claimed), { baseUrl, today })
    return claimed.length
  })
}

async function askMembers(
  trx: Transaction<Database>,
  renewal: Renewal,
  reminded: Set<string> | undefined,
  { baseUrl, today }: { baseUrl: string; today: string },
): Promise<void> {
  const write = reminded ? reminderMail : renewalMail
  for (const { code, name: organisationName, contacts } of await listRenewalMembers(trx, renewal.id, today)) {
    if (reminded && !reminded.has(code)) continue
    for (const { personId, name, email, language } of contacts) {
      const l = localeOf(language)
      const href = baseUrl + l.href(representativePaths.renew(code))
      const { reason, dueOn } = renewal
      await enqueueMail(trx, {
        kind: reminded ? 'renewal-reminder' : 'renewal',
        personId,
        to: email,
        ...write({ l, name, organisationName, reason, dueOn, href }),
      })
    }
  }
}

/**
 * Takes a member's answer: every seat kept, handed over or left empty, all in one transaction. When a line that was
 * answered is no longer as it was shown, or the last contact would go, nothing is changed.
 */
export function answerRenewal(
  place: Place,
  renewal: Renewal,
  answers: SeatAnswer[],
): Promise<'done' | 'changed' | 'last-contact'> {
  const { db, actor, organisation } = place
  return act(db, actor, 'renew the people', async (trx) => {
    await lockSeats(trx, organisation.code)
    const current = await listCurrent(trx, place)
    const lines = new Set(current.map(keyOf))
    const isVacant = ({ role, appointmentId }: SeatAnswer) =>
      appointmentId === null && !current.some((holder) => holder.role === role)
    if (answers.length === 0 || answers.some((answer) => !lines.has(keyOf(answer)) && !isVacant(answer))) {
      return 'changed'
    }
    const leaving = answers.filter(({ choice }) => choice !== 'keep')
    const ended = leaving.flatMap(({ appointmentId }) => appointmentId ?? [])
    const filled = leaving.filter(({ choice }) => choice === 'replace').map(({ role }) => role)
    if (losesLastContact(current, ended, filled) && !can(actor, 'register.edit')) return 'last-contact'
    for (const { choice, role, appointmentId, name, email, title } of leaving) {
      const seated =
        choice === 'replace'
          ? await seatColleague(trx, place, { name, email, title, role }, appointmentId)
          : undefined
      // A seat for several holds one line for each of them: the one who was replaced leaves, unless it is the same.
      const before = current.find((holder) => holder.appointmentId === appointmentId)
      if (before && before.personId !== seated?.personId) await endSeat(trx, place, before.appointmentId)
    }
    await markAnswered(trx, renewal.id, organisation.code, actor.personId)
    return 'done'
  })
}
