import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import type { Secrets } from '#platform/secrets.ts'
import { sealPaper } from './envelope.ts'
import { listOwnVotes, type OwnVote, type Round } from './queries.ts'
import { newReceipt } from './receipt.ts'
import { mostOn, numbersOf, type Question } from './rules/judge.ts'
import type { Choice } from './rules/tally.ts'
import type { Refusal } from './tables.ts'
import { insertRefusal, insertVote, isRoundClosed } from './vote-queries.ts'

const purpose = 'ballot-vote'
const contents = z.object({ ballot: z.number(), round: z.number(), entry: z.number(), person: z.number() })

/** What an open form is for: one vote of the roll, in one round, in one person's hands. */
export type Form = z.output<typeof contents>

/** The proof that we made a form. */
export function formToken(secrets: Secrets, form: Form): string {
  return secrets.sign(purpose, form)
}

/** Who votes, and where. */
export interface Voter {
  db: Kysely<Database>
  secrets: Secrets
  meetingId: number
  personId: number
}

/** What became of one vote: its receipt in a secret ballot, or why it was not taken. */
export type Cast = { taken: true; receipt: string | null } | { taken: false; reason: Refusal }

/** The round that a form is for, as it is remembered; the database has the last word on whether it is open. */
export interface AskedRound {
  round: Pick<Round, 'id' | 'publicKey'>
  question: Question
}

/**
 * Casts one vote by its form. What is acknowledged is stored: the vote is one statement of the database. What is refused
 * is noted, without what it was for, and changes nothing.
 */
export async function castVote(
  voter: Voter,
  token: string,
  choice: Choice,
  askedIn: (form: Form) => AskedRound | undefined,
): Promise<Cast> {
  const { db, secrets, meetingId, personId } = voter
  const refuse = async (reason: Refusal, roundId: number | null): Promise<Cast> => {
    await insertRefusal(db, { meetingId, roundId, personId, reason })
    return { taken: false, reason }
  }
  const form = contents.safeParse(secrets.verify(purpose, token)).data
  if (form?.person !== personId) return refuse(await reasonOnRoll(voter, form), null)
  const asked = askedIn(form)
  if (!asked) return refuse('forged', null)
  const { round, question } = asked
  if (!fits(question, choice)) return refuse('choice', round.id)
  const paper = round.publicKey === null ? null : { code: newReceipt(), choice }
  const taken = await insertVote(db, {
    roundId: round.id,
    entryId: form.entry,
    personId,
    choice: paper ? null : choice,
    sealed: paper && round.publicKey ? sealPaper(round.publicKey, paper) : null,
  })
  return taken
    ? { taken: true, receipt: paper?.code ?? null }
    : refuse(await reasonOf(voter, form, round.id), round.id)
}

/** Whether a paper holds only what was asked about, once each, and no more than it may. */
export function fits(question: Question, choice: Choice): boolean {
  const asked = numbersOf(question)
  return (
    choice.length <= mostOn(question) &&
    new Set(choice).size === choice.length &&
    choice.every((number) => asked.includes(number))
  )
}

/** Why somebody's form is not taken when it is not one of ours, or not theirs. */
async function reasonOnRoll({ db, meetingId, personId }: Voter, form: Form | undefined): Promise<Refusal> {
  const own = await listOwnVotes(db, meetingId, personId, null)
  if (own.length === 0) return 'not-on-roll'
  if (form === undefined && own.every(isWithdrawn)) return 'withdrawn'
  return 'forged'
}

/** Why a good form came to nothing. */
async function reasonOf({ db, meetingId, personId }: Voter, form: Form, roundId: number): Promise<Refusal> {
  if (await isRoundClosed(db, roundId)) return 'closed'
  const own = await listOwnVotes(db, meetingId, personId, roundId)
  const vote = own.find(({ entryId }) => entryId === form.entry)
  if (!vote) return 'not-on-roll'
  return isWithdrawn(vote) ? 'withdrawn' : 'voted'
}

const isWithdrawn = ({ withdrawnWhy }: OwnVote): boolean => withdrawnWhy !== null
