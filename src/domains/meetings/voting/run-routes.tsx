import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { DecisionRefused } from '#platform/http/business.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, paragraphs, readForm, several } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { findItem } from '../queries.ts'
import { type Chair, cancelRound, castDecidingVote, closeRound, drawTheLot, openRound } from './actions.ts'
import { ballotIn, type C, type Hall, keepOut, meetingAt, type Running, readHall } from './asking.ts'
import { candidatesNamed, standingFor } from './candidates.ts'
import { decide, outcomeOf, proposedDecision } from './decide.ts'
import type { DecideProps } from './pages/decide.tsx'
import { RunPage, type RunPageProps } from './pages/run.tsx'
import { votingPaths } from './paths.ts'
import { countVoted, findRoom } from './queries.ts'
import { votingTexts } from './texts.ts'

const cancelForm = z.object({ varfor: line('missing', 300) })
const decisionForm = z.object({ beslut: z.string().max(50).default(''), lydelse: paragraphs(5000) })
const castingForm = z.object({ utslag: several(z.string()) })
const ballotParameter = ':ballot{\\d+}'

/** Where the chair or the secretariat runs a ballot. */
export const runRoutes = new Hono<AppEnv<Database>>()
const runs = only('ballots.run')

runRoutes.get(votingPaths.run(':year', ballotParameter), runs, async (c) => {
  const at = await placeOf(c)
  return show(c, at, {}, 200)
})

runRoutes.post(votingPaths.open(':year', ballotParameter), runs, async (c) => {
  const { running, chair } = await placeOf(c)
  const { next } = running.course
  const opened = next.step === 'open' && (await openRound(chair, running.ballot, next))
  return onwards(c, opened ? 'oppnad' : 'redan')
})

runRoutes.post(votingPaths.close(':year', ballotParameter), runs, async (c) => {
  const { running, chair } = await placeOf(c)
  return onwards(c, (await closeRound(chair, running.ballot)) ? 'stangd' : 'redan')
})

runRoutes.post(votingPaths.cancel(':year', ballotParameter), runs, async (c) => {
  const at = await placeOf(c)
  const form = await readForm(c, cancelForm)
  if (!form.ok) return show(c, at, { why: votingTexts(c.var.locale).run.whyMissing }, 422)
  const done = await cancelRound(at.chair, at.running.ballot, form.values.varfor)
  return onwards(c, done ? 'avbruten' : 'redan')
})

runRoutes.post(votingPaths.casting(':year', ballotParameter), runs, async (c) => {
  const at = await placeOf(c)
  const { next } = at.running.course
  if (next.step !== 'break' || next.by !== 'chair') return onwards(c, 'redan')
  const form = await readForm(c, castingForm)
  const chosen = new Set(form.ok ? form.values.utslag.map(Number) : [])
  const good = chosen.size === next.left && [...chosen].every((number) => next.tied.includes(number))
  if (!good) return show(c, at, { casting: votingTexts(c.var.locale).run.castingWrong(next.left) }, 422)
  return onwards(c, (await castDecidingVote(at.chair, next.round.id, [...chosen])) ? 'utslag' : 'redan')
})

runRoutes.post(votingPaths.lot(':year', ballotParameter), runs, async (c) => {
  const { running, chair } = await placeOf(c)
  const { next } = running.course
  const drawn = next.step === 'break' && next.by === 'lot' && (await drawTheLot(chair, next.round.id))
  return onwards(c, drawn ? 'lottad' : 'redan')
})

runRoutes.post(votingPaths.decide(':year', ballotParameter), runs, async (c) => {
  const { db, config, gathered } = c.var
  const at = await placeOf(c)
  const found = await decisionOf(c, at)
  if (!found || found.paragraph !== null) return onwards(c, 'redan')
  const form = await readForm(c, decisionForm)
  const { beslut = '', lydelse = '' } = form.ok ? form.values : {}
  const t = votingTexts(c.var.locale).run
  const typed = { chosen: beslut, text: lydelse }
  const isKnown = found.outcomes.length === 0 || found.outcomes.some(({ outcome }) => outcome === beslut)
  const errors = {
    ...(lydelse === '' ? { lydelse: t.textMissing } : {}),
    ...(isKnown ? {} : { beslut: t.outcomeMissing }),
  }
  if (Object.keys(errors).length > 0) return show(c, at, { decision: { ...typed, errors } }, 422)
  const decision = {
    itemId: at.running.ballot.item.id,
    candidateIds: found.candidateIds,
    outcome: beslut || found.outcome,
    text: lydelse,
    ...(found.support ? { support: found.support } : {}),
    actor: at.chair.actor,
    baseUrl: config.baseUrl,
    now: at.chair.now,
  }
  try {
    await decide(db, at.hall.meeting.id, decision, gathered.business)
  } catch (error) {
    if (!(error instanceof DecisionRefused)) throw error
    return show(c, at, { decision: { ...typed, errors: { nekat: error.message } } }, 422)
  }
  return onwards(c, 'beslutad')
})

interface Place {
  hall: Hall
  running: Running
  chair: Chair
}

async function placeOf(c: C): Promise<Place> {
  const { db, secrets, actor, now } = c.var
  const hall = await readHall(c.var, await meetingAt(c))
  const running = ballotIn(c, hall)
  return {
    hall,
    running,
    chair: { db, secrets, actor: { personId: actor?.personId ?? 0, name: actor?.name ?? '' }, now },
  }
}

function onwards(c: C, done: string): Response {
  return redirect(c, votingPaths.run(c.req.param('year') ?? '', c.req.param('ballot') ?? ''), done)
}

/** The decision that the ballot came to, with what can be decided in the house that the item is about. */
async function decisionOf(c: C, { hall, running }: Place) {
  const { db, locale, today, now, remember, gathered } = c.var
  const { next } = running.course
  if (next.step !== 'done') return undefined
  const proposed = proposedDecision(locale, running, next.result)
  const item = await findItem(db, running.ballot.item.id)
  const about = item?.business
  const waiting = about
    ? await gathered.business.waiting({ db, locale, today, now, remember }, hall.meeting.organ)
    : []
  const outcomes = waiting.find(({ kind, id }) => kind === about?.kind && id === about?.id)?.outcomes ?? []
  const { candidates } = await standingFor(db, hall.meeting, { business: about ?? null })
  return {
    ...proposed,
    outcome: outcomeOf(outcomes, proposed),
    outcomes,
    candidateIds: candidatesNamed(candidates, next.result.elected),
    paragraph: item?.paragraph ?? null,
  }
}

type Wrong = RunPageProps['errors'] & { decision?: Pick<DecideProps, 'chosen' | 'text' | 'errors'> }

async function show(c: C, place: Place, { decision, ...errors }: Wrong, status: 200 | 422) {
  const { db, locale: l } = c.var
  const { hall, running } = place
  const { next } = running.course
  const found = await decisionOf(c, place)
  const [room, counted] = await Promise.all([
    findRoom(db, hall.meeting.id),
    countVoted(db, hall.meeting.id, next.step === 'close' ? next.round.id : null),
  ])
  keepOut(c)
  return page(
    c,
    { title: running.ballot.question, description: votingTexts(l).run.lead, noIndex: true },
    <RunPage
      l={l}
      year={c.req.param('year') ?? ''}
      hall={hall}
      running={running}
      version={room.version}
      counted={counted}
      decide={
        found
          ? {
              paragraph: found.paragraph,
              outcomes: found.outcomes,
              ...(decision ?? { chosen: found.outcome, text: found.text, errors: {} }),
            }
          : null
      }
      done={c.req.query('klart')}
      errors={errors}
    />,
    status,
  )
}
