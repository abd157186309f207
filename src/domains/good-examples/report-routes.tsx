import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { type Limit, mayTry, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { reportForm } from './forms.ts'
import { ReportPage } from './pages/report.tsx'
import { addressOf, examplePaths } from './paths.ts'
import { type C, exampleId, publishedIn } from './reading.ts'
import { insertReport } from './report-queries.ts'
import { textsOf } from './texts.ts'

/** How often one person may report. */
const reportLimit: Limit = { name: 'report-example', times: 5, seconds: 86_400 }

/** A member tells the secretariat that something is wrong with an example. */
export const reportRoutes = new Hono<AppEnv<Database>>()

reportRoutes.get(examplePaths.report(exampleId), only('network.use'), (c) =>
  show(c, { typed: {}, errors: {} }, 200),
)

reportRoutes.post(examplePaths.report(exampleId), only('network.use'), async (c) => {
  const { db, actor } = c.var
  const example = await publishedIn(c)
  const form = await readForm(c, reportForm)
  if (!form.ok || !actor) return show(c, { typed: form.typed, errors: form.ok ? {} : form.errors }, 422)
  if (!(await mayTry(db, reportLimit, String(actor.personId)))) {
    return show(c, { typed: form.typed, errors: { skal: 'too-often' } }, 429)
  }
  await act(db, actor, 'report a good example', (trx) =>
    insertReport(trx, { exampleId: example.id, reason: form.values.skal, by: actor.personId }),
  )
  return redirect(c, addressOf(example), 'anmalt')
})

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l } = c.var
  const { title, lead } = textsOf(l).report
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ReportPage l={l} example={await publishedIn(c)} {...form} />,
    status,
  )
}
