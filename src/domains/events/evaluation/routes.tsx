import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, type Typed, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type C, eventOf, eventParameter, numberIn, titleOf } from '../asking.ts'
import type { Event } from '../queries.ts'
import { shownEvent } from '../reader.ts'
import { ownQuestionsFrom } from './forms.ts'
import { EvaluationPage } from './pages/office.tsx'
import { SummaryPage } from './pages/summary.tsx'
import { evaluationPaths } from './paths.ts'
import {
  dropEvaluation,
  findEvaluation,
  listEvaluationAnswers,
  planEvaluation,
  publishEvaluation,
} from './queries.ts'
import { questionsOf } from './questions.ts'
import { fewestAnswers, resultsOf, standingOf } from './rules.ts'
import { evaluationTexts } from './texts.ts'

const publishForm = z.object({
  slutsats: paragraphs(3000).refine((text) => text !== '', 'conclusion-missing'),
})
const writes = only('events.edit')

/** How the secretariat asks participants what they thought, and what members read of it. */
export const evaluationRoutes = new Hono<AppEnv<Database>>()

evaluationRoutes.get(evaluationPaths.office(eventParameter), writes, async (c) => {
  const event = await eventOf(c)
  return show(c, event, { typed: undefined, errors: {} }, 200)
})

evaluationRoutes.post(evaluationPaths.office(eventParameter), writes, async (c) => {
  const { db, actor } = c.var
  const event = await eventOf(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const { own, errors } = ownQuestionsFrom(typed)
  if (Object.keys(errors).length > 0) return show(c, event, { typed, errors }, 422)
  const planned = await act(db, actor, 'plan an evaluation', (trx) =>
    planEvaluation(trx, event.id, own, event.madeUp),
  )
  return redirect(c, evaluationPaths.office(event.id), planned ? 'sparat' : undefined)
})

evaluationRoutes.post(evaluationPaths.drop(eventParameter), writes, async (c) => {
  const { db, actor } = c.var
  const event = await eventOf(c)
  await act(db, actor, 'give up an evaluation', (trx) => dropEvaluation(trx, event.id))
  return redirect(c, evaluationPaths.office(event.id), 'avstatt')
})

evaluationRoutes.post(evaluationPaths.publish(eventParameter), writes, async (c) => {
  const { db, actor, now, today } = c.var
  const event = await eventOf(c)
  const evaluation = await findEvaluation(db, event.id)
  const form = await readForm(c, publishForm)
  if (!form.ok) return show(c, event, form, 422)
  if (standingOf(evaluation, today) !== 'closed' || (evaluation?.answered ?? 0) < fewestAnswers)
    return redirect(c, evaluationPaths.office(event.id))
  const written = { conclusion: form.values.slutsats, publishedAt: now }
  await act(db, actor, 'show an evaluation', (trx) => publishEvaluation(trx, event.id, written))
  return redirect(c, evaluationPaths.office(event.id), 'visas')
})

evaluationRoutes.post(evaluationPaths.withdraw(eventParameter), writes, async (c) => {
  const { db, actor } = c.var
  const event = await eventOf(c)
  const conclusion = (await findEvaluation(db, event.id))?.conclusion ?? ''
  await act(db, actor, 'hide an evaluation', (trx) =>
    publishEvaluation(trx, event.id, { conclusion, publishedAt: null }),
  )
  return redirect(c, evaluationPaths.office(event.id), 'dold')
})

evaluationRoutes.get(evaluationPaths.summary(eventParameter), only('network.use'), async (c) => {
  const { db, locale: l } = c.var
  const t = evaluationTexts(l).summary
  const event = await shownEvent(c, numberIn(c, 'event'))
  const evaluation = await findEvaluation(db, event.id)
  if (!evaluation?.publishedAt) throw new Problem(404, t.none)
  const questions = questionsOf(evaluation, l).filter(({ kind }) => kind === 'mark')
  const results = resultsOf(questions, await listEvaluationAnswers(db, event.id), evaluation.answered)
  const title = t.title(titleOf(event, l))
  return page(
    c,
    { title, description: title, noIndex: true },
    <SummaryPage l={l} {...{ event, evaluation, questions, results }} />,
  )
})

async function show(
  c: C,
  event: Event,
  form: { typed: Typed | undefined; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, today } = c.var
  const evaluation = await findEvaluation(db, event.id)
  const standing = standingOf(evaluation, today)
  const questions = questionsOf(evaluation ?? { own: [] }, l)
  const results =
    evaluation && standing === 'closed'
      ? resultsOf(questions, await listEvaluationAnswers(db, event.id), evaluation.answered)
      : []
  const t = evaluationTexts(l).office
  return page(
    c,
    { title: t.title, description: t.lead(titleOf(event, l)), noIndex: true },
    <EvaluationPage
      l={l}
      {...{ event, evaluation, standing, questions, results }}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
