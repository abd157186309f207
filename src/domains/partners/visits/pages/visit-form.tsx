import { type Typed, textsIn } from '#platform/http/form.ts'
import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { countryOptions } from '../../countries.ts'
import { partnerPaths } from '../../paths.ts'
import { textsOf } from '../../texts.ts'
import { visitLanguages } from '../forms.ts'
import { visitRetention } from '../retention.ts'
import { Trap } from './trap.tsx'

export interface VisitFormPageProps {
  l: Locale
  figures: Option[]
  subjects: Option[]
  typed: Typed
  errors: Record<string, string>
}

/** Who wants to come, when, and to see what. */
export function VisitFormPage({ l, figures, subjects, typed, errors }: VisitFormPageProps) {
  const texts = textsOf(l)
  const t = texts.visit
  const field = fieldsOf(typed, errors, texts.errors)
  const chosen = [...textsIn(typed, 'amne'), ...textsIn(typed, 'nyckeltal')]
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.start), label: texts.back }]} />
      <PageHeader title={t.title} lead={t.lead} />
      <form class="form" method="post" action={l.href(partnerPaths.visit)} noValidate>
        <fieldset class="boxes flow">
          <legend class="legend">{t.what}</legend>
          <Textarea {...field('onskan')} label={t.wishes} hint={t.wishesHint} rows={5} />
          <Details summary={t.about} open={chosen.length > 0}>
            <Boxes
              id="amne"
              name="amne"
              legend={t.subjects}
              options={inFacts(l, subjects)}
              chosen={textsIn(typed, 'amne')}
            />
            <Boxes
              id="nyckeltal"
              name="nyckeltal"
              legend={t.figures}
              options={inFacts(l, figures)}
              chosen={textsIn(typed, 'nyckeltal')}
            />
          </Details>
          <Select
            {...field('sprak')}
            label={t.language}
            options={visitLanguages.map((value) => ({ value, label: t.languages[value] }))}
          />
        </fieldset>
        <fieldset class="boxes flow">
          <legend class="legend">{t.when}</legend>
          <Input {...field('tidigast')} type="date" label={t.earliest} hint={t.dayHint} />
          <Input {...field('senast')} type="date" label={t.latest} />
          <Input {...field('antal')} type="number" label={t.people} />
        </fieldset>
        <fieldset class="boxes flow">
          <legend class="legend">{t.who}</legend>
          <Input {...field('organisation')} label={t.organisation} autocomplete="organization" />
          <Select
            {...field('land')}
            label={t.country}
            options={[{ value: '', label: t.choose }, ...countryOptions(l)]}
          />
          <Input {...field('namn')} label={t.name} autocomplete="name" />
          <Input {...field('epost')} type="email" label={t.email} hint={t.emailHint} autocomplete="email" />
        </fieldset>
        <Trap l={l} />
        <p class="field-hint">{t.privacy(visitRetention.days)}</p>
        <Button>{t.send}</Button>
      </form>
    </>
  )
}

/** Names of the catalogue, which are told in the language of facts. */
function inFacts(l: Locale, options: Option[]) {
  return options.map((option) => ({ ...option, lang: otherLanguage(l.language, l) }))
}

/** Tells who asked to look in the mail. */
export function VisitSentPage({ l, demo }: { l: Locale; demo: boolean }) {
  const texts = textsOf(l)
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.start), label: texts.back }]} />
      <PageHeader title={texts.visit.sentTitle} lead={texts.visit.sent(visitRetention.confirmHours)} />
      {demo && (
        <p>
          <a href={l.href('/demo/post')}>{texts.visit.postRoom}</a>
        </p>
      )}
    </>
  )
}
