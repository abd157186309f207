import { can, memberRoles } from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Viewer } from './rules.ts'

/** What somebody may find: the rules of the pages themselves, so that no hit leads to a closed door. */
export function viewerOf(actor: Actor | null): Viewer {
  if (can(actor, 'desk.use')) {
    return { audiences: ['everyone', 'members', 'organisation', 'office'], organisationCodes: 'all' }
  }
  if (!actor || !can(actor, 'network.use')) {
    return { audiences: ['everyone', 'visitors'], organisationCodes: [] }
  }
  const isTheirs = ({ role, member }: Actor['roles'][number]) =>
    member && memberRoles.some((one) => one === role)
  return {
    audiences: ['everyone', 'members', 'organisation'],
    organisationCodes: actor.roles.filter(isTheirs).map(({ organisationCode }) => organisationCode),
  }
}
