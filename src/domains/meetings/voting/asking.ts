import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import type { Statutes } from '#domains/statutes/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { findAnnualAt } from '../annual/meeting-queries.ts'
import { statutesOf } from '../decisions.ts'
import type { Meeting } from '../queries.ts'
import { type Course, courseOf } from './course.ts'
import { type Ballot, findRoom, listBallots, listChoices, type Round } from './queries.ts'
import type { Question } from './rules/judge.ts'
import { votingTexts } from './texts.ts'

export type C = Context<AppEnv<Database>>

/** A meeting with its ballots, and how far each has come. */
export interface Hall {
  meeting: Meeting
  statutes: Statutes
  ballots: { ballot: Ballot; course: Course }[]
}

export type VersionedHall = Hall & { version: number }

export type Running = Hall['ballots'][number]

/** The annual meeting of the address: a year, and for an extra meeting its number too. */
export async function meetingAt(c: C): Promise<Meeting> {
  const meeting = await findMeetingAt(c)
  if (!meeting) throw new Problem(404, votingTexts(c.var.locale).noMeeting)
  return meeting
}

/** Kept for a version of the data, which every change of a meeting counts up. */
async function findMeetingAt(c: C): Promise<Meeting | undefined> {
  const slug = c.req.param('year') ?? ''
  const load = async () => ({ meeting: await findAnnualAt(c.var.db, slug) })
  return (await c.var.remember(`annual meeting ${slug}`, load, 1)).meeting
}

/** A meeting with its ballots, read anew. */
export async function readHall({ db }: Pick<C['var'], 'db'>, meeting: Meeting): Promise<Hall> {
  const [statutes, ballots, choices] = await Promise.all([
    statutesOf(db, meeting),
    listBallots(db, meeting.id),
    listChoices(db, meeting.id),
  ])
  return {
    meeting,
    statutes,
    ballots: ballots.map((ballot) => ({ ballot, course: courseOf(ballot, statutes, choices) })),
  }
}

/** The same with its version, kept until something is announced: hundreds ask for it in the same second. */
export async function rememberHall(c: C, meeting: Meeting): Promise<VersionedHall> {
  const { version } = await findRoom(c.var.db, meeting.id)
  const hall = await c.var.remember(`hall ${meeting.id} ${version}`, () => readHall(c.var, meeting), 500)
  return { ...hall, version }
}

/** The ballot of the address. */
export function ballotIn(c: C, hall: Hall): Running {
  const found = hall.ballots.find(({ ballot }) => String(ballot.id) === c.req.param('ballot'))
  if (!found) throw new Problem(404, votingTexts(c.var.locale).noBallot)
  return found
}

/** A ballot whose round is open now. */
export interface OpenOn {
  ballot: Ballot
  round: Round
  question: Question
}

/** What the hall votes on now. */
export function openIn({ ballots }: Hall): OpenOn | undefined {
  for (const { ballot, course } of ballots) {
    if (course.next.step === 'close') return { ballot, ...course.next }
  }
  return undefined
}

/** The last ballot with a result to show. */
export function latestIn({ ballots }: Hall): Running | undefined {
  const closedAt = ({ course }: Running) => course.judged.at(-1)?.round.closedAt?.getTime() ?? 0
  return ballots
    .filter(({ course }) => course.judged.length > 0)
    .toSorted((a, b) => closedAt(a) - closedAt(b))
    .at(-1)
}

/** Whether everyone may follow the meeting of the address without logging in. */
export async function isOpenToAll(c: C): Promise<boolean> {
  const meeting = await findMeetingAt(c)
  return meeting !== undefined && (await findRoom(c.var.db, meeting.id)).openToAll
}

/** What somebody sees of a meeting that goes on is nothing to keep, and too short-lived to pack. */
export function keepOut(c: C): void {
  c.header('cache-control', 'private, no-store, no-transform')
}
