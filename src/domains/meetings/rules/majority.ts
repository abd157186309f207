import type { Share, StatuteRules } from '#domains/statutes/index.ts'

/** What a decision needs, and which paragraph says so. */
export interface Majority {
  share: Share
  paragraph: number
  /** More than an ordinary decision needs. */
  qualified: boolean
}

/** The majority that a kind of business needs at an annual meeting. */
export function majorityFor(rules: StatuteRules, kind: string | undefined): Majority {
  const qualified = kind === 'statutes' || kind === 'dissolution'
  const rule =
    kind === 'statutes'
      ? rules.majority_statutes
      : kind === 'dissolution'
        ? rules.majority_dissolution
        : rules.majority
  return { share: rule.value, paragraph: rule.paragraph, qualified }
}
