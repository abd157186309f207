import { uses } from '#platform/association.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, FileInput, Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { organisationPaths } from '../paths.ts'
import type { Profile } from '../profile-queries.ts'
import { gapsIn } from '../rules/profile.ts'
import { textsOf } from '../texts.ts'

export interface ProfileFormProps {
  l: Locale
  profile: Profile
  typed: Typed
  errors: Record<string, string>
  /** Somebody else saved the profile while this form was open. */
  conflict?: boolean
  done: string | undefined
}

/** Where a member tells of itself and its sustainability work. */
export function ProfileForm(props: ProfileFormProps) {
  const { l, profile, typed, errors, conflict = false, done } = props
  const texts = textsOf(l)
  const t = texts.profile
  const field = fieldsOf(typed, errors, texts.errors)
  const gaps = gapsIn(profile)
  const isPublic = profile.kind === 'municipality' || profile.kind === 'region'
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href('/mina-sidor'), label: t.mine }]} />
      <Done text={done === 'sparad' && t.saved} />
      {conflict && (
        <Notice tone="warning" role="alert">
          <p>{t.conflict}</p>
        </Notice>
      )}
      <PageHeader title={t.title(profile.name)} lead={t.lead} />
      {gaps.length > 0 && <p>{t.gaps(l.list(gaps.map((gap) => t.parts[gap])))}</p>}
      <form
        class="form"
        method="post"
        action={l.href(organisationPaths.edit(profile.code))}
        enctype="multipart/form-data"
        noValidate
      >
        <input type="hidden" name="version" value={conflict ? profile.version : textIn(typed, 'version')} />
        <h2>{t.presentation}</h2>
        <Textarea {...field('presentationSv')} label={t.presentationSv} hint={t.presentationHint} rows={8} />
        <Textarea
          {...field('presentationEn')}
          label={t.presentationEn}
          hint={t.presentationEnHint}
          rows={8}
        />
        <h2>{t.programme}</h2>
        <Input {...field('programmeTitle')} label={t.programmeTitle} hint={t.programmeHint} />
        <Input {...field('programmeAddress')} label={t.programmeAddress} />
        <Input {...field('programmeAdoptedOn')} label={t.programmeAdoptedOn} type="date" />
        <h2>{t.online}</h2>
        <Input {...field('website')} label={t.website} />
        <Textarea {...field('socialLinks')} label={t.socialLinks} hint={t.socialHint} rows={3} />
        <LogoFields {...props} />
        <h2>{t.contact}</h2>
        <Input {...field('email')} label={t.email} type="email" autocomplete="off" />
        <Input {...field('phone')} label={t.phone} type="tel" autocomplete="off" />
        <Input {...field('address')} label={t.address} autocomplete="off" />
        <Input {...field('postalCode')} label={t.postalCode} autocomplete="off" />
        <Input {...field('city')} label={t.city} autocomplete="off" />
        <h2>{t.billing}</h2>
        <p class="field-hint">{t.billingHint}</p>
        <Input {...field('organisationNumber')} label={t.organisationNumber} hint={t.numberHint} />
        {uses('peppol') && (
          <Input {...field('einvoiceAddress')} label={t.einvoiceAddress} hint={t.einvoiceHint} />
        )}
        <Input {...field('invoiceReference')} label={t.invoiceReference} hint={t.invoiceReferenceHint} />
        <Input {...field('invoiceEmail')} label={t.invoiceEmail} hint={t.invoiceEmailHint} type="email" />
        <div class="row">
          <Button>{t.save}</Button>
          {isPublic && (
            <ButtonLink variant="tertiary" href={l.href(organisationPaths.profile(profile.code))}>
              {t.seePublic}
            </ButtonLink>
          )}
        </div>
      </form>
    </>
  )
}

function LogoFields({ l, profile, typed, errors }: ProfileFormProps) {
  const texts = textsOf(l)
  const t = texts.profile
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <h2>{t.logo}</h2>
      {profile.hasLogo && (
        <>
          <img
            class="logo"
            src={`${organisationPaths.logo(profile.code)}?v=${encodeURIComponent(profile.version)}`}
            alt={profile.logoAlt}
          />
          <Checkbox
            id="removeLogo"
            name="removeLogo"
            label={t.removeLogo}
            checked={textIn(typed, 'removeLogo') !== ''}
          />
        </>
      )}
      <FileInput
        {...field('logo')}
        label={t.logo}
        hint={t.logoHint}
        accept="image/png,image/jpeg,image/webp"
      />
      <Input {...field('logoAlt')} label={t.logoAlt} hint={t.logoAltHint} />
    </>
  )
}
