import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { mayTry, once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { acceptAnswer, answerQuestion, confirmAnswer, editAnswer, thankForAnswer } from './answer-actions.ts'
import { answerForm, editAnswerForm } from './forms.ts'
import { actorOf, answerIn, type C, limits, onlyWriter, placeOf, questionIn } from './here.ts'
import { EditAnswerPage } from './pages/edit-answer.tsx'
import { questionPaths } from './paths.ts'
import { showQuestionPage } from './question-answer.tsx'
import type { Answer, Question } from './question-queries.ts'
import { textsOf } from './texts.ts'

/** Answering, and what is done with an answer. */
export const answerRoutes = new Hono<AppEnv<Database>>()

const id = ':answer{[0-9]{1,9}}'
const atAnswer = ({ id: questionId, title }: Question, answerId: number) =>
  `${questionPaths.question(questionId, title)}#svar-${answerId}`

answerRoutes.post(questionPaths.answer(':question{[0-9]{1,9}}'), only('network.use'), once, async (c) => {
  const question = await questionIn(c)
  const form = await readForm(c, answerForm)
  if (!form.ok) return showQuestionPage(c, question, form, 422)
  const actor = actorOf(c)
  if (!(await mayTry(c.var.db, limits.answer, String(actor.personId)))) {
    return showQuestionPage(c, question, { typed: form.typed, errors: { svar: 'too-often' } }, 429)
  }
  const { svar: body, lasare: audience } = form.values
  const answered = await answerQuestion(placeOf(c, actor), {
    questionId: question.id,
    body,
    audience,
    source: 'web',
  })
  if ('refused' in answered) {
    const now = await questionIn(c)
    return showQuestionPage(c, now, { typed: form.typed, errors: { svar: answered.refused } }, 409)
  }
  return redirect(c, atAnswer(question, answered.answerId), 'svarat')
})

answerRoutes.get(questionPaths.editAnswer(id), only('network.use'), async (c) => {
  const { answer, question } = await answerIn(c)
  onlyWriter(c, answer)
  const typed = { svar: answer.body, lasare: answer.audience, version: String(answer.version) }
  return showEdit(c, question, answer, { typed, errors: {} }, 200)
})

answerRoutes.post(questionPaths.editAnswer(id), only('network.use'), async (c) => {
  const { answer, question } = await answerIn(c)
  onlyWriter(c, answer)
  const form = await readForm(c, editAnswerForm)
  if (!form.ok) return showEdit(c, question, answer, form, 422)
  const { svar: body, lasare: audience, version: seen } = form.values
  const saved = await editAnswer(placeOf(c, actorOf(c)), { id: answer.id, body, audience, seen })
  if (saved === 'saved') return redirect(c, atAnswer(question, answer.id), 'sparat')
  const typed = { ...form.typed, version: String(answer.version) }
  return showEdit(c, question, answer, { typed, errors: {}, overtaken: true }, 409)
})

answerRoutes.post(questionPaths.accept(id), only('network.use'), async (c) => {
  const { answer, question } = await answerIn(c)
  onlyWriter(c, question)
  await acceptAnswer(placeOf(c, actorOf(c)), answer)
  const notice = question.acceptedAnswerId === answer.id ? 'andrat' : 'godtaget'
  return redirect(c, atAnswer(question, answer.id), notice)
})

answerRoutes.post(questionPaths.thank(id), only('network.use'), async (c) => {
  const { answer, question } = await answerIn(c)
  await thankForAnswer(placeOf(c, actorOf(c)), answer)
  return redirect(c, atAnswer(question, answer.id), 'tackat')
})

answerRoutes.post(questionPaths.stillTrue(id), only('network.use'), async (c) => {
  const { answer, question } = await answerIn(c)
  onlyWriter(c, answer)
  await confirmAnswer(placeOf(c, actorOf(c)), answer.id, true)
  return redirect(c, atAnswer(question, answer.id), 'stammer')
})

answerRoutes.post(questionPaths.outdated(id), only('network.use'), async (c) => {
  const { answer, question } = await answerIn(c)
  onlyWriter(c, answer)
  await confirmAnswer(placeOf(c, actorOf(c)), answer.id, false)
  return redirect(c, atAnswer(question, answer.id), 'inaktuellt')
})

function showEdit(
  c: C,
  question: Question,
  answer: Answer,
  form: { typed: Typed; errors: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422,
): Response {
  const { locale: l } = c.var
  const t = textsOf(l).answerForm
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <EditAnswerPage
      l={l}
      question={question}
      answer={answer}
      seen={textIn(form.typed, 'version')}
      {...form}
    />,
    status,
  )
}
