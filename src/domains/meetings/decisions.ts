import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { findStatutes, reaches, type Statutes, statutesOn } from '#domains/statutes/index.ts'
import { DecisionRefused, type GatheredBusiness } from '#platform/http/business.ts'
import { lastParagraph, saveItemDecision } from './decision-queries.ts'
import { meetingPaths } from './paths.ts'
import { findItem, lockMeeting, type Meeting } from './queries.ts'
import { majorityFor } from './rules/majority.ts'
import { minutesWords as t } from './texts.ts'

/** How many were for and against, or that everybody agreed. */
export type Support = 'unanimous' | { for: number; against: number }

/** What an annual meeting has decided in one item. */
export interface NewDecision {
  itemId: number
  /** In the words of the business: `approve`, `adopt`, `reject`, `elected`; `decided` where there is no other word. */
  outcome: string
  /** The wording of the decision, its conditions or reasons. */
  text: string
  /** Needed where the statutes ask for more than the ordinary majority. */
  support?: Support
  /** Who takes the minutes down. */
  actor: { personId: number; name: string }
  baseUrl: string
  now: Date
}

/**
 * Writes down what an annual meeting decided in an item, gives it the next paragraph, and lets it take effect in the
 * house that it is about: all in this transaction. Gives back the paragraph. Paragraphs run through the meeting; no
 * number is left out or comes twice, as whoever decides holds the meeting's row. Throws {@link DecisionRefused} with a sentence when the
 * meeting is not open, the item is decided, the support is too small, or the other house says no.
 */
export async function recordDecision(
  trx: Transaction<Database>,
  decision: NewDecision,
  business: Pick<GatheredBusiness<Database>, 'decided'>,
): Promise<number> {
  const asked = await findItem(trx, decision.itemId)
  if (!asked) throw new DecisionRefused(t.gone)
  const meeting = await lockMeeting(trx, asked.meetingId)
  if (meeting.state !== 'open') throw new DecisionRefused(t.notOpen)
  // Read again behind the lock: somebody may have decided it meanwhile.
  const item = await findItem(trx, decision.itemId)
  if (!item || item.paragraph !== null) throw new DecisionRefused(t.decided)
  const taken = ['adopt', 'approve'].includes(decision.outcome)
  if (taken) refuseTooFew(await statutesOf(trx, meeting), item.business?.kind, decision.support)

  const paragraph = (await lastParagraph(trx, meeting.id)) + 1
  await saveItemDecision(trx, item.id, { ...decision, paragraph })
  if (item.business) {
    await business.decided(trx, {
      ...item.business,
      outcome: decision.outcome,
      text: decision.text,
      organ: meeting.organ,
      meetingId: meeting.id,
      meeting: nameOf(meeting),
      decidedOn: meeting.heldOn,
      paragraph: `§ ${paragraph}`,
      href: addressOf(meeting),
      actor: decision.actor,
      baseUrl: decision.baseUrl,
      now: decision.now,
      madeUp: item.madeUp,
    })
  }
  return paragraph
}

/** The statutes that a meeting stands under: those it was called under, else those of its day. */
export async function statutesOf(db: Kysely<Database>, meeting: Meeting): Promise<Statutes> {
  const called = meeting.statutesId === null ? undefined : await findStatutes(db, meeting.statutesId)
  return called ?? statutesOn(db, meeting.heldOn)
}

function refuseTooFew(statutes: Statutes, kind: string | undefined, support: Support | undefined): void {
  const { share, paragraph, qualified } = majorityFor(statutes.rules, kind)
  if (!qualified || support === 'unanimous') return
  const words = share.moreThan ? t.moreThan : t.atLeast
  const wanted = t.share(words(share.part, share.whole), paragraph)
  if (!support) throw new DecisionRefused(t.votesMissing(wanted))
  if (reaches(share, support.for, support.for + support.against)) return
  throw new DecisionRefused(t.tooFew(wanted, support.for, support.against))
}

/** What to refer to: `Styrelsen 2026-04-28`, `Årsmötet 2026`. */
export function nameOf({ organ, extra, heldOn }: Pick<Meeting, 'organ' | 'extra' | 'heldOn'>): string {
  if (organ === 'board') return t.board(heldOn)
  return extra ? t.extra(heldOn) : t.annual(heldOn.slice(0, 4))
}

/** Where a meeting stands, without the language. */
export function addressOf(meeting: Pick<Meeting, 'organ' | 'id' | 'extra' | 'heldOn'>): string {
  return meeting.organ === 'board'
    ? meetingPaths.boardMeeting(meeting.id)
    : meetingPaths.annualMeeting(annualSlug(meeting))
}

/** An annual meeting in an address: its year, and for an extra one its number too. */
export function annualSlug({ id, extra, heldOn }: Pick<Meeting, 'id' | 'extra' | 'heldOn'>): string {
  const year = heldOn.slice(0, 4)
  return extra ? `${year}-extra-${id}` : year
}
