import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { paragraphs, readForm, type Typed, textIn } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { applicationOf, type C, runStep, version } from './asking.ts'
import { conflictForm, declare } from './conflict.ts'
import { listFiles } from './draft-queries.ts'
import { ExpertsPage } from './pages/experts.tsx'
import { ReviewPage } from './pages/review.tsx'
import { applicationPaths } from './paths.ts'
import { listApplications } from './queries.ts'
import { countFreeReviewers, countGiven, listOwnStates, listReviews, saveReview } from './review-queries.ts'
import { decisions, viewsNeeded } from './rules.ts'
import { listConflicts } from './step-queries.ts'
import { textsOf } from './texts.ts'
import { faultsInView, viewSchema } from './view.ts'

const recommending = z.object({
  version,
  joint: z.enum(decisions, 'recommendation-missing'),
  text: paragraphs(5000).pipe(z.string().min(1, 'text-missing')),
})

/** The expert group: its queue, each one's own view, the joint recommendation, conflicts of interest. */
export const reviewRoutes = new Hono<AppEnv<Database>>()

reviewRoutes.get(applicationPaths.experts, only('applications.read'), async (c) => {
  const { db, locale: l, actor, today } = c.var
  const [open, done, given, mine] = await Promise.all([
    listApplications(db, ['in-review']),
    listApplications(db, ['recommended', 'on-agenda', 'deferred']),
    countGiven(db),
    listOwnStates(db, actor?.personId ?? 0),
  ])
  const queue = open
    .toSorted((a, b) => ((a.review_due_on ?? '') < (b.review_due_on ?? '') ? -1 : 1))
    .map((application) => ({
      application,
      given: given.get(application.id) ?? 0,
      mine: mine.get(application.id) ?? ('none' as const),
    }))
  const { title, lead } = textsOf(l).experts
  return page(
    c,
    { title, description: lead, noIndex: true },
    <ExpertsPage
      l={l}
      queue={queue}
      done={done}
      today={today}
      mayReview={can(actor, 'applications.review')}
    />,
  )
})

reviewRoutes.get(applicationPaths.review(':application'), only('applications.review'), (c) =>
  show(c, {}, 200),
)

reviewRoutes.post(applicationPaths.review(':application'), only('applications.review'), async (c) => {
  const { db, actor, today, locale: l } = c.var
  const application = await applicationOf(c)
  const form = await readForm(c, viewSchema)
  const give = textIn(form.typed, 'knapp') === 'lamna'
  const errors = form.ok ? (give ? faultsInView(form.values) : {}) : form.errors
  if (!form.ok || !actor || Object.keys(errors).length > 0) {
    return show(c, { typed: form.typed, errors }, 422)
  }
  const conflicts = await listConflicts(db, application, today)
  if (conflicts.some(({ personId }) => personId === actor.personId)) {
    throw new Problem(403, textsOf(l).partialProblem)
  }
  const saved = await act(db, actor, give ? 'give a view' : 'write a view', (trx) =>
    saveReview(trx, {
      applicationId: application.id,
      personId: actor.personId,
      view: form.values,
      give,
    }),
  )
  if (!saved) throw new Problem(409, textsOf(l).experts.closed)
  return redirect(c, applicationPaths.review(application.id), give ? 'lamnat' : 'utkast')
})

reviewRoutes.post(applicationPaths.recommend(':application'), only('applications.review'), async (c) => {
  const { today, locale: l } = c.var
  const application = await applicationOf(c)
  const { id } = application
  const form = await readForm(c, recommending)
  if (!form.ok) return show(c, form, 422)
  const { joint, text } = form.values
  await runStep(
    c,
    applicationPaths.review(id),
    {
      id,
      version: form.values.version,
      step: 'recommend',
      text,
      data: { recommendation: joint },
      changes: { recommendation: joint, recommendation_text: text },
    },
    {
      before: async (trx) => {
        const partial = (await listConflicts(trx, application, today)).map(({ personId }) => personId)
        const needed = viewsNeeded(await countFreeReviewers(trx, partial, today))
        const given = (await listReviews(trx, id)).filter(
          ({ givenAt, personId }) => givenAt !== null && !partial.includes(personId),
        )
        if (given.length < needed) throw new Problem(409, textsOf(l).errors['views-missing'] ?? '')
      },
    },
  )
  return redirect(c, applicationPaths.review(id), 'rekommenderat')
})

reviewRoutes.post(
  applicationPaths.reviewerConflict(':application'),
  only('applications.review'),
  async (c) => {
    const { id } = await applicationOf(c)
    const form = await readForm(c, conflictForm)
    if (!form.ok) return show(c, form, 422)
    await declare(c, id, form.values.reason)
    return redirect(c, applicationPaths.review(id), 'jav')
  },
)

async function show(
  c: C,
  form: { typed?: Typed; errors?: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { db, locale: l, today, actor } = c.var
  const application = await applicationOf(c)
  const [files, reviews, conflicts] = await Promise.all([
    listFiles(db, application.id),
    listReviews(db, application.id),
    listConflicts(db, application, today),
  ])
  const partial = conflicts.map(({ personId }) => personId)
  const mine = reviews.find(({ personId }) => personId === actor?.personId)
  const title = textsOf(l).experts.reviewTitle(application.organisationName)
  return page(
    c,
    { title, description: title, noIndex: true, wide: true },
    <ReviewPage
      l={l}
      application={application}
      files={files}
      reviews={reviews}
      mine={mine}
      partial={actor !== null && partial.includes(actor.personId)}
      needed={viewsNeeded(await countFreeReviewers(db, partial, today))}
      done={c.req.query('klart')}
      typed={{ ...mine?.view, ...form.typed }}
      errors={form.errors ?? {}}
    />,
    status,
  )
}
