import { type Typed, textIn } from '#platform/http/form.ts'
import { type Language, type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Example } from '../example-queries.ts'
import { examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface TextFormPageProps {
  l: Locale
  example: Example
  language: Language
  typed: Typed
  errors: Record<string, string>
  /** Somebody saved while this was being written. */
  overtaken?: boolean
}

/** The story in one language, question by question. */
export function TextFormPage({ l, example, language, typed, errors, overtaken = false }: TextFormPageProps) {
  const texts = textsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(examplePaths.mine), label: texts.mine.title },
          {
            href: l.href(examplePaths.draft(example.id)),
            label: toldIn(example.texts, l)?.text.title ?? texts.draft.back,
          },
        ]}
      />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{t.overtaken}</p>
        </Notice>
      )}
      <PageHeader title={t.title[language]} lead={t.lead} />
      <form class="form" method="post" action={l.href(examplePaths.text(example.id, language))} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Input {...field('rubrik')} label={t.name} hint={texts.mine.nameHint} />
        <Textarea {...field('sammanfattning')} label={t.summary} hint={t.summaryHint} rows={3} />
        <Textarea {...field('problem')} label={t.problem} hint={t.problemHint} rows={6} />
        <Textarea {...field('gjorde')} label={t.action} hint={t.actionHint} rows={8} />
        <Input {...field('kostnad')} label={t.cost} hint={t.costHint} />
        <Input {...field('tid')} label={t.duration} hint={t.durationHint} />
        <Textarea {...field('resultat')} label={t.result} hint={t.resultHint} rows={6} />
        <Textarea {...field('annorlunda')} label={t.differently} hint={t.differentlyHint} rows={4} />
        <p class="field-hint">{t.removeHint}</p>
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
