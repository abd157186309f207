import type { OrganisationKind } from '../tables.ts'
import { type MemberStatus, memberStatuses } from './membership.ts'

/** One organisation in the register. */
export interface RegisterRow {
  code: string
  name: string
  kind: OrganisationKind
  countyCode: string | null
  countyName: string | null
  organisationNumber: string | null
  status: MemberStatus
  /** First day of the present, coming or latest period. */
  since: string | null
  /** First day without membership, when it is known. */
  until: string | null
  noticeGivenOn: string | null
  /** Who holds the role today, the first one by name. */
  holders: { role: string; name: string }[]
  /** Parts of the profile that are missing. */
  gaps: number
  madeUp: boolean
}

/** What the register is narrowed to; empty text and null for everything. */
export interface RegisterFilter {
  text: string
  kind: OrganisationKind | null
  countyCode: string
  status: MemberStatus | 'all'
  /** A role that nobody holds. */
  lacks: string
  incomplete: boolean
  /** Memberships that have a last day. */
  leaving: boolean
}

/** Members only, as the register opens. */
export const openingFilter: RegisterFilter = {
  text: '',
  kind: null,
  countyCode: '',
  status: 'member',
  lacks: '',
  incomplete: false,
  leaving: false,
}

/** The whole register. */
export const everybody: RegisterFilter = { ...openingFilter, status: 'all' }

/** Whether a text names a status. */
export function isStatus(text: string): text is MemberStatus {
  return memberStatuses.some((status) => status === text)
}
