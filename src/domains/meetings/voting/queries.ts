import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Choice } from './rules/tally.ts'
import type { BallotKind, MajorityRule } from './tables.ts'

/** Something that can be voted for; a list has names. */
export interface Option {
  number: number
  label: string
  names: string[]
}

/** One time that the hall votes. */
export interface Round {
  id: number
  number: number
  yesOption: number | null
  noOption: number | null
  openedAt: Date
  closedAt: Date | null
  /** Votes on the roll when it was closed. */
  rollSize: number | null
  casting: number[] | null
  lotSeed: string | null
  cancelledWhy: string | null
  /** What envelopes of a secret ballot are sealed with. */
  publicKey: string | null
}

/** What a meeting votes on in an item, with its rounds in order. */
export interface Ballot {
  id: number
  meetingId: number
  item: { id: number; ordinal: number; title: string; paragraph: number | null; decision: string }
  kind: BallotKind
  secret: boolean
  question: string
  majority: MajorityRule
  seats: number | null
  options: Option[]
  rounds: Round[]
  madeUp: boolean
}

/** The ballots of a meeting, in the order in which they were opened. */
export function listBallots(db: Kysely<Database>, meetingId: number): Promise<Ballot[]> {
  return readBallots(db, sql`i.meeting_id = ${meetingId}`)
}

export async function findBallot(
  db: Kysely<Database>,
  meetingId: number,
  id: number,
): Promise<Ballot | undefined> {
  return (await readBallots(db, sql`i.meeting_id = ${meetingId} and b.id = ${id}`))[0]
}

async function readBallots(db: Kysely<Database>, which: RawBuilder<unknown>): Promise<Ballot[]> {
  type Written = Omit<Round, 'openedAt' | 'closedAt'> & { openedAt: string; closedAt: string | null }
  const { rows } = await sql<Omit<Ballot, 'rounds'> & { rounds: Written[] }>`
    select b.id, i.meeting_id as "meetingId", b.kind, b.secret, b.question, b.majority, b.seats, b.made_up as "madeUp",
      jsonb_build_object('id', i.id, 'ordinal', i.ordinal, 'title', i.title, 'paragraph', i.paragraph,
        'decision', i.decision) as item,
      (select coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'label', o.label, 'names', o.names)
        order by o.number), '[]') from ballot_option o where o.ballot_id = b.id) as options,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'yesOption', r.yes_option,
        'noOption', r.no_option, 'openedAt', r.opened_at, 'closedAt', r.closed_at, 'rollSize', r.roll_size,
        'casting', r.casting, 'lotSeed', r.lot_seed, 'cancelledWhy', r.cancelled_why,
        'publicKey', r.public_key)
        order by r.number), '[]') from ballot_round r where r.ballot_id = b.id) as rounds
    from ballot b join meeting_item i on i.id = b.meeting_item_id where ${which} order by b.id`.execute(db)
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return rows.map((row) => ({
    ...row,
    rounds: row.rounds.map((round) => ({
      ...round,
      openedAt: new Date(round.openedAt),
      closedAt: instant(round.closedAt),
    })),
  }))
}

/** What was voted in the closed rounds of a meeting, by round; the order says nothing. */
export async function listChoices(db: Kysely<Database>, meetingId: number): Promise<Map<number, Choice[]>> {
  const { rows } = await sql<{ round: number; choices: number[][] }>`
    select r.id as round, coalesce(case when b.secret
        then (select jsonb_agg(p.choice) from ballot_paper p where p.round_id = r.id)
        else (select jsonb_agg(v.choice) from ballot_voter v where v.round_id = r.id) end, '[]') as choices
    from ballot_round r join ballot b on b.id = r.ballot_id
    where r.meeting_id = ${meetingId} and r.closed_at is not null`.execute(db)
  return new Map(rows.map(({ round, choices }) => [round, choices]))
}

/** How many votes of the roll have been cast in a round, and how many there are. */
export async function countVoted(
  db: Kysely<Database>,
  meetingId: number,
  roundId: number | null,
): Promise<{ voted: number; roll: number }> {
  const { rows } = await sql<{ voted: number; roll: number }>`
    select (select count(*)::int from ballot_voter where round_id = ${roundId}) as voted,
      (select count(*)::int from voting_roll_entry where meeting_id = ${meetingId} and withdrawn_at is null) as roll`.execute(
    db,
  )
  return rows[0] ?? { voted: 0, roll: 0 }
}

/** A vote that somebody holds at a meeting. */
export interface OwnVote {
  entryId: number
  organisationCode: string
  organisationName: string
  place: number
  byProxy: boolean
  /** Whether it has been cast in the round that was asked about. */
  voted: boolean
  withdrawnWhy: string | null
}

/** The votes of a person on a meeting's roll, those that were withdrawn last. */
export async function listOwnVotes(
  db: Kysely<Database>,
  meetingId: number,
  personId: number,
  roundId: number | null,
): Promise<OwnVote[]> {
  const { rows } = await sql<OwnVote>`
    select e.id as "entryId", e.organisation_code as "organisationCode", o.name as "organisationName", e.place,
      e.by_proxy as "byProxy", case when e.withdrawn_at is not null then e.withdrawn_why end as "withdrawnWhy",
      exists (select from ballot_voter v where v.round_id = ${roundId}
        and v.organisation_code = e.organisation_code and v.place = e.place) as voted
    from voting_roll_entry e join organisation o on o.code = e.organisation_code
    where e.meeting_id = ${meetingId} and e.person_id = ${personId}
    order by e.withdrawn_at is not null, e.by_proxy, o.name, e.place`.execute(db)
  return rows
}

/** What belongs to the voting of a meeting as a whole. */
export async function findRoom(
  db: Kysely<Database>,
  meetingId: number,
): Promise<{ openToAll: boolean; version: number }> {
  const room = await db
    .selectFrom('voting_room')
    .where('meeting_id', '=', meetingId)
    .select(['open_to_all as openToAll', 'version'])
    .executeTakeFirst()
  return room ?? { openToAll: false, version: 0 }
}
