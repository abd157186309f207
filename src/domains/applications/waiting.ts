import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import type { Actor, Asked, WaitingItem } from '#platform/http/context.ts'
import { applicationPaths } from './paths.ts'
import { listApplications, listApplicationsOf } from './queries.ts'
import { listOwnStates } from './review-queries.ts'
import { textsOf } from './texts.ts'

/** What applications wait for from somebody: an applicant's own, a view of the expert group, a decision. */
export async function waitingApplications(
  { db, locale: l }: Asked<Database>,
  actor: Actor,
): Promise<WaitingItem[]> {
  const t = textsOf(l).waiting
  const parts: WaitingItem[] = []
  const own = actor.roles.flatMap(({ role, organisationCode }) =>
    role === 'applicant' ? [organisationCode] : [],
  )
  for (const { id, state } of own.length > 0 ? await listApplicationsOf(db, own) : []) {
    if (state === 'draft') parts.push({ text: t.draft, href: applicationPaths.one(id) })
    if (state === 'incomplete') parts.push({ text: t.incomplete, href: applicationPaths.one(id) })
  }
  if (can(actor, 'applications.review')) {
    const mine = await listOwnStates(db, actor.personId)
    for (const { id, organisationName, review_due_on: due } of await listApplications(db, ['in-review'])) {
      if (mine.get(id) === 'given' || mine.get(id) === 'conflict') continue
      parts.push({
        text: t.review(organisationName),
        href: applicationPaths.review(id),
        ...(due ? { due } : {}),
      })
    }
  }
  if (actor.roles.some(({ role }) => role.startsWith('board-'))) {
    for (const { organisationName, meetingOn } of await listApplications(db, ['on-agenda'])) {
      parts.push({
        text: t.decide(organisationName),
        href: applicationPaths.board,
        ...(meetingOn ? { due: meetingOn } : {}),
      })
    }
  }
  return parts
}
