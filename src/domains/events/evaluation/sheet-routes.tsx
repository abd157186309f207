import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, typedIn } from '#platform/http/form.ts'
import { keepSecret } from '#platform/http/keep-secret.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { hashOf } from '#platform/secrets.ts'
import { page } from '#ui/page.tsx'
import type { C } from '../asking.ts'
import { type Event, findEvent } from '../queries.ts'
import { answersFrom } from './forms.ts'
import { SheetPage, ThanksPage } from './pages/sheet.tsx'
import { evaluationPaths } from './paths.ts'
import { type Evaluation, findEvaluation, findTicket, saveSheet } from './queries.ts'
import { questionsOf } from './questions.ts'
import { standingOf } from './rules.ts'
import { evaluationTexts } from './texts.ts'

/** Where a participant answers, by the link of the mail alone. Nobody is asked who it is, logged in or not. */
export const sheetRoutes = new Hono<AppEnv<Database>>()

sheetRoutes.get(evaluationPaths.thanks, open(), (c) => {
  const { locale: l } = c.var
  const t = evaluationTexts(l).sheet
  return page(c, { title: t.thanks, description: t.thanksLead, noIndex: true }, <ThanksPage l={l} />)
})

sheetRoutes.get(evaluationPaths.sheet(':token'), open(), async (c) =>
  show(c, await sheetOf(c), { typed: {}, errors: {} }, 200),
)

sheetRoutes.post(evaluationPaths.sheet(':token'), open(), async (c) => {
  const { db, locale: l } = c.var
  const sheet = await sheetOf(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const { answers, errors } = answersFrom(questionsOf(sheet.evaluation, l), typed)
  if (Object.keys(errors).length > 0) return show(c, sheet, { typed, errors }, 422)
  const kept = await act(db, null, 'answer an evaluation', (trx) =>
    saveSheet(trx, sheet.event.id, sheet.hash, answers),
  )
  if (!kept) throw new Problem(404, evaluationTexts(l).sheet.gone)
  return redirect(c, evaluationPaths.thanks)
})

interface Sheet {
  event: Event
  evaluation: Evaluation
  hash: string
}

async function sheetOf(c: C): Promise<Sheet> {
  const { db, today, locale: l } = c.var
  const hash = hashOf(c.req.param('token') ?? '')
  const eventId = await findTicket(db, hash)
  const [event, evaluation] = eventId
    ? await Promise.all([findEvent(db, eventId), findEvaluation(db, eventId)])
    : []
  if (!event || !evaluation || standingOf(evaluation, today) !== 'open')
    throw new Problem(404, evaluationTexts(l).sheet.gone)
  return { event, evaluation, hash }
}

function show(
  c: C,
  { event, evaluation }: Sheet,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Response {
  const l = c.var.locale
  const t = evaluationTexts(l).sheet
  keepSecret(c)
  return page(
    c,
    { title: t.title, description: t.anonymous, noIndex: true },
    <SheetPage
      l={l}
      event={event}
      action={evaluationPaths.sheet(c.req.param('token') ?? '')}
      questions={questionsOf(evaluation, l)}
      {...form}
    />,
    status,
  )
}
