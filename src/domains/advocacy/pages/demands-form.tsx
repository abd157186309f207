import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { Matter } from '../matter-queries.ts'
import { advocacyPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Where the drafters say what the response asks for, one demand a line. */
export function DemandsFormPage({
  l,
  matter,
  typed,
  errors,
}: {
  l: Locale
  matter: Matter
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.demands
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(advocacyPaths.list), label: texts.list.title },
          { href: l.href(advocacyPaths.matter(matter.id, matter.title)), label: matter.title },
        ]}
      />
      <PageHeader title={t.editTitle} lead={t.editLead} />
      <form
        class="form form--wide"
        method="post"
        action={l.href(advocacyPaths.editDemands(matter.id))}
        noValidate
      >
        <Textarea {...field('krav')} label={t.editLabel} hint={t.editHint} rows={8} />
        <Button>{texts.form.save}</Button>
      </form>
    </>
  )
}
