// A program of its own that votes for everyone on a roll, to be killed in the middle. It says which votes were answered.
import { writeSync } from 'node:fs'
import { connect } from '../../src/database/connect.ts'
import { castVote, formToken } from '../../src/domains/meetings/voting/vote.ts'
import { createSecrets } from '../../src/platform/secrets.ts'

const read = (name: string) => Number(process.env[name])
const [meetingId, ballot, round] = [read('MEETING'), read('BALLOT'), read('ROUND')]
const db = connect({ connectionString: process.env.DATABASE_URL ?? '' }, 4)
const secrets = createSecrets('a secret of the tests, long enough')
const { public_key: publicKey } = await db
  .selectFrom('ballot_round')
  .where('id', '=', round)
  .select('public_key')
  .executeTakeFirstOrThrow()
const roll = await db
  .selectFrom('voting_roll_entry')
  .where('meeting_id', '=', meetingId)
  .select(['id as entry', 'person_id as person'])
  .orderBy('id')
  .execute()

async function one({ entry, person }: { entry: number; person: number }): Promise<void> {
  const token = formToken(secrets, { ballot, round, entry, person })
  const cast = await castVote({ db, secrets, meetingId, personId: person }, token, [1 + (entry % 2)], () => ({
    round: { id: round, publicKey },
    question: { asks: 'pair', tie: 'lot' },
  }))
  if (cast.taken) writeSync(1, `${cast.receipt} ${1 + (entry % 2)}\n`)
}

let next = 0
const lane = async () => {
  for (let voter = roll[next++]; voter; voter = roll[next++]) await one(voter)
}
await Promise.all([lane(), lane(), lane(), lane()])
await db.destroy()
