import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { loginPaths } from '../paths.ts'
import type { Provider } from '../provider-queries.ts'
import { textsOf } from '../texts.ts'

/** Which organisations log in by themselves. */
export function ProvidersPage({
  l,
  providers,
  done,
}: {
  l: Locale
  providers: Provider[]
  done: string | undefined
}) {
  const t = textsOf(l).providers
  const notice = done && t.notices[done]
  return (
    <>
      <Done text={notice} />
      <PageHeader title={t.title} lead={t.lead} />
      {providers.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          l={l}
          id="inloggningar"
          caption={t.title}
          captionHidden
          rows={providers}
          rowKey={(provider) => provider.organisation_code}
          columns={[
            {
              key: 'organisation',
              head: t.organisation,
              rowHead: true,
              cell: (one) => (
                <a href={l.href(loginPaths.provider(one.organisation_code))}>{one.organisationName}</a>
              ),
            },
            { key: 'domain', head: t.domain, cell: (one) => one.email_domain },
            { key: 'issuer', head: t.issuer, cell: (one) => one.issuer },
          ]}
        />
      )}
      <section class="flow" aria-labelledby="ny">
        <h2 id="ny">{t.addTitle}</h2>
        <form class="flow narrow" method="get" action={l.href(loginPaths.providers)}>
          <Input id="organisation" name="organisation" label={t.organisationCode} autocomplete="off" />
          <Button variant="secondary">{t.add}</Button>
        </form>
      </section>
    </>
  )
}

export interface ProviderPageProps {
  l: Locale
  code: string
  name: string
  /** What the organisation registers at its service. */
  callback: string
  typed: Typed
  errors: Record<string, string>
  /** Whether one is kept already. */
  exists: boolean
}

/** The login of one organisation. */
export function ProviderPage({ l, code, name, callback, typed, errors, exists }: ProviderPageProps) {
  const texts = textsOf(l)
  const t = texts.providers
  const error = (field: string) => {
    const key = errors[field]
    return key && (texts.errors[key] ?? key)
  }
  return (
    <div class="narrow">
      <ErrorSummary
        l={l}
        errors={Object.keys(errors).map((field) => ({ field, message: error(field) ?? '' }))}
      />
      <PageHeader title={name} lead={t.lead} />
      <p>
        {t.callback}: <code>{callback}</code>
      </p>
      <form class="flow" method="post" action={l.href(loginPaths.provider(code))} noValidate>
        <Input
          id="domain"
          name="domain"
          label={t.domain}
          hint={t.domainHint}
          value={textIn(typed, 'domain')}
          error={error('domain')}
          autocomplete="off"
        />
        <Input
          id="issuer"
          name="issuer"
          label={t.issuer}
          hint={t.issuerHint}
          value={textIn(typed, 'issuer')}
          error={error('issuer')}
          autocomplete="off"
        />
        <Input
          id="klient"
          name="klient"
          label={t.clientId}
          value={textIn(typed, 'klient')}
          error={error('klient')}
          autocomplete="off"
        />
        <Input
          id="hemlighet"
          name="hemlighet"
          label={t.clientSecret}
          hint={exists ? t.clientSecretHint : undefined}
          error={error('hemlighet')}
          autocomplete="off"
        />
        <Checkbox id="alla" name="alla" label={t.admitsAll} checked={textIn(typed, 'alla') !== ''} />
        <Button>{t.save}</Button>
      </form>
      {exists && (
        <form method="post" action={l.href(`${loginPaths.provider(code)}/ta-bort`)}>
          <Button variant="tertiary">{t.remove}</Button>
        </form>
      )}
    </div>
  )
}
