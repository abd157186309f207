import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, inAddress, only } from '#domains/accounts/index.ts'
import { warningsOf } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn, ticked, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { giveAnswer, takeStep } from './actions.ts'
import { readAnswer, typedOf } from './answer-form.ts'
import { backgroundOf } from './expectation.ts'
import { FigureFormPage } from './pages/figure-form.tsx'
import { MinePage } from './pages/mine.tsx'
import { ReportPage } from './pages/report.tsx'
import { reportingPaths } from './paths.ts'
import { linesOf } from './report-lines.ts'
import { listAnswers, listReportsOf, listSteps, setApproval } from './report-queries.ts'
import { type C, overtaken, placeOf, reportIn } from './round-routes.tsx'
import { isOpen, reportSteps } from './rules.ts'
import { textsOf } from './texts.ts'

/** A member's side: its reports, answer by answer. */
export const reportRoutes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'
const year = ':year{\\d{4}}'
const figure = ':figure{[a-z0-9-]{1,40}}'

reportRoutes.get(reportingPaths.mine, only('own-pages.use'), async (c) => {
  const { locale: l, db, actor } = c.var
  const codes = [...new Set((actor?.roles ?? []).map(({ organisationCode }) => organisationCode))].filter(
    (organisationCode) => can(actor, 'reports.write', { organisationCode }),
  )
  const { title, lead } = textsOf(l).mine
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MinePage l={l} reports={await listReportsOf(db, codes)} />,
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

reportRoutes.get(reportingPaths.figure(code, year, figure), only('reports.write', inAddress), async (c) => {
  const report = await reportIn(c)
  if (!isOpen(report.state)) return redirect(c, reportingPaths.report(report.code, report.year))
  return showFigure(c, {}, 200)
})

reportRoutes.post(reportingPaths.figure(code, year, figure), only('reports.write', inAddress), async (c) => {
  const report = await reportIn(c)
  const { line, background, next } = await figureIn(c)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const read = readAnswer(typed, background.percent)
  if (!read.ok) return showFigure(c, { typed, errors: read.errors }, 422)
  const seen = z.coerce.number().int().catch(-1).parse(textIn(typed, 'version'))
  const result = await giveAnswer(placeOf(c), report, { figureId: line.id, ...read.given }, seen)
  const t = textsOf(c.var.locale).figure
  if (result === 'closed') throw new Problem(409, t.closed)
  if (result === 'changed') return showFigure(c, { notice: t.changed }, 409)
  const { value, comment } = read.given
  // What looks odd asks for a comment once, and is never a wall.
  const odd = value !== null && comment === '' && warningsOf(value, background).length > 0
  if (odd) return redirect(c, reportingPaths.figure(report.code, report.year, line.id), 'ovanligt')
  return redirect(c, next, 'sparat')
})

/** The figure of the address in its report, with the next one that is not answered. */
async function figureIn(c: C) {
  const { locale: l } = c.var
  const report = await reportIn(c)
  const lines = await linesOf(c.var, l, report)
  const at = lines.findIndex(({ id }) => id === c.req.param('figure'))
  const line = lines[at]
  if (!line) throw new Problem(404, textsOf(l).review.gone)
  const after = [...lines.slice(at + 1), ...lines.slice(0, at)].find(({ answer }) => !answer)
  const next = after
    ? reportingPaths.figure(report.code, report.year, after.id)
    : reportingPaths.report(report.code, report.year)
  return { report, line, next, background: await backgroundOf(c.var, line.figure, report.code, report.year) }
}

async function showFigure(
  c: C,
  form: { typed?: Typed; errors?: Record<string, string>; notice?: string },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const { report, line, next, background } = await figureIn(c)
  const answer = (await listAnswers(db, report.id)).find(({ figureId }) => figureId === line.id)
  return page(
    c,
    { title: line.title, description: line.title, noIndex: true },
    <FigureFormPage
      l={l}
      report={report}
      figure={line.figure}
      title={line.title}
      background={background}
      typed={form.typed ?? typedOf(answer)}
      errors={form.errors ?? {}}
      version={answer?.version ?? 0}
      warnings={c.req.query('klart') === 'ovanligt' ? line.warnings : []}
      next={next}
      {...(form.notice === undefined ? {} : { notice: form.notice })}
    />,
    status,
  )
}

async function showReport(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, actor } = c.var
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
      {...form}
    />,
    status,
  )
}
