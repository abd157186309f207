import type { Action } from '#domains/accounts/index.ts'

/** Where an application can stand. */
export const states = [
  'draft',
  'submitted',
  'incomplete',
  'in-review',
  'recommended',
  'on-agenda',
  'deferred',
  'approved',
  'approved-with-conditions',
  'rejected',
  'withdrawn',
  'member',
] as const
export type State = (typeof states)[number]

/** Nothing leads on from these. After the last two a new application may be started. */
export const finals: readonly State[] = ['member', 'rejected', 'withdrawn']

/** What must be at hand for a step. */
export type Need =
  | 'all-sections'
  | 'reason'
  | 'deadline'
  | 'views'
  | 'recommendation'
  | 'meeting'
  | 'paragraph'
  | 'conditions'
  | 'note'

/** Who gets a mail about a step. */
export type Told = 'applicant' | 'secretariat' | 'expert-group' | 'board'

interface StepRule {
  from: readonly State[]
  to: State
  /** The action of the permissions; `program` steps follow by themselves. */
  who: Action | 'program'
  needs: readonly Need[]
  told: readonly Told[]
  /** Whether the applicant reads the step's text; views of the expert group stay inside. */
  open: boolean
}

const undecided: readonly State[] = [
  'draft',
  'submitted',
  'incomplete',
  'in-review',
  'recommended',
  'on-agenda',
  'deferred',
]

const decision = { from: ['on-agenda'], who: 'board.decide', open: true } as const

/**
 * The way of an application. The association's own description: the secretariat receives it, the expert group
 * recommends, the board decides at its next meeting (brochure, "Så blir ni medlem").
 */
export const steps = {
  submit: {
    from: ['draft', 'incomplete'],
    to: 'submitted',
    who: 'application.edit',
    needs: ['all-sections'],
    told: ['applicant', 'secretariat'],
    open: true,
  },
  'send-back': {
    from: ['submitted'],
    to: 'incomplete',
    who: 'applications.check',
    needs: ['reason'],
    told: ['applicant'],
    open: true,
  },
  accept: {
    from: ['submitted'],
    to: 'in-review',
    who: 'applications.check',
    needs: ['deadline'],
    told: ['applicant', 'expert-group'],
    open: true,
  },
  recommend: {
    from: ['in-review'],
    to: 'recommended',
    who: 'applications.review',
    needs: ['views', 'recommendation'],
    told: ['secretariat'],
    open: false,
  },
  'put-on-agenda': {
    from: ['recommended', 'deferred', 'on-agenda'],
    to: 'on-agenda',
    who: 'board.edit',
    needs: ['meeting'],
    told: ['applicant', 'board'],
    open: true,
  },
  approve: { ...decision, to: 'approved', needs: ['meeting', 'paragraph'], told: ['applicant'] },
  'approve-with-conditions': {
    ...decision,
    to: 'approved-with-conditions',
    needs: ['meeting', 'paragraph', 'conditions'],
    told: ['applicant', 'secretariat'],
  },
  defer: { ...decision, to: 'deferred', needs: ['meeting', 'paragraph', 'reason'], told: ['applicant'] },
  reject: { ...decision, to: 'rejected', needs: ['meeting', 'paragraph', 'reason'], told: ['applicant'] },
  begin: { from: ['approved'], to: 'member', who: 'program', needs: [], told: [], open: true },
  'conditions-met': {
    from: ['approved-with-conditions'],
    to: 'member',
    who: 'applications.check',
    needs: ['note'],
    told: [],
    open: true,
  },
  withdraw: {
    from: undecided,
    to: 'withdrawn',
    who: 'application.edit',
    needs: [],
    told: ['applicant', 'secretariat'],
    open: true,
  },
} as const satisfies Record<string, StepRule>

export type Step = keyof typeof steps

/** What the board may decide. */
export const decisions = ['approve', 'approve-with-conditions', 'defer', 'reject'] as const
export type Decision = (typeof decisions)[number]

const names = Object.keys(steps).filter((name): name is Step => name in steps)

/** The steps in the order of the way. */
export function allSteps(): { step: Step; rule: StepRule }[] {
  return names.map((step) => ({ step, rule: steps[step] }))
}

/** Where a step leads from a state; undefined when it may not be taken there. */
export function next(state: State, step: Step): State | undefined {
  const rule: StepRule = steps[step]
  return rule.from.includes(state) ? rule.to : undefined
}

/** The steps that may be taken from a state, whoever takes them. */
export function stepsFrom(state: State): Step[] {
  return names.filter((step) => next(state, step) !== undefined)
}

/** Whether the applicant still writes. */
export function isWritable(state: State): boolean {
  return state === 'draft' || state === 'incomplete'
}

export function isFinal(state: State): boolean {
  return finals.includes(state)
}

/** How many given views a joint recommendation leans on: two, or one when only one reviewer is free of conflict. */
export function viewsNeeded(freeReviewers: number): number {
  return Math.min(2, Math.max(1, freeReviewers))
}

/**
 * Which of the three reminders of a review is due and not yet sent: 7 days and 1 day before the deadline, and once
 * the day after. A day without a run is caught up with by one reminder.
 */
export function isReviewReminderDue(daysLeft: number, sent: number): boolean {
  return [7, 1, -1].filter((days) => daysLeft <= days).length > sent
}

/** The way as a drawing in Mermaid; docs/application.md holds the same. */
export function drawing(): string {
  const lines = allSteps().flatMap(({ step, rule }) =>
    rule.from.map((from) => `  ${idOf(from)} --> ${idOf(rule.to)}: ${step} (${rule.who})`),
  )
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  state "${state}" as ${idOf(state)}`),
    `  [*] --> ${idOf('draft')}`,
    ...lines,
    ...finals.map((state) => `  ${idOf(state)} --> [*]`),
  ].join('\n')
}

const idOf = (state: State) => state.replaceAll('-', '_')

/** Where a decision is found: `Styrelsen 2026-10-15 § 50`. */
export function decisionOf(decided: { decided_on: string | null; paragraph: string }): string {
  return `Styrelsen ${decided.decided_on ?? ''} ${decided.paragraph}`.trim()
}
