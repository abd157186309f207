import { roleName } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import type { Letter, Recipient } from '../letter-queries.ts'
import { letterPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface PreviewPageProps {
  l: Locale
  letter: Letter
  recipients: Recipient[]
  /** How many are left out because their addresses do not work. */
  refused: number
  /** The letter as the first recipient gets it. */
  mail: { subject: string; plain: string } | undefined
  errors: Record<string, string>
  done: string | undefined
}

/** The letter as it will be, who gets it, and the buttons that send it. */
export function PreviewPage({ l, letter, recipients, refused, mail, errors, done }: PreviewPageProps) {
  const texts = textsOf(l)
  const t = texts.preview
  const notice = done && texts.notices[done]
  const error = errors.dag && texts.errors[errors.dag]
  return (
    <>
      <ErrorSummary l={l} errors={error ? [{ field: 'dag', message: error }] : []} />
      <Breadcrumbs l={l} steps={[{ href: l.href(letterPaths.list), label: texts.list.title }]} />
      <Done text={notice} />
      <PageHeader title={t.title} lead={recipients.length === 0 ? t.nobody : t.count(recipients.length)} />
      {refused > 0 && (
        <Notice tone="warning">
          <p>{t.refused(refused)}</p>
        </Notice>
      )}
      {mail && (
        <section class="flow" aria-labelledby="utseende">
          <h2 id="utseende">{t.looks}</h2>
          <p>
            {t.subject}: <strong>{mail.subject}</strong>
          </p>
          <pre class="mail-text">{mail.plain}</pre>
        </section>
      )}
      <p class="row">
        <ButtonLink variant="secondary" href={l.href(letterPaths.letter(letter.id))}>
          {t.edit}
        </ButtonLink>
      </p>
      <form method="post" action={l.href(letterPaths.test(letter.id))}>
        <Button variant="secondary">{t.test}</Button>
      </form>
      {recipients.length > 0 && (
        <>
          <Details summary={t.recipients}>
            <DataTable
              l={l}
              id="mottagare"
              caption={t.recipients}
              captionHidden
              rows={recipients}
              rowKey={({ personId }) => String(personId)}
              columns={[
                { key: 'name', head: t.name, rowHead: true, cell: ({ name }) => name },
                { key: 'organisation', head: t.organisation, cell: ({ organisation }) => organisation },
                { key: 'role', head: t.role, cell: ({ role }) => roleName(role, l) },
              ]}
            />
          </Details>
          <section class="flow" aria-labelledby="nu">
            <h2 id="nu">{t.now}</h2>
            <form method="post" action={l.href(letterPaths.send(letter.id))}>
              <Button>{t.confirm(recipients.length)}</Button>
            </form>
          </section>
          <section class="flow narrow" aria-labelledby="senare">
            <h2 id="senare">{t.later}</h2>
            <form class="flow" method="post" action={l.href(letterPaths.send(letter.id))} noValidate>
              <Input id="dag" name="dag" type="date" label={t.day} error={error} />
              <Input id="tid" name="tid" type="time" label={t.time} value="08:00" />
              <Button variant="secondary">{t.schedule}</Button>
            </form>
          </section>
        </>
      )}
    </>
  )
}
