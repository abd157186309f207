import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, inAddress, only, type Subject } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { beginExample, publishExample, removeDraft, tellExample } from './actions.ts'
import { exampleIn } from './example-in.ts'
import { type Example, findExample, listExamplesOf } from './example-queries.ts'
import { saveFactsForm, showFacts } from './facts-answer.tsx'
import { beginForm, isLanguage, missingIn, textForm, textFrom, typedText } from './forms.ts'
import { DraftPage } from './pages/draft.tsx'
import { MinePage } from './pages/mine.tsx'
import { TextFormPage } from './pages/text-form.tsx'
import { examplePaths } from './paths.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** How a member writes its examples. */
export const writeRoutes = new Hono<AppEnv<Database>>()

const id = ':example{[0-9]{1,9}}'

/** The organisation whose example the address names; nobody's when there is none. */
const ofExample = async (c: C): Promise<Subject> => ({
  organisationCode: (await findExample(c.var.db, Number(c.req.param('example'))))?.organisation.code,
})
const writes = only('examples.write', ofExample)

writeRoutes.get(examplePaths.mine, only('network.use'), (c) => showMine(c, { typed: {}, errors: {} }, 200))

writeRoutes.post(examplePaths.begin(':code{\\d{4}}'), only('examples.write', inAddress), async (c) => {
  const { db, actor, config } = c.var
  const form = await readForm(c, beginForm)
  if (!form.ok || !actor) return showMine(c, { typed: form.typed, errors: form.ok ? {} : form.errors }, 422)
  const { rubrik: title, sprak: language } = form.values
  const draft = { code: c.req.param('code') ?? '', language, title, madeUp: config.mode === 'demo' }
  const begun = await beginExample({ db, actor }, draft)
  return redirect(c, examplePaths.draft(begun), 'skapat')
})

writeRoutes.get(examplePaths.draft(id), writes, async (c) => {
  const l = c.var.locale
  const example = await exampleIn(c)
  const title = toldIn(example.texts, l)?.text.title ?? ''
  return page(
    c,
    { title, description: textsOf(l).draft.lead, noIndex: true },
    <DraftPage l={l} example={example} done={c.req.query('klart')} />,
  )
})

writeRoutes.get(examplePaths.text(id, ':language{sv|en}'), writes, async (c) => {
  const language = c.req.param('language')
  if (!isLanguage(language)) return c.notFound()
  const example = await exampleIn(c)
  const typed = typedText(example.texts[language], example.version)
  return showText(c, example, { typed, errors: {} }, 200)
})

writeRoutes.post(examplePaths.text(id, ':language{sv|en}'), writes, async (c) => {
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
  const saved = await tellExample(
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

writeRoutes.get(examplePaths.facts(id), writes, showFacts)
writeRoutes.post(examplePaths.facts(id), writes, saveFactsForm)

writeRoutes.post(examplePaths.publish(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  const saved = await publishExample({ db, actor }, example.id, now)
  return redirect(c, examplePaths.draft(example.id), saved === 'saved' ? 'publicerat' : undefined)
})

writeRoutes.post(examplePaths.remove(id), writes, async (c) => {
  const { db, actor } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  const removed = await removeDraft({ db, actor }, example.id)
  return removed ? redirect(c, examplePaths.mine, 'borttaget') : redirect(c, examplePaths.draft(example.id))
})

async function showMine(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const organisations = new Map(
    (actor?.roles ?? [])
      .filter(({ organisationCode }) => can(actor, 'examples.write', { organisationCode }))
      .filter(({ organisationCode }) => /^\d{4}$/.test(organisationCode))
      .map(({ organisationCode, organisationName }) => [organisationCode, organisationName]),
  )
  const examples = await listExamplesOf(db, [...organisations.keys()])
  const { title, lead } = textsOf(l).mine
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MinePage
      l={l}
      organisations={[...organisations].map(([code, name]) => ({ code, name }))}
      examples={examples}
      begunFor={c.req.param('code')}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}

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
