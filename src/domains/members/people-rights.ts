import { can, memberRoles, type Role, roles } from '#domains/accounts/index.ts'
import type { Actor } from '#platform/http/context.ts'

/**
 * Whether somebody may change a person with these roles. Only an administrator may touch another one: whoever can
 * set a person's address can log in as that person.
 */
export function mayChange(actor: Actor | null, held: { role: string }[]): boolean {
  const administrator = can(actor, 'login.configure')
  return can(actor, 'register.edit') && (administrator || held.every(({ role }) => role !== 'administrator'))
}

/** The roles that somebody may give in an organisation: members' own in members, the association's in it. */
export function rolesToGive(actor: Actor | null, association: boolean): readonly Role[] {
  if (!association) return [...memberRoles, 'applicant']
  return roles.filter(
    (role) =>
      !memberRoles.includes(role) &&
      role !== 'applicant' &&
      (role !== 'administrator' || can(actor, 'login.configure')),
  )
}
