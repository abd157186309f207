import { examplePaths } from '#domains/good-examples/index.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { questionPaths } from '../paths.ts'
import type { FittingExample, SimilarQuestion } from '../similar-queries.ts'
import { textsOf } from '../texts.ts'

export interface SimilarProps {
  l: Locale
  questions: SimilarQuestion[]
  examples: FittingExample[]
}

/** Questions and examples that are like what somebody wants to ask. Nothing where there are none. */
export function Similar({ l, questions, examples }: SimilarProps) {
  const { ask: t, list, madeUp } = textsOf(l)
  return (
    <>
      {questions.length > 0 && (
        <div class="flow">
          <h2>{t.similarQuestions}</h2>
          <ul>
            {questions.map((one) => (
              <li key={one.id}>
                <a
                  href={l.href(questionPaths.question(one.id, one.title))}
                  lang={otherLanguage(one.language, l)}
                >
                  {one.title}
                </a>
                {', '}
                {(one.accepted ? list.accepted : list.answers(one.answers)).toLocaleLowerCase(l.language)}{' '}
                {one.madeUp && <MadeUpBadge label={madeUp} />}
              </li>
            ))}
          </ul>
        </div>
      )}
      {examples.length > 0 && (
        <div class="flow">
          <h2>{t.similarExamples}</h2>
          <ul>
            {examples.map((one) => (
              <li key={one.id}>
                <a
                  href={l.href(examplePaths.example(one.id, one.title))}
                  lang={otherLanguage(one.language, l)}
                >
                  {one.title}
                </a>
                {', '}
                {t.example(one.organisation, one.year)} {one.madeUp && <MadeUpBadge label={madeUp} />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** The same as a piece for the form, which says aloud how many there are. */
export function SimilarPiece(props: SimilarProps) {
  const { l, questions, examples } = props
  const t = textsOf(l).ask
  const found = questions.length + examples.length
  return (
    <>
      <p role="status" class="subtle">
        {found === 0 ? t.noSimilar : t.found(found)}
      </p>
      <Similar {...props} />
    </>
  )
}
