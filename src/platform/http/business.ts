import type { Transaction } from 'kysely'
import type { Asked } from './context.ts'

/** Who decides at a meeting. */
export type Organ = 'board' | 'annual-meeting'

/** What can be decided of a thing. */
export interface Outcome {
  outcome: string
  label: string
  needsText: boolean
  /** Whether it may take effect on another day than that of the decision. */
  mayBegin?: boolean
  /** Not for the list of decisions that everyone may read. */
  closed?: boolean
}

/** Something that waits for a meeting's decision, from the house that it belongs to. */
export interface Business {
  /** What it is, and the key of the house's own door for the decision: `application`, `fee-proposal`. */
  kind: string
  /** Its number or name within the kind. */
  id: string
  title: string
  /** The basis of the decision in Markdown: what is proposed, by whom, and what others have said of it. */
  text: string
  /** Where all of it stands. */
  href: string
  /** What can be decided, the proposed one first: `approve`, `reject`. The words are for the reader's language. */
  outcomes: Outcome[]
  /** People who are partial, and so take no part. */
  partial: { personId: number; why: string }[]
  madeUp: boolean
}

/** A decision of a meeting that takes effect in the house that its business belongs to. */
export interface Decided {
  kind: string
  id: string
  outcome: string
  /** Conditions, reasons, or the wording of the decision. */
  text: string
  organ: Organ
  meetingId: number
  /** What to refer to: `Styrelsen 2026-04-28`, `Årsmötet 2026`. */
  meeting: string
  /** `YYYY-MM-DD`. */
  decidedOn: string
  /** Another day on which it takes effect, `YYYY-MM-DD`, when the outcome allows it and one was chosen. */
  begins?: string | undefined
  /** `§ 12`. */
  paragraph: string
  /** Address of the meeting, without the language. */
  href: string
  /** Who took the minutes down. */
  actor: { personId: number; name: string }
  baseUrl: string
  now: Date
  madeUp: boolean
}

/** Business that is put on the agenda of a meeting, or moved to it from another one. */
export type Scheduled = Pick<Decided, 'kind' | 'id' | 'organ' | 'meetingId' | 'actor' | 'baseUrl' | 'now'> & {
  /** The day of the meeting, `YYYY-MM-DD`. */
  heldOn: string
}

/** Why a decision cannot take effect; the meeting's page shows the sentence, and nothing is changed. */
export class DecisionRefused extends Error {}

/** What a house that has business for meetings gives. */
export interface BusinessOfHouse<D> {
  /** The kinds that `decided` understands. */
  kinds: string[]
  /** What waits for a decision of an organ. */
  waiting: (asked: Asked<D>, organ: Organ) => Promise<Business[]>
  /** Notes that business stands on an agenda, in the transaction that puts it there. Throws {@link DecisionRefused}. */
  scheduled?: (trx: Transaction<D>, scheduled: Scheduled) => Promise<void>
  /**
   * Lets a decision take effect, in the transaction of the decision. Throws {@link DecisionRefused} when it cannot: it is
   * decided already, or is no longer what it was.
   */
  decided: (trx: Transaction<D>, decision: Decided) => Promise<void>
}

/** The business of all houses, for the meetings. */
export interface GatheredBusiness<D> {
  waiting: (asked: Asked<D>, organ: Organ) => Promise<Business[]>
  /** Throws {@link DecisionRefused}. */
  scheduled: (trx: Transaction<D>, scheduled: Scheduled) => Promise<void>
  /** Throws {@link DecisionRefused}. */
  decided: (trx: Transaction<D>, decision: Decided) => Promise<void>
}
