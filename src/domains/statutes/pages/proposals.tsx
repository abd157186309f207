import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { Done } from '#ui/components/done.tsx'
import { EmptyState } from '#ui/components/empty-state.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input, Select } from '#ui/components/field.tsx'
import { errorTexts, fieldsOf } from '#ui/components/fields-of.ts'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { statutesPaths } from '../paths.ts'
import {
  choicesOf,
  citedField,
  fieldOf,
  numbersIn,
  roleRule,
  ruleNames,
  votingRoles,
} from '../proposal-form.ts'
import type { Statutes } from '../queries.ts'
import type { RuleName } from '../schema.ts'
import { textsOf } from '../texts.ts'

/** Proposed changes of the statutes, and the way to write one. */
export function ProposalsPage({
  l,
  proposals,
  done,
}: {
  l: Locale
  proposals: Statutes[]
  done: string | undefined
}) {
  const texts = textsOf(l)
  const t = texts.proposals
  return (
    <>
      <Breadcrumbs l={l} steps={[{ href: l.href(statutesPaths.current), label: texts.title }]} />
      <Done text={done === 'sparat' && t.saved} />
      <PageHeader title={t.title} lead={t.lead} />
      {proposals.length === 0 ? <EmptyState title={t.none} /> : null}
      <ul>
        {proposals.map(({ id }) => (
          <li key={id}>
            <a href={l.href(statutesPaths.proposal(id))}>{t.of(id)}</a> (
            <a href={l.href(statutesPaths.changes(id))}>{t.changes}</a>)
          </li>
        ))}
      </ul>
      <form method="post" action={l.href(statutesPaths.proposals)}>
        <Button>{t.copy}</Button>
      </form>
    </>
  )
}

/** The paragraphs and rules of a proposal to write in. */
export function ProposalFormPage({
  l,
  proposal,
  typed,
  errors,
}: {
  l: Locale
  proposal: Statutes
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.proposals
  const field = fieldsOf(typed, errors, t.errors)
  return (
    <>
      <ErrorSummary l={l} errors={errorTexts(errors, t.errors)} />
      <Breadcrumbs
        l={l}
        steps={[
          { href: l.href(statutesPaths.current), label: texts.title },
          { href: l.href(statutesPaths.proposals), label: t.title },
        ]}
      />
      <PageHeader title={t.of(proposal.id)} lead={t.formLead} />
      <form class="form" method="post" action={l.href(statutesPaths.proposal(proposal.id))} noValidate>
        <input type="hidden" name="version" value={textIn(typed, 'version')} />
        <Textarea {...field('skal')} label={t.reason} hint={t.reasonHint} />
        <h2>{t.paragraphs}</h2>
        <p>{t.paragraphsHint}</p>
        {numbersIn(proposal.paragraphs).map((number) => (
          <Details
            key={number}
            summary={summaryOf(l, proposal, number)}
            open={Object.keys(errors).some(
              (key) => key.endsWith(`_sv-${number}`) || key.endsWith(`_en-${number}`),
            )}
          >
            <Input {...field(fieldOf('title_sv', number))} label={t.titleSv} />
            <Textarea {...field(fieldOf('text_sv', number))} label={t.textSv} />
            <Input {...field(fieldOf('title_en', number))} label={t.titleEn} />
            <Textarea {...field(fieldOf('text_en', number))} label={t.textEn} />
          </Details>
        ))}
        <h2>{texts.rulesTitle}</h2>
        <p>{t.rulesLead}</p>
        {ruleNames.map((name) => (
          <div key={name} class="flow">
            <RuleField l={l} name={name} typed={typed} field={field} />
            <Input {...field(citedField(name))} label={t.citedIn(texts.rules[name])} type="number" />
          </div>
        ))}
        <Button>{t.save}</Button>
      </form>
    </>
  )
}

function summaryOf(l: Locale, proposal: Statutes, number: number): string {
  const texts = textsOf(l)
  const paragraph = proposal.paragraphs.find((one) => one.number === number)
  if (!paragraph) return texts.proposals.newParagraph(number)
  return `${texts.paragraph(number)} ${l.language === 'en' ? paragraph.title_en : paragraph.title_sv}`
}

function RuleField({
  l,
  name,
  typed,
  field,
}: {
  l: Locale
  name: RuleName
  typed: Typed
  field: ReturnType<typeof fieldsOf>
}) {
  const texts = textsOf(l)
  const label = texts.rules[name]
  const choices = choicesOf[name]
  const words: Record<string, string> = { ...texts.values, true: texts.yes, false: texts.no }
  if (name === roleRule) {
    return (
      <Boxes
        {...field(name)}
        legend={label}
        options={votingRoles.map((value) => ({ value, label: texts.values[value] }))}
        chosen={textsIn(typed, name)}
      />
    )
  }
  if (choices) {
    return (
      <Select
        {...field(name)}
        label={label}
        options={choices.map((value) => ({ value, label: words[value] ?? value }))}
      />
    )
  }
  const isShare = /\//.test(textIn(typed, name))
  return <Input {...field(name)} label={label} hint={isShare ? texts.proposals.shareHint : undefined} />
}
