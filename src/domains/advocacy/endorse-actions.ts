import { act } from '#database/act.ts'
import {
  confirmEndorsement,
  insertEndorsement,
  type NewEndorsement,
  withdrawEndorsement,
} from './endorsement-queries.ts'
import { lockMatter } from './matter-write-queries.ts'
import type { Place } from './place.ts'
import { isDoable } from './rules/state.ts'
import { findVersion } from './version-queries.ts'

/** How an endorsement went: noted, there already, or no longer possible. */
export type Endorsed = 'done' | 'twice' | 'closed' | 'no-version'

/**
 * Notes that an organisation stands behind the version that was read. Whoever saves the text at the same time neither
 * stops nor changes it: the endorsement stands to that version, and the page says so when a later one says something else.
 */
export function endorse(
  { db, actor, now, madeUp }: Place,
  asked: Omit<NewEndorsement, 'by' | 'now' | 'madeUp'>,
): Promise<Endorsed> {
  return act(db, actor, 'endorse a response', async (trx): Promise<Endorsed> => {
    const state = await lockMatter(trx, asked.matterId)
    if (!state || !isDoable('endorse', state)) return 'closed'
    if (!(await findVersion(trx, asked.matterId, asked.version))) return 'no-version'
    const isNew = await insertEndorsement(trx, { ...asked, by: actor.personId, now, madeUp })
    return isNew ? 'done' : 'twice'
  })
}

/** Confirms that an organisation stands behind the text as it reads in a later version. */
export function confirm(
  { db, actor, now }: Place,
  asked: { matterId: number; code: string; version: number },
): Promise<Endorsed> {
  return act(db, actor, 'confirm an endorsement', async (trx): Promise<Endorsed> => {
    const state = await lockMatter(trx, asked.matterId)
    if (!state || !isDoable('endorse', state)) return 'closed'
    if (!(await findVersion(trx, asked.matterId, asked.version))) return 'no-version'
    return (await confirmEndorsement(trx, { ...asked, now })) ? 'done' : 'twice'
  })
}

/** Takes an endorsement back, as long as the response has not been sent. */
export function withdraw(
  { db, actor, now }: Place,
  { matterId, code }: { matterId: number; code: string },
): Promise<Endorsed> {
  return act(db, actor, 'withdraw an endorsement', async (trx): Promise<Endorsed> => {
    const state = await lockMatter(trx, matterId)
    if (!state || !isDoable('endorse', state)) return 'closed'
    return (await withdrawEndorsement(trx, { matterId, code, by: actor.personId, now })) ? 'done' : 'twice'
  })
}
