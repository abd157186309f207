import type { Database } from '#database/tables.ts'
import { can, roleName } from '#domains/accounts/index.ts'
import type { Actor, Asked, WaitingItem } from '#platform/http/context.ts'
import { representativePaths } from './paths.ts'
import { findOpenRenewal, listUnanswered } from './renewal-queries.ts'
import { neededSeats } from './rules.ts'
import { listVacantSeats } from './seat-queries.ts'
import { textsOf } from './texts.ts'

/** Roles to confirm and seats to fill, for those who manage an organisation's people. */
export async function waitingForPeople(
  { db, locale: l, today }: Asked<Database>,
  actor: Actor,
): Promise<WaitingItem[]> {
  const t = textsOf(l).waiting
  const managed = new Map(
    actor.roles
      .filter(({ organisationCode }) => can(actor, 'people.manage', { organisationCode }))
      .map(({ organisationCode, organisationName }) => [organisationCode, organisationName]),
  )
  const codes = [...managed.keys()]
  const nameOf = (code: string) => managed.get(code) ?? code
  const [renewal, unanswered, vacant] = await Promise.all([
    findOpenRenewal(db),
    listUnanswered(db, codes),
    listVacantSeats(db, codes, today, neededSeats),
  ])
  return [
    ...unanswered.map((code) => ({
      text: t.renew(nameOf(code)),
      href: representativePaths.renew(code),
      ...(renewal ? { due: renewal.dueOn } : {}),
    })),
    ...[...Map.groupBy(vacant, ({ code }) => code)].map(([code, seats]) => ({
      text: t.vacant(
        nameOf(code),
        l.list(seats.map(({ role }) => roleName(role, l).toLocaleLowerCase(l.language))),
      ),
      href: representativePaths.people(code),
    })),
  ]
}
