import { type Typed, textIn } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { eventPaths } from '../../paths.ts'
import type { Event } from '../../queries.ts'
import { questionKinds } from '../../rules/registration.ts'
import { textsOf as eventTexts } from '../../texts.ts'
import type { Question } from '../event-queries.ts'
import { registrationPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface QuestionsPageProps {
  l: Locale
  event: Event
  questions: Question[]
  keptDays: number
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
}

/** The questions that an event asks of its participants, and the form for one more. */
export function QuestionsPage({ l, event, questions, keptDays, typed, errors, done }: QuestionsPageProps) {
  const texts = textsOf(l)
  const t = texts.office
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Done text={done && t.notices[done]} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(eventPaths.office), label: eventTexts(l).office.title },
          { href: l.href(eventPaths.edit(event.id)), label: toldIn(event.texts, l)?.text.title ?? '' },
        ]}
      />
      <PageHeader title={t.questions} lead={`${t.questionsLead} ${t.questionsKept(keptDays)}`} />
      {questions.length === 0 ? (
        <EmptyState title={t.noQuestions} />
      ) : (
        <ol class="people">
          {questions.map((question) => (
            <li key={question.id}>
              <p>
                <strong>{question.sv}</strong>
              </p>
              <p class="subtle">
                {l.list([
                  texts.questionKinds[question.kind],
                  ...question.choices,
                  ...(question.required ? [t.required.toLocaleLowerCase('sv')] : []),
                ])}
                {question.sensitive && `. ${texts.register.sensitive}`}
              </p>
              <form method="post" action={l.href(registrationPaths.removeQuestion(event.id))}>
                <input type="hidden" name="fraga" value={question.id} />
                <Button variant="tertiary">{t.removeQuestion}</Button>
              </form>
            </li>
          ))}
        </ol>
      )}
      <form class="form" method="post" action={l.href(registrationPaths.questions(event.id))} noValidate>
        <Input {...field('fraga-sv')} label={t.questionSv} />
        <Input {...field('fraga-en')} label={t.questionEn} hint={t.questionEnHint} />
        <Select
          {...field('slag')}
          label={t.kind}
          options={[
            { value: '', label: texts.register.choose },
            ...questionKinds.map((kind) => ({ value: kind, label: texts.questionKinds[kind] })),
          ]}
        />
        <Textarea {...field('alternativ')} label={t.choices} hint={t.choicesHint} rows={4} />
        <Checkbox {...field('kravs')} value="1" checked={textIn(typed, 'kravs') !== ''} label={t.required} />
        <Checkbox
          {...field('kanslig')}
          value="1"
          checked={textIn(typed, 'kanslig') !== ''}
          label={t.sensitive}
        />
        <Button>{t.addQuestion}</Button>
      </form>
    </>
  )
}
