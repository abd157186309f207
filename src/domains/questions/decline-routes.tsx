import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { mayTry, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { declineQuestion } from './decline.ts'
import { declineForm, reasonForm } from './forms.ts'
import { actorOf, type C, limits, placeOf, questionIn } from './here.ts'
import { reportPiece } from './moderation-actions.ts'
import { DeclinePage } from './pages/decline.tsx'
import { ReportPage } from './pages/report.tsx'
import { questionPaths } from './paths.ts'
import { type Answer, findAnswer, type Question } from './question-queries.ts'
import { listByName } from './routing-queries.ts'
import { textsOf } from './texts.ts'

/** Saying that somebody else answers better, or that something should not stand there. */
export const declineRoutes = new Hono<AppEnv<Database>>()

const id = ':question{[0-9]{1,9}}'

declineRoutes.get(questionPaths.decline(id), only('network.use'), async (c) =>
  showDecline(c, await questionIn(c), { typed: {}, errors: {}, people: [] }, 200),
)

declineRoutes.post(questionPaths.decline(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  const form = await readForm(c, declineForm)
  if (!form.ok) return showDecline(c, question, { ...form, people: [] }, 422)
  const { namn: name, person } = form.values
  const people = name === '' ? [] : await listByName(c.var.db, name, c.var.today)
  const instead = people.length === 1 ? people[0] : people.find(({ personId }) => String(personId) === person)
  if (name !== '' && !instead) {
    const errors = people.length === 0 ? { namn: 'nobody-found' } : { person: 'choose-one' }
    return showDecline(c, question, { typed: form.typed, errors, people }, 422)
  }
  const done = await declineQuestion(placeOf(c, actorOf(c)), {
    questionId: question.id,
    instead: instead?.personId ?? null,
  })
  if (done === 'cannot-be-asked') {
    return showDecline(c, question, { typed: form.typed, errors: { namn: 'cannot-be-asked' }, people }, 422)
  }
  const notice = done === 'not-asked' ? undefined : done === 'sent-on' ? 'skickat-vidare' : 'avbojt'
  return redirect(c, questionPaths.question(question.id, question.title), notice)
})

declineRoutes.get(questionPaths.report(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  const answer = await answerTo(c, question, Number(c.req.query('svar')))
  return showReport(c, question, answer, { typed: {}, errors: {} }, 200)
})

declineRoutes.post(questionPaths.report(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  const form = await readForm(c, reasonForm)
  const answer = await answerTo(c, question, Number(textIn(form.typed, 'svar')))
  if (!form.ok) return showReport(c, question, answer, form, 422)
  const actor = actorOf(c)
  if (!(await mayTry(c.var.db, limits.report, String(actor.personId)))) {
    return showReport(c, question, answer, { typed: form.typed, errors: { skal: 'too-often' } }, 429)
  }
  const piece = { questionId: question.id, answerId: answer?.id ?? null }
  await reportPiece(placeOf(c, actor), piece, form.values.skal)
  return redirect(c, questionPaths.question(question.id, question.title), 'anmalt')
})

/** The answer to a question that is meant, if one is. */
async function answerTo(c: C, question: Question, answerId: number): Promise<Answer | undefined> {
  const answer = Number.isSafeInteger(answerId) ? await findAnswer(c.var.db, answerId) : undefined
  return answer?.questionId === question.id && !answer.hiddenAt ? answer : undefined
}

function showDecline(
  c: C,
  question: Question,
  form: {
    typed: Typed
    errors: Record<string, string>
    people: { personId: number; name: string; organisation: string }[]
  },
  status: 200 | 422,
): Response {
  const { locale: l } = c.var
  const t = textsOf(l).decline
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <DeclinePage l={l} question={question} {...form} />,
    status,
  )
}

function showReport(
  c: C,
  question: Question,
  answer: Answer | undefined,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Response {
  const { locale: l } = c.var
  const t = textsOf(l).report
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <ReportPage l={l} question={question} answer={answer} {...form} />,
    status,
  )
}
