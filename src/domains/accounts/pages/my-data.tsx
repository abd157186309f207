import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { frameTexts } from '#ui/texts.ts'
import { loginPaths, myPages } from '../paths.ts'
import type { PersonRow } from '../person-queries.ts'
import { textsOf } from '../texts.ts'

export interface MyDataPageProps {
  l: Locale
  person: PersonRow
  held: Record<string, unknown>
  typed: Typed
  errors: Record<string, string>
  done: string | undefined
  /** Confirms a new address by one button. */
  token?: string
}

/** Everything held about oneself; correct it, take it along, be erased. */
export function MyDataPage(props: MyDataPageProps) {
  const { l, person, held, errors, done, token } = props
  const texts = textsOf(l)
  const t = texts.myData
  const notice = done && t.notices[done]
  const message = (field: string) => texts.errors[errors[field] ?? ''] ?? errors[field] ?? ''
  return (
    <>
      <ErrorSummary l={l} errors={Object.keys(errors).map((field) => ({ field, message: message(field) }))} />
      <Breadcrumbs l={l} steps={[{ href: l.href(myPages), label: frameTexts(l).myPages }]} />
      <Done text={notice} />
      {person.email_failed_at && (
        <Notice tone="warning">
          <p>{t.failedAddress(person.email_failure ?? '')}</p>
        </Notice>
      )}
      <PageHeader title={t.title} lead={t.lead} />
      {token && (
        <form class="flow" method="post" action={l.href(loginPaths.newAddress(token))}>
          <p>{t.changeMail.text}</p>
          <Button>{t.changeMail.button}</Button>
        </form>
      )}
      <Correction {...props} message={message} />
      <section class="flow" aria-labelledby="sparat">
        <h2 id="sparat">{t.held}</h2>
        {Object.entries(held).map(([key, value]) => (
          <Details key={key} summary={t.headings[key] ?? key}>
            <pre class="mail-text">{isEmpty(value) ? t.nothing : JSON.stringify(value, null, 2)}</pre>
          </Details>
        ))}
        <p>
          <a href={l.href(loginPaths.myDataFile)} download>
            {t.download}
          </a>
        </p>
      </section>
      <section class="flow" aria-labelledby="radera">
        <h2 id="radera">{t.erase}</h2>
        <p>{t.eraseLead}</p>
        <p>{t.keeps}</p>
        <ul>
          <li>{t.keepSeats}</li>
          <li>{t.keepMinutes}</li>
          <li>{t.keepBooks}</li>
        </ul>
        <form class="flow" method="post" action={l.href(loginPaths.erase)} noValidate>
          <Checkbox
            id="bekrafta"
            name="bekrafta"
            label={t.confirm}
            error={errors.bekrafta ? message('bekrafta') : undefined}
          />
          <Button variant="secondary">{t.eraseButton}</Button>
        </form>
      </section>
    </>
  )
}

function Correction({ l, typed, errors, message }: MyDataPageProps & { message: (field: string) => string }) {
  const t = textsOf(l).myData
  const field = (name: string) => ({
    id: name,
    name,
    value: textIn(typed, name),
    error: errors[name] ? message(name) : undefined,
  })
  return (
    <section class="flow narrow" aria-labelledby="ratta">
      <h2 id="ratta">{t.correct}</h2>
      <form class="flow" method="post" action={l.href(loginPaths.myData)} noValidate>
        <Input {...field('name')} label={t.name} autocomplete="name" />
        <Input {...field('title')} label={t.jobTitle} autocomplete="organization-title" />
        <Input {...field('phone')} label={t.phone} type="tel" autocomplete="tel" />
        <Input {...field('email')} label={t.email} hint={t.emailHint} type="email" autocomplete="email" />
        <Select
          {...field('language')}
          label={t.language}
          options={[
            { value: 'sv', label: t.languages.sv },
            { value: 'en', label: t.languages.en },
          ]}
        />
        <Button>{t.save}</Button>
      </form>
    </section>
  )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

/** Good-bye. */
export function ErasedPage({ l }: { l: Locale }) {
  const t = textsOf(l).myData
  return <PageHeader title={t.gone} lead={t.goneText} />
}
