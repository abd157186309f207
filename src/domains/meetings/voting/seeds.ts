import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { insertPapers, saveClosed, saveTieBreak } from './close-queries.ts'
import { firstRound } from './course.ts'
import { newLotSeed } from './lot.ts'
import { newReceipt } from './receipt.ts'
import { insertVote } from './vote-queries.ts'
import { insertBallot, insertRound, type NewBallot } from './write-queries.ts'

interface Entry {
  id: number
  person: number
}
interface Past {
  meetingId: number
  items: number[]
  entries: Entry[]
}

const heldOn = '2025-05-06'
const at = (time: string) => new Date(`${heldOn}T${time}:00Z`)
const names = (...labels: string[]) => labels.map((label) => ({ label, names: [] }))

/**
 * The ballots of an annual meeting that has been: a motion, three alternatives in two rounds, and a secret election in
 * which the lot decided the last seat. All made up.
 */
export async function demonstrateVoting(trx: Transaction<Database>): Promise<void> {
  const past = await pastMeeting(trx)
  const [motion = 0, plan = motion, election = motion] = past.items
  await demonstrate(trx, past, '11:10', [(i) => (i % 7 === 6 ? [] : [i % 3 === 2 ? 2 : 1])], {
    itemId: motion,
    kind: 'yes-no',
    secret: false,
    question: 'Ska förbundet arbeta för en nationell plan för cykelvägar?',
    options: [],
  })
  await demonstrate(trx, past, '11:40', [(i) => [i % 5 < 2 ? 1 : 2], (i) => [i % 4 === 3 ? 2 : 1]], {
    itemId: plan,
    kind: 'alternatives',
    secret: false,
    question: 'Var ska nästa vårkonferens hållas?',
    options: names('Kalmar', 'Övertorneå', 'Falkenberg'),
  })
  const electing = [[1, 2], [1, 3], [1, 2], [1, 3], [2, 3], [4], []]
  await demonstrate(trx, past, '13:20', [(i) => electing[i % electing.length] ?? []], {
    itemId: election,
    kind: 'names',
    secret: true,
    question: 'Val av två revisorer',
    options: names('Anna Ekdahl', 'Bo Lindgren', 'Cecilia Ask', 'David Holm'),
    seats: 2,
  })
}

type Shown = Pick<NewBallot, 'itemId' | 'kind' | 'secret' | 'question' | 'options'> & { seats?: number }

/** One ballot, round by round, as the hall would have voted; equal votes in the last round go to the lot. */
async function demonstrate(
  trx: Transaction<Database>,
  { meetingId, entries }: Past,
  time: string,
  rounds: ((i: number) => number[])[],
  { seats = null, ...shown }: Omit<Shown, 'seats'> & { seats?: number | null },
): Promise<void> {
  const ballotId = await insertBallot(trx, { ...shown, seats, majority: 'majority', madeUp: true })
  const first = firstRound(shown.kind, shown.options.length)
  for (const [n, voteOf] of rounds.entries()) {
    // Of three alternatives the second stands against the third, and whichever wins against the first.
    const { yesOption, noOption } = n === 0 ? first : { yesOption: 1, noOption: first.noOption }
    const round = { ballotId, meetingId, yesOption, noOption, keys: null, openedAt: at(time) }
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
    await saveClosed(trx, { id, meetingId }, { at: at(time), cancelledWhy: null })
    if (shown.kind === 'names') await saveTieBreak(trx, id, { lotSeed: newLotSeed() })
  }
}

/** The last annual meeting that has been held, with a roll; one of our own when nobody has held any. */
async function pastMeeting(trx: Transaction<Database>): Promise<Past> {
  const { rows } = await sql<{ id: number }>`
    select id from meeting where organ = 'annual-meeting' and state in ('closed', 'approved')
    order by held_on desc limit 1`.execute(trx)
  const meetingId = rows[0]?.id ?? (await insertPastMeeting(trx))
  const { rows: items } = await sql<{ id: number }>`
    select id from meeting_item where meeting_id = ${meetingId} and kind in ('decision', 'election')
    order by kind, ordinal`.execute(trx)
  await ensureRoll(trx, meetingId)
  const { rows: entries } = await sql<Entry>`
    select id, person_id as person from voting_roll_entry
    where meeting_id = ${meetingId} and withdrawn_at is null order by id limit 35`.execute(trx)
  // As many as make the election come out equal.
  return {
    meetingId,
    items: items.map(({ id }) => id),
    entries: entries.slice(0, entries.length - (entries.length % 7)),
  }
}

async function insertPastMeeting(trx: Transaction<Database>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into meeting (organ, held_on, title, place, state, opened_at, closed_at, made_up)
      values ('annual-meeting', ${heldOn}, 'Årsmötet 2025', 'Stadshuset, Helsingborg', 'closed',
        ${at('08:00')}, ${at('14:00')}, true) returning id),
    items as (
      insert into meeting_item (meeting_id, ordinal, title, kind, made_up)
      select made.id, i.ordinal, i.title, i.kind, true from made, (values
        (1, 'Motion om en nationell plan för cykelvägar', 'decision'),
        (2, 'Plats för nästa vårkonferens', 'decision'),
        (3, 'Val av revisorer', 'election')) as i (ordinal, title, kind))
    select id from made`.execute(trx)
  return rows[0]?.id ?? 0
}

/** The contact persons of some members, where nobody has drawn up a roll. */
async function ensureRoll(trx: Transaction<Database>, meetingId: number): Promise<void> {
  await sql`
    insert into voting_roll_entry (meeting_id, organisation_code, place, person_id, checked_at)
    select ${meetingId}, organisation_code, place, person_id, ${at('07:30')} from (
      select organisation_code, person_id, row_number() over (partition by organisation_code order by role, id) as place
      from appointment where role in ('contact-politician', 'contact-official') and until is null) a
    where place <= 2 and not exists (select from voting_roll_entry where meeting_id = ${meetingId})
    order by organisation_code, place limit 35`.execute(trx)
}
