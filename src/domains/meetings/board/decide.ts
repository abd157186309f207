import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { reaches, type StatuteRules } from '#domains/statutes/index.ts'
import { firstLanguage } from '#platform/association.ts'
import type { Business, GatheredBusiness } from '#platform/http/business.ts'
import { localeOf } from '#platform/i18n.ts'
import { nameOf } from '../decisions.ts'
import { findItem, lockMeeting } from '../queries.ts'
import { insertPartial, recordDecision, takeParagraph } from './decision-queries.ts'
import { boardPaths } from './paths.ts'
import { listAttendance, listPartial } from './queries.ts'
import { votersOf } from './rules/quorum.ts'
import { faultOfShow, type Show, type ShowFault } from './rules/show.ts'
import { textsOf } from './texts.ts'

/** What the board can decide of an item of its own. */
export const ownOutcomes = ['adopted', 'rejected', 'noted', 'deferred'] as const
/** What can always be said of an item, also of one that has nothing left to decide. */
export const struck = 'struck'

export type DecideFault =
  | ShowFault
  | 'not-open'
  | 'item-changed'
  | 'item-decided'
  | 'quorum'
  | 'partial'
  | 'outcome-missing'
  | 'decision-missing'

/** Why a decision could not be taken; nothing is changed. */
export class CannotDecide extends Error {
  readonly fault: DecideFault
  constructor(fault: DecideFault) {
    super(fault)
    this.fault = fault
  }
}

export interface NewDecision {
  meetingId: number
  itemId: number
  version: number
  outcome: string
  text: string
  begins: string | undefined
  show: Show | null
}

interface Place {
  gathered: GatheredBusiness<Database>
  /** What waits for the board, in Swedish, which is the language of the minutes. */
  waiting: Business[]
  rules: StatuteRules
  actor: { personId: number; name: string }
  baseUrl: string
  now: Date
}

/**
 * Takes a decision: checks state, quorum, who is partial and the vote, gives it the next number of the year and lets it
 * take effect in its house, all in one transaction. Throws {@link CannotDecide}, or `DecisionRefused` of the house.
 */
export async function decideItem(
  trx: Transaction<Database>,
  decision: NewDecision,
  place: Place,
): Promise<number> {
  const { itemId, outcome, begins, show } = decision
  const meeting = await lockMeeting(trx, decision.meetingId)
  if (meeting.state !== 'open') throw new CannotDecide('not-open')
  const item = await findItem(trx, itemId)
  if (item?.meetingId !== meeting.id || item.paragraph !== null) throw new CannotDecide('item-decided')
  if (item.version !== decision.version) throw new CannotDecide('item-changed')
  const business = place.waiting.find(
    ({ kind, id }) => kind === item.business?.kind && id === item.business.id,
  )
  const voters = await whoTakesPart(trx, { meetingId: meeting.id, itemId, business, show }, place)
  const wording = wordingOf(decision, business, item.business !== null)
  const paragraph = await takeParagraph(trx, Number(meeting.heldOn.slice(0, 4)), { itemId, voters })
  await recordDecision(trx, {
    itemId,
    outcome,
    decision: wording.text,
    paragraph,
    openToAll: item.openToAll && !wording.closed,
    now: place.now,
    show,
  })
  if (business && outcome !== struck) {
    const { kind, id } = business
    const { actor, baseUrl, now } = place
    await place.gathered.decided(trx, {
      kind,
      id,
      outcome,
      text: decision.text,
      organ: 'board',
      meetingId: meeting.id,
      meeting: nameOf(meeting),
      decidedOn: meeting.heldOn,
      begins,
      paragraph: `§ ${paragraph}`,
      href: boardPaths.meeting(meeting.id),
      actor,
      baseUrl,
      now,
      madeUp: meeting.madeUp,
    })
  }
  return paragraph
}

/** Nobody who is partial takes part, there are enough without them, and the vote adds up. How many have a vote. */
async function whoTakesPart(
  trx: Transaction<Database>,
  about: { meetingId: number; itemId: number; business: Business | undefined; show: Show | null },
  { rules, actor }: Place,
): Promise<number> {
  for (const { personId, why } of about.business?.partial ?? []) {
    await insertPartial(trx, { itemId: about.itemId, personId, reason: why })
  }
  const partial = (await listPartial(trx, about.meetingId))
    .filter(({ itemId }) => itemId === about.itemId)
    .map(({ personId }) => personId)
  if (partial.includes(actor.personId)) throw new CannotDecide('partial')
  const voters = votersOf(await listAttendance(trx, about.meetingId), partial).length
  if (!reaches(rules.board_quorum.value, voters, rules.board_members.value)) throw new CannotDecide('quorum')
  const fault = about.show && faultOfShow(about.show, voters, rules.board_tie.value)
  if (fault) throw new CannotDecide(fault)
  return voters
}

/** The decision as the minutes say it. */
function wordingOf(
  { outcome, text }: NewDecision,
  business: Business | undefined,
  ofAHouse: boolean,
): { text: string; closed: boolean } {
  const t = textsOf(localeOf(firstLanguage)).outcomes
  if (outcome === struck) return { text: [t.struck, text].filter(Boolean).join(' '), closed: true }
  if (ofAHouse) {
    const chosen = business?.outcomes.find((one) => one.outcome === outcome)
    if (!chosen) throw new CannotDecide('outcome-missing')
    if (chosen.needsText && text === '') throw new CannotDecide('decision-missing')
    return { text: [`${chosen.label}.`, text].filter(Boolean).join(' '), closed: chosen.closed ?? false }
  }
  if (!ownOutcomes.some((one) => one === outcome)) throw new CannotDecide('outcome-missing')
  if (text === '') throw new CannotDecide('decision-missing')
  return { text, closed: false }
}
