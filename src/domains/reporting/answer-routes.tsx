import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { inAddress, only } from '#domains/accounts/index.ts'
import { warningsOf } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { giveAnswer } from './actions.ts'
import { readAnswer, typedOf } from './answer-form.ts'
import { type C, placeOf, reportIn } from './asking.ts'
import { FigureFormPage } from './pages/figure-form.tsx'
import { reportingPaths } from './paths.ts'
import { correctedBy, linesOf } from './report-lines.ts'
import { canAnswer } from './rules.ts'
import { suggestionsFor } from './suggestions.ts'
import { textsOf } from './texts.ts'

/** A member's report, answer by answer. */
export const answerRoutes = new Hono<AppEnv<Database>>()

const code = ':code{\\d{4}}'
const year = ':year{\\d{4}}'
const figure = ':figure{[a-z0-9-]{1,40}}'

answerRoutes.get(reportingPaths.figure(code, year, figure), only('reports.write', inAddress), async (c) => {
  const report = await reportIn(c)
  if (!canAnswer(report)) return redirect(c, reportingPaths.report(report.code, report.year))
  return showFigure(c, {}, 200)
})

answerRoutes.post(reportingPaths.figure(code, year, figure), only('reports.write', inAddress), async (c) => {
  const { report, line, corrects, next } = await figureIn(c)
  const { percent } = line.background
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const read = readAnswer(typed, { percent, corrects })
  if (!read.ok) return showFigure(c, { typed, errors: read.errors }, 422)
  const seen = z.coerce.number().int().catch(-1).parse(textIn(typed, 'version'))
  const result = await giveAnswer(placeOf(c), report, { figureId: line.id, ...read.given }, seen)
  const t = textsOf(c.var.locale).figure
  if (result === 'closed') throw new Problem(409, t.closed)
  if (result === 'changed') {
    // What was typed stays, over the colleague's version: to save again is to mean it.
    const notice = line.answer ? t.changed(line.answer.answeredBy, line.value ?? '') : t.gone
    return showFigure(c, { typed, notice }, 409)
  }
  const { value, comment } = read.given
  // What looks odd asks for a comment once, and is never a wall.
  const isOdd = value !== null && comment === '' && warningsOf(value, line.background).length > 0
  const wasAsked = line.answer?.value === value && line.answer?.comment === ''
  if (isOdd && !wasAsked) {
    return redirect(c, reportingPaths.figure(report.code, report.year, line.id), 'ovanligt')
  }
  return redirect(c, next, 'sparat')
})

/** The figure of the address in its report, with the next one that is not answered or is asked about. */
async function figureIn(c: C) {
  const { locale: l } = c.var
  const report = await reportIn(c)
  const lines = await linesOf(c.var, l, report)
  const at = lines.findIndex(({ id }) => id === c.req.param('figure'))
  const line = lines[at]
  if (!line) throw new Problem(404, textsOf(l).review.gone)
  const waits = lines.filter(({ answer }) => (report.correctionsOnly ? false : !answer) || answer?.question)
  const after = [...lines.slice(at + 1), ...lines.slice(0, at)].find((one) => waits.includes(one))
  const next = after
    ? reportingPaths.figure(report.code, report.year, after.id)
    : reportingPaths.report(report.code, report.year)
  return { report, line, next, corrects: correctedBy(report, line.background) }
}

async function showFigure(
  c: C,
  form: { typed?: Typed; errors?: Record<string, string>; notice?: string },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { locale: l } = c.var
  const { report, line, next, corrects } = await figureIn(c)
  const suggestions = await suggestionsFor(c.var, l, report, line.figure)
  const { answer } = line
  const hasParts = answer?.denominator != null
  const typed = { ...typedOf(answer), ...(hasParts ? {} : { namnare: suggestions.denominator }) }
  return page(
    c,
    { title: line.title, description: line.title, noIndex: true },
    <FigureFormPage
      l={l}
      report={report}
      figure={line.figure}
      title={line.title}
      background={line.background}
      suggestions={suggestions}
      answer={answer}
      corrects={corrects !== undefined}
      typed={form.typed ?? typed}
      errors={form.errors ?? {}}
      warnings={c.req.query('klart') === 'ovanligt' ? line.warnings : []}
      next={next}
      {...(form.notice === undefined ? {} : { notice: form.notice })}
    />,
    status,
  )
}
