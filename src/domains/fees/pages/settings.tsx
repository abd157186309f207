import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'

export interface SettingsPageProps {
  l: Locale
  typed: Typed
  errors: Record<string, string>
  madeUp: boolean
  mayEdit: boolean
  done: string | undefined
}

/** What the association's invoices say of it, and the accounts of its bookkeeping. */
export function SettingsPage({ l, typed, errors, madeUp, mayEdit, done }: SettingsPageProps) {
  const texts = textsOf(l)
  const t = texts.settings
  const field = fieldsOf(typed, errors, texts.errors)
  const { accounts } = texts.bookkeeping
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(feePaths.desk), label: texts.desk.title }]} />
      <Done text={done === 'sparat' && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      {madeUp && (
        <p>
          <MadeUpBadge label={texts.join.madeUp} />
        </p>
      )}
      {!mayEdit && <p>{t.seeOnly}</p>}
      <form class="form" method="post" action={l.href(feePaths.settings)} noValidate>
        <h2 id="forening">{t.seller}</h2>
        <Input {...field('namn')} label={t.name} />
        <Input {...field('orgnr')} label={t.organisationNumber} />
        <Input {...field('momsnr')} label={t.vatNumber} hint={t.vatHint} />
        <Checkbox {...field('fskatt')} value="1" label={t.fTax} checked={textIn(typed, 'fskatt') !== ''} />
        <Input {...field('adress')} label={t.address} />
        <Input {...field('postnr')} label={t.postalCode} />
        <Input {...field('ort')} label={t.city} />
        <Input {...field('epost')} type="email" label={t.email} />
        <Input {...field('telefon')} type="tel" label={t.phone} />
        <Input {...field('webb')} label={t.web} />
        <h2 id="betalning">{t.pay}</h2>
        <Boxes
          id="girotyp"
          name="girotyp"
          legend={t.giroKind}
          kind="radio"
          options={(['bankgiro', 'plusgiro'] as const).map((value) => ({ value, label: texts.giro[value] }))}
          chosen={[textIn(typed, 'girotyp') || 'bankgiro']}
        />
        <Input {...field('giro')} label={t.giroNumber} />
        <Input {...field('ranta')} label={t.interest} hint={t.interestHint} />
        <h2 id="konton">{t.accounts}</h2>
        <Input {...field('fordran')} label={accounts.claims} />
        <Input {...field('bank')} label={accounts.bank} />
        <Input {...field('oplacerat')} label={accounts.unplaced} />
        <Input {...field('avgift')} label={accounts.fee} />
        <Input {...field('forsaljning')} label={accounts.sales} />
        <Input {...field('moms')} label={accounts.vat} />
        {mayEdit && <Button>{t.save}</Button>}
      </form>
    </>
  )
}
