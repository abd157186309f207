import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { checkForm, readForm, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { changeExample } from './actions.ts'
import type { Example } from './example-queries.ts'
import { factsFrom } from './facts-form.ts'
import { missingIn, textFrom } from './forms.ts'
import { examplePaths } from './paths.ts'
import { type C, exampleId, exampleIn, ofExample } from './reading.ts'
import { mainLanguage, type Step, stepAfter, steps } from './rules/steps.ts'
import { errorsOfStep, laidOver, stepForm, typedExample } from './step-form.ts'
import { choicesOf, showStep } from './step-page.tsx'

/** The guided form: one question a page. Pictures have routes of their own. */
export const stepRoutes = new Hono<AppEnv<Database>>()

const writes = only('examples.write', ofExample)

for (const step of steps.filter((one) => one !== 'bilder')) {
  stepRoutes.get(examplePaths.step(exampleId, step), writes, async (c) =>
    showStep(c, step, await exampleIn(c)),
  )
  stepRoutes.post(examplePaths.step(exampleId, step), writes, (c) => saveStep(c, step))
}

async function saveStep(c: C, step: Step): Promise<Response> {
  const { db, actor, today } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  const language = mainLanguage(example.texts)
  const sent = await readForm(c, stepForm)
  const typed = laidOver(typedExample(example, language), step, sent.typed)
  const form = checkForm(typed, stepForm)
  const { figures, subjects, contacts } = await choicesOf(c, example)
  const { facts, errors } = factsFrom(typed, {
    figures: figures.map((figure) => figure.id),
    subjects: [...subjects.keys()],
    contacts: contacts.map(({ personId }) => personId),
    thisYear: Number(today.slice(0, 4)),
    published: example.state === 'published',
  })
  const text = form.ok ? textFrom(form.values) : undefined
  const wrong = errorsOfStep(step, {
    ...(text ? missingIn(text, example.state === 'published') : {}),
    ...errors,
    ...(form.ok ? {} : form.errors),
  })
  if (Object.keys(wrong).length > 0 || !form.ok || !text) {
    return showStep(c, step, example, { typed, errors: wrong }, 422)
  }
  const { version: seen } = form.values
  const saved = await changeExample({ db, actor }, { id: example.id, seen, language, text, facts })
  if (saved === 'saved') return redirect(c, next(example, step, textIn(sent.typed, 'vidare')), 'sparat')
  const now = await exampleIn(c)
  const again = { ...typed, version: String(now.version) }
  if (saved === 'incomplete')
    return showStep(c, step, now, { typed: again, errors: { rubrik: 'title-missing' } }, 422)
  return showStep(c, step, now, { typed: again, overtaken: true }, 409)
}

/** Where to go on: the next question, the same page, the page to check the answers, or the list of parts. */
function next({ id, state }: Example, step: Step, wish: string): string {
  if (wish === 'har') return examplePaths.step(id, step)
  if (wish === 'kontrollera') return examplePaths.check(id)
  if (wish === 'lista' || state === 'published') return examplePaths.draft(id)
  const after = stepAfter(step)
  return after ? examplePaths.step(id, after) : examplePaths.check(id)
}
