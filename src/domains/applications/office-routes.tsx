import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import { addDays } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { applicationOf, type C, placeOf, runStep, version } from './asking.ts'
import { beginMembership } from './begin.ts'
import { listFiles } from './draft-queries.ts'
import { OfficePage } from './pages/office-application.tsx'
import { OfficeListPage } from './pages/office-list.tsx'
import { applicationPaths } from './paths.ts'
import { listApplications, listSteps } from './queries.ts'
import { listReviews } from './review-queries.ts'
import { states } from './rules.ts'
import { listConflicts } from './step-queries.ts'
import { textsOf } from './texts.ts'

/** Days that the expert group has by default. */
const reviewDays = 30

const accepting = z.object({ version, dueOn: z.iso.date('day-wrong') })
const sendingBack = z.object({
  version,
  missing: paragraphs(3000).pipe(z.string().min(1, 'missing-missing')),
})
const confirming = z.object({ version, note: paragraphs(3000).pipe(z.string().min(1, 'note-missing')) })

/** The secretariat's part of the way: check, pass on, confirm conditions. */
export const officeRoutes = new Hono<AppEnv<Database>>()

officeRoutes.get(applicationPaths.office, only('applications.read'), async (c) => {
  const { db, locale: l, today, actor } = c.var
  const sent = (await listApplications(db, states)).filter(({ submitted_at }) => submitted_at !== null)
  const { title, lead } = textsOf(l).office
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficeListPage l={l} applications={sent} today={today} desk={can(actor, 'desk.use')} />,
  )
})

officeRoutes.get(applicationPaths.officeOne(':application'), only('applications.read'), (c) =>
  show(c, { typed: { dueOn: addDays(c.var.today, reviewDays) }, errors: {} }, 200),
)

officeRoutes.post(
  applicationPaths.officeStep(':application', 'lamna'),
  only('applications.check'),
  async (c) => {
    const { id } = await applicationOf(c)
    const form = await readForm(c, accepting)
    if (!form.ok) return show(c, form, 422)
    const { dueOn } = form.values
    if (dueOn < c.var.today) return show(c, { typed: form.typed, errors: { dueOn: 'day-passed' } }, 422)
    const here = applicationPaths.officeOne(id)
    await runStep(c, here, {
      id,
      version: form.values.version,
      step: 'accept',
      data: { dueOn },
      changes: { review_due_on: dueOn, review_reminders: 0 },
    })
    return redirect(c, here, 'accept')
  },
)

officeRoutes.post(
  applicationPaths.officeStep(':application', 'komplettera'),
  only('applications.check'),
  async (c) => {
    const { id } = await applicationOf(c)
    const form = await readForm(c, sendingBack)
    if (!form.ok) return show(c, form, 422)
    const here = applicationPaths.officeOne(id)
    const { missing } = form.values
    await runStep(c, here, { id, version: form.values.version, step: 'send-back', text: missing })
    return redirect(c, here, 'send-back')
  },
)

officeRoutes.post(
  applicationPaths.officeStep(':application', 'villkor'),
  only('applications.check'),
  async (c) => {
    const { id } = await applicationOf(c)
    const form = await readForm(c, confirming)
    if (!form.ok) return show(c, form, 422)
    const { today } = c.var
    const here = applicationPaths.officeOne(id)
    await runStep(
      c,
      here,
      {
        id,
        version: form.values.version,
        step: 'conditions-met',
        text: form.values.note,
        changes: { member_since: today },
      },
      { after: (trx, application) => beginMembership(trx, application, placeOf(c), today) },
    )
    return redirect(c, here, 'conditions-met')
  },
)

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, today, actor } = c.var
  const application = await applicationOf(c)
  const [files, steps, reviews, conflicts] = await Promise.all([
    listFiles(db, application.id),
    listSteps(db, application.id),
    listReviews(db, application.id),
    listConflicts(db, application, today),
  ])
  const title = textsOf(l).mine.title(application.organisationName)
  return page(
    c,
    { title, description: title, noIndex: true },
    <OfficePage
      l={l}
      application={application}
      files={files}
      steps={steps}
      reviews={reviews}
      conflicts={conflicts}
      mayCheck={can(actor, 'applications.check')}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
