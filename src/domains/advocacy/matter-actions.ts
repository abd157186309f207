import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import {
  type Adoption,
  insertMatter,
  lockMatter,
  type MatterFacts,
  setAdopted,
  setClosed,
  setProposed,
  setReservations,
  setState,
  updateMatter,
} from './matter-write-queries.ts'
import type { Place } from './place.ts'
import { type Deed, isDoable } from './rules/state.ts'

/** Begins a matter, for the drafters alone, and gives its id. */
export function beginMatter({ db, actor, now, madeUp }: Place, facts: MatterFacts): Promise<number> {
  return act(db, actor, 'begin an advocacy matter', (trx) =>
    insertMatter(trx, facts, { by: actor.personId, now, madeUp }),
  )
}

/** Saves what a form says of a matter over the version that was seen. False when somebody was quicker. */
export function changeMatter(
  { db, actor }: Place,
  id: number,
  facts: MatterFacts,
  seen: number,
): Promise<boolean> {
  return act(db, actor, 'change an advocacy matter', (trx) => updateMatter(trx, id, facts, seen))
}

/** Opens a matter to the network. */
export function openMatter(place: Place, id: number): Promise<boolean> {
  return step(place, id, 'open', 'open a consultation to the network', (trx) => setState(trx, id, 'drafting'))
}

/** Lays a matter before the board: its text stands still until the board has decided. */
export function proposeMatter(place: Place, id: number): Promise<boolean> {
  return step(place, id, 'propose', 'lay a response before the board', (trx) =>
    setProposed(trx, id, place.now),
  )
}

/** Takes a matter back from the board to be written on. */
export function takeBackMatter(place: Place, id: number): Promise<boolean> {
  return step(place, id, 'take-back', 'take a response back from the board', (trx) =>
    setState(trx, id, 'drafting'),
  )
}

/** Notes that the board adopted a response, where the meeting was not held in the program. */
export function adoptMatter(place: Place, id: number, adoption: Adoption): Promise<boolean> {
  return step(place, id, 'adopt', 'note that the board adopted a response', (trx) =>
    setAdopted(trx, id, adoption),
  )
}

/** Notes who of the board had another opinion, until the response is sent. */
export function noteReservations(place: Place, id: number, text: string): Promise<boolean> {
  return step(place, id, 'send', 'note reservations', (trx) => setReservations(trx, id, text))
}

/** Leaves a matter without an answer, with why. */
export function closeMatter(place: Place, id: number, reason: string): Promise<boolean> {
  return step(place, id, 'close', 'leave a consultation unanswered', (trx) => setClosed(trx, id, reason))
}

/** Does something with a matter, unless it has gone on meanwhile. */
function step(
  { db, actor }: Place,
  id: number,
  deed: Deed,
  name: string,
  run: (trx: Transaction<Database>) => Promise<void>,
): Promise<boolean> {
  return act(db, actor, name, async (trx) => {
    const state = await lockMatter(trx, id)
    if (!state || !isDoable(deed, state)) return false
    await run(trx)
    return true
  })
}
