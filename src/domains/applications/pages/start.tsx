import type { Typed } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { OrganisationNames, OrganisationPicker } from '#ui/components/organisation-picker.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { applicationPaths } from '../paths.ts'
import type { Application } from '../queries.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './parts.tsx'

export interface StartPageProps {
  l: Locale
  /** Names of those who are not members. */
  names: string[]
  mine: Application[]
  typed: Typed
  errors: Record<string, string>
}

/** What an application takes, and the form that begins one. */
export function StartPage({ l, names, mine, typed, errors }: StartPageProps) {
  const texts = textsOf(l)
  const t = texts.start
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <PageHeader title={t.title} lead={t.lead} />
      {mine.length > 0 && (
        <section class="flow" aria-labelledby="mina">
          <h2 id="mina">{t.mine}</h2>
          <ul class="task-list">
            {mine.map((application) => (
              <li key={application.id}>
                <a href={l.href(applicationPaths.one(application.id))}>
                  {texts.mine.title(application.organisationName)}
                </a>
                <StateTag l={l} application={application} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="flow" aria-labelledby="behov">
        <h2 id="behov">{t.needTitle}</h2>
        <ul>
          {t.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ul>
        <p>{t.time}</p>
        <p>
          <a href={l.href('/bli-medlem')}>{t.moreAbout}</a>
        </p>
      </section>
      <section class="flow narrow" aria-labelledby="borja">
        <h2 id="borja">{t.formTitle}</h2>
        <p>{t.formLead}</p>
        <form class="form" method="post" action={l.href(applicationPaths.start)} noValidate>
          <OrganisationPicker l={l} {...field('organisation')} label={t.organisation} list="namn" />
          <OrganisationNames id="namn" names={names} />
          <Input {...field('name')} label={t.name} autocomplete="name" />
          <Input {...field('title')} label={t.jobTitle} autocomplete="organization-title" />
          <Input {...field('email')} label={t.email} type="email" autocomplete="email" />
          <p class="field-hint">{t.privacy}</p>
          <div class="row">
            <Button>{t.send}</Button>
          </div>
        </form>
      </section>
    </>
  )
}

/** The same for everyone who asks, whatever the mail says. */
export function StartSentPage({ l, email, demo }: { l: Locale; email: string; demo: boolean }) {
  const t = textsOf(l).start
  return (
    <>
      <PageHeader title={t.sentTitle} lead={t.sent(email)} />
      <p>{t.sentSpam}</p>
      {demo && (
        <Notice>
          <p>
            <a href={l.href('/demo/post')}>{t.demo}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

/** A button between the mail and the use of its link: mail programs open links to look at them. */
export function ConfirmStartPage({
  l,
  token,
  good,
  taken,
}: {
  l: Locale
  token: string
  good: boolean
  /** The organisation that somebody else applies for already. */
  taken?: string | undefined
}) {
  const t = textsOf(l).start
  if (!good) {
    return (
      <>
        <PageHeader title={t.badTitle} lead={taken ? t.taken(taken) : t.bad} />
        <ButtonLink href={l.href(applicationPaths.start)}>{t.again}</ButtonLink>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t.confirmTitle} lead={t.confirm} />
      <form method="post" action={l.href(applicationPaths.confirm(token))}>
        <Button>{t.confirmButton}</Button>
      </form>
    </>
  )
}
