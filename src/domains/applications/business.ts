import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localOf } from '#platform/days.ts'
import {
  type Business,
  type BusinessOfHouse,
  type Decided,
  DecisionRefused,
  type Scheduled,
} from '#platform/http/business.ts'
import { localeOf } from '#platform/i18n.ts'
import { beginByItself, MembershipOverlaps } from './begin.ts'
import { tellOfStep } from './emails.ts'
import { applicationPaths } from './paths.ts'
import { type Application, findApplication, listApplications } from './queries.ts'
import { type Decision, decisionOf, decisions } from './rules.ts'
import { listConflicts, Overtaken, takeStep } from './step-queries.ts'
import { textsOf } from './texts.ts'

const kind = 'application'

/** What the board decides of applications: those that the expert group has given its recommendation on. */
export const applicationBusiness: BusinessOfHouse<Database> = {
  kinds: [kind],
  waiting: async ({ db, locale: l, today }, organ) => {
    if (organ !== 'board') return []
    const waiting = await listApplications(db, ['recommended', 'on-agenda', 'deferred'])
    return Promise.all(
      waiting.map(async (application): Promise<Business> => {
        const texts = textsOf(l)
        const { id, organisationName, recommendation, recommendation_text: text, made_up } = application
        const conflicts = await listConflicts(db, application, today)
        const advised = recommendation
          ? `**${texts.office.recommendation}: ${texts.decisions[recommendation]}**`
          : ''
        return {
          kind,
          id: String(id),
          title: texts.business.title(organisationName),
          text: [advised, text].filter(Boolean).join('\n\n'),
          href: applicationPaths.officeOne(id),
          outcomes: decisions.map((outcome) => ({
            outcome,
            label: texts.business.outcomes[outcome],
            needsText: outcome !== 'approve',
            mayBegin: outcome === 'approve',
            closed: outcome === 'defer' || outcome === 'reject',
          })),
          partial: conflicts.map(({ personId, reason }) => ({
            personId,
            why: reason || texts.office.conflictOwn,
          })),
          madeUp: made_up,
        }
      }),
    )
  },
  scheduled: async (trx, { id, meetingId, heldOn, actor, baseUrl, now }) => {
    const application = await findApplication(trx, Number(id))
    if (application?.state === 'on-agenda' && application.meeting_id === meetingId) return
    await step(trx, { id, actor, baseUrl, now }, 'put-on-agenda', {
      data: { meetingOn: heldOn },
      changes: { meeting_id: meetingId, decided_on: null, paragraph: '', decision_text: '' },
    })
  },
  decided: async (trx, decided) => {
    const { outcome, text, decidedOn, paragraph, meetingId, begins, actor, baseUrl } = decided
    const decision = decisions.find((one) => one === outcome)
    if (!decision || (decision !== 'approve' && text === '')) refuse('decision-text-missing')
    const on = { decided_on: decidedOn, paragraph }
    const approved = await step(trx, decided, decision, {
      text,
      data: { decision: decisionOf(on) },
      changes: { ...on, meeting_id: meetingId, decision_text: text },
    })
    if (decision !== 'approve') return
    try {
      await beginByItself(trx, approved, { actor, baseUrl, today: decidedOn }, begins ?? decidedOn)
    } catch (error) {
      if (error instanceof MembershipOverlaps) refuse('membership-overlaps')
      throw error
    }
  },
}

/** Takes a step as the board's pen, and tells whom it concerns. Who is partial is refused and told nothing. */
async function step(
  trx: Transaction<Database>,
  place: Pick<Decided | Scheduled, 'id' | 'actor' | 'baseUrl' | 'now'>,
  name: Decision | 'put-on-agenda',
  taken: Pick<Parameters<typeof takeStep>[1], 'text' | 'data' | 'changes'>,
): Promise<Application> {
  const { actor, baseUrl, now } = place
  const id = Number(place.id)
  const today = localOf(now).day
  const before = await findApplication(trx, id)
  if (!before) refuse('application-gone')
  const partial = (await listConflicts(trx, before, today)).map(({ personId }) => personId)
  if (name !== 'put-on-agenda' && partial.includes(actor.personId)) refuse('partial')
  try {
    const application = await takeStep(trx, { id, version: -1, step: name, by: actor.personId, ...taken })
    await tellOfStep(trx, application, name, { baseUrl, today, text: taken.text ?? '', without: partial })
    return application
  } catch (error) {
    if (error instanceof Overtaken) refuse('application-moved')
    throw error
  }
}

/** The sentence stands in the minutes' language. */
function refuse(why: keyof ReturnType<typeof textsOf>['business']['refused']): never {
  throw new DecisionRefused(textsOf(localeOf('sv')).business.refused[why])
}
