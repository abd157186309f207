import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Hall, Running } from './asking.ts'
import { listPapers, listRollCall } from './published-queries.ts'
import { tieRule } from './rules/tie.ts'

/** A vote as it is published: under its receipt, or under the member's code and the number of its vote. */
export interface PublishedVote {
  id: string
  choice: number[]
}

/** Everything that anybody needs to count a ballot again. */
export interface Published {
  meeting: string
  question: string
  kind: string
  secret: boolean
  seats: number | null
  /** What a yes needs, as a share of the votes that are not blank. */
  majority: { moreThan: boolean; part: number; whole: number }
  options: { number: number; label: string; names: string[] }[]
  rounds: {
    number: number
    yesOption: number | null
    noOption: number | null
    tie: 'chair' | 'lot' | 'falls'
    casting: number[] | null
    lotSeed: string | null
    votes: PublishedVote[]
    /** What the program came to. */
    wins: number[]
  }[]
  madeUp: boolean
}

/** The closed rounds of a ballot, for those who want to count again. */
export async function publishedOf(db: Kysely<Database>, hall: Hall, running: Running): Promise<Published> {
  const votes = await Promise.all(
    running.course.judged.map(
      async ({ round }): Promise<[number, PublishedVote[]]> => [
        round.id,
        running.ballot.secret ? await papersOf(db, round.id) : await rollCallOf(db, round.id),
      ],
    ),
  )
  return publish(hall, running, new Map(votes))
}

/** Puts a ballot together with its votes, by round. */
export function publish(
  { meeting, statutes }: { meeting: { title: string }; statutes: Pick<Hall['statutes'], 'rules'> },
  { ballot, course }: Running,
  votes: ReadonlyMap<number, PublishedVote[]>,
): Published {
  const { kind, secret, seats, question, options, majority, madeUp } = ballot
  const election = kind === 'names' || kind === 'lists'
  return {
    meeting: meeting.title,
    question,
    kind,
    secret,
    seats,
    majority: statutes.rules[majority].value,
    options,
    rounds: course.judged.map(({ round, verdict }) => ({
      number: round.number,
      yesOption: round.yesOption,
      noOption: round.noOption,
      tie: tieRule(statutes.rules, { election, secret, pair: round.noOption !== null }).by,
      casting: round.casting,
      lotSeed: round.lotSeed,
      votes: votes.get(round.id) ?? [],
      wins: verdict.wins,
    })),
    madeUp,
  }
}

async function papersOf(db: Kysely<Database>, roundId: number): Promise<PublishedVote[]> {
  return (await listPapers(db, roundId)).map(({ code, choice }) => ({ id: code, choice }))
}

async function rollCallOf(db: Kysely<Database>, roundId: number): Promise<PublishedVote[]> {
  return (await listRollCall(db, roundId)).map(({ organisationCode, place, choice }) => ({
    id: `${organisationCode}-${place}`,
    choice,
  }))
}

/** The same as a table: a row for each vote, the choice as numbers with spaces between. */
export function publishedCsv({ rounds }: Published): string {
  const rows = rounds.flatMap(({ number, votes }) =>
    votes.map(({ id, choice }) => `${number},${id},${choice.join(' ')}`),
  )
  return ['round,vote,choice', ...rows, ''].join('\r\n')
}
