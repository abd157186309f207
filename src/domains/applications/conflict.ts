import { z } from 'zod'
import { act } from '#database/act.ts'
import { paragraphs } from '#platform/http/form.ts'
import { type C, placeOf } from './asking.ts'
import { findApplication } from './queries.ts'
import { declareConflict, insertStep } from './step-queries.ts'

/** The form in which somebody says to be partial (jäv). */
export const conflictForm = z.object({ reason: paragraphs(500).pipe(z.string().min(1, 'reason-missing')) })

/** Notes that who asks is partial in the matter of an application; it stands in the application's log. */
export async function declare(c: C, applicationId: number, reason: string): Promise<void> {
  const { db, actor } = placeOf(c)
  await act(db, actor, 'declare a conflict of interest', async (trx) => {
    const application = await findApplication(trx, applicationId)
    if (!application) return
    await declareConflict(trx, { applicationId, personId: actor.personId, reason })
    await insertStep(trx, {
      id: applicationId,
      step: 'conflict',
      from: application.state,
      to: application.state,
      by: actor.personId,
      text: reason,
    })
  })
}
