import { type Typed, textIn, textsIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Details } from '#ui/components/details.tsx'
import { type Option, Select } from '#ui/components/field.tsx'
import { fieldsOf } from '#ui/components/fields-of.ts'
import { Textarea } from '#ui/components/textarea.tsx'
import { textsOf } from '../texts.ts'

export interface QuestionFieldsProps {
  l: Locale
  typed: Typed
  errors: Record<string, string>
  figures: Option[]
  subjects: Option[]
}

/** Everything that who asks says of a question beside its title. */
export function QuestionFields({ l, typed, errors, figures, subjects }: QuestionFieldsProps) {
  const texts = textsOf(l)
  const t = texts.ask
  const field = fieldsOf(typed, errors, texts.errors)
  const chosen = [...textsIn(typed, 'nyckeltal'), ...textsIn(typed, 'amne')]
  const labels = [...figures, ...subjects]
    .filter(({ value }) => chosen.includes(value))
    .map(({ label }) => label)
  return (
    <>
      <Textarea {...field('text')} label={t.text} hint={t.textHint} rows={8} />
      <Details summary={t.about(labels.length > 0 ? l.list(labels) : t.aboutNone)}>
        <p class="field-hint">{t.aboutHint}</p>
        <Boxes
          id="nyckeltal"
          name="nyckeltal"
          legend={t.figures}
          options={figures}
          chosen={textsIn(typed, 'nyckeltal')}
        />
        <Boxes id="amne" name="amne" legend={t.subjects} options={subjects} chosen={textsIn(typed, 'amne')} />
      </Details>
      <Select
        {...field('sprak')}
        value={textIn(typed, 'sprak')}
        label={t.language}
        options={(['sv', 'en'] as const).map((value) => ({ value, label: texts.languageNames[value] }))}
      />
      <AudienceField l={l} legend={t.audience} hint={t.audienceHint} value={textIn(typed, 'lasare')} />
    </>
  )
}

/** Who may read: the network, or everyone. */
export function AudienceField({
  l,
  legend,
  hint,
  value,
}: {
  l: Locale
  legend: string
  hint: string
  value: string
}) {
  const { audiences } = textsOf(l).ask
  return (
    <Boxes
      kind="radio"
      id="lasare"
      name="lasare"
      legend={legend}
      hint={hint}
      options={(['members', 'everyone'] as const).map((one) => ({ value: one, label: audiences[one] }))}
      chosen={[value === 'everyone' ? 'everyone' : 'members']}
    />
  )
}
