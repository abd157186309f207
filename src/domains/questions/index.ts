export { followQuestion, unfollowQuestion } from './actions.ts'
export { type Answered, answerQuestion } from './answer-actions.ts'
export { type ListedQuestion, type QuestionFilter, searchQuestions } from './list-queries.ts'
export { questionPaths } from './paths.ts'
