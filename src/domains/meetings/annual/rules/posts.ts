import type { StatuteRules } from '#domains/statutes/index.ts'
import type { Post } from '../tables.ts'

/** Every post that an annual meeting elects to, in the order of the agenda. */
export const posts = [
  'chair',
  'member',
  'substitute',
  'auditor',
  'nomination-committee',
] as const satisfies Post[]

/** The role that somebody elected gets. */
export const roleOfPost = {
  chair: 'board-chair',
  member: 'board-member',
  substitute: 'board-substitute',
  auditor: 'auditor',
  'nomination-committee': 'nomination-committee',
} as const satisfies Record<Post, string>

/** How many there are of a post, how long they sit, and which paragraph says so. The chair is one of the board. */
export function postIn(rules: StatuteRules, post: Post): { seats: number; years: number; paragraph: number } {
  const years = rules.board_term_years.value
  switch (post) {
    case 'chair':
      return { seats: 1, years, paragraph: rules.board_members.paragraph }
    case 'member':
      return {
        seats: Math.max(0, rules.board_members.value - 1),
        years,
        paragraph: rules.board_members.paragraph,
      }
    case 'substitute':
      return { seats: rules.board_substitutes.value, years, paragraph: rules.board_substitutes.paragraph }
    case 'auditor':
      return { seats: rules.auditors.value, years: 1, paragraph: rules.auditors.paragraph }
    case 'nomination-committee':
      return {
        seats: rules.nomination_committee.value,
        years: 1,
        paragraph: rules.nomination_committee.paragraph,
      }
  }
}

/** Somebody on a post since the meeting of a year. */
export interface OnPost {
  /** `YYYY-MM-DD`. */
  since: string
}

/** Whether a term that began some day is over at a meeting of a year: they run from annual meeting to annual meeting. */
export function isTermOver(since: string, years: number, year: number): boolean {
  return Number(since.slice(0, 4)) + years <= year
}

/** How many are to be elected at the meeting of a year: the seats that are empty or whose term is over. */
export function seatsToFill(
  { seats, years }: { seats: number; years: number },
  holders: OnPost[],
  year: number,
): number {
  return Math.max(0, seats - holders.filter(({ since }) => !isTermOver(since, years, year)).length)
}
