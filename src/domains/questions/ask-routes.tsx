import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { mayTry, once, only } from '#domains/accounts/index.ts'
import { loadCatalogue } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkForm, readForm, type Typed, textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { askQuestion } from './actions.ts'
import { listChoices } from './choices.ts'
import { askForm, titleForm } from './forms.ts'
import { actorOf, type C, limits, placeOf } from './here.ts'
import { AskPage } from './pages/ask.tsx'
import { AskTitlePage } from './pages/ask-title.tsx'
import { questionPaths } from './paths.ts'
import { findPost, listNames } from './people-queries.ts'
import { type Asking, choose, lookUp } from './routing.ts'
import { saysSomething } from './rules/words.ts'
import { guessTies, listFittingExamples, listSimilarQuestions } from './similar-queries.ts'
import { textsOf } from './texts.ts'

/** Asking: a title, then what is like it and whom it reaches, then the question. */
export const askRoutes = new Hono<AppEnv<Database>>()

/** So many people can be chosen by who asks. */
const mostNamed = 5

askRoutes.get(questionPaths.ask, only('network.use'), async (c) => {
  const typed = typedIn(new URL(c.req.url).searchParams)
  if (textIn(typed, 'titel') === '') return showTitle(c, typed, {})
  const errors = titleErrors(typed)
  if (Object.keys(errors).length > 0) return showTitle(c, typed, errors)
  const { figures } = await listChoices(c.var, c.var.locale)
  const guessed = await guessTies(
    c.var.db,
    textIn(typed, 'titel'),
    figures.map(({ value }) => value),
  )
  return showQuestion(c, {
    typed: {
      ...typed,
      nyckeltal: [...new Set([...textsIn(typed, 'nyckeltal'), ...guessed.figureIds])],
      amne: [...new Set([...textsIn(typed, 'amne'), ...guessed.subjectIds])],
      sprak: c.var.locale.language,
    },
  })
})

askRoutes.post(questionPaths.ask, only('network.use'), once, async (c) => {
  const form = await readForm(c, askForm)
  const errors = { ...titleErrors(form.typed), ...(form.ok ? {} : form.errors) }
  const isSent = textIn(form.typed, 'gor') === 'skicka'
  if (!isSent && !errors.titel) return showQuestion(c, { typed: form.typed })
  if (!form.ok || errors.titel) return showQuestion(c, { typed: form.typed, errors }, 422)
  const actor = actorOf(c)
  const { titel: title, text: body, sprak: language, lasare: audience, nar } = form.values
  const asking = await askingOf(c, form.typed)
  const grounds = await lookUp(c.var, asking)
  const { people } = await choose(c.var.db, grounds, { ...c.var, questionId: null })
  // What was shown is what is sent: a new title or other subjects may reach others.
  const shown = new Set(nar.split(',').filter(Boolean).map(Number))
  const changed = people.length !== shown.size || people.some(({ personId }) => !shown.has(personId))
  if (changed) return showQuestion(c, { typed: form.typed, changed })
  if (!(await mayTry(c.var.db, limits.question, String(actor.personId)))) {
    return showQuestion(c, { typed: form.typed, errors: { text: 'too-often' } }, 429)
  }
  const { figureIds, subjectIds } = asking
  const text = { title, body, language, audience, figureIds, subjectIds }
  const { id } = await askQuestion(placeOf(c, actor), text, grounds)
  return redirect(c, questionPaths.question(id, title), 'stalld')
})

function titleErrors(typed: Typed): Record<string, string> {
  const checked = checkForm(typed, titleForm)
  if (!checked.ok) return checked.errors
  return saysSomething(checked.values.titel) ? {} : { titel: 'title-vague' }
}

/** What the form says, as far as it decides whom the question reaches; what does not exist is left out. */
async function askingOf(c: C, typed: Typed): Promise<Asking> {
  const { db, today, locale: l } = c.var
  const { personId } = actorOf(c)
  const [{ byId }, { subjects }, post] = await Promise.all([
    loadCatalogue(c.var),
    listChoices(c.var, l),
    findPost(db, personId, today),
  ])
  return {
    title: textIn(typed, 'titel'),
    language: textIn(typed, 'sprak') === 'en' ? 'en' : 'sv',
    figureIds: [...new Set(textsIn(typed, 'nyckeltal'))].filter((id) => byId.has(id)),
    subjectIds: [...new Set(textsIn(typed, 'amne'))].filter((id) =>
      subjects.some(({ value }) => value === id),
    ),
    askedBy: personId,
    organisationCode: post?.code ?? null,
    named: textsIn(typed, 'till')
      .flatMap((one) => one.split(','))
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0)
      .slice(0, mostNamed),
  }
}

function showTitle(c: C, typed: Typed, errors: Record<string, string>): Response {
  const l = c.var.locale
  const { title, lead } = textsOf(l).ask
  return page(
    c,
    { title, description: lead, noIndex: true },
    <AskTitlePage l={l} typed={typed} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function showQuestion(
  c: C,
  {
    typed,
    errors = {},
    changed = false,
  }: { typed: Typed; errors?: Record<string, string>; changed?: boolean },
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { locale: l, db } = c.var
  const asking = await askingOf(c, typed)
  const { title, figureIds, named } = asking
  const grounds = await lookUp(c.var, asking)
  const [routed, choices, questions, examples, names] = await Promise.all([
    choose(db, grounds, { ...c.var, questionId: null }),
    listChoices(c.var, l, figureIds),
    listSimilarQuestions(db, title),
    listFittingExamples(db, { title, figureIds }),
    listNames(db, named),
  ])
  const t = textsOf(l).ask
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <AskPage
      l={l}
      typed={{ ...typed, till: named.map(String) }}
      errors={errors}
      routed={routed}
      {...choices}
      questions={questions}
      examples={examples}
      chosen={[...names].map(([personId, { name }]) => ({ personId, name }))}
      changed={changed}
    />,
    status,
  )
}
