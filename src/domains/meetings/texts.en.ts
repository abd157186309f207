import type { Texts } from './texts.ts'

export const en: Texts = {
  gone: 'There is no such item.',
  notOpen: 'The meeting is not open, so it cannot decide.',
  decided: 'The item is decided already.',
  share: (share, paragraph) => `${share} of the votes (statutes § ${paragraph})`,
  moreThan: (part, whole) => `more than ${part}/${whole}`,
  atLeast: (part, whole) => `at least ${part}/${whole}`,
  votesMissing: (wanted) => `The decision needs ${wanted}. Enter the votes, or that everybody agreed.`,
  tooFew: (wanted, yes, no) => `The decision needs ${wanted}, and got ${yes} to ${no}.`,
  board: (day) => `The board, ${day}`,
  annual: (year) => `The annual meeting ${year}`,
  extra: (day) => `Extra annual meeting, ${day}`,
}
