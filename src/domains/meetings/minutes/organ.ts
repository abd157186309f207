import type { Context } from 'hono'
import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Action } from '#domains/accounts/index.ts'
import type { StatuteRules } from '#domains/statutes/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Meeting } from '../queries.ts'
import type { MinutesDocument } from './document.ts'

export type C = Context<AppEnv<Database>>

/** What an organ gives so that its minutes can be written, approved and read. */
export interface MinutesOrgan {
  /** The pattern of the minutes' address: `/styrelse/moten/:meeting/protokoll`. */
  pattern: string
  /** The address of the minutes of a meeting, without the language. */
  path: (meeting: Meeting) => string
  /** Where the reader came from: the meeting itself, or what others than its own may read. */
  placeAround: (meeting: Meeting, l: Locale, inside: boolean) => { href: string; label: string }
  /** The meeting of the address. Throws a 404. */
  meetingOf: (c: C) => Promise<Meeting>
  /** Who may read them before they are approved. */
  readsDraft: Action
  /** The rule of the statutes on how many adjusters there are. */
  adjusters: 'board_adjusters' | 'annual_adjusters'
  nameOf: (meeting: Meeting, l: Locale) => string
  /** The minutes as they stand now. */
  compose: (db: Kysely<Database>, meeting: Meeting, rules: StatuteRules) => Promise<MinutesDocument>
}

/** What stands at the end of the address of each thing that can be done with minutes. */
export const minutesSteps = {
  said: (item: string | number) => `/arende/${item}`,
  handOver: '/lamna',
  takeBack: '/andra',
  sign: '/justera',
  note: '/rattelse',
  pdf: '.pdf',
  file: '.json',
}
