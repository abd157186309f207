import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed, textIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { reasonForm } from './forms.ts'
import { actorOf, type C, missing, placeOf } from './here.ts'
import { hidePiece, leavePiece, showPiece } from './moderation-actions.ts'
import { listHidden, listReports, listUnanswered } from './moderation-queries.ts'
import { HidePage } from './pages/hide.tsx'
import { OfficePage } from './pages/office.tsx'
import { questionPaths } from './paths.ts'
import { findAnswer, findQuestion } from './question-queries.ts'
import { textsOf } from './texts.ts'

/** What the secretariat does: the reported, the unanswered, the hidden. */
export const officeRoutes = new Hono<AppEnv<Database>>()

const most = 200
const moderates = only('questions.moderate')
const pieceForm = z.object({ fraga: z.string().default(''), svar: z.string().default('') })
const hideForm = reasonForm.extend({ fraga: z.string().default('') })

officeRoutes.get(questionPaths.office, moderates, async (c) => {
  const { locale: l, db } = c.var
  const [reports, unanswered, hidden, settled] = await Promise.all([
    listReports(db, { settled: false, limit: most }),
    listUnanswered(db, most),
    listHidden(db, most),
    listReports(db, { settled: true, limit: most }),
  ])
  const { title, lead } = textsOf(l).office
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficePage
      l={l}
      reports={reports}
      unanswered={unanswered}
      hidden={hidden}
      settled={settled}
      done={c.req.query('klart')}
    />,
  )
})

officeRoutes.get(questionPaths.hide, moderates, (c) => {
  const { fraga = '', svar = '' } = c.req.query()
  return showHide(c, { typed: { fraga, svar }, errors: {} }, 200)
})

officeRoutes.post(questionPaths.hide, moderates, async (c) => {
  const form = await readForm(c, hideForm)
  if (!form.ok) return showHide(c, form, 422)
  const { question, answer } = await pieceOf(c, form.typed)
  const piece = { questionId: question.id, answerId: answer?.id ?? null }
  await hidePiece(placeOf(c, actorOf(c)), piece, form.values.skal)
  return redirect(c, questionPaths.office, 'dolt')
})

officeRoutes.post(questionPaths.show, moderates, async (c) => {
  const { typed } = await readForm(c, pieceForm)
  const { question, answer } = await pieceOf(c, typed)
  const piece = { questionId: question.id, answerId: answer?.id ?? null }
  await showPiece(placeOf(c, actorOf(c)), piece)
  return redirect(c, questionPaths.office, 'visat')
})

officeRoutes.post(questionPaths.leave(':report{[0-9]{1,9}}'), moderates, async (c) => {
  await leavePiece(placeOf(c, actorOf(c)), Number(c.req.param('report')))
  return redirect(c, questionPaths.office, 'fick-sta')
})

/** The question, and the answer if one is meant. Throws a 404 when there is none such. */
async function pieceOf(c: C, typed: Typed) {
  const number = (name: string) => (/^\d{1,9}$/.test(textIn(typed, name)) ? Number(textIn(typed, name)) : 0)
  const [question, answer] = await Promise.all([
    findQuestion(c.var.db, number('fraga')),
    textIn(typed, 'svar') === '' ? undefined : findAnswer(c.var.db, number('svar')),
  ])
  const isOther = textIn(typed, 'svar') !== '' && answer?.questionId !== question?.id
  if (!question || isOther) throw missing(c)
  return { question, answer }
}

async function showHide(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l } = c.var
  const { hideTitle, hideLead } = textsOf(l).office
  return page(
    c,
    { title: hideTitle, description: hideLead, noIndex: true },
    <HidePage l={l} {...(await pieceOf(c, form.typed))} {...form} />,
    status,
  )
}
