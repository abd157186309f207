import type { PublishedExample } from '#domains/good-examples/index.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import { Trap } from '../../visits/pages/trap.tsx'

/** Asks the author of an example for an English text. */
export function WishPage({
  l,
  example,
  typed,
  errors,
}: {
  l: Locale
  example: PublishedExample
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.examples
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.examples), label: t.title }]} />
      <PageHeader title={t.askTitle(example.title.sv ?? '')} lead={t.askLead} />
      <form class="form" method="post" action={l.href(partnerPaths.wish(example.id))} noValidate>
        <Input {...field('fran')} label={t.askedBy} hint={t.askedByHint} />
        <Trap l={l} />
        <Button>{t.send}</Button>
      </form>
    </>
  )
}
