export { askWithin, closeQuestion, followQuestion, unfollowQuestion } from './actions.ts'
export { type Answered, answerQuestion } from './answer-actions.ts'
export { listChoices } from './choices.ts'
export { type ListedQuestion, type QuestionFilter, searchQuestions } from './list-queries.ts'
export { Reach } from './pages/reach.tsx'
export { SentTo } from './pages/sent-to.tsx'
export { questionPaths } from './paths.ts'
export { findPost, listNames } from './people-queries.ts'
export type { Place } from './place.ts'
export {
  type Answer,
  findQuestion,
  listAnswers,
  listRecipients,
  type Question,
  type Recipient,
} from './question-queries.ts'
export { reasonWords } from './reason-words.ts'
export { type Asking, type Chosen, choose, type Grounds, lookUp, type Routed } from './routing.ts'
export { longest } from './rules/limits.ts'
export type { Reason } from './rules/reason.ts'
export { guessTies } from './similar-queries.ts'
