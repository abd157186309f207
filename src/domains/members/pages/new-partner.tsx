import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { registerPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

/** Adds an organisation of the partner network. */
export function NewPartnerPage({
  l,
  typed,
  errors,
}: {
  l: Locale
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.partner
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(registerPaths.list), label: texts.register.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={l.href(registerPaths.newPartner)} noValidate>
        <Input {...field('name')} label={t.name} autocomplete="off" />
        <Input
          {...field('organisationNumber')}
          label={texts.profile.organisationNumber}
          hint={texts.profile.numberHint}
        />
        <Input {...field('since')} label={texts.membership.since} type="date" />
        <Input
          {...field('decision')}
          label={texts.membership.decision}
          hint={texts.membership.decisionHint}
        />
        <Button>{t.add}</Button>
      </form>
    </>
  )
}
