import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSecrets } from '#platform/secrets.ts'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { type Entry, openHall } from '../../../../tests/support/hall.ts'
import { findMeeting } from '../queries.ts'
import { type Chair, cancelRound, castDecidingVote, closeRound, drawTheLot, openBallot } from './actions.ts'
import { readHall } from './asking.ts'
import { questionOf } from './course.ts'
import { listPapers, listRefusals, listRollCall } from './published-queries.ts'
import { type Ballot, findBallot, listOwnVotes } from './queries.ts'
import { no, yes } from './rules/tally.ts'
import { type Cast, castVote, formToken } from './vote.ts'
import type { NewBallot } from './write-queries.ts'

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openHall>>
let year = 2050
const secrets = createSecrets('a secret of the tests, long enough')
beforeAll(async () => {
  database = await loadedDatabase()
})
beforeEach(async () => {
  year += 1
  hall = await openHall(database.db, { year, votes: 12 })
})
afterAll(() => database.drop())

const chair = (): Chair => ({
  db: database.db,
  secrets,
  actor: { personId: hall.entries[0]?.personId ?? 0, name: 'Ordföranden' },
  now: new Date('2026-11-23T12:00:00Z'),
})

async function opened(of: Partial<NewBallot> = {}): Promise<Ballot> {
  const id = await openBallot(chair(), hall.meetingId, {
    itemId: hall.itemId,
    kind: 'yes-no',
    secret: false,
    question: 'Ska motionen bifallas?',
    majority: 'majority',
    seats: null,
    options: [],
    madeUp: true,
    ...of,
  })
  return ballotOf(id ?? 0)
}

async function ballotOf(id: number): Promise<Ballot> {
  const ballot = await findBallot(database.db, hall.meetingId, id)
  if (!ballot) throw new Error('there is no ballot')
  return ballot
}

const openRoundOf = (ballot: Ballot) => ballot.rounds.find(({ closedAt }) => closedAt === null)

/** Votes with the form of an entry, as whoever holds it or as somebody else. */
async function vote(
  ballot: Ballot,
  entry: Entry,
  choice: number[],
  changed: { person?: number; token?: string } = {},
): Promise<Cast> {
  const person = changed.person ?? entry.personId
  const round = openRoundOf(ballot)?.id ?? ballot.rounds.at(-1)?.id ?? 0
  const token =
    changed.token ??
    formToken(secrets, { ballot: ballot.id, round, entry: entry.entryId, person: entry.personId })
  const voter = { db: database.db, secrets, meetingId: hall.meetingId, personId: person }
  const under = (await readHallNow()).statutes
  return castVote(voter, token, choice, () => {
    const asked = ballot.rounds.find(({ id }) => id === round)
    return asked && { round: asked, question: questionOf(ballot, asked, under) }
  })
}

async function readHallNow() {
  const meeting = await findMeeting(database.db, hall.meetingId)
  if (!meeting) throw new Error('there is no meeting')
  return readHall({ db: database.db }, meeting)
}

async function verdictOf(id: number) {
  const running = (await readHallNow()).ballots.find(({ ballot }) => ballot.id === id)
  if (!running) throw new Error('there is no ballot')
  return running.course
}

const entry = (at: number): Entry => {
  const found = hall.entries[at]
  if (!found) throw new Error(`there is no vote ${at}`)
  return found
}

describe('an open ballot', () => {
  test('counts each vote once and publishes who voted what', async () => {
    const ballot = await opened()
    for (const [at, one] of hall.entries.slice(0, 9).entries()) {
      expect(await vote(ballot, one, [at < 6 ? yes : no])).toEqual({ taken: true, receipt: null })
    }
    expect(await vote(ballot, entry(9), [])).toMatchObject({ taken: true })
    await closeRound(chair(), ballot)
    const { judged, next } = await verdictOf(ballot.id)
    expect(judged[0]?.verdict).toMatchObject({ wins: [yes], tally: { cast: 9, blank: 1 } })
    expect(judged[0]?.round.rollSize).toBe(12)
    expect(next).toMatchObject({ step: 'done', result: { adopted: true } })
    const roll = await listRollCall(database.db, ballot.rounds[0]?.id ?? 0)
    expect(roll.filter(({ choice }) => choice[0] === yes)).toHaveLength(6)
  })

  test('with equal votes is decided by the chair, once', async () => {
    const ballot = await opened()
    await vote(ballot, entry(0), [yes])
    await vote(ballot, entry(1), [no])
    await closeRound(chair(), ballot)
    const { next } = await verdictOf(ballot.id)
    expect(next).toMatchObject({ step: 'break', by: 'chair', tied: [yes, no] })
    const round = ballot.rounds[0]?.id ?? 0
    expect(await castDecidingVote(chair(), round, [no])).toBe(true)
    expect(await castDecidingVote(chair(), round, [yes])).toBe(false)
    expect((await verdictOf(ballot.id)).next).toMatchObject({ result: { adopted: false } })
    await expect(
      sql`update ballot_round set casting = '{1}' where id = ${round}`.execute(database.db),
    ).rejects.toThrow(/tie is broken once/)
  })

  test('is the only one in the hall: no second one opens meanwhile', async () => {
    const ballot = await opened()
    await expect(opened()).rejects.toThrow('there is no ballot')
    await closeRound(chair(), ballot)
    expect(openRoundOf(await opened())).toBeDefined()
  })

  test('that is called off counts nothing, and can be held again', async () => {
    const ballot = await opened()
    await vote(ballot, entry(0), [yes])
    expect(await cancelRound(chair(), ballot, 'fel fråga')).toBe(true)
    expect((await verdictOf(ballot.id)).next).toMatchObject({ step: 'open' })
    expect((await ballotOf(ballot.id)).rounds).toMatchObject([{ cancelledWhy: 'fel fråga' }])
  })

  test('of two candidates with equal votes is drawn by lot, once', async () => {
    const options = ['Anna Ek', 'Bo Lind', 'Cia Ask'].map((label) => ({ label, names: [] }))
    const ballot = await opened({ kind: 'names', seats: 2, options })
    await vote(ballot, entry(0), [1, 2])
    await vote(ballot, entry(1), [1, 3])
    await closeRound(chair(), ballot)
    const round = ballot.rounds[0]?.id ?? 0
    expect((await verdictOf(ballot.id)).next).toMatchObject({
      step: 'break',
      by: 'lot',
      tied: [2, 3],
      left: 1,
    })
    expect(await drawTheLot(chair(), round)).toBe(true)
    expect(await drawTheLot(chair(), round)).toBe(false)
    const drawn = (await verdictOf(ballot.id)).next
    expect(drawn).toEqual((await verdictOf(ballot.id)).next)
    expect(drawn).toMatchObject({ step: 'done', result: { elected: expect.arrayContaining(['Anna Ek']) } })
  })
})

describe('a vote that is not good', () => {
  const refusals = async () => (await listRefusals(database.db, hall.meetingId)).map(({ reason }) => reason)
  const tally = async (ballot: Ballot) => {
    const { rows } = await sql`
      select organisation_code, place, choice from ballot_voter where round_id = ${ballot.rounds[0]?.id ?? 0}
      order by 1, 2`.execute(database.db)
    return rows
  }

  test('is refused and noted, and the tally stays as it was', async () => {
    const ballot = await opened()
    await vote(ballot, entry(0), [yes])
    await vote(ballot, entry(1), [no])
    const before = await tally(ballot)

    // Twice, also by a form that was kept from the first time.
    expect(await vote(ballot, entry(0), [no])).toEqual({ taken: false, reason: 'voted' })
    // With a form that somebody made up, or that was changed.
    expect(await vote(ballot, entry(2), [yes], { token: 'eyJhIjoxfQ.AAAA' })).toMatchObject({
      reason: 'forged',
    })
    // With somebody else's form.
    expect(await vote(ballot, entry(2), [yes], { person: entry(3).personId })).toMatchObject({
      reason: 'forged',
    })
    // By somebody who is not on the roll at all.
    const stranger = await sql<{ id: number }>`
      insert into person (name, made_up) values ('Ingen', true) returning id`.execute(database.db)
    expect(await vote(ballot, entry(2), [yes], { person: stranger.rows[0]?.id ?? 0 })).toMatchObject({
      reason: 'not-on-roll',
    })
    // With a good form, when the credential has been withdrawn since.
    await sql`update voting_roll_entry set withdrawn_at = now(), withdrawn_why = 'lämnat mötet'
      where id = ${entry(4).entryId}`.execute(database.db)
    expect(await vote(ballot, entry(4), [yes])).toMatchObject({ reason: 'withdrawn' })
    // For something that was not asked about, or for more than may be chosen.
    expect(await vote(ballot, entry(5), [7])).toMatchObject({ reason: 'choice' })
    expect(await vote(ballot, entry(5), [yes, no])).toMatchObject({ reason: 'choice' })

    expect(await tally(ballot)).toEqual(before)
    await closeRound(chair(), ballot)
    // After the closing, and with the form of another, earlier round.
    expect(await vote(ballot, entry(6), [yes])).toMatchObject({ reason: 'closed' })
    expect(await tally(ballot)).toEqual(before)
    expect((await refusals()).toReversed()).toEqual([
      'voted',
      'forged',
      'forged',
      'not-on-roll',
      'withdrawn',
      'choice',
      'choice',
      'closed',
    ])
  })

  test('is not let in by a new credential for a vote that has been cast', async () => {
    const ballot = await opened()
    const first = entry(0)
    await vote(ballot, first, [yes])
    await sql`update voting_roll_entry set withdrawn_at = now() where id = ${first.entryId}`.execute(
      database.db,
    )
    const { rows } = await sql<{ id: number }>`
      insert into voting_roll_entry (meeting_id, organisation_code, place, person_id)
      values (${hall.meetingId}, ${first.organisationCode}, ${first.place}, ${entry(7).personId}) returning id`.execute(
      database.db,
    )
    const next = { ...first, entryId: rows[0]?.id ?? 0, personId: entry(7).personId }
    expect(await vote(ballot, next, [no])).toEqual({ taken: false, reason: 'voted' })
  })

  test('cannot be slipped past the program into a closed round', async () => {
    const ballot = await opened({ secret: true })
    await vote(ballot, entry(0), [yes])
    await closeRound(chair(), ballot)
    const round = ballot.rounds[0]?.id ?? 0
    const { organisationCode, place, entryId } = entry(1)
    const attempts = [
      sql`insert into ballot_voter (round_id, organisation_code, place, entry_id)
        values (${round}, ${organisationCode}, ${place}, ${entryId})`,
      sql`insert into ballot_paper (round_id, code, choice) values (${round}, 'ABCDEFGHJKLMNPQR', '{1}')`,
      sql`update ballot_paper set choice = '{2}' where round_id = ${round}`,
      sql`delete from ballot_paper where round_id = ${round}`,
      sql`update ballot_round set closed_at = null, roll_size = null where id = ${round}`,
    ]
    for (const attempt of attempts) await expect(attempt.execute(database.db)).rejects.toThrow()
    expect(await listPapers(database.db, round)).toHaveLength(1)
  })

  test('that comes in the same instant as another is taken once', async () => {
    const ballot = await opened()
    const casts = await Promise.all(Array.from({ length: 8 }, () => vote(ballot, entry(0), [yes])))
    expect(casts.filter(({ taken }) => taken)).toHaveLength(1)
  })

  test('races the closing without being lost or counted late', async () => {
    const ballot = await opened({ secret: true })
    const voting = hall.entries.map((one) => vote(ballot, one, [yes]))
    const [casts] = await Promise.all([Promise.all(voting), closeRound(chair(), ballot)])
    const taken = casts.filter((cast) => cast.taken)
    const papers = await listPapers(database.db, ballot.rounds[0]?.id ?? 0)
    expect(papers.map(({ code }) => code).toSorted()).toEqual(
      taken.map((cast) => (cast.taken ? cast.receipt : '')).toSorted(),
    )
  })
})

describe('a secret ballot', () => {
  /** Twelve voters vote in turn, yes and no in a pattern that is known to the test alone. */
  async function voted() {
    const ballot = await opened({ secret: true })
    const round = ballot.rounds[0]?.id ?? 0
    const known: { entry: Entry; choice: number; receipt: string }[] = []
    for (const [at, one] of hall.entries.entries()) {
      const choice = [0, 1, 4, 5, 8, 11].includes(at) ? yes : no
      const cast = await vote(ballot, one, [choice])
      if (cast.taken && cast.receipt) known.push({ entry: one, choice, receipt: cast.receipt })
    }
    return { ballot, round, known }
  }

  test('gives every voter a receipt that is in the published list with what was voted', async () => {
    const { ballot, round, known } = await voted()
    expect(new Set(known.map(({ receipt }) => receipt)).size).toBe(12)
    expect(await listPapers(database.db, round)).toEqual([])
    await closeRound(chair(), ballot)
    const papers = await listPapers(database.db, round)
    expect(papers).toHaveLength(12)
    for (const { receipt, choice } of known) {
      expect(papers.find(({ code }) => code === receipt)?.choice).toEqual([choice])
    }
    expect((await verdictOf(ballot.id)).next).toMatchObject({ step: 'done', result: { adopted: false } })
  })

  test('cannot be read while it goes on, not even by counting or weighing the envelopes', async () => {
    const { round } = await voted()
    const { rows } = await sql<{ row: Record<string, unknown>; size: number }>`
      select to_jsonb(v) - 'sealed' as row, length(sealed) as size from ballot_voter v where round_id = ${round}`.execute(
      database.db,
    )
    expect(new Set(rows.map(({ size }) => size)).size).toBe(1)
    expect(rows.every(({ row }) => row.choice === null)).toBe(true)
  })

  test('cannot be tied to a voter by anything that the tables hold', async () => {
    const before = await lastAudit()
    const { ballot, round, known } = await voted()
    await closeRound(chair(), ballot)
    const { db } = database

    // Every column that there is: nothing that both tables share but the round, no number and no time.
    const { rows: columns } = await sql<{ of: string; name: string; type: string; given: string | null }>`
      select table_name as of, column_name as name, data_type as type, column_default as given
      from information_schema.columns where table_name in ('ballot_voter', 'ballot_paper')`.execute(db)
    expect(columns.map(({ of, name }) => `${of}.${name}`).toSorted()).toEqual([
      'ballot_paper.choice',
      'ballot_paper.code',
      'ballot_paper.round_id',
      'ballot_voter.choice',
      'ballot_voter.entry_id',
      'ballot_voter.organisation_code',
      'ballot_voter.place',
      'ballot_voter.round_id',
      'ballot_voter.sealed',
    ])
    expect(columns.filter(({ type, given }) => /time|date/.test(type) || given !== null)).toEqual([])

    // PostgreSQL's own: one transaction wrote every row of both tables, so that numbers of transactions say nothing.
    const rowsOf = async (table: string) =>
      (
        await sql<{ xmin: string; key: string; voter: string; choice: number[] | null; sealed: boolean }>`
          select t.xmin::text, t.ctid, to_jsonb(t) ->> 'code' as key, choice,
            concat_ws(' ', to_jsonb(t) ->> 'organisation_code', to_jsonb(t) ->> 'place') as voter,
            (to_jsonb(t) ->> 'sealed') is not null as sealed
          from ${sql.table(table)} t where round_id = ${round} order by t.ctid`.execute(db)
      ).rows
    const [voters, papers] = [await rowsOf('ballot_voter'), await rowsOf('ballot_paper')]
    expect(new Set([...voters, ...papers].map(({ xmin }) => xmin)).size).toBe(1)

    // Where rows lie: voters by municipality, papers by their random codes, neither in the order of voting.
    expect(voters.map(({ voter }) => voter)).toEqual(voters.map(({ voter }) => voter).toSorted())
    expect(papers.map(({ key }) => key)).toEqual(papers.map(({ key }) => key).toSorted())
    expect(voters.some(({ sealed, choice }) => sealed || choice !== null)).toBe(false)
    // Paired line by line they fit no better than chance would have it: the receipts are not in the order of the voters.
    const inOrder = known.toSorted((a, b) => (a.entry.organisationCode < b.entry.organisationCode ? -1 : 1))
    expect(papers.map(({ key }) => key)).not.toEqual(inOrder.map(({ receipt }) => receipt))

    // The key is gone, so envelopes in old pages, copies and write-ahead logs stay shut.
    const { rows: keys } = await sql<{ sealed_secret: string | null }>`
      select sealed_secret from ballot_round where id = ${round}`.execute(db)
    expect(keys).toEqual([{ sealed_secret: null }])

    // The log tells of opening and closing and names neither voters, papers nor keys.
    const { rows: logged } = await sql<{ table_name: string; text: string }>`
      select table_name, concat(before, after) as text from audit_entry where id > ${before}`.execute(db)
    expect(new Set(logged.map(({ table_name }) => table_name))).toEqual(
      new Set(['ballot', 'ballot_round', 'voting_room']),
    )
    for (const { text } of logged) {
      expect(text).not.toContain('sealed_secret')
      for (const { receipt } of known) expect(text).not.toContain(receipt)
    }

    // No receipt stands anywhere but on its paper.
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'ballot_paper'`.execute(
      db,
    )
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(name)} t
        where t::text like any(${known.map(({ receipt }) => `%${receipt}%`)})`.execute(db)
      expect([name, rows[0]?.n]).toEqual([name, 0])
    }
  })

  test('whose votes are equal falls, since the chair’s vote cannot be told apart', async () => {
    const ballot = await opened({ secret: true })
    await vote(ballot, entry(0), [yes])
    await vote(ballot, entry(1), [no])
    await closeRound(chair(), ballot)
    expect((await verdictOf(ballot.id)).judged[0]?.verdict).toMatchObject({ by: 'falls', wins: [no] })
  })

  async function lastAudit(): Promise<number> {
    const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from audit_entry`.execute(
      database.db,
    )
    return rows[0]?.id ?? 0
  }
})

describe('somebody with a proxy', () => {
  test('has a vote for each row of the roll, and casts each once', async () => {
    await sql`update voting_roll_entry set person_id = ${entry(0).personId}, by_proxy = true
      where id = ${entry(1).entryId}`.execute(database.db)
    const ballot = await opened()
    const mine = { ...entry(1), personId: entry(0).personId }
    expect(await vote(ballot, entry(0), [yes])).toMatchObject({ taken: true })
    expect(await vote(ballot, mine, [no])).toMatchObject({ taken: true })
    const own = await listOwnVotes(database.db, hall.meetingId, entry(0).personId, ballot.rounds[0]?.id ?? 0)
    expect(own.map(({ byProxy, voted }) => ({ byProxy, voted }))).toEqual([
      { byProxy: false, voted: true },
      { byProxy: true, voted: true },
    ])
  })
})
