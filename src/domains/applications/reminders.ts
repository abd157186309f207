import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { daysBetween } from '#platform/days.ts'
import type { JobContext } from '#platform/http/context.ts'
import { remindReviewer } from './emails.ts'
import { listApplications, listReceivers } from './queries.ts'
import { deleteDraft, listOldDrafts } from './retention-queries.ts'
import { claimReviewReminder, listReviews } from './review-queries.ts'
import { isReviewReminderDue } from './rules.ts'
import { listConflicts } from './step-queries.ts'

interface Circumstances extends Pick<JobContext<Database>, 'db' | 'today' | 'now'> {
  config: { baseUrl: string }
}

/** Reminds reviewers who have not given their view: 7 days and 1 day before the deadline, and once after it. */
export async function remindReviewers({ db, config, today }: Circumstances): Promise<number> {
  let reminded = 0
  for (const application of await listApplications(db, ['in-review'])) {
    const { id, review_due_on: due, review_reminders: sent } = application
    if (!due || !isReviewReminderDue(daysBetween(today, due), sent)) continue
    reminded += await act(db, null, 'remind of a review', async (trx) => {
      if (!(await claimReviewReminder(trx, id, sent))) return 0
      const [experts, reviews, conflicts] = await Promise.all([
        listReceivers(trx, ['expert-group'], today),
        listReviews(trx, id),
        listConflicts(trx, application, today),
      ])
      const waited = experts.filter(
        ({ personId }) =>
          !reviews.some((review) => review.personId === personId && review.givenAt !== null) &&
          !conflicts.some((conflict) => conflict.personId === personId),
      )
      for (const receiver of waited) {
        await remindReviewer(trx, application, receiver, { baseUrl: config.baseUrl, late: due < today })
      }
      return waited.length
    })
  }
  return reminded
}

/** Deletes drafts that were never sent, when nobody has touched them for a year. */
export async function dropOldDrafts({ db, now, today }: Circumstances): Promise<void> {
  for (const id of await listOldDrafts(db, now)) {
    await act(db, null, 'delete an old draft', (trx) => deleteDraft(trx, id, today))
  }
}
