import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { cataloguePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { DecisionFields } from './decision-fields.tsx'

interface BreakFieldsProps {
  l: Locale
  typed: Typed
  errors: Record<string, string>
}

/** A break of a figure's series, by itself. */
export function BreakFormPage(props: BreakFieldsProps & { id: string; title: string }) {
  const { l, id, title, errors } = props
  const texts = textsOf(l)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(cataloguePaths.office), label: texts.office.title },
          { href: l.href(cataloguePaths.figure(id)), label: title },
        ]}
      />
      <PageHeader title={texts.breaks.add} lead={texts.breaks.lead} />
      <form class="form" method="post" action={l.href(cataloguePaths.breaks(id))} noValidate>
        <BreakFields {...props} />
        <Button>{texts.preview.look}</Button>
      </form>
    </>
  )
}

/** The year of a break, its reason and its decision. */
export function BreakFields({ l, typed, errors }: BreakFieldsProps) {
  const texts = textsOf(l)
  const t = texts.breaks
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <Input {...field('brott_ar')} label={t.year} hint={t.yearHint} autocomplete="off" />
      <Input {...field('brott_skal')} label={texts.sv(t.reason)} hint={t.reasonHint} autocomplete="off" />
      <Input {...field('brott_skal_en')} label={texts.en(t.reason)} autocomplete="off" />
      <DecisionFields l={l} typed={typed} errors={errors} />
    </>
  )
}
