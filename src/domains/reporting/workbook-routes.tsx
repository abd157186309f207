import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import { page } from '#ui/page.tsx'
import { giveAnswers } from './actions.ts'
import { readAnswer } from './answer-form.ts'
import { WorkbookPage } from './pages/workbook.tsx'
import { reportingPaths } from './paths.ts'
import { linesOf } from './report-lines.ts'
import { overtaken, placeOf, reportIn } from './round-routes.tsx'
import { readReportRows } from './rules/workbook.ts'
import { isOpen } from './rules.ts'
import { textsOf } from './texts.ts'
import { columnOf, largestWorkbook, readWorkbook, reportTable } from './workbook.ts'
import { answerFields, changesOf } from './workbook-changes.ts'

type C = Context<AppEnv<Database>>

/** A report as a workbook: out to be filled in, in with a look before anything is saved. */
export const workbookRoutes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'
const year = ':year{\\d{4}}'

workbookRoutes.get(reportingPaths.workbook(code, year), only('reports.write', inAddress), async (c) => {
  const { locale: l } = c.var
  const report = await reportIn(c)
  return privateTable(reportTable(l, report, await linesOf(c.var, l, report)), 'rapport.xlsx')
})

workbookRoutes.post(
  reportingPaths.workbook(code, year),
  only('reports.write', inAddress),
  bodyLimit({
    maxSize: largestWorkbook + 100_000,
    onError: (c: C) => show(c, [], [textsOf(c.var.locale).workbook.faults['file-large']]),
  }),
  async (c) => {
    const { locale: l } = c.var
    const t = textsOf(l)
    const report = await reportIn(c)
    if (!isOpen(report.state)) throw new Problem(409, t.figure.closed)
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    if (!(upload instanceof File) || upload.size === 0) {
      return show(c, [], [t.workbook.faults['file-missing']])
    }
    const rows = await readWorkbook(Buffer.from(await upload.arrayBuffer()))
    if (typeof rows === 'string') return show(c, [], [t.workbook.faults[rows]])
    const lines = await linesOf(c.var, l, report)
    const { written, faults } = readReportRows(rows, {
      figures: new Set(lines.map(({ id }) => id)),
      columnOf,
    })
    const changes = await changesOf(c.var, l, report, lines, written)
    return show(
      c,
      changes,
      faults.map(({ cell, reason }) => `${cell}: ${t.workbook.cellFaults[reason]}`),
    )
  },
)

workbookRoutes.post(reportingPaths.saveWorkbook(code, year), only('reports.write', inAddress), async (c) => {
  const report = await reportIn(c)
  const here = reportingPaths.report(report.code, report.year)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const lines = await linesOf(c.var, c.var.locale, report)
  const answers = textsIn(typed, 'rad').flatMap((figureId) => {
    const line = lines.find(({ id }) => id === figureId)
    const fields: Typed = Object.fromEntries(
      answerFields.map((field) => [field, textIn(typed, `${field}-${figureId}`)]),
    )
    const read = line && readAnswer(fields, line.figure.unit.sv.startsWith('%'))
    return read?.ok ? [{ answer: { figureId, ...read.given }, seen: Number(textIn(fields, 'version')) }] : []
  })
  if (!(await giveAnswers(placeOf(c), report, answers))) throw overtaken(c, here)
  return redirect(c, here, 'inlast')
})

async function show(
  c: C,
  changes: Awaited<ReturnType<typeof changesOf>>,
  faults: string[],
): Promise<Response> {
  const { locale: l } = c.var
  const report = await reportIn(c)
  const { title, lead } = textsOf(l).workbook
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <WorkbookPage l={l} report={report} changes={changes} faults={faults} />,
    faults.length > 0 ? 422 : 200,
  )
}
