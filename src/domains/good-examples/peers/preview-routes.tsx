import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { mayTry, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { chartsOf } from '../charts.ts'
import type { Example } from '../example-queries.ts'
import { PreviewPage } from '../pages/preview.tsx'
import { addressOf, examplePaths } from '../paths.ts'
import { type C, exampleId, exampleIn, mayRead, mayWrite } from '../reading.ts'
import { commentParts } from '../rules.ts'
import { namesOfSubjects } from '../subject-names.ts'
import { textsOf } from '../texts.ts'
import { answerAsPeer } from './asking.ts'
import { listComments } from './comment-queries.ts'
import { commentLimit } from './limits.ts'
import { isAsked } from './peer-queries.ts'

const commentForm = z.object({
  del: z.enum(commentParts).catch('whole'),
  kommentar: paragraphs(3000).refine((text) => text !== '', 'comment-missing'),
})

/** A draft as it will look, for its writers and for the colleagues who are asked what they think of it. */
export const previewRoutes = new Hono<AppEnv<Database>>()

previewRoutes.get(examplePaths.preview(exampleId), only('network.use'), async (c) => {
  const example = await readable(c)
  if (example.state === 'published') return toPublished(c, example)
  return show(c, example, { typed: { del: c.req.query('del') ?? 'whole' }, errors: {} }, 200)
})

previewRoutes.post(examplePaths.comment(exampleId), only('network.use'), async (c) => {
  const { db, actor, config, now } = c.var
  const example = await readable(c)
  if (example.state === 'published') return toPublished(c, example)
  const form = await readForm(c, commentForm)
  if (!actor || !form.ok)
    return show(c, example, { typed: form.typed, errors: form.ok ? {} : form.errors }, 422)
  if (!(await mayTry(db, commentLimit, String(actor.personId)))) {
    return show(c, example, { typed: form.typed, errors: { kommentar: 'too-often' } }, 429)
  }
  const comment = { part: form.values.del, body: form.values.kommentar }
  await answerAsPeer({ db, actor }, { example, comment, baseUrl: config.baseUrl, now })
  return redirect(c, `${examplePaths.preview(example.id)}#kommentarer`, 'kommenterat')
})

previewRoutes.post(examplePaths.nothingToAdd(exampleId), only('network.use'), async (c) => {
  const { db, actor, config, now } = c.var
  const example = await readable(c)
  if (!actor || example.state === 'published') return toPublished(c, example)
  await answerAsPeer({ db, actor }, { example, comment: null, baseUrl: config.baseUrl, now })
  return redirect(c, examplePaths.preview(example.id), 'inget-att-saga')
})

/** The example of the address, for those who may read it. */
async function readable(c: C): Promise<Example> {
  const example = await exampleIn(c)
  if (!(await mayRead(c, example))) throw new Problem(404, textsOf(c.var.locale).preview.closed)
  return example
}

const toPublished = (c: C, example: Example) => redirect(c, addressOf(example))

async function show(
  c: C,
  example: Example,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
  const [comments, charts, asked, subjects] = await Promise.all([
    listComments(db, example.id),
    chartsOf(c.var, example),
    actor ? isAsked(db, example.id, actor.personId) : false,
    namesOfSubjects(c.var),
  ])
  const title = toldIn(example.texts, l)?.text.title ?? ''
  return page(
    c,
    { title, description: textsOf(l).preview.lead, noIndex: true },
    <PreviewPage
      l={l}
      example={example}
      charts={charts}
      comments={comments}
      subjects={subjects}
      asked={asked}
      mayEdit={mayWrite(c, example)}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
