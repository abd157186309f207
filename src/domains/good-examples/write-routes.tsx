import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, inAddress, type Limit, mayTry, only } from '#domains/accounts/index.ts'
import { figureTitle, listFigures } from '#domains/key-figures/index.ts'
import { organisationsNamed } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn, textsIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { beginExample, publishExample, removeDraft } from './actions.ts'
import { findExample, listExamplesOf } from './example-queries.ts'
import { beginForm } from './forms.ts'
import { BeginPage } from './pages/begin.tsx'
import { MinePage } from './pages/mine.tsx'
import { examplePaths } from './paths.ts'
import { type C, exampleId, exampleIn, ofExample } from './reading.ts'
import { textsOf } from './texts.ts'

/** How a member begins, publishes and throws away its examples. */
export const writeRoutes = new Hono<AppEnv<Database>>()

const writes = only('examples.write', ofExample)

/** How often one person may begin an example. */
const beginLimit: Limit = { name: 'begin-example', times: 30, seconds: 86_400 }
const code = ':code{\\d{4}}'

writeRoutes.get(examplePaths.mine, only('network.use'), async (c) => {
  const { locale: l, db, actor } = c.var
  const organisations = new Map(
    (actor?.roles ?? [])
      .filter(({ organisationCode }) => can(actor, 'examples.write', { organisationCode }))
      .filter(({ organisationCode }) => /^\d{4}$/.test(organisationCode))
      .map(({ organisationCode, organisationName }) => [organisationCode, organisationName]),
  )
  const { title, lead } = textsOf(l).mine
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MinePage
      l={l}
      organisations={[...organisations].map(([one, name]) => ({ code: one, name }))}
      examples={await listExamplesOf(db, [...organisations.keys()])}
      done={c.req.query('klart')}
    />,
  )
})

writeRoutes.get(examplePaths.begin(code), only('examples.write', inAddress), (c) =>
  showBegin(c, { nyckeltal: c.req.queries('nyckeltal') ?? [], efter: c.req.query('efter') ?? '' }, {}, 200),
)

writeRoutes.post(examplePaths.begin(code), only('examples.write', inAddress), async (c) => {
  const { db, actor, config } = c.var
  const form = await readForm(c, beginForm)
  if (!form.ok || !actor) return showBegin(c, form.typed, form.ok ? {} : form.errors, 422)
  if (!(await mayTry(db, beginLimit, String(actor.personId)))) {
    return showBegin(c, form.typed, { rubrik: 'too-often' }, 429)
  }
  const { rubrik: title, sprak: language, nyckeltal, efter: after } = form.values
  const known = new Set((await listFigures(db)).map(({ id }) => id))
  const begun = await beginExample(
    { db, actor },
    {
      code: c.req.param('code') ?? '',
      language,
      title,
      madeUp: config.mode === 'demo',
      figures: nyckeltal.filter((id) => known.has(id)),
      after,
    },
  )
  return redirect(c, examplePaths.draft(begun), 'skapat')
})

writeRoutes.post(examplePaths.publish(exampleId), writes, async (c) => {
  const { db, actor, now } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  const saved = await publishExample({ db, actor }, example.id, now)
  return saved === 'saved'
    ? redirect(c, examplePaths.draft(example.id), 'publicerat')
    : redirect(c, examplePaths.check(example.id))
})

writeRoutes.post(examplePaths.remove(exampleId), writes, async (c) => {
  const { db, actor } = c.var
  const example = await exampleIn(c)
  if (!actor) return c.notFound()
  const removed = await removeDraft({ db, actor }, example.id)
  return removed ? redirect(c, examplePaths.mine, 'borttaget') : redirect(c, examplePaths.draft(example.id))
})

async function showBegin(
  c: C,
  typed: Typed,
  errors: Record<string, string>,
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l, db } = c.var
  const organisation = (await organisationsNamed(c.var, { codes: [c.req.param('code') ?? ''] })).byCode.get(
    c.req.param('code') ?? '',
  )
  if (!organisation) throw new Problem(404, textsOf(l).example.notFound)
  const wanted = textsIn(typed, 'nyckeltal')
  const figures = (await listFigures(db)).filter(({ id }) => wanted.includes(id))
  const after = Number(textIn(typed, 'efter'))
  const learnedFrom = Number.isSafeInteger(after) && after > 0 ? await findExample(db, after) : undefined
  const { title, lead } = textsOf(l).begin
  return page(
    c,
    { title, description: lead, noIndex: true },
    <BeginPage
      l={l}
      organisation={organisation}
      figures={figures.map((figure) => ({ id: figure.id, title: figureTitle(figure, l) }))}
      learnedFrom={learnedFrom?.state === 'published' ? learnedFrom : undefined}
      typed={typed}
      errors={errors}
    />,
    status,
  )
}
