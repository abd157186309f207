import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { instantOf } from '#platform/days.ts'
import { listItems, type MeetingItem } from '../queries.ts'
import { insertPapers, saveClosed, saveTieBreak } from './close-queries.ts'
import { firstRound } from './course.ts'
import { newLotSeed } from './lot.ts'
import { newReceipt } from './receipt.ts'
import { insertVote } from './vote-queries.ts'
import { insertBallot, insertRound } from './write-queries.ts'

interface Entry {
  id: number
  person: number
}
interface Past {
  meetingId: number
  heldOn: string
  items: MeetingItem[]
  entries: Entry[]
}

/** A ballot of a made-up meeting: on which item, and how each who is on the roll votes in each round. */
export interface PastBallot {
  /** How the title of the item begins. */
  item: string
  time: string
  kind: 'yes-no' | 'alternatives' | 'names'
  secret: boolean
  question: string
  options: string[]
  seats: number | null
  /** Round by round, what one after the other chooses; the list begins anew when it ends. */
  rounds: number[][][]
}

/** A motion, three fees in two rounds, and a secret election in which the lot decides the last seat. */
const ourBallots: PastBallot[] = [
  {
    item: 'Motion',
    time: '13:10',
    kind: 'yes-no',
    secret: false,
    question: 'Ska motionen anses besvarad?',
    options: [],
    seats: null,
    rounds: [[[1], [1], [2], [1], [1], [2], []]],
  },
  {
    item: 'Avgift',
    time: '13:30',
    kind: 'alternatives',
    secret: false,
    question: 'Hur stor ska avgiften vara?',
    options: ['Oförändrad avgift: 30 öre för varje invånare', '28 öre', '32 öre'],
    seats: null,
    rounds: [
      [[1], [1], [2], [2], [2]],
      [[1], [1], [1], [2]],
    ],
  },
  {
    item: 'Val av revisor',
    time: '14:10',
    kind: 'names',
    secret: true,
    question: 'Val av två revisorer',
    options: ['Anna Ekdahl', 'Bo Lindgren', 'Cecilia Ask', 'David Holm'],
    seats: 2,
    rounds: [[[1, 2], [1, 3], [1, 2], [1, 3], [2, 3], [4], []]],
  },
]

const instant = (day: string, time: string) => instantOf(day, time) ?? new Date(0)

/** Ballots of the last annual meeting that was held. All made up. */
export async function demonstrateVoting(
  trx: Transaction<Database>,
  ballots: PastBallot[] = ourBallots,
): Promise<void> {
  const past = await findPastMeeting(trx)
  for (const ballot of ballots) await demonstrate(trx, past, ballot)
}

/** One ballot, round by round, as the hall would have voted; equal votes in the last round go to the lot. */
async function demonstrate(
  trx: Transaction<Database>,
  { meetingId, heldOn, entries, items }: Past,
  { item, time, rounds, options, ...shown }: PastBallot,
): Promise<void> {
  const itemId = items.find(({ title }) => title.startsWith(item))?.id
  if (itemId === undefined) throw new Error(`The last annual meeting has no item that begins with ${item}.`)
  const named = options.map((label) => ({ label, names: [] }))
  const ballotId = await insertBallot(trx, {
    ...shown,
    itemId,
    options: named,
    majority: 'majority',
    madeUp: true,
  })
  const first = firstRound(shown.kind, options.length)
  for (const [n, votes] of rounds.entries()) {
    const voteOf = (i: number) => votes[i % votes.length] ?? []
    // Of three alternatives the second stands against the third, and whichever wins against the first.
    const { yesOption, noOption } = n === 0 ? first : { yesOption: 1, noOption: first.noOption }
    const round = { ballotId, meetingId, yesOption, noOption, keys: null, openedAt: instant(heldOn, time) }
    const id = await insertRound(trx, round)
    if (id === undefined) throw new Error('Another round is open.')
    for (const [i, { id: entryId, person: personId }] of entries.entries()) {
      const choice = shown.secret ? null : voteOf(i)
      await insertVote(trx, { roundId: id, entryId, personId, choice, sealed: null })
    }
    if (shown.secret) {
      await insertPapers(
        trx,
        id,
        entries.map((_, i) => ({ code: newReceipt(), choice: voteOf(i) })),
      )
    }
    await saveClosed(trx, { id, meetingId }, { at: instant(heldOn, time), cancelledWhy: null })
    if (shown.kind === 'names') await saveTieBreak(trx, id, { lotSeed: newLotSeed() })
  }
}

/** The last annual meeting that is over, with its items and those who voted there. */
async function findPastMeeting(trx: Transaction<Database>): Promise<Past> {
  const { id: meetingId, held_on: heldOn } = await trx
    .selectFrom('meeting')
    .where('organ', '=', 'annual-meeting')
    .where('state', 'in', ['closed', 'approved'])
    .orderBy('held_on', 'desc')
    .select(['id', 'held_on'])
    .executeTakeFirstOrThrow()
  const items = await listItems(trx, meetingId)
  const { rows: entries } = await sql<Entry>`
    select id, person_id as person from voting_roll_entry
    where meeting_id = ${meetingId} and withdrawn_at is null order by id limit 35`.execute(trx)
  // As many as make the election come out equal.
  return { meetingId, heldOn, items, entries: entries.slice(0, entries.length - (entries.length % 7)) }
}
