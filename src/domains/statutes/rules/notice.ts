import { addDays } from '#platform/days.ts'
import type { RuleName, StatuteRules } from '../schema.ts'

/** A demand of the statutes that a plan breaks: which paragraph, and by when it should have been. */
export interface Breach {
  rule: RuleName
  paragraph: number
  /** The last day, `YYYY-MM-DD`. */
  latest: string
}

/** What kind of meeting is called. */
export type MeetingKind = 'board' | 'annual' | 'extra'

const noticeRule = {
  board: 'board_notice_days',
  annual: 'annual_notice_days',
  extra: 'extra_notice_days',
} as const satisfies Record<MeetingKind, RuleName>

/** The last day to send the notice of a meeting on a day, with the paragraph that says so. */
export function noticeBy(rules: StatuteRules, kind: MeetingKind, heldOn: string): Breach {
  const rule = noticeRule[kind]
  return { rule, paragraph: rules[rule].paragraph, latest: addDays(heldOn, -rules[rule].value) }
}

/** The last day to hand in a motion to an annual meeting on a day. */
export function motionsBy(rules: StatuteRules, heldOn: string): Breach {
  const { value, paragraph } = rules.motion_deadline_days
  return { rule: 'motion_deadline_days', paragraph, latest: addDays(heldOn, -value) }
}

/** The last day to send the documents of an annual meeting on a day. */
export function documentsBy(rules: StatuteRules, heldOn: string): Breach {
  const { value, paragraph } = rules.annual_documents_days
  return { rule: 'annual_documents_days', paragraph, latest: addDays(heldOn, -value) }
}

/** What is wrong with calling a meeting on a day with the notice sent on another. Empty when all is well. */
export function breachesOfNotice(
  rules: StatuteRules,
  { kind, heldOn, sentOn }: { kind: MeetingKind; heldOn: string; sentOn: string },
): Breach[] {
  const notice = noticeBy(rules, kind, heldOn)
  const { value, paragraph } = rules.annual_meeting_by
  const lastDay = `${heldOn.slice(0, 4)}-${value}`
  return [
    ...(sentOn > notice.latest ? [notice] : []),
    ...(kind === 'annual' && heldOn > lastDay
      ? [{ rule: 'annual_meeting_by' as const, paragraph, latest: lastDay }]
      : []),
  ]
}
