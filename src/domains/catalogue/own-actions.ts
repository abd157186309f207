import type { Kysely } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { type MissingReason, ownSource, publishReadings } from '#domains/key-figures/index.ts'
import type { Actor } from '#platform/http/context.ts'
import { tellOfOwnFigure } from './own-emails.ts'
import {
  countOwned,
  insertOwnFigure,
  listFigureIds,
  lockOwnFigure,
  type OwnFigure,
  type OwnWords,
  saveParty,
  setArchived,
  setHidden,
  updateOwnWords,
} from './own-queries.ts'
import { demandsOf, touchedBy } from './rules/changes.ts'
import { ownFigureId } from './rules/ids.ts'
import { moved, ownLimits, type PartyMove, refusalOf } from './rules/own.ts'

/** Where and for whom something happens. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
  baseUrl: string
  /** `YYYY-MM-DD`. */
  today: string
  /** In a demonstration all that is added says that it is made up. */
  demo: boolean
}

/** A member, by code and name. */
export interface Member {
  code: string
  name: string
}

/** Adds a figure of a member's own. Gives its id, or why it may not be. */
export function addOwnFigure(
  { db, actor, demo }: Place,
  owner: Member,
  words: OwnWords,
): Promise<{ id: string } | { refused: 'too-many' | 'too-many-ever' }> {
  return act(db, actor, 'add an own key figure', async (trx) => {
    const refused = refusalOf(await countOwned(trx, owner.code))
    if (refused) return { refused }
    const id = ownFigureId(owner.code, words.nameSv, await listFigureIds(trx))
    await insertOwnFigure(trx, { ...words, ...owner, id, createdBy: actor.personId, madeUp: demo })
    return { id }
  })
}

/** Changes what the owner says of its figure. What would make the values there are mean something else is refused. */
export function changeOwnFigure(
  { db, actor }: Place,
  code: string,
  id: string,
  change: { words: OwnWords; seen: number; sameMeaning: boolean },
): Promise<'saved' | 'changed' | 'refused' | ReturnType<typeof demandsOf>> {
  return act(db, actor, 'change an own key figure', async (trx) => {
    const figure = await lockOwnFigure(trx, id)
    if (figure?.ownerCode !== code || figure.hiddenReason) return 'refused'
    const parts = { numeratorSv: null, numeratorEn: null, denominatorSv: null, denominatorEn: null }
    const touched = touchedBy({ ...figure, ...parts }, { ...change.words, ...parts })
    const { sameMeaning } = change
    const demands = demandsOf(touched, { values: figure.values, withBreak: false, sameMeaning })
    if (demands.length > 0) return demands
    return (await updateOwnWords(trx, id, change.words, change.seen)) ? 'saved' : 'changed'
  })
}

/** Asks another member to follow a figure, and writes to its people. Nobody is asked twice. */
export function invite(
  place: Place,
  code: string,
  id: string,
  guest: Member,
): Promise<'invited' | 'known' | 'full' | 'refused'> {
  const { db, actor, baseUrl, today } = place
  return act(db, actor, 'invite to an own key figure', async (trx) => {
    const figure = await lockOwnFigure(trx, id)
    if (figure?.ownerCode !== code || figure.archived || figure.hiddenReason) return 'refused'
    if (figure.parties.some((party) => party.code === guest.code)) return 'known'
    if (figure.parties.length >= ownLimits.group) return 'full'
    await saveParty(trx, id, guest.code, 'invited', null)
    await tellOfOwnFigure(trx, figure, guest, { what: 'invited', baseUrl, today })
    return 'invited'
  })
}

/** An invited member says yes or no, or leaves. False when the step does not lead on from where it stands. */
export function answerInvitation(
  { db, actor }: Place,
  code: string,
  id: string,
  move: PartyMove,
): Promise<boolean> {
  return act(db, actor, `own key figure: ${move}`, async (trx) => {
    const figure = await lockOwnFigure(trx, id)
    const party = figure?.parties.find((one) => one.code === code)
    if (!figure || !party || figure.archived || figure.hiddenReason) return false
    const next = moved(party.state, move, figure.ownerCode === code)
    if (next) await saveParty(trx, id, code, next, actor.personId)
    return next !== null
  })
}

/** Puts a figure away, or takes it up again if there is room. */
export function archive(
  { db, actor }: Place,
  code: string,
  id: string,
  away: boolean,
): Promise<'saved' | 'too-many' | 'refused'> {
  return act(db, actor, away ? 'archive an own key figure' : 'take up an own key figure', async (trx) => {
    const { inUse } = await countOwned(trx, code)
    const figure = await lockOwnFigure(trx, id)
    if (figure?.ownerCode !== code) return 'refused'
    if (figure.archived !== away && !away && inUse >= ownLimits.inUse) return 'too-many'
    if (figure.archived !== away) await setArchived(trx, id, away)
    return 'saved'
  })
}

/** What a follower reports of a year. */
export interface OwnValue {
  year: number
  value: number | null
  missing: MissingReason | null
  comment: string
  /** Why it is another value than was public before; empty when nobody said. */
  reason: string
}

/** Publishes a value of somebody who follows the figure. What stood there before keeps its place in history. */
export function reportOwnValue(
  { db, actor, demo }: Place,
  follower: Member,
  id: string,
  value: OwnValue,
): Promise<boolean> {
  return act(db, actor, 'report an own key figure', async (trx) => {
    const figure = await lockOwnFigure(trx, id)
    if (!figure || !canReport(figure, follower.code)) return false
    const reading = { ...value, figureId: id, code: follower.code, reportedBy: follower.name }
    await publishReadings(trx, [reading], { now: new Date(), madeUp: demo, source: ownSource })
    return true
  })
}

/** Whether an organisation can give values: it follows the figure, which is in use and not hidden. */
export function canReport({ parties, archived, hiddenReason }: OwnFigure, code: string): boolean {
  const follows = parties.some((party) => party.code === code && party.state === 'joined')
  return follows && !archived && hiddenReason === ''
}

/** The secretariat hides what does not belong here, and tells the owner why; or shows it again (no reason). */
export function hide(place: Place, id: string, reason: string): Promise<boolean> {
  const { db, actor, baseUrl, today } = place
  return act(db, actor, reason ? 'hide an own key figure' : 'show an own key figure', async (trx) => {
    const figure = await lockOwnFigure(trx, id)
    if (!figure) return false
    await setHidden(trx, id, reason)
    const owner = { code: figure.ownerCode, name: figure.ownerName }
    if (reason) await tellOfOwnFigure(trx, figure, owner, { what: 'hidden', text: reason, baseUrl, today })
    return true
  })
}
