import type { Action } from '#domains/accounts/index.ts'

/** Where a member's report of a year can stand. */
export const reportStates = ['open', 'submitted', 'returned', 'approved', 'verified', 'published'] as const
export type ReportState = (typeof reportStates)[number]

interface StepRule {
  from: readonly ReportState[]
  to: ReportState
  who: Action
}

/**
 * The way of a report: the reporter submits, the contact official approves where the member wants it so, the
 * secretariat verifies or asks back, and publishes. What is published can be corrected, which begins the way anew.
 */
export const reportSteps = {
  submit: { from: ['open', 'returned'], to: 'approved', who: 'reports.write' },
  'submit-for-approval': { from: ['open', 'returned'], to: 'submitted', who: 'reports.write' },
  approve: { from: ['submitted'], to: 'approved', who: 'reports.approve' },
  'ask-again': { from: ['submitted'], to: 'returned', who: 'reports.approve' },
  'send-back': { from: ['approved', 'verified'], to: 'returned', who: 'rounds.edit' },
  verify: { from: ['approved'], to: 'verified', who: 'rounds.edit' },
  publish: { from: ['verified'], to: 'published', who: 'rounds.edit' },
  correct: { from: ['published'], to: 'returned', who: 'reports.write' },
} as const satisfies Record<string, StepRule>
export type ReportStep = keyof typeof reportSteps

/** Whether a step leads on from a state. */
export function allows(state: ReportState, step: ReportStep): boolean {
  const from: readonly ReportState[] = reportSteps[step].from
  return from.includes(state)
}

/** While a report is open or sent back its answers can be changed. */
export function isOpen(state: ReportState): boolean {
  return state === 'open' || state === 'returned'
}

/** Whether a report has left the member's hands. */
export function isDelivered(state: ReportState): boolean {
  return !isOpen(state) && state !== 'submitted'
}
