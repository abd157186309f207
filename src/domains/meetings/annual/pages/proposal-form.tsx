import { feePaths } from '#domains/fees/index.ts'
import { statutesPaths } from '#domains/statutes/index.ts'
import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { Input, type Option, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Once } from '#ui/components/once.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { annualSlug } from '../../decisions.ts'
import type { Meeting } from '../../queries.ts'
import { annualPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { MeetingFrame } from './frame.tsx'

/** A proposal to put forward: prepared in another house, or written here. */
export function ProposalFormPage({
  l,
  meeting,
  prepared,
  own,
  typed,
  errors,
}: {
  l: Locale
  meeting: Meeting
  prepared: Option[]
  own: Option[]
  typed: Typed
  errors: Record<string, string>
}) {
  const texts = textsOf(l)
  const t = texts.proposals
  const field = fieldsOf(typed, errors, texts.errors)
  const year = annualSlug(meeting)
  return (
    <MeetingFrame l={l} meeting={meeting} title={t.new} lead={t.lead} errors={errors} madeUp={false}>
      <p>
        {t.preparedHint} <a href={l.href(feePaths.proposals)}>{t.links.fee}</a>
        {' · '}
        <a href={l.href('/kansli/nyckeltal')}>{t.links.figures}</a>
        {' · '}
        <a href={l.href(statutesPaths.proposals)}>{t.links.statutes}</a>
      </p>
      <form class="form" method="post" action={l.href(annualPaths.newProposal(year))} noValidate>
        <Once />
        <Select
          {...field('slag')}
          value={textIn(typed, 'slag')}
          label={t.kind}
          options={[
            ...(prepared.length > 0 ? [{ group: t.prepared, options: prepared }] : []),
            { group: t.ownProposal, options: own },
          ]}
        />
        <Input {...field('rubrik')} label={t.heading} />
        <Textarea {...field('text')} label={t.text} hint={t.textHint} rows={12} />
        <Button>{t.save}</Button>
      </form>
    </MeetingFrame>
  )
}
