import { loginPaths } from '#domains/accounts/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { questionPaths } from '../paths.ts'
import type { Answer, Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'
import { AnswerPiece } from './answer-piece.tsx'
import type { Reader } from './question.tsx'
import { AudienceField } from './question-fields.tsx'

export interface AnswersProps {
  l: Locale
  question: Question
  /** Those that the reader may see, in the order to show them. */
  answers: Answer[]
  /** Null for who is not of the network. */
  reader: Reader | null
  typed: Typed
  errors: Record<string, string>
}

/** The answers, and the form for one more. */
export function Answers(props: AnswersProps) {
  const { l, question, answers, reader } = props
  const t = textsOf(l).question
  const shown = answers.filter(({ hiddenAt }) => hiddenAt === null).length
  const { id, title, state, hiddenAt } = question
  return (
    <>
      <section class="flow" aria-labelledby="svaren">
        <h2 id="svaren">{t.answers(shown)}</h2>
        {shown === 0 && <p>{reader ? state === 'open' && t.noneYet : t.noneYetVisitor}</p>}
        {answers.map((answer) => (
          <AnswerPiece key={answer.id} l={l} question={question} answer={answer} reader={reader} />
        ))}
      </section>
      {!reader && (
        <p>
          <ButtonLink
            href={`${l.href(loginPaths.login)}?till=${encodeURIComponent(questionPaths.question(id, title))}`}
          >
            {t.login}
          </ButtonLink>
        </p>
      )}
      {reader && state === 'open' && !hiddenAt && <AnswerForm {...props} />}
    </>
  )
}

function AnswerForm({ l, question, typed, errors }: AnswersProps) {
  const texts = textsOf(l)
  const t = texts.question
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <section class="flow" aria-labelledby="ditt-svar">
      <h2 id="ditt-svar">{t.yourAnswer}</h2>
      <form class="form" method="post" action={l.href(questionPaths.answer(question.id))} noValidate>
        <Once />
        <Textarea {...field('svar')} label={t.answerText} hint={t.answerHint} rows={8} />
        <AudienceField
          l={l}
          legend={t.answerAudience}
          hint={t.answerAudienceHint}
          value={textIn(typed, 'lasare')}
        />
        <Button>{t.sendAnswer}</Button>
      </form>
    </section>
  )
}
