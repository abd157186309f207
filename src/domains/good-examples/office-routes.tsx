import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { hideExample, showExample } from './actions.ts'
import { findExample, listForOffice } from './example-queries.ts'
import { hideForm } from './forms.ts'
import { OfficePage } from './pages/office.tsx'
import { examplePaths } from './paths.ts'
import { closeReports, listOpenReports } from './report-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** What the secretariat does with what is published. */
export const officeRoutes = new Hono<AppEnv<Database>>()

const most = 500

officeRoutes.get(examplePaths.office, only('examples.moderate'), (c) =>
  show(c, { typed: {}, errors: {} }, 200),
)

officeRoutes.post(examplePaths.hide, only('examples.moderate'), async (c) => {
  const { db, actor, now } = c.var
  const form = await readForm(c, hideForm)
  const example = form.ok ? await findExample(db, form.values.exempel) : undefined
  const known = example?.state === 'published'
  if (!form.ok || !known || !actor) {
    const errors = form.ok ? { exempel: 'example-missing' } : form.errors
    return show(c, { typed: form.typed, errors }, 422)
  }
  await hideExample({ db, actor }, form.values.exempel, form.values.skal, now)
  return redirect(c, examplePaths.office, 'dolt')
})

officeRoutes.post(examplePaths.show(':example{[0-9]{1,9}}'), only('examples.moderate'), async (c) => {
  const { db, actor, now } = c.var
  if (!actor) return c.notFound()
  await showExample({ db, actor }, Number(c.req.param('example')), now)
  return redirect(c, examplePaths.office, 'visat')
})

officeRoutes.post(examplePaths.closeReport(':report{[0-9]{1,9}}'), only('examples.moderate'), async (c) => {
  const { db, actor, now } = c.var
  if (!actor) return c.notFound()
  await act(db, actor, 'close a report of a good example', (trx) =>
    closeReports(trx, { id: Number(c.req.param('report')) }, actor.personId, now),
  )
  return redirect(c, examplePaths.office, 'avslutad')
})

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).office
  const [examples, reports] = await Promise.all([listForOffice(db, most), listOpenReports(db)])
  const typed = { exempel: c.req.query('exempel') ?? '', ...form.typed }
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficePage
      l={l}
      examples={examples}
      reports={reports}
      done={c.req.query('klart')}
      typed={typed}
      errors={form.errors}
    />,
    status,
  )
}
