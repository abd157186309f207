import type { Kysely, Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Attachment } from '#platform/mail/mail.ts'
import { tellOfStep } from './emails.ts'
import { type Application, organisationOf } from './queries.ts'
import { steps } from './rules.ts'
import { listConflicts, type StepToTake, takeStep } from './step-queries.ts'

/** Where and for whom an application moves on. */
export interface Place {
  db: Kysely<Database>
  actor: Actor
  baseUrl: string
  /** `YYYY-MM-DD`. */
  today: string
}

/** Somebody who may not take the step, or is partial in the matter (jäv). */
export class Barred extends Error {
  readonly partial: boolean
  constructor(partial: boolean) {
    super('The step is not for this person.')
    this.partial = partial
  }
}

/** What happens in the same transaction as a step, before and after the mails. */
export interface Following {
  /** Throws when something that the step needs is missing. */
  before?: (trx: Transaction<Database>) => Promise<void>
  after?: (trx: Transaction<Database>, application: Application) => Promise<void>
  attachments?: (trx: Transaction<Database>, application: Application) => Promise<Attachment[]>
}

/**
 * Takes a step in somebody's name: checks again who may and who is partial, moves the application on, tells whom it
 * concerns, and does what follows, all or nothing. Throws `Overtaken` or {@link Barred}.
 */
export function advance(
  place: Place,
  taken: Omit<StepToTake, 'by'>,
  { before, after, attachments }: Following = {},
): Promise<Application> {
  const { db, actor, baseUrl, today } = place
  const { who } = steps[taken.step]
  return act(db, actor, `application: ${taken.step}`, async (trx) => {
    const code = await organisationOf(trx, taken.id)
    if (code === undefined || who === 'program' || !can(actor, who, { organisationCode: code })) {
      throw new Barred(false)
    }
    const conflicts = await listConflicts(trx, { id: taken.id, organisation_code: code }, today)
    const partial = conflicts.map(({ personId }) => personId)
    if (who === 'applications.review' && partial.includes(actor.personId)) throw new Barred(true)
    await before?.(trx)
    const application = await takeStep(trx, { ...taken, by: actor.personId })
    await tellOfStep(trx, application, taken.step, {
      baseUrl,
      today,
      text: taken.text ?? '',
      without: partial,
      attachments: await attachments?.(trx, application),
    })
    await after?.(trx, application)
    return application
  })
}
