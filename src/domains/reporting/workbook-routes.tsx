import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textIn, textsIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { privateTable } from '#platform/http/table-response.ts'
import type { Locale } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { giveAnswers } from './actions.ts'
import { readAnswer } from './answer-form.ts'
import { type C, overtaken, placeOf, reportIn } from './asking.ts'
import { WorkbookPage } from './pages/workbook.tsx'
import { reportingPaths } from './paths.ts'
import { correctedBy, linesOf } from './report-lines.ts'
import type { Report } from './report-queries.ts'
import { namesOrganisation } from './rules/spelling.ts'
import { type CellFault, readReportRows } from './rules/workbook.ts'
import { canAnswer } from './rules.ts'
import { textsOf } from './texts.ts'
import { columnOf, largestWorkbook, readWorkbook, reportTable } from './workbook.ts'
import { answerFields, type Change, changesOf } from './workbook-changes.ts'

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
    if (!canAnswer(report)) throw new Problem(409, t.figure.closed)
    const upload = (await c.req.formData().catch(() => new FormData())).get('fil')
    if (!(upload instanceof File) || upload.size === 0) {
      return show(c, [], [t.workbook.faults['file-missing']])
    }
    const sheets = await readWorkbook(Buffer.from(await upload.arrayBuffer()))
    if (typeof sheets === 'string') return show(c, [], [t.workbook.faults[sheets]])
    const [lines, directory] = await Promise.all([
      linesOf(c.var, l, report),
      organisationDirectory(c.var.db, c.var.remember),
    ])
    const { written, faults } = readReportRows(sheets, {
      figures: new Set(lines.map(({ id }) => id)),
      year: report.year,
      columnOf,
      isOwn: (words) => namesOrganisation(report, directory.all, words),
    })
    return show(c, changesOf(l, report, lines, written), faultsInWords(l, report, faults))
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
    const asked = line && {
      percent: line.background.percent,
      corrects: correctedBy(report, line.background),
    }
    const read = asked && readAnswer(fields, asked)
    return read?.ok ? [{ answer: { figureId, ...read.given }, seen: Number(textIn(fields, 'version')) }] : []
  })
  if (!(await giveAnswers(placeOf(c), report, answers))) throw overtaken(c, here)
  return redirect(c, here, 'inlast')
})

/** Each fault once with its cell; a fault that many rows share is told for the first, with their number. */
function faultsInWords(l: Locale, report: Report, faults: CellFault[]): string[] {
  const t = textsOf(l).workbook
  const shared = Map.groupBy(faults, ({ reason, given, cell }) =>
    reason.startsWith('other-') ? `${reason} ${given}` : cell,
  )
  return [...shared.values()].flatMap(([first, ...more]) => {
    if (!first) return []
    const { sheet, cell, reason, given } = first
    const why = t.cellFaults[reason]({ given, name: report.name, year: report.year })
    return [`${t.cell(sheet, cell)}: ${why}${more.length > 0 ? ` ${t.alsoRows(more.length)}` : ''}`]
  })
}

async function show(c: C, changes: Change[], faults: string[]): Promise<Response> {
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
