import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { can, listHolders } from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Event } from '../queries.ts'
import { listOrganisationsOf, type OrganisationToBill } from './person-queries.ts'

const board = ['board-chair', 'board-member', 'board-substitute', 'auditor', 'secretariat', 'administrator']

/** Whether an event is open to somebody with an account. */
export function mayTakePart(event: Event, actor: Actor): boolean {
  if (event.openTo === 'members') return can(actor, 'network.use')
  return event.openTo === 'everyone' || actor.roles.some(({ role }) => board.includes(role))
}

/** Somebody of an organisation who can be chosen. */
export interface Colleague {
  personId: number
  name: string
  email: string
}

/** For whom somebody can register: which organisations, and of which of them a whole delegation. */
export interface Standing {
  /** Those that can be invoiced, when the event costs; else all. */
  organisations: OrganisationToBill[]
  /** Colleagues by organisation; only where the person may register a delegation. */
  colleagues: Map<string, Colleague[]>
}

/** What somebody can register, for an event. */
export async function standingOf(
  db: Kysely<Database>,
  actor: Actor,
  event: Event,
  today: string,
): Promise<Standing> {
  const codes = actor.roles
    .filter(({ member, role }) => member && role !== 'applicant')
    .map(({ organisationCode }) => organisationCode)
  const all = await listOrganisationsOf(db, codes)
  const organisations = event.priceOre > 0 ? all.filter(({ billable }) => billable) : all
  const colleagues = new Map<string, Colleague[]>()
  for (const { code } of organisations) {
    if (!can(actor, 'events.delegate', { organisationCode: code })) continue
    const holders = await listHolders(db, code)
    const current = holders.filter(({ since, until }) => since <= today && (until === null || until > today))
    const byPerson = new Map(
      current.flatMap(({ personId, name, email }) =>
        email === null || personId === actor.personId
          ? []
          : [[personId, { personId, name, email: email.toLowerCase() }]],
      ),
    )
    colleagues.set(
      code,
      [...byPerson.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
    )
  }
  return { organisations, colleagues }
}
