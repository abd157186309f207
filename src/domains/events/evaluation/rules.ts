/** How a question is answered: with a mark from 1 to 5, or in words. */
export const questionKinds = ['mark', 'words'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** What every event is asked. */
export const standardMarks = ['useful', 'speakers', 'arranged', 'recommend'] as const
export const standardWords = ['best', 'better'] as const
export type StandardQuestion = (typeof standardMarks)[number] | (typeof standardWords)[number]

/** Under so many answers nothing is shown: it could be told who wrote what. */
export const fewestAnswers = 5
/** So many questions of its own an event may have. */
export const mostOwnQuestions = 5

/** Where an evaluation stands. Results show only when it is closed, so that nobody can watch a single sheet come in. */
export type Standing = 'off' | 'planned' | 'open' | 'closed'

/** Where an evaluation stands on a day (`YYYY-MM-DD`). */
export function standingOf(evaluation: { closesOn: string | null } | undefined, today: string): Standing {
  if (!evaluation) return 'off'
  if (evaluation.closesOn === null) return 'planned'
  return today <= evaluation.closesOn ? 'open' : 'closed'
}

/** One answer to one question: a mark from 1 to 5, or words. */
export interface Answer {
  question: string
  mark: number | null
  words: string | null
}

/** How a question was answered. */
export type Result =
  | { question: string; kind: 'withheld' }
  | { question: string; kind: 'mark'; counts: number[]; answered: number; mean: number }
  | { question: string; kind: 'words'; words: string[] }

/**
 * What was answered, question by question: how many gave each mark (the first is for 1) and their mean, or what was
 * written, in alphabetical order so that the order tells nothing. Withheld with fewer than {@link fewestAnswers}.
 */
export function resultsOf(
  questions: { id: string; kind: QuestionKind }[],
  answers: Answer[],
  sheets: number,
): Result[] {
  return questions.map(({ id, kind }) => {
    const own = answers.filter(({ question }) => question === id)
    if (kind === 'words') {
      const words = own.flatMap((answer) => answer.words ?? [])
      return sheets < fewestAnswers
        ? { question: id, kind: 'withheld' }
        : { question: id, kind, words: words.sort((a, b) => a.localeCompare(b, 'sv')) }
    }
    const marks = own.flatMap(({ mark }) => mark ?? [])
    if (marks.length < fewestAnswers) return { question: id, kind: 'withheld' }
    const counts = [1, 2, 3, 4, 5].map((mark) => marks.filter((one) => one === mark).length)
    const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length
    return { question: id, kind, counts, answered: marks.length, mean }
  })
}
