import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, only, open, toLogin } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { closeQuestion, editQuestion, followQuestion, reopenQuestion, unfollowQuestion } from './actions.ts'
import { listChoices } from './choices.ts'
import { closeForm, editForm } from './forms.ts'
import { actorOf, type C, missing, onlyWriter, placeOf, questionIn } from './here.ts'
import { EditQuestionPage } from './pages/edit-question.tsx'
import { questionPaths } from './paths.ts'
import { showQuestionPage } from './question-answer.tsx'
import { findQuestion, type Question } from './question-queries.ts'
import { textsOf } from './texts.ts'

/** Reading a question, and what its asker does with it. */
export const questionRoutes = new Hono<AppEnv<Database>>()

const id = ':question{[0-9]{1,9}}'

questionRoutes.get('/fragor/:question{[0-9]{1,9}[a-z0-9-]*}', open(), async (c) => {
  const { locale: l, db, actor, remember } = c.var
  const asked = c.req.param('question')
  const id = Number.parseInt(asked, 10)
  // Whatever visitors may read counts up the data's version when it changes.
  const { question } = actor
    ? { question: await findQuestion(db, id) }
    : await remember(`question ${id}`, async () => ({ question: await findQuestion(db, id) }))
  const isPublic = question?.audience === 'everyone' && !question.hiddenAt
  // Somebody who has not logged in is told neither that there is such a question nor that there is not.
  if (!isPublic && !actor) return toLogin(c)
  const member = can(actor, 'network.use')
  const isHidden = question?.hiddenAt && !mayReadHidden(c, question)
  if (!question || isHidden || (!isPublic && !member)) throw missing(c)
  const address = questionPaths.question(question.id, question.title)
  if (address !== `/fragor/${asked}`) return c.redirect(l.href(address) + new URL(c.req.url).search, 301)
  return showQuestionPage(c, question)
})

function mayReadHidden(c: C, { writer }: Question): boolean {
  const { actor } = c.var
  return can(actor, 'questions.moderate') || (writer !== null && writer.personId === actor?.personId)
}

questionRoutes.get(questionPaths.edit(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  onlyWriter(c, question)
  const { title, body, language, audience, figureIds, subjects, version } = question
  const typed = {
    titel: title,
    text: body,
    sprak: language,
    lasare: audience,
    nyckeltal: figureIds,
    amne: subjects.map((subject) => subject.id),
    version: String(version),
  }
  return showEdit(c, question, { typed, errors: {} }, 200)
})

questionRoutes.post(questionPaths.edit(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  onlyWriter(c, question)
  const form = await readForm(c, editForm)
  if (!form.ok) return showEdit(c, question, form, 422)
  const { titel: title, text: body, sprak: language, lasare: audience, version: seen } = form.values
  const known = await listChoices(c.var, c.var.locale, form.values.nyckeltal)
  const text = {
    title,
    body,
    language,
    audience,
    figureIds: form.values.nyckeltal.filter((one) => known.figures.some(({ value }) => value === one)),
    subjectIds: form.values.amne.filter((one) => known.subjects.some(({ value }) => value === one)),
  }
  const saved = await editQuestion(placeOf(c, actorOf(c)), { id: question.id, text, seen })
  if (saved === 'saved') return redirect(c, questionPaths.question(question.id, title), 'sparat')
  const typed = { ...form.typed, version: String(question.version) }
  return showEdit(c, question, { typed, errors: {}, overtaken: true }, 409)
})

questionRoutes.post(questionPaths.follow(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  await followQuestion(placeOf(c, actorOf(c)), question.id)
  return redirect(c, questionPaths.question(question.id, question.title), 'foljer')
})

questionRoutes.post(questionPaths.unfollow(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  await unfollowQuestion(placeOf(c, actorOf(c)), question.id)
  return redirect(c, questionPaths.question(question.id, question.title), 'foljer-inte')
})

questionRoutes.post(questionPaths.close(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  if (!can(c.var.actor, 'questions.moderate')) onlyWriter(c, question)
  const form = await readForm(c, closeForm)
  if (!form.ok) return showQuestionPage(c, question, form, 422)
  await closeQuestion(placeOf(c, actorOf(c)), question.id, form.values.skal)
  return redirect(c, questionPaths.question(question.id, question.title), 'stangd')
})

questionRoutes.post(questionPaths.reopen(id), only('network.use'), async (c) => {
  const question = await questionIn(c)
  if (!can(c.var.actor, 'questions.moderate')) onlyWriter(c, question)
  await reopenQuestion(placeOf(c, actorOf(c)), question.id)
  return redirect(c, questionPaths.question(question.id, question.title), 'oppnad')
})

async function showEdit(
  c: C,
  question: Question,
  form: { typed: Typed; errors: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { locale: l } = c.var
  const t = textsOf(l).ask
  const choices = await listChoices(c.var, l, question.figureIds)
  return page(
    c,
    { title: t.editTitle, description: t.editLead, noIndex: true },
    <EditQuestionPage
      l={l}
      question={question}
      {...choices}
      {...form}
      seen={textIn(form.typed, 'version')}
    />,
    status,
  )
}
