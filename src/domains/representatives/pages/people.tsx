import { type Holder, memberRoles, roleName, singleRoles } from '#domains/accounts/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { representativePaths } from '../paths.ts'
import type { OrganisationHead } from '../seat-queries.ts'
import { textsOf } from '../texts.ts'

export interface PeoplePageProps {
  l: Locale
  organisation: OrganisationHead
  current: Holder[]
  former: Holder[]
  mayManage: boolean
  typed: Typed
  errors: Record<string, string>
  /** Somebody else changed the same seat. */
  conflict?: string | undefined
  done: string | undefined
}

/** The seats of an organisation, who sits on them, and the way to invite. */
export function PeoplePage(props: PeoplePageProps) {
  const { l, organisation, current, former, mayManage, errors, conflict, done } = props
  const texts = textsOf(l)
  const t = texts.people
  const notice = done && t.notices[done]
  return (
    <>
      <ErrorSummary
        l={l}
        errors={Object.entries(errors).map(([field, key]) => ({ field, message: texts.errors[key] ?? key }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href(representativePaths.mine), label: texts.mine.plainTitle }]} />
      <Done text={notice} />
      {conflict && (
        <Notice tone="warning" role="alert">
          <p>{conflict}</p>
        </Notice>
      )}
      <PageHeader title={t.title(organisation.name)} lead={t.lead} />
      {memberRoles.map((role) => {
        const here = current.filter((holder) => holder.role === role)
        const before = former.filter((holder) => holder.role === role)
        return (
          <section key={role} class="seat flow" aria-labelledby={`uppdrag-${role}`}>
            <h2 id={`uppdrag-${role}`}>{roleName(role, l)}</h2>
            {here.length === 0 ? (
              <p class="subtle">{t.vacant}</p>
            ) : (
              <ul class="people">
                {here.map((holder) => (
                  <Person
                    key={holder.appointmentId}
                    l={l}
                    holder={holder}
                    code={organisation.code}
                    mayManage={mayManage}
                  />
                ))}
              </ul>
            )}
            {here[0] && singleRoles.includes(role) && (
              <p>
                <a href={l.href(representativePaths.handover(here[0].seatId))}>
                  {t.handover}
                  <span class="sr-only">: {roleName(role, l)}</span>
                </a>
              </p>
            )}
            {before.length > 0 && (
              <Details summary={t.history}>
                <ul>
                  {before.map(({ appointmentId, name, since, until }) => (
                    <li key={appointmentId}>
                      {name}, {texts.handover.period(l.date(since), until ? l.date(until) : '')}
                    </li>
                  ))}
                </ul>
              </Details>
            )}
          </section>
        )
      })}
      {mayManage && <Invitation {...props} />}
    </>
  )
}

function Person({
  l,
  holder,
  code,
  mayManage,
}: {
  l: Locale
  holder: Holder
  code: string
  mayManage: boolean
}) {
  const t = textsOf(l).people
  const { appointmentId, name, title, email, emailFailed, since, role, madeUp } = holder
  return (
    <li>
      <div>
        <p>
          <strong>{name}</strong>
          {title && `, ${title}`} {madeUp && <MadeUpBadge label={t.madeUp} />}
        </p>
        <p class="subtle">
          {email && <a href={`mailto:${email}`}>{email}</a>} {t.since.toLocaleLowerCase()} {l.date(since)}
        </p>
        {emailFailed && <p class="warning-text">{t.refused}</p>}
      </div>
      {mayManage && (
        <div class="row">
          <form method="post" action={l.href(representativePaths.inviteAgain(code, appointmentId))}>
            <button class="ds-button" data-variant="tertiary" type="submit" aria-label={t.againOf(name)}>
              {t.again}
            </button>
          </form>
          <a
            class="ds-button"
            data-variant="tertiary"
            href={l.href(representativePaths.endRole(code, appointmentId))}
            aria-label={t.endOf(name, roleName(role, l))}
          >
            {t.end}
          </a>
        </div>
      )}
    </li>
  )
}

function Invitation({ l, organisation, current, typed, errors }: PeoplePageProps) {
  const texts = textsOf(l)
  const t = texts.people
  const field = (name: string) => ({
    id: name,
    name,
    value: textIn(typed, name),
    error: errors[name] && (texts.errors[errors[name]] ?? errors[name]),
  })
  return (
    <section class="flow narrow" aria-labelledby="bjud-in">
      <h2 id="bjud-in">{t.invite}</h2>
      <p>{t.inviteLead}</p>
      <form
        class="flow"
        method="post"
        action={l.href(representativePaths.people(organisation.code))}
        noValidate
      >
        <input
          type="hidden"
          name="sedda"
          value={current.map(({ role, appointmentId }) => `${role}:${appointmentId}`).join(' ')}
        />
        <Input {...field('name')} label={t.name} autocomplete="off" />
        <Input {...field('email')} label={t.email} type="email" autocomplete="off" />
        <Input {...field('title')} label={t.title_} autocomplete="off" />
        <Select
          {...field('role')}
          value={textIn(typed, 'role') || 'member-user'}
          label={t.role}
          options={memberRoles.map((role) => ({ value: role, label: roleName(role, l) }))}
        />
        <Button>{t.send}</Button>
      </form>
    </section>
  )
}
