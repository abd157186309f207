import type { ColumnType, Generated } from 'kysely'

type OptionalInstant = ColumnType<Date | null, Date | null | undefined, Date | null>
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

/** What is voted on: a proposal, several that exclude each other, candidates, or lists of them. */
export type BallotKind = 'yes-no' | 'alternatives' | 'names' | 'lists'
/** The rule of the statutes that says how many votes a decision takes. */
export type MajorityRule = 'majority' | 'majority_statutes' | 'majority_dissolution'
/** Why a vote was not taken. */
export type Refusal = 'voted' | 'closed' | 'withdrawn' | 'not-on-roll' | 'forged' | 'choice'

export interface VotingTables {
  voting_room: { meeting_id: number; open_to_all: Generated<boolean>; version: Generated<number> }
  ballot: {
    id: Generated<number>
    meeting_item_id: number
    kind: BallotKind
    secret: boolean
    question: string
    majority: Generated<MajorityRule>
    seats: Optional<number>
    made_up: Generated<boolean>
  }
  ballot_option: { ballot_id: number; number: number; label: string; names: Generated<string[]> }
  ballot_round: {
    id: Generated<number>
    ballot_id: number
    meeting_id: number
    number: number
    yes_option: Optional<number>
    no_option: Optional<number>
    opened_at: ColumnType<Date, Date | undefined, Date>
    closed_at: OptionalInstant
    roll_size: Optional<number>
    public_key: Optional<string>
    sealed_secret: Optional<string>
    casting: Optional<number[]>
    lot_seed: Optional<string>
    cancelled_why: Optional<string>
  }
  ballot_voter: {
    round_id: number
    organisation_code: string
    place: number
    entry_id: number
    choice: Optional<number[]>
    sealed: Optional<Buffer>
  }
  /** Never changed, and written only when a round is closed. */
  ballot_paper: { round_id: number; code: string; choice: number[] }
  ballot_refusal: {
    id: Generated<number>
    meeting_id: number
    round_id: Optional<number>
    person_id: Optional<number>
    reason: Refusal
    at: ColumnType<Date, Date | undefined, Date>
  }
}
