import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { titleOf } from '../../asking.ts'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { textsOf } from '../../texts.ts'
import { evaluationPaths } from '../paths.ts'
import type { Evaluation } from '../queries.ts'
import type { Question } from '../questions.ts'
import { fewestAnswers, mostOwnQuestions, questionKinds, type Result, type Standing } from '../rules.ts'
import { evaluationTexts } from '../texts.ts'
import { Results } from './results.tsx'

export interface EvaluationPageProps {
  l: Locale
  event: Event
  evaluation: Evaluation | undefined
  standing: Standing
  questions: Question[]
  results: Result[]
  /** What was typed, when the form comes back. */
  typed: Typed | undefined
  errors: Record<string, string>
  done: string | undefined
}

/** An evaluation from its questions to its results. */
export function EvaluationPage(props: EvaluationPageProps) {
  const { l, event, evaluation, standing, questions, errors, done } = props
  const texts = evaluationTexts(l)
  const t = texts.office
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && t.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.office), label: textsOf(l).office.title },
          { href: l.href(eventPaths.edit(event.id)), label: titleOf(event, l) },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead(titleOf(event, l))}>
        {evaluation?.madeUp && (
          <p>
            <MadeUpBadge label={textsOf(l).madeUp} />
          </p>
        )}
      </PageHeader>
      {evaluation && standing === 'closed' && <Closed {...props} evaluation={evaluation} />}
      {evaluation?.closesOn && standing === 'open' && (
        <p>{t.open(l.number(evaluation.answered), l.date(evaluation.closesOn))}</p>
      )}
      {(standing === 'off' || standing === 'planned') && (
        <>
          <p>{t[standing]}</p>
          <section class="flow" aria-labelledby="alla">
            <h2 id="alla">{t.standard}</h2>
            <ul>
              {questions
                .filter(({ id }) => !id.startsWith('own-'))
                .map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
            </ul>
          </section>
          <OwnQuestions {...props} />
        </>
      )}
    </>
  )
}

function OwnQuestions({ l, event, evaluation, typed, errors }: EvaluationPageProps) {
  const texts = evaluationTexts(l)
  const t = texts.office
  const field = fieldsOf(typed ?? typedQuestions(evaluation), errors, texts.errors)
  return (
    <section class="flow" aria-labelledby="egna">
      <h2 id="egna">{t.own}</h2>
      <p class="field-hint">{t.ownHint(l.number(mostOwnQuestions))}</p>
      <form class="form" method="post" action={l.href(evaluationPaths.office(event.id))} noValidate>
        {Array.from({ length: mostOwnQuestions }, (_, i) => (
          <fieldset key={`fraga-${i + 1}`} class="boxes flow">
            <legend class="legend">{t.number(String(i + 1))}</legend>
            <Input {...field(`sv-${i}`)} label={t.sv} />
            <Input {...field(`en-${i}`)} label={t.en} />
            <Select
              {...field(`slag-${i}`)}
              label={t.kind}
              options={questionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
            />
          </fieldset>
        ))}
        <Button>{evaluation ? t.save : t.start}</Button>
      </form>
      {evaluation && (
        <form method="post" action={l.href(evaluationPaths.drop(event.id))}>
          <Button variant="tertiary">{t.drop}</Button>
        </form>
      )}
    </section>
  )
}

function typedQuestions(evaluation: Evaluation | undefined): Typed {
  return Object.fromEntries(
    (evaluation?.own ?? []).flatMap(({ kind, text }, i) => [
      [`sv-${i}`, text.sv],
      [`en-${i}`, text.en === text.sv ? '' : text.en],
      [`slag-${i}`, kind],
    ]),
  )
}

function Closed(props: EvaluationPageProps & { evaluation: Evaluation }) {
  const { l, event, evaluation, questions, results, typed, errors } = props
  const texts = evaluationTexts(l)
  const t = texts.office
  const field = fieldsOf(typed ?? { slutsats: evaluation.conclusion }, errors, texts.errors)
  const enough = evaluation.answered >= fewestAnswers
  return (
    <>
      <section class="flow" aria-labelledby="resultat">
        <h2 id="resultat">{t.results}</h2>
        <p>{t.closed(l.number(evaluation.answered))}</p>
        {enough ? (
          <Results l={l} questions={questions} results={results} />
        ) : (
          <p class="subtle">{t.few(l.number(fewestAnswers))}</p>
        )}
      </section>
      {enough && (
        <section class="flow" aria-labelledby="visa">
          <h2 id="visa">{t.publish}</h2>
          {evaluation.publishedAt && (
            <p>
              {t.published(l.date(evaluation.publishedAt))}{' '}
              <a href={l.href(evaluationPaths.summary(event.id))}>{texts.summary.link}</a>
            </p>
          )}
          <form class="form" method="post" action={l.href(evaluationPaths.publish(event.id))} noValidate>
            <Textarea
              {...field('slutsats')}
              value={textIn(typed ?? { slutsats: evaluation.conclusion }, 'slutsats')}
              label={t.conclusion}
              hint={`${t.conclusionHint} ${t.publishHint}`}
            />
            <Button>{t.publish}</Button>
          </form>
          {evaluation.publishedAt && (
            <form method="post" action={l.href(evaluationPaths.withdraw(event.id))}>
              <Button variant="tertiary">{t.withdraw}</Button>
            </form>
          )}
        </section>
      )}
    </>
  )
}
