import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { figureTitle, listFigures } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { changeExample } from './actions.ts'
import { findContact } from './contact-queries.ts'
import type { Example } from './example-queries.ts'
import { isLanguage, missingIn, textForm, textFrom, typedText } from './forms.ts'
import { listLearnedFrom } from './kin/kin-queries.ts'
import { CheckPage } from './pages/check.tsx'
import { DraftPage } from './pages/draft.tsx'
import { TextFormPage } from './pages/text-form.tsx'
import { examplePaths } from './paths.ts'
import { type C, exampleId, exampleIn, ofExample } from './reading.ts'
import { namesOfSubjects } from './subject-names.ts'
import { textsOf } from './texts.ts'

/** One example as its writers see it: its parts, its answers to check, and its whole text in one language. */
export const draftRoutes = new Hono<AppEnv<Database>>()

const writes = only('examples.write', ofExample)

draftRoutes.get(examplePaths.draft(exampleId), writes, async (c) => {
  const { locale: l, db } = c.var
  const example = await exampleIn(c)
  return page(
    c,
    { title: titleOf(c, example), description: textsOf(l).draft.lead, noIndex: true },
    <DraftPage
      l={l}
      example={example}
      learnedFrom={await listLearnedFrom(db, example.id)}
      done={c.req.query('klart')}
    />,
  )
})

draftRoutes.get(examplePaths.check(exampleId), writes, async (c) => {
  const { locale: l, db, today } = c.var
  const example = await exampleIn(c)
  const { contactId, organisation } = example
  const [figures, subjects, contact] = await Promise.all([
    listFigures(db),
    namesOfSubjects(c.var),
    contactId === null
      ? undefined
      : findContact(db, { personId: contactId, code: organisation.code, today, reader: 'members' }),
  ])
  const { title, lead } = textsOf(l).check
  return page(
    c,
    { title, description: lead, noIndex: true },
    <CheckPage
      l={l}
      example={example}
      figures={figures.filter(({ id }) => example.figures.includes(id)).map((one) => figureTitle(one, l))}
      subjects={example.subjects.map((id) => subjects.get(id) ?? id)}
      contact={contact}
      done={c.req.query('klart')}
    />,
  )
})

draftRoutes.get(examplePaths.text(exampleId, ':language{sv|en}'), writes, async (c) => {
  const language = c.req.param('language')
  if (!isLanguage(language)) return c.notFound()
  const example = await exampleIn(c)
  const typed = typedText(example.texts[language], example.version)
  return showText(c, example, { typed, errors: {} }, 200)
})

draftRoutes.post(examplePaths.text(exampleId, ':language{sv|en}'), writes, async (c) => {
  const { db, actor } = c.var
  const language = c.req.param('language')
  if (!isLanguage(language) || !actor) return c.notFound()
  const example = await exampleIn(c)
  const form = await readForm(c, textForm)
  if (!form.ok) return showText(c, example, form, 422)
  const text = textFrom(form.values)
  const emptied = Object.values(text).every((part) => part === '')
  const errors = missingIn(text, example.state === 'published')
  if (Object.keys(errors).length > 0 && !emptied) return showText(c, example, { ...form, errors }, 422)
  const saved = await changeExample(
    { db, actor },
    { id: example.id, language, text, seen: form.values.version },
  )
  if (saved === 'saved') return redirect(c, examplePaths.draft(example.id), 'sparat')
  if (saved === 'incomplete')
    return showText(c, example, { ...form, errors: { ...errors, rubrik: 'title-missing' } }, 422)
  const now = await exampleIn(c)
  const typed = { ...form.typed, version: String(now.version) }
  return showText(c, now, { typed, errors: {}, overtaken: true }, 409)
})

const titleOf = ({ var: { locale } }: C, { texts }: Example) => toldIn(texts, locale)?.text.title ?? ''

function showText(
  c: C,
  example: Example,
  form: { typed: Typed; errors: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422,
): Response {
  const l = c.var.locale
  const language = c.req.param('language') === 'en' ? 'en' : 'sv'
  const t = textsOf(l).form
  return page(
    c,
    { title: t.title[language], description: t.lead, noIndex: true },
    <TextFormPage l={l} example={example} language={language} {...form} />,
    status,
  )
}
