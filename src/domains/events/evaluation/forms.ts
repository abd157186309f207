import { type Typed, textIn } from '#platform/http/form.ts'
import type { Question } from './questions.ts'
import { type Answer, mostOwnQuestions, type QuestionKind } from './rules.ts'

const longestWords = 2000
const longestQuestion = 200

/** What a participant answered; questions may be left out, but not all of them. */
export function answersFrom(
  questions: Question[],
  typed: Typed,
): { answers: Answer[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const answers = questions.flatMap(({ id, kind }): Answer[] => {
    const text = textIn(typed, id)
    if (text === '') return []
    if (kind === 'mark') {
      if (/^[1-5]$/.test(text)) return [{ question: id, mark: Number(text), words: null }]
      errors[id] = 'mark-wrong'
      return []
    }
    if (text.length > longestWords) errors[id] = 'too-long'
    return [{ question: id, mark: null, words: text }]
  })
  const first = questions[0]
  if (answers.length === 0 && Object.keys(errors).length === 0 && first) errors[first.id] = 'nothing-answered'
  return { answers, errors }
}

/** The event's own questions, from rows of which some are left empty. */
export function ownQuestionsFrom(typed: Typed): {
  own: { kind: QuestionKind; sv: string; en: string }[]
  errors: Record<string, string>
} {
  const errors: Record<string, string> = {}
  const own = Array.from({ length: mostOwnQuestions }, (_, i) => i).flatMap((i) => {
    const [sv, en] = [textIn(typed, `sv-${i}`), textIn(typed, `en-${i}`)]
    if (sv === '' && en === '') return []
    if (sv === '') errors[`sv-${i}`] = 'question-missing'
    if (sv.length > longestQuestion) errors[`sv-${i}`] = 'too-long'
    if (en.length > longestQuestion) errors[`en-${i}`] = 'too-long'
    const kind: QuestionKind = textIn(typed, `slag-${i}`) === 'words' ? 'words' : 'mark'
    return [{ kind, sv, en }]
  })
  return { own, errors }
}
