import { type Held, loginPaths, type PersonRow, type Role, roleName } from '#domains/accounts/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { registerPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { OrganisationChoice } from './organisation-choice.tsx'

export interface PersonPageProps {
  l: Locale
  person: PersonRow
  held: Held[]
  /** `YYYY-MM-DD`. */
  today: string
  mayChange: boolean
  /** Roles that may be given. */
  roles: readonly Role[]
  organisations: { code: string; name: string }[]
  /** The form that came back; `double` is another person with the address. */
  form: { typed: Typed; errors: Record<string, string>; double?: number } | null
  done: string | undefined
}

/** One person in the register: facts, roles, and what can be done. */
export function PersonPage(props: PersonPageProps) {
  const { l, person, held, today, mayChange, form, done } = props
  const texts = textsOf(l)
  const t = texts.people
  const errors = form?.errors ?? {}
  const notice = done && t.notices[done]
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href('/kansli'), label: texts.desk },
          { href: l.href(registerPaths.people), label: t.title },
        ]}
      />
      <Done text={notice} />
      {form?.double && (
        <Notice tone="warning">
          <p>
            <a href={l.href(registerPaths.merge(person.id, form.double))}>{t.compareDouble}</a>
          </p>
        </Notice>
      )}
      {person.email_failed_at && (
        <Notice tone="warning">
          <p>{t.refusedSince(l.date(person.email_failed_at))}</p>
        </Notice>
      )}
      <PageHeader
        title={<bdi>{person.name}</bdi>}
        lead={person.made_up ? <MadeUpBadge label={texts.public.madeUp} /> : undefined}
      />
      {mayChange ? <Facts {...props} /> : <p>{t.administratorsOnly}</p>}
      <section class="flow" aria-labelledby="uppdrag">
        <h2 id="uppdrag">{t.roles}</h2>
        {held.length === 0 && <p>{t.noRole}</p>}
        <ul class="people">
          {held.map((role) => (
            <HeldRole
              key={role.id}
              {...props}
              role={role}
              current={role.until === null || role.until > today}
            />
          ))}
        </ul>
        {mayChange && <NewRole {...props} />}
      </section>
      <p>
        <a href={l.href(`${loginPaths.audit}?tabell=person`)}>{texts.registered.log}</a>
      </p>
    </>
  )
}

function Facts({ l, person, form }: PersonPageProps) {
  const texts = textsOf(l)
  const t = texts.people
  const before = { name: person.name, email: person.email ?? '', title: person.title, phone: person.phone }
  const typed = form && 'name' in form.typed ? form.typed : before
  const field = fieldsOf(typed, form?.errors ?? {}, texts.errors)
  return (
    <form class="form" method="post" action={l.href(registerPaths.person(person.id))} noValidate>
      <Input {...field('name')} label={t.name} autocomplete="off" />
      <Input {...field('email')} label={t.email} hint={t.emailHint} type="email" autocomplete="off" />
      <Input {...field('title')} label={t.workTitle} autocomplete="off" />
      <Input {...field('phone')} label={t.phone} type="tel" autocomplete="off" />
      <Button>{texts.profile.save}</Button>
    </form>
  )
}

function HeldRole({
  l,
  person,
  role,
  current,
  mayChange,
}: PersonPageProps & { role: Held; current: boolean }) {
  const t = textsOf(l).people
  const name = `${roleName(role.role, l)}, ${role.organisationName}`
  return (
    <li>
      <div>
        <p>
          <a href={l.href(registerPaths.one(role.organisationCode))}>{name}</a>
        </p>
        <p class="subtle">{t.period(l.date(role.since), role.until ? l.date(role.until) : '')}</p>
      </div>
      {current && role.until === null && mayChange && (
        <Details summary={t.endRole}>
          <p>{t.endRoleText(person.name)}</p>
          <form method="post" action={l.href(registerPaths.endRole(person.id, role.id))}>
            <Button variant="secondary">{t.endRoleOf(roleName(role.role, l))}</Button>
          </form>
        </Details>
      )}
    </li>
  )
}

function NewRole({ l, person, roles, organisations, form }: PersonPageProps) {
  const texts = textsOf(l)
  const t = texts.people
  const sent = form && 'role' in form.typed ? form : null
  const field = fieldsOf(sent?.typed ?? {}, sent?.errors ?? {}, texts.errors)
  return (
    <Details summary={t.giveRole} open={sent !== null}>
      <p>{t.giveRoleText}</p>
      <form class="form" method="post" action={l.href(registerPaths.role(person.id))} noValidate>
        <Select
          {...field('role')}
          value={textIn(sent?.typed ?? {}, 'role') || 'member-user'}
          label={t.role}
          options={roles.map((role) => ({ value: role, label: roleName(role, l) }))}
        />
        <OrganisationChoice {...field('organisation')} texts={t} organisations={organisations} />
        <Button variant="secondary">{t.giveRole}</Button>
      </form>
    </Details>
  )
}
