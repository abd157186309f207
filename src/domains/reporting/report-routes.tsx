import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, inAddress, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, ticked } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { takeStep } from './actions.ts'
import { type C, overtaken, placeOf, reportIn } from './asking.ts'
import { MinePage } from './pages/mine.tsx'
import { ReportPage } from './pages/report.tsx'
import { reportingPaths } from './paths.ts'
import { linesOf } from './report-lines.ts'
import { listReportsOf, listSteps, setApproval } from './report-queries.ts'
import { reportSteps } from './rules.ts'
import { textsOf } from './texts.ts'

/** A member's side: its reports and the way they go. */
export const reportRoutes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'
const year = ':year{\\d{4}}'

reportRoutes.get(reportingPaths.mine, only('own-pages.use'), async (c) => {
  const { locale: l, db, actor, today } = c.var
  const theirs = new Map(
    (actor?.roles ?? [])
      // The association itself reports nothing.
      .filter(({ organisationCode }) => /^\d{4}$/.test(organisationCode))
      .filter(({ organisationCode }) => can(actor, 'reports.write', { organisationCode }))
      .map(({ organisationCode: code, organisationName: name }) => [code, name]),
  )
  const { title, lead } = textsOf(l).mine
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MinePage
      l={l}
      reports={await listReportsOf(db, [...theirs.keys()])}
      organisations={[...theirs].map(([code, name]) => ({ code, name }))}
      today={today}
    />,
  )
})

reportRoutes.get(reportingPaths.report(code, year), only('reports.write', inAddress), (c) =>
  showReport(c, { typed: {}, errors: {} }, 200),
)

const stepping = z.object({
  version: z.coerce.number().int().catch(-1),
  steg: z.enum(['submit', 'submit-for-approval', 'approve', 'ask-again', 'correct']),
  text: z.string().max(2000, 'too-long').default(''),
})

reportRoutes.post(reportingPaths.step(code, year), only('reports.write', inAddress), async (c) => {
  const report = await reportIn(c)
  const here = reportingPaths.report(report.code, report.year)
  const form = await readForm(c, stepping)
  if (!form.ok) return showReport(c, form, 422)
  const { version, steg, text } = form.values
  const subject = { organisationCode: report.code }
  const { who } = reportSteps[steg]
  const mayApprove = can(c.var.actor, 'reports.approve', subject)
  if (!can(c.var.actor, who, subject) || (steg === 'submit' && report.wantsApproval && !mayApprove)) {
    throw new Problem(403, textsOf(c.var.locale).report.approval)
  }
  if (steg === 'ask-again' && text.length < 5) {
    return showReport(c, { typed: form.typed, errors: { text: 'text-missing' } }, 422)
  }
  const moved = await takeStep(placeOf(c), report, { step: steg, text, seen: version })
  if (moved !== 'moved') throw overtaken(c, here)
  return redirect(c, here, steg === 'submit' || steg === 'approve' ? 'inskickad' : 'steg')
})

const approving = z.object({ ar: z.coerce.number().int().catch(0), godkanns: ticked })

reportRoutes.post(reportingPaths.approval(code), only('reports.approve', inAddress), async (c) => {
  const organisation = c.req.param('code') ?? ''
  const form = await readForm(c, approving)
  await act(c.var.db, c.var.actor, 'choose who approves reports', (trx) =>
    setApproval(trx, organisation, form.ok && form.values.godkanns),
  )
  const back = form.ok ? reportingPaths.report(organisation, form.values.ar) : reportingPaths.mine
  return redirect(c, back, 'godkannande')
})

async function showReport(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, actor, today } = c.var
  const report = await reportIn(c)
  const title = textsOf(l).report.title(report.name, report.year)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <ReportPage
      l={l}
      report={report}
      lines={await linesOf(c.var, l, report)}
      steps={await listSteps(db, report.id)}
      mayApprove={can(actor, 'reports.approve', { organisationCode: report.code })}
      done={c.req.query('klart')}
      today={today}
      {...form}
    />,
    status,
  )
}
