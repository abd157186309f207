import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Actor } from '#platform/http/context.ts'
import { lockMeeting } from '../queries.ts'
import { markRollFrozen } from './meeting-queries.ts'
import { insertRoll, listRoll, sayWhy } from './roll-queries.ts'
import { loadVotes } from './votes.ts'

export interface RollContext {
  db: Kysely<Database>
  actor: Actor | null
  now: Date
  today: string
}

/**
 * Freezes the voting roll: one row for each vote whose delegate, or whoever carries it, is here with a good credential.
 * Once only, while the meeting is open. Gives back whether it is frozen.
 */
export function freezeRoll({ db, actor, now, today }: RollContext, meetingId: number): Promise<boolean> {
  return act(db, actor, 'freeze the voting roll', async (trx) => {
    const meeting = await lockMeeting(trx, meetingId)
    if (meeting.rollFrozenAt) return true
    if (meeting.state !== 'open') return false
    const { roll } = await loadVotes(trx, meeting, today)
    await insertRoll(trx, meetingId, roll, now)
    await markRollFrozen(trx, meetingId, now)
    return true
  })
}

/**
 * Adds to a frozen roll those who have come since and whose credentials are checked; each is noted with the reason. A
 * vote that was withdrawn is not given to the same person again this way. Gives back how many votes were added.
 */
export function addToRoll(
  { db, actor, now, today }: RollContext,
  meetingId: number,
  why: string,
): Promise<number> {
  return act(db, actor, 'add to the voting roll', async (trx) => {
    const meeting = await lockMeeting(trx, meetingId)
    if (!meeting.rollFrozenAt || meeting.state !== 'open') return 0
    const [{ roll }, before] = await Promise.all([loadVotes(trx, meeting, today), listRoll(trx, meetingId)])
    const fresh = roll.filter(
      (vote) =>
        !before.some(
          (entry) =>
            entry.organisationCode === vote.organisationCode &&
            entry.place === vote.place &&
            (entry.withdrawnAt === null || entry.personId === vote.personId),
        ),
    )
    await sayWhy(trx, why)
    await insertRoll(trx, meetingId, fresh, now)
    return fresh.length
  })
}
