import type { Kysely, Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { Secrets } from '#platform/secrets.ts'
import {
  deleteVotes,
  insertPapers,
  lockOpenRound,
  saveClosed,
  saveTieBreak,
  takeEnvelopes,
} from './close-queries.ts'
import { firstRound, type Next } from './course.ts'
import { newEnvelopeKeys, paperOpener } from './envelope.ts'
import { newLotSeed } from './lot.ts'
import type { Ballot } from './queries.ts'
import { insertBallot, insertRound, type NewBallot } from './write-queries.ts'

/** Who runs a ballot, and with what. */
export interface Chair {
  db: Kysely<Database>
  secrets: Secrets
  actor: { personId: number; name: string }
  now: Date
}

type Opening = Extract<Next, { step: 'open' }>

/** Another round of the meeting is open: the hall votes on one thing at a time. */
class AlreadyOpen extends Error {}

/** Opens a ballot with its first round. Undefined when another round of the meeting is open. */
export async function openBallot(
  chair: Chair,
  meetingId: number,
  ballot: NewBallot,
): Promise<number | undefined> {
  try {
    return await act(chair.db, chair.actor, 'open a ballot', async (trx) => {
      const id = await insertBallot(trx, ballot)
      const first = firstRound(ballot.kind, ballot.options.length)
      if (!(await open(trx, chair, { id, meetingId, secret: ballot.secret }, first))) throw new AlreadyOpen()
      return id
    })
  } catch (error) {
    if (error instanceof AlreadyOpen) return undefined
    throw error
  }
}

/** Opens the next round of a ballot. False when another round of the meeting is open. */
export function openRound(
  chair: Chair,
  ballot: Pick<Ballot, 'id' | 'meetingId' | 'secret'>,
  next: Opening,
): Promise<boolean> {
  return act(chair.db, chair.actor, 'open a round of a ballot', (trx) => open(trx, chair, ballot, next))
}

async function open(
  trx: Transaction<Database>,
  { secrets, now }: Chair,
  { id, meetingId, secret }: Pick<Ballot, 'id' | 'meetingId' | 'secret'>,
  { yesOption, noOption }: Opening,
): Promise<boolean> {
  const keys = secret ? newEnvelopeKeys() : null
  const round = await insertRound(trx, {
    ballotId: id,
    meetingId,
    yesOption,
    noOption,
    keys: keys && { publicKey: keys.publicKey, sealedSecret: secrets.seal(keys.privateKey) },
    openedAt: now,
  })
  return round !== undefined
}

/**
 * Closes the round that is open. A secret ballot's envelopes are opened, their papers published in the order of their
 * random codes, and the key destroyed, all in the one transaction. False when no round was open.
 */
export function closeRound(
  { db, secrets, actor, now }: Chair,
  ballot: Pick<Ballot, 'id' | 'secret'>,
): Promise<boolean> {
  return act(db, actor, 'close a round of a ballot', async (trx) => {
    const round = await lockOpenRound(trx, ballot.id)
    if (!round) return false
    if (round.sealedSecret !== null) {
      const openPaper = paperOpener(secrets.unseal(round.sealedSecret))
      const envelopes = await takeEnvelopes(trx, round.id)
      await insertPapers(trx, round.id, envelopes.map(openPaper))
    }
    await saveClosed(trx, round, { at: now, cancelledWhy: null })
    return true
  })
}

/** Calls off the round that is open: what was voted is thrown away unread. False when no round was open. */
export function cancelRound(
  { db, actor, now }: Chair,
  ballot: Pick<Ballot, 'id'>,
  why: string,
): Promise<boolean> {
  return act(db, actor, 'call off a round of a ballot', async (trx) => {
    const round = await lockOpenRound(trx, ballot.id)
    if (!round) return false
    await deleteVotes(trx, round.id)
    await saveClosed(trx, round, { at: now, cancelledWhy: why })
    return true
  })
}

/** The chair's casting vote. False when the tie was broken already. */
export function castDecidingVote({ db, actor }: Chair, roundId: number, casting: number[]): Promise<boolean> {
  return act(db, actor, 'give the casting vote', (trx) => saveTieBreak(trx, roundId, { casting }))
}

/** Draws the lot for a tie, once and for all. False when the tie was broken already. */
export function drawTheLot({ db, actor }: Chair, roundId: number): Promise<boolean> {
  return act(db, actor, 'draw the lot', (trx) => saveTieBreak(trx, roundId, { lotSeed: newLotSeed() }))
}
