import { type Holder, loginPaths, roleName } from '#domains/accounts/index.ts'
import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { DefinitionList } from '#ui/components/definition-list.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { errorTexts } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { organisationPaths, registerPaths } from '../paths.ts'
import type { MembershipRow, Profile } from '../profile-queries.ts'
import { dayBefore, statusOn } from '../rules/membership.ts'
import { gapsIn } from '../rules/profile.ts'
import { textsOf } from '../texts.ts'
import { MembershipForms } from './membership-forms.tsx'

export interface RegisterOrganisationPageProps {
  l: Locale
  profile: Profile
  /** Those who hold a role today or will. */
  holders: Holder[]
  /** `YYYY-MM-DD`. */
  today: string
  /** The form that was just sent and came back. */
  form: { step: string; typed: Typed; errors: Record<string, string>; conflict?: boolean } | null
  /** Path of the public page; null when there is none. */
  publicHref: string | null
  done: string | undefined
}

/** What the secretariat knows of one organisation, and how its membership changes. */
export function RegisterOrganisationPage(props: RegisterOrganisationPageProps) {
  const { l, profile, today, form, publicHref, done } = props
  const texts = textsOf(l)
  const t = texts.registered
  const notice = done && t.notices[done]
  const status = texts.statuses[statusOn(profile.memberships, today)]
  return (
    <>
      <ErrorSummary
        l={l}
        errors={errorTexts(form?.errors ?? {}, texts.errors).map(({ field, message }) => ({
          field: `${form?.step}-${field}`,
          message,
        }))}
      />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href('/kansli'), label: texts.desk },
          { href: l.href(registerPaths.list), label: texts.register.title },
        ]}
      />
      <Done text={notice} />
      {form?.conflict && (
        <Notice tone="warning" role="alert">
          <p>{t.conflict}</p>
        </Notice>
      )}
      <PageHeader title={profile.name} lead={`${texts.kinds[profile.kind]}. ${status}.`} />
      <div class="row">
        <ButtonLink variant="secondary" href={l.href(organisationPaths.edit(profile.code))}>
          {t.editProfile}
        </ButtonLink>
        <ButtonLink variant="secondary" href={l.href(`/mina-sidor/personer/${profile.code}`)}>
          {t.managePeople}
        </ButtonLink>
        {publicHref && (
          <ButtonLink variant="tertiary" href={l.href(publicHref)}>
            {texts.profile.seePublic}
          </ButtonLink>
        )}
        <ButtonLink variant="tertiary" href={l.href(`${loginPaths.audit}?tabell=membership`)}>
          {t.log}
        </ButtonLink>
      </div>
      <section class="flow" aria-labelledby="medlemskap">
        <h2 id="medlemskap">{t.memberships}</h2>
        <Memberships l={l} memberships={profile.memberships} />
        <MembershipForms l={l} profile={profile} today={today} form={form} />
      </section>
      <People {...props} />
      <Summary l={l} profile={profile} />
    </>
  )
}

function Memberships({ l, memberships }: { l: Locale; memberships: MembershipRow[] }) {
  const texts = textsOf(l)
  const t = texts.registered
  if (memberships.length === 0) return <p>{t.noMembership}</p>
  return (
    <DataTable
      l={l}
      id="perioder"
      caption={t.memberships}
      captionHidden
      rows={memberships}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'kind',
          head: t.kind,
          rowHead: true,
          cell: ({ kind, madeUp }) => (
            <>
              {texts.membershipKinds[kind]} {madeUp && <MadeUpBadge label={texts.public.madeUp} />}
            </>
          ),
        },
        { key: 'since', head: t.firstDay, cell: ({ since }) => l.date(since) },
        { key: 'until', head: t.lastDay, cell: ({ until }) => until && l.date(dayBefore(until)) },
        { key: 'decision', head: t.decision, cell: ({ decision }) => decision },
        {
          key: 'notice',
          head: t.notice,
          cell: ({ noticeGivenOn }) => noticeGivenOn && l.date(noticeGivenOn),
        },
        { key: 'reason', head: t.reason, cell: ({ endReason }) => endReason },
      ]}
    />
  )
}

function People({ l, holders }: RegisterOrganisationPageProps) {
  const texts = textsOf(l)
  const t = texts.registered
  return (
    <section class="flow" aria-labelledby="personer">
      <h2 id="personer">{t.people}</h2>
      {holders.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <DataTable
          l={l}
          id="personer-tabell"
          caption={t.people}
          captionHidden
          rows={holders}
          rowKey={({ appointmentId }) => String(appointmentId)}
          columns={[
            {
              key: 'name',
              head: texts.people.name,
              rowHead: true,
              cell: ({ personId, name, madeUp }) => (
                <>
                  <a href={l.href(registerPaths.person(personId))}>{name}</a>{' '}
                  {madeUp && <MadeUpBadge label={texts.public.madeUp} />}
                </>
              ),
            },
            { key: 'role', head: texts.people.role, cell: ({ role }) => roleName(role, l) },
            { key: 'since', head: t.firstDay, cell: ({ since }) => l.date(since) },
            {
              key: 'email',
              head: texts.people.email,
              cell: ({ email, emailFailed }) => (
                <>
                  {email} {emailFailed && <span class="warning-text">{texts.people.refused}</span>}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Summary({ l, profile }: { l: Locale; profile: Profile }) {
  const texts = textsOf(l)
  const t = texts.profile
  const gaps = gapsIn(profile)
  const shown = [
    { term: t.organisationNumber, meaning: profile.organisationNumber },
    { term: t.einvoiceAddress, meaning: profile.einvoiceAddress },
    {
      term: t.address,
      meaning: [profile.address, `${profile.postalCode} ${profile.city}`.trim()].filter(Boolean).join(', '),
    },
    { term: t.email, meaning: profile.email },
    { term: t.phone, meaning: profile.phone },
    { term: t.website, meaning: profile.website && <a href={profile.website}>{profile.website}</a> },
    { term: t.programmeTitle, meaning: profile.programmeTitle },
  ].filter(({ meaning }) => meaning)
  return (
    <section class="flow" aria-labelledby="profil">
      <h2 id="profil">{texts.register.profile}</h2>
      <DefinitionList items={shown} />
      {gaps.length > 0 && <p>{t.gaps(l.list(gaps.map((gap) => t.parts[gap])))}</p>}
    </section>
  )
}
