import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type Event, findEvent } from '../queries.ts'
import { textsOf as eventTexts } from '../texts.ts'
import { addQuestion, findPractical, listQuestions, removeQuestion } from './event-queries.ts'
import { choicesIn, type Errors, questionForm } from './forms.ts'
import { QuestionsPage } from './pages/questions.tsx'
import { registrationPaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** An event's own questions, which the secretariat writes. */
export const questionRoutes = new Hono<AppEnv<Database>>()

const id = ':event{[0-9]{1,9}}'
const edits = only('events.edit')

questionRoutes.get(registrationPaths.questions(id), edits, async (c) =>
  show(c, await eventOf(c), { typed: {}, errors: {} }, 200),
)

questionRoutes.post(registrationPaths.questions(id), edits, async (c) => {
  const event = await eventOf(c)
  const { db, actor } = c.var
  const form = await readForm(c, questionForm)
  if (!form.ok) return show(c, event, form, 422)
  const { slag, alternativ } = form.values
  await act(db, actor, 'ask a question of participants', (trx) =>
    addQuestion(trx, event.id, {
      kind: slag,
      sv: form.values['fraga-sv'],
      en: form.values['fraga-en'],
      choices: slag === 'choice' ? choicesIn(alternativ) : [],
      required: form.values.kravs,
      sensitive: form.values.kanslig,
    }),
  )
  return redirect(c, registrationPaths.questions(event.id), 'sparad')
})

questionRoutes.post(registrationPaths.removeQuestion(id), edits, async (c) => {
  const event = await eventOf(c)
  const { db, actor } = c.var
  const typed = textIn(typedIn(await c.req.formData().catch(() => new FormData())), 'fraga')
  if (/^\d{1,9}$/.test(typed))
    await act(db, actor, 'remove a question', (trx) => removeQuestion(trx, event.id, Number(typed)))
  return redirect(c, registrationPaths.questions(event.id), 'borttagen')
})

async function eventOf(c: C): Promise<Event> {
  const event = await findEvent(c.var.db, Number(c.req.param('event')))
  if (!event) throw new Problem(404, eventTexts(c.var.locale).event.notFound)
  return event
}

async function show(
  c: C,
  event: Event,
  form: { typed: Typed; errors: Errors },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l } = c.var
  const { questions: title } = textsOf(l).office
  const [questions, practical] = await Promise.all([listQuestions(db, event.id), findPractical(db, event.id)])
  return page(
    c,
    { title, description: title, noIndex: true },
    <QuestionsPage
      l={l}
      event={event}
      questions={questions}
      keptDays={practical.answersKeptDays}
      done={c.req.query('klart')}
      typed={form.typed}
      errors={form.errors}
    />,
    status,
  )
}
