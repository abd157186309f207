import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { countryOptions } from '../countries.ts'
import { officeTextsOf } from '../office-texts.ts'
import { partnerPaths } from '../paths.ts'
import type { Network } from '../queries.ts'

export type FactKind = 'network' | 'municipality' | 'milestone'

export interface FactPageProps {
  l: Locale
  kind: FactKind
  /** Undefined for a new one. */
  id: string | undefined
  networks: Network[]
  typed: Typed
  errors: Record<string, string>
  overtaken: boolean
}

const places = {
  network: { begin: partnerPaths.newNetwork, edit: partnerPaths.editNetwork },
  municipality: { begin: partnerPaths.newMunicipality, edit: partnerPaths.editMunicipality },
  milestone: { begin: partnerPaths.newMilestone, edit: partnerPaths.editMilestone },
}

/** A network, a municipality or an event of history to be written or changed, with its source. */
export function FactPage(props: FactPageProps) {
  const { l, kind, id, typed, errors, overtaken } = props
  const texts = officeTextsOf(l)
  const t = texts.form
  const titles = {
    network: texts.office.newNetwork,
    municipality: texts.office.newMunicipality,
    milestone: texts.office.newMilestone,
  }
  const name = textIn(typed, 'namn') || textIn(typed, 'rubrik-sv')
  const field = fieldsOf(typed, errors, texts.errors)
  const Fields = { network: NetworkFields, municipality: MunicipalityFields, milestone: MilestoneFields }[
    kind
  ]
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs l={l} steps={[{ href: l.href(partnerPaths.office), label: texts.office.title }]} />
      <PageHeader title={id ? name : titles[kind]} lead={t.keep} />
      {overtaken && (
        <Notice tone="warning" role="alert">
          <p>{t.overtaken}</p>
        </Notice>
      )}
      <form
        class="form"
        method="post"
        action={l.href(id ? places[kind].edit(id) : places[kind].begin)}
        noValidate
      >
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Fields {...props} />
        <Input {...field('kalla')} label={t.source} hint={t.sourceHint} />
        <Input {...field('kallans-adress')} label={t.sourceAddress} />
        <Checkbox id="dold" name="dold" label={t.hidden} checked={textIn(typed, 'dold') !== ''} />
        <Button>{t.save}</Button>
      </form>
    </>
  )
}

function NetworkFields({ l, typed, errors }: FactPageProps) {
  const texts = officeTextsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <Input {...field('namn')} label={t.name} />
      <Country l={l} typed={typed} errors={errors} />
      <Input {...field('grundat')} label={t.founded} hint={t.optional} />
      <Input {...field('samarbete-sedan')} label={t.partnerSince} hint={t.optional} />
      <Input {...field('webbplats')} label={t.website} />
      <Input {...field('kontakt')} label={t.contact} hint={t.contactHint} />
      <Input {...field('epost')} type="email" label={t.email} />
      <Textarea {...field('kort-sv')} label={t.lead.sv} rows={3} />
      <Textarea {...field('kort-en')} label={t.lead.en} rows={3} />
      <Textarea {...field('historia-sv')} label={t.history.sv} hint={t.markdown} rows={8} />
      <Textarea {...field('historia-en')} label={t.history.en} rows={8} />
    </>
  )
}

function MunicipalityFields({ l, networks, typed, errors }: FactPageProps) {
  const texts = officeTextsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <Input {...field('namn')} label={t.name} />
      <Country l={l} typed={typed} errors={errors} />
      <NetworkChoice {...{ l, networks, typed, errors }} />
      <Input {...field('sedan')} label={t.since} hint={t.optional} />
      <Input {...field('webbplats')} label={t.website} />
      <Textarea {...field('text-sv')} label={t.text.sv} rows={3} />
      <Textarea {...field('text-en')} label={t.text.en} rows={3} />
    </>
  )
}

function MilestoneFields({ l, networks, typed, errors }: FactPageProps) {
  const texts = officeTextsOf(l)
  const t = texts.form
  const field = fieldsOf(typed, errors, texts.errors)
  return (
    <>
      <Input {...field('ar')} label={t.year} />
      <NetworkChoice {...{ l, networks, typed, errors }} />
      <Input {...field('rubrik-sv')} label={t.title.sv} />
      <Input {...field('rubrik-en')} label={t.title.en} />
      <Textarea {...field('text-sv')} label={t.text.sv} rows={3} />
      <Textarea {...field('text-en')} label={t.text.en} rows={3} />
    </>
  )
}

type ChoiceProps = Pick<FactPageProps, 'l' | 'typed' | 'errors'>

function Country({ l, typed, errors }: ChoiceProps) {
  const texts = officeTextsOf(l)
  const field = fieldsOf(typed, errors, texts.errors)
  const options = [{ value: '', label: texts.form.choose }, ...countryOptions(l)]
  return <Select {...field('land')} label={texts.form.country} options={options} />
}

function NetworkChoice({ l, networks, typed, errors }: ChoiceProps & Pick<FactPageProps, 'networks'>) {
  const texts = officeTextsOf(l)
  const field = fieldsOf(typed, errors, texts.errors)
  const options = [
    { value: '', label: texts.form.noNetwork },
    ...networks.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return <Select {...field('natverk')} label={texts.form.network} options={options} />
}
