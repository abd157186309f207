import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import { organisationsNamed } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { type C, placeOf } from './asking.ts'
import { beginCorrection, correctableYears } from './correction-actions.ts'
import { CorrectionPage } from './pages/correction.tsx'
import { reportingPaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** To correct what was published for an earlier year. */
export const correctionRoutes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'

correctionRoutes.get(reportingPaths.correction(code), only('reports.write', inAddress), (c) =>
  show(c, {}, 200),
)

const choice = z.object({ ar: z.coerce.number('correct-year-missing').int('correct-year-missing') })

correctionRoutes.post(reportingPaths.correction(code), only('reports.write', inAddress), async (c) => {
  const organisation = c.req.param('code') ?? ''
  const form = await readForm(c, choice)
  if (!form.ok) return show(c, form.errors, 422)
  const { ar: year } = form.values
  const begun = await beginCorrection(c.var, placeOf(c), { code: organisation, year })
  if (!begun) return show(c, { ar: 'correct-year-missing' }, 422)
  return redirect(c, reportingPaths.report(organisation, year), begun === 'begun' ? 'ratta' : 'redan')
})

async function show(c: C, errors: Record<string, string>, status: 200 | 422): Promise<Response> {
  const { locale: l } = c.var
  const organisation = (await organisationsNamed(c.var, { codes: [c.req.param('code') ?? ''] })).byCode.get(
    c.req.param('code') ?? '',
  )
  if (!organisation) throw new Problem(404, textsOf(l).review.gone)
  const { title, lead } = textsOf(l).correction
  return page(
    c,
    { title: title(organisation.name), description: lead, noIndex: true },
    <CorrectionPage
      l={l}
      code={organisation.code}
      name={organisation.name}
      years={await correctableYears(c.var, organisation.code)}
      errors={errors}
    />,
    status,
  )
}
