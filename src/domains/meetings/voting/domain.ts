import type { Database } from '#database/tables.ts'
import type { Domain } from '#platform/http/context.ts'
import { annualSlug } from '../decisions.ts'
import { findMeeting } from '../queries.ts'
import { votingInvariants } from './invariant-queries.ts'
import { votingPaths } from './paths.ts'
import { forgetVoter, listWaitingVotes, readVotesOfPerson } from './person-queries.ts'
import { routes } from './routes.tsx'
import { votingTexts } from './texts.ts'

const everyYear = '[^/]+'
const livePaths = [
  votingPaths.vote(everyYear),
  votingPaths.projector(everyYear),
  votingPaths.ballots(everyYear),
].map((path) => new RegExp(`^${path}(/|$)`))

/** Live voting at the annual meeting: open and secret ballots, on phones and on the wall of the hall. */
export const voting: Domain<Database> = {
  name: 'voting',
  routes,
  menu: [],
  live: (path) => livePaths.some((live) => live.test(path)),
  waiting: async ({ db, locale }, { personId }) => {
    const waiting = await listWaitingVotes(db, personId)
    return Promise.all(
      waiting.map(async ({ meetingId, question, votes }) => {
        const meeting = await findMeeting(db, meetingId)
        return {
          text: votingTexts(locale).waiting(question, votes),
          href: votingPaths.vote(meeting ? annualSlug(meeting) : ''),
          ...(meeting ? { due: meeting.heldOn } : {}),
        }
      }),
    )
  },
  personalData: async (db, personId) => ({ voting: await readVotesOfPerson(db, personId) }),
  erase: forgetVoter,
  invariants: votingInvariants,
}
