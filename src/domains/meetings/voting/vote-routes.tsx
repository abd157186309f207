import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { mayTry, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { eventStream } from '#platform/http/event-stream.ts'
import { type Typed, textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Locale } from '#platform/i18n.ts'
import { isOpenToAll, meetingAt, openIn, rememberHall } from './asking.ts'
import { questionOf } from './course.ts'
import { blankValue, fieldOf, tokenOf } from './pages/paper.tsx'
import { votingPaths } from './paths.ts'
import { findRoom, listOwnVotes, type OwnVote } from './queries.ts'
import { mostOn, type Question } from './rules/judge.ts'
import { type Said, showVote } from './show-vote.tsx'
import { votingTexts } from './texts.ts'
import { castVote, type Form } from './vote.ts'

/** Forms that were refused, for each person. */
const refusals = { name: 'ballot-refusal', times: 60, seconds: 60 }

/** Where delegates vote, and the events that tell their phones. */
export const voteRoutes = new Hono<AppEnv<Database>>()

voteRoutes.get(votingPaths.vote(':year'), only('ballots.vote'), async (c) =>
  showVote(c, await meetingAt(c), { taken: [], refused: null, chosen: new Map(), errors: new Map() }, 200),
)

voteRoutes.post(votingPaths.vote(':year'), only('ballots.vote'), async (c) => {
  const { db, secrets, locale: l } = c.var
  const meeting = await meetingAt(c)
  const personId = c.var.actor?.personId ?? 0
  const [hall, own] = await Promise.all([
    rememberHall(c, meeting),
    listOwnVotes(db, meeting.id, personId, null),
  ])
  const open = openIn(hall)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const said: Said = { taken: [], refused: null, chosen: new Map(), errors: new Map() }
  const papers = papersIn(typed, own)
  for (const { vote, chosen } of papers) {
    const wrong = open && wrongWith(l, open.question, chosen)
    if (wrong) said.errors.set(vote.entryId, wrong)
    said.chosen.set(vote.entryId, chosen)
  }
  if (said.errors.size > 0) return showVote(c, meeting, said, 422)
  // Without a paper it is not a form of ours, or nothing was chosen on it.
  if (
    papers.length === 0 &&
    Object.keys(typed).some((name) => name.startsWith('formular-')) &&
    own.length > 0
  ) {
    const first = own[0]
    if (first) said.errors.set(first.entryId, votingTexts(l).vote.errors.nothing)
    return showVote(c, meeting, said, 422)
  }
  const questionFor = ({ ballot: id, round: roundId }: Form): Question | undefined => {
    const ballot = hall.ballots.find(({ ballot }) => ballot.id === id)?.ballot
    const round = ballot?.rounds.find((one) => one.id === roundId)
    return ballot && round && questionOf(ballot, round, hall.statutes)
  }
  for (const { vote, chosen, token } of papers.length > 0 ? papers : [noPaper]) {
    const choice = chosen.flatMap((value) => (value === blankValue ? [] : Number(value)))
    const cast = await castVote({ db, secrets, meetingId: meeting.id, personId }, token, choice, questionFor)
    if (cast.taken) said.taken.push({ vote, receipt: cast.receipt })
    else said.refused = votingTexts(l).refused[cast.reason]
  }
  if (!said.refused) return showVote(c, meeting, said, 200)
  if (!(await mayTry(db, refusals, String(personId)))) throw new Problem(429, votingTexts(l).tooOften)
  return showVote(c, meeting, { ...said, chosen: new Map() }, 409)
})

/** Tells that something has changed, and nothing else: each browser then reads what it may see. */
voteRoutes.get(votingPaths.events(':year'), only('own-pages.use', undefined, isOpenToAll), async (c) => {
  const { db, signals } = c.var
  const meeting = await meetingAt(c)
  const known = c.req.header('last-event-id') ?? c.req.query('version') ?? ''
  return eventStream((send) => {
    const stop = signals.listen(`voting-${meeting.id}`, (version) =>
      send({ name: 'change', id: version, data: version ?? 'anew' }),
    )
    // Listening first, then looking: what happens in between is not missed.
    void findRoom(db, meeting.id).then(({ version }) => {
      if (String(version) !== known) send({ name: 'change', id: String(version), data: String(version) })
    })
    return stop
  })
})

/** Stands for a form that holds no vote of the person's. */
const noPaper: { vote: OwnVote; chosen: string[]; token: string } = {
  vote: {
    entryId: 0,
    organisationCode: '',
    organisationName: '',
    place: 0,
    byProxy: false,
    voted: false,
    withdrawnWhy: null,
  },
  chosen: [],
  token: '',
}

/** The papers of a form on which something was chosen. */
function papersIn(typed: Typed, own: OwnVote[]): (typeof noPaper)[] {
  return own.flatMap((vote) => {
    const chosen = textsIn(typed, fieldOf(vote))
    return chosen.length === 0 ? [] : [{ vote, chosen, token: textIn(typed, tokenOf(vote)) }]
  })
}

function wrongWith(l: Locale, question: Question, chosen: string[]): string | undefined {
  const { errors } = votingTexts(l).vote
  const most = mostOn(question)
  if (chosen.includes(blankValue) && chosen.length > 1) return errors['blank-and-names']
  return chosen.length > most ? errors['too-many'](most) : undefined
}
