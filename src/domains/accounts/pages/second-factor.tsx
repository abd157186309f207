import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { QrCode } from '#ui/components/qr-code.tsx'
import { loginPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface FactorSetupProps {
  l: Locale
  secretKey: string
  /** The `otpauth:` address that the picture holds. */
  address: string
  /** The QR code, row by row; true is dark. */
  modules: boolean[][]
  error?: string | undefined
}

/** Ties an authenticator to the account: a picture to scan, a key to type, a code to give back. */
export function FactorSetupPage({ l, secretKey, address, modules, error }: FactorSetupProps) {
  const t = textsOf(l).security
  return (
    <div class="narrow">
      <ErrorSummary l={l} errors={error ? [{ field: 'kod', message: error }] : []} />
      <Breadcrumbs l={l} steps={[{ href: l.href(loginPaths.security), label: t.title }]} />
      <PageHeader title={t.factor} lead={t.factorScan} />
      <QrCode modules={modules} label={t.factorPicture} />
      <p>
        {t.factorKey}: <code>{secretKey.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <form class="flow" method="post" action={l.href(loginPaths.secondFactor)} noValidate>
        <input type="hidden" name="key" value={secretKey} />
        <input type="hidden" name="address" value={address} />
        <Input id="kod" name="kod" label={t.factorCode} error={error} autocomplete="one-time-code" />
        <Button>{t.factorConfirm}</Button>
      </form>
    </div>
  )
}

/** The recovery codes, shown this once. */
export function RecoveryCodesPage({ l, codes }: { l: Locale; codes: string[] }) {
  const t = textsOf(l).security
  return (
    <div class="narrow">
      <PageHeader title={t.recovery} lead={t.recoveryLead} />
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>
              {code.slice(0, 5)}-{code.slice(5)}
            </code>
          </li>
        ))}
      </ul>
      <ButtonLink href={l.href(loginPaths.security)}>{t.recoveryDone}</ButtonLink>
    </div>
  )
}
