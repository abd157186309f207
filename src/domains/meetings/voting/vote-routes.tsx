import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { mayTry, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { eventStream } from '#platform/http/event-stream.ts'
import { type Typed, textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Locale } from '#platform/i18n.ts'
import { type Hall, isOpenToAll, meetingAt, openIn, rememberHall } from './asking.ts'
import { questionOf } from './course.ts'
import { blankValue, fieldOf, tokenOf } from './pages/paper.tsx'
import { votingPaths } from './paths.ts'
import { findRoom } from './queries.ts'
import { mostOn, type Question } from './rules/judge.ts'
import { type Said, showVote } from './show-vote.tsx'
import { votingTexts } from './texts.ts'
import { type AskedRound, castVote, type Form } from './vote.ts'

/** A form holds no more papers than somebody with many proxies has. */
const mostPapers = 50
/** Forms that were refused, for each person. */
const refusals = { name: 'ballot-refusal', times: 60, seconds: 60 }

/** Where delegates vote, and the events that tell their phones. */
export const voteRoutes = new Hono<AppEnv<Database>>()

voteRoutes.get(votingPaths.vote(':year'), only('ballots.vote'), async (c) => {
  const hall = await rememberHall(c, await meetingAt(c))
  return showVote(c, hall, nothingSaid(), 200)
})

voteRoutes.post(votingPaths.vote(':year'), only('ballots.vote'), async (c) => {
  const { db, secrets, locale: l } = c.var
  const t = votingTexts(l)
  const hall = await rememberHall(c, await meetingAt(c))
  const personId = c.var.actor?.personId ?? 0
  const said = nothingSaid()
  const papers = papersIn(typedIn(await c.req.formData().catch(() => new FormData())))
  const filled = papers.filter(({ chosen }) => chosen.length > 0)
  const open = openIn(hall)
  for (const { entryId, chosen } of filled) {
    const wrong = open && wrongWith(l, open.question, chosen)
    if (wrong) said.errors.set(entryId, wrong)
    said.chosen.set(entryId, chosen)
  }
  const [first] = papers
  if (first && filled.length === 0) said.errors.set(first.entryId, t.vote.errors.nothing)
  if (said.errors.size > 0) return showVote(c, hall, said, 422)
  const voter = { db, secrets, meetingId: hall.meeting.id, personId }
  for (const { entryId, chosen, token } of first ? filled : [noPaper]) {
    const choice = chosen.flatMap((value) => (value === blankValue ? [] : Number(value)))
    const cast = await castVote(voter, token, choice, (form) => askedIn(hall, form))
    if (cast.taken) said.taken.push({ entryId, receipt: cast.receipt })
    else said.refused = t.refused[cast.reason]
  }
  if (!said.refused) return showVote(c, hall, said, 200)
  if (!(await mayTry(db, refusals, String(personId)))) throw new Problem(429, t.tooOften)
  return showVote(c, hall, { ...said, chosen: new Map() }, 409)
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
    // Listening first, then looking: what happens in between is not missed. Where that fails they look themselves.
    void findRoom(db, meeting.id).then(
      ({ version }) => {
        if (String(version) !== known) send({ name: 'change', id: String(version), data: String(version) })
      },
      () => send({ name: 'change', id: null, data: 'anew' }),
    )
    return stop
  })
})

interface SentPaper {
  entryId: number
  chosen: string[]
  token: string
}

/** Stands for a form that holds no paper: it is refused like one that is not ours. */
const noPaper: SentPaper = { entryId: 0, chosen: [], token: '' }

const nothingSaid = (): Said => ({ taken: [], refused: null, chosen: new Map(), errors: new Map() })

/** The papers of a form, by what their own fields say; nobody has more than a roll can hold. */
function papersIn(typed: Typed): SentPaper[] {
  const entries = Object.keys(typed).flatMap((name) => /^formular-(\d{1,15})$/.exec(name)?.[1] ?? [])
  return entries.slice(0, mostPapers).map((entry) => {
    const vote = { entryId: Number(entry) }
    return { ...vote, chosen: textsIn(typed, fieldOf(vote)), token: textIn(typed, tokenOf(vote)) }
  })
}

/** The round that a form is for, among those of the hall. */
function askedIn({ ballots, statutes }: Hall, form: Form): AskedRound | undefined {
  const ballot = ballots.find((one) => one.ballot.id === form.ballot)?.ballot
  const round = ballot?.rounds.find(({ id }) => id === form.round)
  return ballot && round && { round, question: questionOf(ballot, round, statutes) }
}

function wrongWith(l: Locale, question: Question, chosen: string[]): string | undefined {
  const { errors } = votingTexts(l).vote
  const most = mostOn(question)
  if (chosen.includes(blankValue) && chosen.length > 1) return errors['blank-and-names']
  return chosen.length > most ? errors['too-many'](most) : undefined
}
