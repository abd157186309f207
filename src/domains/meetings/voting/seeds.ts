import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { instantOf } from '#platform/days.ts'
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
  heldOn: string
  motion: number
  fee: number
  election: number
  entries: Entry[]
}

const names = (...labels: string[]) => labels.map((label) => ({ label, names: [] }))
const instant = (day: string, time: string) => instantOf(day, time) ?? new Date(0)

/**
 * Ballots of an annual meeting that has been: a motion, three fees in two rounds, and a secret election in which the lot
 * decided the last seat. All made up.
 */
export async function demonstrateVoting(trx: Transaction<Database>): Promise<void> {
  const past = (await findPastMeeting(trx)) ?? (await insertPastMeeting(trx))
  await demonstrate(trx, past, '13:10', [(i) => (i % 7 === 6 ? [] : [i % 3 === 2 ? 2 : 1])], {
    itemId: past.motion,
    kind: 'yes-no',
    secret: false,
    question: 'Ska motionen anses besvarad?',
    options: [],
  })
  await demonstrate(trx, past, '13:30', [(i) => [i % 5 < 2 ? 1 : 2], (i) => [i % 4 === 3 ? 2 : 1]], {
    itemId: past.fee,
    kind: 'alternatives',
    secret: false,
    question: 'Hur stor ska avgiften vara?',
    options: names('Oförändrad avgift: 30 öre för varje invånare', '28 öre', '32 öre'),
  })
  const electing = [[1, 2], [1, 3], [1, 2], [1, 3], [2, 3], [4], []]
  await demonstrate(trx, past, '14:10', [(i) => electing[i % electing.length] ?? []], {
    itemId: past.election,
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
  { meetingId, heldOn, entries }: Past,
  time: string,
  rounds: ((i: number) => number[])[],
  { seats = null, ...shown }: Omit<Shown, 'seats'> & { seats?: number | null },
): Promise<void> {
  const ballotId = await insertBallot(trx, { ...shown, seats, majority: 'majority', madeUp: true })
  const first = firstRound(shown.kind, shown.options.length)
  for (const [n, voteOf] of rounds.entries()) {
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

/** The last annual meeting that decided on a motion, on the fee and on auditors, with those who voted there. */
async function findPastMeeting(trx: Transaction<Database>): Promise<Past | undefined> {
  const { rows } = await sql<Omit<Past, 'entries'>>`
    select m.id as "meetingId", m.held_on as "heldOn",
      min(i.id) filter (where i.title like 'Motion%') as motion,
      min(i.id) filter (where i.title like 'Avgift%') as fee,
      min(i.id) filter (where i.title like 'Val av revisor%') as election
    from meeting m join meeting_item i on i.meeting_id = m.id
    where m.organ = 'annual-meeting' and m.state in ('closed', 'approved')
    group by m.id having count(*) filter (where i.title ~ '^(Motion|Avgift|Val av revisor)') >= 3
    order by m.held_on desc limit 1`.execute(trx)
  const [found] = rows
  if (!found) return undefined
  const { rows: entries } = await sql<Entry>`
    select id, person_id as person from voting_roll_entry
    where meeting_id = ${found.meetingId} and withdrawn_at is null order by id limit 35`.execute(trx)
  // As many as make the election come out equal.
  return { ...found, entries: entries.slice(0, entries.length - (entries.length % 7)) }
}

/** One of our own, when nobody has held any: with the contact persons of some members on the roll. */
async function insertPastMeeting(trx: Transaction<Database>): Promise<Past> {
  const heldOn = '2025-05-06'
  await sql`
    with made as (
      insert into meeting (organ, held_on, title, place, state, opened_at, closed_at, made_up)
      values ('annual-meeting', ${heldOn}, 'Årsmöte 2025', 'Stadshuset, Helsingborg', 'closed',
        ${instant(heldOn, '10:00')}, ${instant(heldOn, '15:00')}, true) returning id),
    items as (
      insert into meeting_item (meeting_id, ordinal, title, kind, made_up)
      select made.id, i.ordinal, i.title, i.kind, true from made, (values
        (1, 'Motion om gemensam upphandling av laddplatser', 'decision'),
        (2, 'Avgiften 2026', 'decision'),
        (3, 'Val av revisorer', 'election')) as i (ordinal, title, kind))
    insert into voting_roll_entry (meeting_id, organisation_code, place, person_id, checked_at)
    select made.id, organisation_code, place, person_id, ${instant(heldOn, '09:30')} from made, (
      select organisation_code, person_id, row_number() over (partition by organisation_code order by role, id) as place
      from appointment where role in ('contact-politician', 'contact-official') and until is null) a
    where place <= 2 order by organisation_code, place limit 35`.execute(trx)
  const made = await findPastMeeting(trx)
  if (!made) throw new Error('The meeting of the demonstration was not made.')
  return made
}
