import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { questionPaths } from '../paths.ts'
import type { Question } from '../question-queries.ts'
import { textsOf } from '../texts.ts'

export interface DeclinePageProps {
  l: Locale
  question: Question
  /** Those of the name that was typed, where there are several. */
  people: { personId: number; name: string; organisation: string }[]
  typed: Typed
  errors: Record<string, string>
}

/** Somebody who was asked cannot answer, and perhaps knows who can. */
export function DeclinePage({ l, question, people, typed, errors }: DeclinePageProps) {
  const texts = textsOf(l)
  const t = texts.decline
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(questionPaths.list), label: texts.list.title },
          { href: l.href(questionPaths.question(question.id, question.title)), label: question.title },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={l.href(questionPaths.decline(question.id))} noValidate>
        <Input {...field('namn')} label={t.name} hint={t.nameHint} />
        {people.length > 1 && (
          <Boxes
            {...field('person')}
            kind="radio"
            legend={t.which}
            options={people.map(({ personId, name, organisation }) => ({
              value: String(personId),
              label: `${name}, ${organisation}`,
            }))}
            chosen={[textIn(typed, 'person')]}
          />
        )}
        <Button>{t.send}</Button>
      </form>
    </>
  )
}
