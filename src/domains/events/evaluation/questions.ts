import type { Locale } from '#platform/i18n.ts'
import type { Evaluation } from './queries.ts'
import { type QuestionKind, standardMarks, standardWords } from './rules.ts'
import { evaluationTexts } from './texts.ts'

/** A question as a participant reads it. */
export interface Question {
  id: string
  kind: QuestionKind
  text: string
}

/** Everything that an event is asked: marks first, then what is answered in words. */
export function questionsOf({ own }: Pick<Evaluation, 'own'>, l: Locale): Question[] {
  const { standard } = evaluationTexts(l)
  const ownOf = (wanted: QuestionKind): Question[] =>
    own
      .filter(({ kind }) => kind === wanted)
      .map(({ id, kind, text }) => ({ id: `own-${id}`, kind, text: text[l.language] }))
  return [
    ...standardMarks.map((id): Question => ({ id, kind: 'mark', text: standard[id] })),
    ...ownOf('mark'),
    ...standardWords.map((id): Question => ({ id, kind: 'words', text: standard[id] })),
    ...ownOf('words'),
  ]
}
