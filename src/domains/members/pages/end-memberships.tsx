import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { registerPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface EndMembershipsPageProps {
  l: Locale
  /** What the address names. */
  codes: string[]
  /** Those of them that are members without a last day. */
  memberships: { id: number; code: string; name: string }[]
  typed: Typed
  errors: Record<string, string>
}

/** Asks once more before several memberships end by one decision. */
export function EndMembershipsPage({ l, codes, memberships, typed, errors }: EndMembershipsPageProps) {
  const texts = textsOf(l)
  const t = texts.membership
  const field = fieldsOf(typed, errors, texts.errors)
  const back = l.href(registerPaths.list)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: back, label: texts.register.title }]} />
      <PageHeader title={t.endTitle(memberships.length)} lead={t.endLead} />
      {memberships.length === 0 ? (
        <EmptyState title={t.noneToEnd} />
      ) : (
        <form
          class="form"
          method="post"
          action={l.href(`${registerPaths.end}?organisationer=${codes.join(',')}`)}
          noValidate
        >
          <ul>
            {memberships.map(({ code, name }) => (
              <li key={code}>{name}</li>
            ))}
          </ul>
          {memberships.length < codes.length && <p>{t.leftOut(codes.length - memberships.length)}</p>}
          <Input {...field('lastDay')} label={t.lastDay} hint={t.lastDayHint} type="date" />
          <Input {...field('reason')} label={t.endDecision} hint={t.decisionHint} />
          <div class="row">
            <Button>{t.end}</Button>
            <ButtonLink variant="tertiary" href={back}>
              {t.cancel}
            </ButtonLink>
          </div>
        </form>
      )}
    </>
  )
}
