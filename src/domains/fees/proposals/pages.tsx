import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button, ButtonLink } from '#ui/components/button.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { feePaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import type { FeeProposal } from './queries.ts'

const stepsOf = (l: Locale) => [{ href: l.href(feePaths.desk), label: textsOf(l).desk.title }]

/** Every proposal and what became of it. */
export function FeeProposalsPage({
  l,
  proposals,
  done,
  mayEdit,
}: {
  l: Locale
  proposals: FeeProposal[]
  done: string | undefined
  mayEdit: boolean
}) {
  const texts = textsOf(l)
  const t = texts.proposals
  return (
    <>
      <Breadcrumbs l={l} steps={stepsOf(l)} />
      <Done text={done === 'sparat' && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      {proposals.length === 0 ? <EmptyState title={t.none} /> : null}
      <ul>
        {proposals.map(({ id, year, outcome, decision, madeUp }) => (
          <li key={id}>
            <a href={l.href(feePaths.proposal(id))}>{t.of(year)}</a>,{' '}
            {outcome === null ? t.waits : `${outcome === 'adopt' ? t.adopted : t.rejected}: ${decision}`}{' '}
            {madeUp && <MadeUpBadge label={texts.join.madeUp} />}
          </li>
        ))}
      </ul>
      {mayEdit ? <ButtonLink href={l.href(feePaths.newProposal)}>{t.new}</ButtonLink> : null}
    </>
  )
}

/** The form of a proposal. */
export function FeeProposalForm({
  l,
  action,
  typed,
  errors,
}: {
  l: Locale
  action: string
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.schedules
  const field = fieldsOf(typed, errors, texts.errors)
  const rule = (name: 'intrade' | 'uttrade', label: string, rules: Record<string, string>) => (
    <Boxes
      id={name}
      name={name}
      legend={label}
      kind="radio"
      error={field(name).error}
      options={Object.entries(rules).map(([value, text]) => ({ value, label: text }))}
      chosen={[textIn(typed, name)]}
    />
  )
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, texts.errors)} />
      <Breadcrumbs
        l={l}
        steps={[...stepsOf(l), { href: l.href(feePaths.proposals), label: texts.proposals.title }]}
      />
      <PageHeader title={texts.proposals.new} lead={texts.proposals.formLead} />
      <form class="form" method="post" action={l.href(action)} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Input {...field('ar')} label={texts.proposals.yearField} />
        <Textarea
          {...field('skal')}
          label={texts.proposals.reason}
          hint={texts.proposals.reasonHint}
          rows={8}
        />
        <Input {...field('fast')} label={t.fixedField} />
        <Input {...field('rorlig')} label={t.rateField} />
        <Input {...field('region')} label={t.regionRateField} />
        <Input {...field('tak')} label={t.capField} hint={t.capHint} />
        <Input {...field('folkmangd')} label={t.populationField} hint={t.populationHint} />
        {rule('intrade', t.joining, t.joiningRules)}
        {rule('uttrade', t.leaving, t.leavingRules)}
        <Input {...field('observator')} label={t.observerField} />
        <Input {...field('dagar')} label={t.daysField} />
        <Button>{t.save}</Button>
      </form>
    </>
  )
}
