import type { Typed } from '#platform/http/form.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Example } from '../example-queries.ts'
import { addressOf, examplePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface ReportPageProps {
  l: Locale
  example: Example
  typed: Typed
  errors: Record<string, string>
}

/** Tells the secretariat what is wrong with an example. */
export function ReportPage({ l, example, typed, errors }: ReportPageProps) {
  const texts = textsOf(l)
  const t = texts.report
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(examplePaths.list), label: texts.list.title },
          { href: l.href(addressOf(example)), label: toldIn(example.texts, l)?.text.title ?? '' },
        ]}
      />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={l.href(examplePaths.report(example.id))} noValidate>
        <Textarea
          {...fieldsOf(typed, errors, texts.errors)('skal')}
          label={t.reason}
          hint={t.reasonHint}
          rows={4}
        />
        <Button>{t.button}</Button>
      </form>
    </>
  )
}
