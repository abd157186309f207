import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { listFigures } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { tieExample } from './actions.ts'
import { listPossibleContacts } from './contact-queries.ts'
import { exampleIn } from './example-in.ts'
import type { Example } from './example-queries.ts'
import { factsForm, factsFrom, typedFacts } from './facts-form.ts'
import { FactsFormPage } from './pages/facts-form.tsx'
import { examplePaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** The form of what an example is tied to. */
export async function showFacts(c: C): Promise<Response> {
  const example = await exampleIn(c)
  return answer(c, example, { typed: typedFacts(example), errors: {} }, 200)
}

/** Saves what an example is tied to, or shows what is wrong. */
export async function saveFactsForm(c: C): Promise<Response> {
  const { db, actor, today } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  const form = await readForm(c, factsForm)
  const { figures, contacts } = await choicesOf(c, example)
  const { facts, errors } = factsFrom(form.typed, {
    figures: figures.map((figure) => figure.id),
    contacts: contacts.map(({ personId }) => personId),
    thisYear: Number(today.slice(0, 4)),
    published: example.state === 'published',
  })
  if (!form.ok || Object.keys(errors).length > 0) {
    return answer(
      c,
      example,
      { typed: form.typed, errors: form.ok ? errors : { ...errors, ...form.errors } },
      422,
    )
  }
  const saved = await tieExample({ db, actor }, { id: example.id, facts, seen: form.values.version })
  if (saved === 'saved') return redirect(c, examplePaths.draft(example.id), 'sparat')
  const now = await exampleIn(c)
  const typed = { ...form.typed, version: String(now.version) }
  return answer(c, now, { typed, errors: {}, overtaken: true }, 409)
}

async function choicesOf({ var: { db, today } }: C, { organisation }: Example) {
  const [figures, contacts] = await Promise.all([
    listFigures(db),
    listPossibleContacts(db, organisation.code, today),
  ])
  return { figures, contacts }
}

async function answer(
  c: C,
  example: Example,
  form: { typed: Typed; errors: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422,
): Promise<Response> {
  const l = c.var.locale
  const { figures, contacts } = await choicesOf(c, example)
  const { title, lead } = textsOf(l).facts
  return page(
    c,
    { title, description: lead, noIndex: true },
    <FactsFormPage l={l} example={example} figures={figures} contacts={contacts} {...form} />,
    status,
  )
}
