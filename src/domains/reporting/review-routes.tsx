import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { takeStep } from './actions.ts'
import { type C, overtaken, placeOf, reportIn } from './asking.ts'
import { ReviewPage } from './pages/review.tsx'
import { reportingPaths } from './paths.ts'
import { linesOf } from './report-lines.ts'
import { listSteps } from './report-queries.ts'
import { roundKey } from './rules.ts'
import { textsOf } from './texts.ts'

/** How the secretariat looks through a report: verifies it, or asks back, also about single figures. */
export const reviewRoutes = new Hono<AppEnv<Database>>()

const year = ':year{\\d{4}}'
const code = ':code{\\d{4}}'

reviewRoutes.get(reportingPaths.review(year, code), only('rounds.edit'), (c) =>
  showReview(c, { typed: {}, errors: {} }, 200),
)

const reviewing = z
  .object({
    version: z.coerce.number().int().catch(-1),
    steg: z.enum(['verify', 'send-back']),
    text: z.string().max(2000, 'too-long').default(''),
  })
  .loose()

reviewRoutes.post(reportingPaths.review(year, code), only('rounds.edit'), async (c) => {
  const { locale: l } = c.var
  const report = await reportIn(c)
  const form = await readForm(c, reviewing)
  if (!form.ok) return showReview(c, form, 422)
  const { version, steg, text } = form.values
  const lines = await linesOf(c.var, l, report)
  const asked = lines.flatMap(({ id, title }) => {
    const question = textIn(form.typed, `fraga-${id}`).slice(0, 1000)
    return question === '' ? [] : [{ figureId: id, text: question, title }]
  })
  const questions = steg === 'send-back' ? asked : []
  if (steg === 'send-back' && text.length < 5 && questions.length === 0) {
    return showReview(c, { typed: form.typed, errors: { text: 'text-missing' } }, 422)
  }
  const whole = [text, ...questions.map((question) => `${question.title}: ${question.text}`)]
  const moved = await takeStep(placeOf(c), report, {
    step: steg,
    text: whole.filter(Boolean).join('\n'),
    seen: version,
    questions,
  })
  if (moved !== 'moved') throw overtaken(c, reportingPaths.review(report.year, report.code))
  return redirect(c, reportingPaths.round(roundKey(report)), 'steg')
})

async function showReview(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const report = await reportIn(c)
  const title = textsOf(l).review.title(report.name, report.year)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <ReviewPage
      l={l}
      report={report}
      lines={await linesOf(c.var, l, report)}
      steps={await listSteps(db, report.id)}
      {...form}
    />,
    status,
  )
}
