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
import type { ExampleText } from '../rules.ts'
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
  const fields = fieldsOf(typed, errors, texts.errors)
  const original = example.texts[language === 'sv' ? 'en' : 'sv']
  // Who translates sees what stands in the other language right above each field.
  const field = (name: string, part: keyof ExampleText) => ({
    ...fields(name),
    ...(original?.[part] ? { hint: t.original(original[part]) } : {}),
  })
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
        <Input hint={texts.begin.nameHint} {...field('rubrik', 'title')} label={t.name} />
        <Textarea hint={t.summaryHint} {...field('sammanfattning', 'summary')} label={t.summary} rows={3} />
        <Textarea hint={t.problemHint} {...field('problem', 'problem')} label={t.problem} rows={6} />
        <Textarea hint={t.actionHint} {...field('gjorde', 'action')} label={t.action} rows={8} />
        <Input hint={t.costHint} {...field('kostnad', 'cost')} label={t.cost} />
        <Input hint={t.durationHint} {...field('tid', 'duration')} label={t.duration} />
        <Textarea hint={t.resultHint} {...field('resultat', 'result')} label={t.result} rows={6} />
        <Textarea
          hint={t.differentlyHint}
          {...field('annorlunda', 'differently')}
          label={t.differently}
          rows={4}
        />
        <p class="field-hint">{t.removeHint}</p>
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
