import type { GroupKind } from '../selection.ts'

/** What decides which groups an organisation belongs to. */
export interface Belonging {
  kind: string
  countyCode: string | null
  groupCode: string | null
}

/** A group that may be too large to be looked at one by one. */
export interface Among {
  /** The name under which its statistics are kept. */
  key: string
  group: GroupKind
  belonging: Belonging
  /** Members are those of this day, `YYYY-MM-DD`. */
  day: string
}

/** The name under which a group's statistics are kept; null for groups that are never large. */
export function amongOf(group: GroupKind, one: Belonging): string | null {
  switch (group) {
    case 'sverige':
    case 'medlemmar':
      return `${group} ${one.kind}`
    case 'lan':
      return one.countyCode && `lan ${one.kind} ${one.countyCode}`
    case 'skr':
      return one.groupCode && `skr ${one.kind} ${one.groupCode}`
    default:
      return null
  }
}

/** Every group that an organisation is compared among and that may be large. */
export function amongsOf(one: Belonging & { member: boolean }): string[] {
  const kinds: GroupKind[] = one.member ? ['sverige', 'medlemmar', 'lan', 'skr'] : ['sverige', 'lan', 'skr']
  return kinds.flatMap((kind) => amongOf(kind, one) ?? [])
}
