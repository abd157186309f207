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

/** Who is asked in a round. */
export const askedKinds = ['municipality', 'region'] as const
export type AskedKind = (typeof askedKinds)[number]

/** A round as addresses name it: `2025`, or `2025-regioner` when regions are asked. */
export function roundKey({ year, kind }: { year: number; kind: AskedKind }): string {
  return kind === 'region' ? `${year}-regioner` : String(year)
}

/** The year and kind of a round that an address names. */
export function readRoundKey(key: string): { year: number; kind: AskedKind } {
  return { year: Number(key.slice(0, 4)), kind: key.endsWith('-regioner') ? 'region' : 'municipality' }
}

/** Whether a step leads on from a state. */
export function allows(state: ReportState, step: ReportStep): boolean {
  const from: readonly ReportState[] = reportSteps[step].from
  return from.includes(state)
}

/**
 * Whether answers can be changed: while the round is open, and also afterwards in what was sent back or is being
 * corrected. A due day that has passed closes nothing.
 */
export function canAnswer({ state, closed }: { state: ReportState; closed: boolean }): boolean {
  return state === 'returned' || (state === 'open' && !closed)
}

/** Whether a report is in the member's hands: not sent in, or sent back. */
export function isOpen(state: ReportState): boolean {
  return state === 'open' || state === 'returned'
}

/** Whether a report has left the member's hands. */
export function isDelivered(state: ReportState): boolean {
  return !isOpen(state) && state !== 'submitted'
}
