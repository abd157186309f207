import { type Holder, type Role, roleName } from '#domains/accounts/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { representativePaths } from '../paths.ts'
import type { Renewal, RenewalMember } from '../renewal-queries.ts'
import { keyOf } from '../rules.ts'
import type { OrganisationHead } from '../seat-queries.ts'
import { textsOf } from '../texts.ts'

/** A seat with its holder, or an empty one. */
export interface SeatLine {
  role: Role
  holder: Holder | undefined
}

export interface RenewPageProps {
  l: Locale
  organisation: OrganisationHead
  renewal: Renewal | undefined
  answered: RenewalMember | undefined
  lines: SeatLine[]
  typed: Typed
  errors: Record<string, string>
  /** Why nothing was changed, in words. */
  notice?: string
}

/** A member goes through its seats; when all is right one button is enough. */
export function RenewPage(props: RenewPageProps) {
  const { l, organisation, renewal, answered, lines, errors, notice } = props
  const texts = textsOf(l)
  const t = texts.renew
  return (
    <div class="narrow">
      <ErrorSummary
        l={l}
        errors={Object.entries(errors).map(([field, key]) => ({ field, message: texts.errors[key] ?? key }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href(representativePaths.mine), label: texts.mine.plainTitle }]} />
      <PageHeader
        title={t.title(organisation.name)}
        lead={renewal ? t.lead(l.date(renewal.dueOn)) : t.none}
      />
      {notice && (
        <Notice tone="warning" role="alert">
          <p>{notice}</p>
        </Notice>
      )}
      {answered?.answeredAt && (
        <Notice>
          <p>{t.answered(answered.answeredBy ?? '', l.date(answered.answeredAt))}</p>
        </Notice>
      )}
      {renewal ? (
        <form
          class="flow"
          method="post"
          action={l.href(representativePaths.renew(organisation.code))}
          noValidate
        >
          {lines.map((line) => {
            const place = keyOf({ role: line.role, appointmentId: line.holder?.appointmentId ?? null })
            return <SeatQuestion key={place} {...props} line={line} place={place} />
          })}
          <Button>{t.send}</Button>
        </form>
      ) : (
        <p>
          <a href={l.href(representativePaths.people(organisation.code))}>{texts.mine.people}</a>
        </p>
      )}
    </div>
  )
}

function SeatQuestion({ l, line, place, typed, errors }: RenewPageProps & { line: SeatLine; place: string }) {
  const texts = textsOf(l)
  const t = texts.renew
  const { role, holder } = line
  const choice = textIn(typed, `val-${place}`) || 'keep'
  const field = (name: string) => ({
    id: `${name}-${place}`,
    name: `${name}-${place}`,
    value: textIn(typed, `${name}-${place}`),
    error: errors[`${name}-${place}`] && (texts.errors[errors[`${name}-${place}`] ?? ''] ?? ''),
    autocomplete: 'off',
  })
  return (
    <div class="flow seat">
      <input type="hidden" name="rad" value={place} />
      <Boxes
        id={`val-${place}`}
        name={`val-${place}`}
        kind="radio"
        legend={roleName(role, l)}
        chosen={[choice]}
        options={[
          { value: 'keep', label: holder ? t.keep(holder.name) : t.keepEmpty },
          { value: 'replace', label: t.replace },
          ...(holder ? [{ value: 'empty', label: t.empty }] : []),
        ]}
      />
      <Details summary={t.newPerson} open={choice === 'replace'}>
        <Input {...field('name')} label={texts.people.name} />
        <Input {...field('email')} label={texts.people.email} type="email" />
        <Input {...field('title')} label={texts.people.title_} />
      </Details>
    </div>
  )
}
